/// The exponential law: a constant failure rate, no memory.
///
/// H(t) = t/mean, mean > 0, variance mean².
///
/// Source: Johnson, Kotz, Balakrishnan, *Continuous Univariate Distributions*, vol. 1, chapter 19.
@frozen public struct Exponential: LifetimeLaw, BitwiseCopyable {
  public let mean: Double

  /// An exponential law with the given mean, positive and finite.
  @inlinable
  public init(mean: Double) {
    precondition(mean > 0 && mean < .infinity, "exponential mean \(mean) must be positive")
    self.mean = mean
  }

  public var variance: Double { mean * mean }

  public func hazard(_ t: Double) -> Double { t >= 0 ? 1 / mean : 0 }

  @inlinable
  public func cumulativeHazard(_ t: Double) -> Double { t > 0 ? t / mean : 0 }

  @inlinable
  public func time(atCumulativeHazard h: Double) -> Double { mean * h }

  /// Exact: the law has no memory.
  @inlinable
  public func residual(age: Double, atCumulativeHazard h: Double) -> Double { mean * h }
}
