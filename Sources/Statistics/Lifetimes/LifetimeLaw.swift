/// A law of non-negative random times: times to failure, and durations.
///
/// Everything is done in cumulative hazard H(t) = −log S(t), in which every lifetime is a unit
/// exponential: a time is drawn as H⁻¹(E), a residual life at age a as H⁻¹(H(a) + E) − a, so that one
/// draw serves both, and neither the first nor the last failures lose digits.
/// Times are in seconds wherever the simulator uses them; the laws themselves have no unit.
public protocol LifetimeLaw: Sendable, Equatable {
  /// The expected value; may be infinite.
  var mean: Double { get }
  /// The variance; may be infinite.
  var variance: Double { get }
  /// The probability density at t; 0 outside of the support and where the law has atoms only.
  func density(_ t: Double) -> Double
  /// The probability of living longer than t.
  func survival(_ t: Double) -> Double
  /// The rate of failure at t of what has lived until t: density/survival. May be infinite at 0.
  func hazard(_ t: Double) -> Double
  /// H(t) = −log S(t), precise for small and for large t; infinite once survival is impossible.
  func cumulativeHazard(_ t: Double) -> Double
  /// The least t with H(t) ≥ h, for h in [0, ∞]; at h = 0 the least value of the support.
  func time(atCumulativeHazard h: Double) -> Double
  /// The time left at `age` until H has grown by `h`; never negative, 0 past the support's end.
  func residual(age: Double, atCumulativeHazard h: Double) -> Double
}

extension LifetimeLaw {
  public func survival(_ t: Double) -> Double {
    PortableMath.exp(-cumulativeHazard(t))
  }

  public func density(_ t: Double) -> Double {
    let survival = survival(t)
    return survival > 0 ? hazard(t) * survival : 0
  }

  /// The difference of two times, so its absolute error is a few ulps of the age.
  public func residual(age: Double, atCumulativeHazard h: Double) -> Double {
    let end = time(atCumulativeHazard: cumulativeHazard(age) + h)
    return end > age ? end - age : 0
  }
}
