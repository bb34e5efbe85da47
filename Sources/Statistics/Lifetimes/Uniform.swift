/// The uniform law between two times.
///
/// S(t) = (high − t)/(high − low); mean (low + high)/2, variance (high − low)²/12.
///
/// Source: Johnson, Kotz, Balakrishnan, *Continuous Univariate Distributions*, vol. 2, chapter 26.
public struct Uniform: LifetimeLaw, BitwiseCopyable {
  public let low: Double
  public let high: Double

  /// A uniform law on [low, high], with 0 ≤ low < high.
  public init(low: Double, high: Double) {
    precondition(
      low >= 0 && low < high && high < .infinity, "uniform needs 0 <= \(low) < \(high)")
    self.low = low
    self.high = high
  }

  public var mean: Double { low + (high - low) / 2 }

  public var variance: Double { (high - low) * (high - low) / 12 }

  public func density(_ t: Double) -> Double { t >= low && t <= high ? 1 / (high - low) : 0 }

  public func survival(_ t: Double) -> Double {
    t < low ? 1 : max(0, (high - t) / (high - low))
  }

  public func hazard(_ t: Double) -> Double { t >= low && t <= high ? 1 / (high - t) : 0 }

  public func cumulativeHazard(_ t: Double) -> Double {
    guard t > low else { return 0 }
    guard t < high else { return .infinity }
    let lived = (t - low) / (high - low)
    return lived < 0.5 ? -PortableMath.log1p(-lived) : -PortableMath.log((high - t) / (high - low))
  }

  public func time(atCumulativeHazard h: Double) -> Double {
    min(high, low - (high - low) * PortableMath.expm1(-h))
  }

  /// (high − age)·(1 − e^−h), to a few ulps, once past the lower end.
  public func residual(age: Double, atCumulativeHazard h: Double) -> Double {
    guard age >= low else { return time(atCumulativeHazard: h) - age }
    return max(0, (age - high) * PortableMath.expm1(-h))
  }
}
