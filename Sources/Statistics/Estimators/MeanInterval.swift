/// How a 95 % confidence interval of a mean is computed.
public enum MeanInterval: String, Sendable, CaseIterable {
  /// By Student's t.
  case student
  /// By the bootstrap-t.
  case bootstrap
}
