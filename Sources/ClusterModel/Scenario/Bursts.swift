import Statistics

/// Faults that come in bursts: each brings a geometric number of others of its kind soon after, so
/// that counts are compound Poisson, with a variance of 2 × `meanSize` − 1 times the mean.
public struct Bursts: Sendable, Equatable {
  /// Mean number of faults of a burst, the first one counted; at least 1.
  public var meanSize: Double
  /// Time in seconds from the first fault to each of the others.
  public var delay: Lifetime

  /// Creates bursts.
  public init(meanSize: Double, delay: Lifetime) {
    precondition(meanSize >= 1 && meanSize < .infinity, "a burst of \(meanSize) faults")
    self.meanSize = meanSize
    self.delay = delay
  }
}

/// From an instant on the hazard of a class is multiplied by a factor: a driver regression, a fixed
/// firmware.
public struct HazardStep: Sendable, Equatable {
  /// The instant, in seconds of the run.
  public var from: Double
  /// The factor; it takes the place of the one before it.
  public var factor: Double

  /// Creates a step; both are not negative.
  public init(from: Double, factor: Double) {
    precondition(from >= 0 && factor >= 0 && factor < .infinity)
    self.from = from
    self.factor = factor
  }
}
