import Statistics

/// A check of all nodes of the job before each restart.
public struct HealthCheck: Sendable, Equatable {
  /// How long it takes, in seconds.
  public var time: Lifetime
  /// Probability that it finds a fault that the job would run on with.
  public var finds: Double

  /// Creates a check; `finds` is a probability.
  public init(time: Lifetime, finds: Double) {
    precondition((0...1).contains(finds), "a check finds with a probability, not \(finds)")
    self.time = time
    self.finds = finds
  }
}
