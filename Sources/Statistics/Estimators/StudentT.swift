/// Student's t law.
public enum StudentT {
  /// The value that t stays below with probability p, for p in (0, 1) and positive degrees of
  /// freedom.
  public static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    precondition(p > 0 && p < 1, "a probability of \(p) has no quantile")
    precondition(degreesOfFreedom > 0, "\(degreesOfFreedom) degrees of freedom")
    return GSL.studentTPInverse(p, degreesOfFreedom: degreesOfFreedom)
  }
}
