/// The lognormal law: log t is normal; the usual law of repair times.
///
/// S(t) = Φ(−z) with z = log(t/median)/sigma; mean median·exp(sigma²/2),
/// variance mean²·(exp(sigma²) − 1).
///
/// Source: Johnson, Kotz, Balakrishnan, *Continuous Univariate Distributions*, vol. 1, chapter 14.
public struct Lognormal: LifetimeLaw, BitwiseCopyable {
  public let median: Double
  /// The standard deviation of log t.
  public let sigma: Double

  /// A lognormal law by its median and the standard deviation of log t, both positive.
  public init(median: Double, sigma: Double) {
    precondition(median > 0 && median < .infinity, "lognormal median \(median) must be positive")
    precondition(sigma > 0 && sigma < .infinity, "lognormal sigma \(sigma) must be positive")
    self.median = median
    self.sigma = sigma
  }

  /// A lognormal law by its mean and the standard deviation of log t, both positive.
  public init(mean: Double, sigma: Double) {
    self.init(median: mean * PortableMath.exp(-sigma * sigma / 2), sigma: sigma)
  }

  public var mean: Double { median * PortableMath.exp(sigma * sigma / 2) }

  public var variance: Double { mean * mean * PortableMath.expm1(sigma * sigma) }

  public func density(_ t: Double) -> Double {
    t > 0 ? PortableMath.exp(logDensity(z(t))) / (sigma * t) : 0
  }

  public func hazard(_ t: Double) -> Double {
    guard t > 0, t < .infinity else { return 0 }
    return PortableMath.exp(logDensity(z(t)) + cumulativeHazard(t)) / (sigma * t)
  }

  /// −log1p(−Φ(z)) below the median, above it log 2 − log erfc(z/√2), which does not underflow.
  public func cumulativeHazard(_ t: Double) -> Double {
    guard t > 0 else { return 0 }
    guard t < .infinity else { return .infinity }
    return cumulativeHazard(atDeviate: z(t))
  }

  public func time(atCumulativeHazard h: Double) -> Double {
    guard h > 0 else { return 0 }
    guard h < .infinity else { return .infinity }
    return median * PortableMath.exp(sigma * deviate(atCumulativeHazard: h))
  }

  /// The normal deviate of t.
  private func z(_ t: Double) -> Double { PortableMath.log(t / median) / sigma }

  /// The log density of the standard normal law.
  private func logDensity(_ z: Double) -> Double {
    -z * z / 2 - 0.5 * PortableMath.log(2 * .pi)
  }

  private func cumulativeHazard(atDeviate z: Double) -> Double {
    if z < 0 { return -PortableMath.log1p(-GSL.normalP(z)) }
    // Far out only the square is left, and GSL's function ends in NaN.
    if z > 1e10 { return z * z / 2 }
    return PortableMath.log(2) - GSL.logErfc(z * 0.5.squareRoot())
  }

  private func deviate(atCumulativeHazard h: Double) -> Double {
    if h < 0.69 { return GSL.normalPInverse(-PortableMath.expm1(-h)) }
    if h < 700 { return GSL.normalQInverse(PortableMath.exp(-h)) }
    // e^−h nears underflow. There z²/2 < H(z) < z²/2/0.81.
    let bound = (2 * h).squareRoot()
    return HazardInverse.time(
      atCumulativeHazard: h, in: 0.9 * bound...bound, of: cumulativeHazard(atDeviate:))
  }
}
