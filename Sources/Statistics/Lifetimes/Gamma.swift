/// The gamma law, the sum of `shape` exponential stages; hazard rising for a shape above 1.
///
/// S(t) = Q(shape, t/scale), the regularised upper incomplete gamma function; mean shape·scale,
/// variance shape·scale².
///
/// Source: Johnson, Kotz, Balakrishnan, *Continuous Univariate Distributions*, vol. 1, chapter 17.
public struct Gamma: LifetimeLaw, BitwiseCopyable {
  public let shape: Double
  public let scale: Double

  /// A gamma law by its shape and its scale, both positive.
  public init(shape: Double, scale: Double) {
    precondition(shape > 0 && shape < .infinity, "gamma shape \(shape) must be positive")
    precondition(scale > 0 && scale < .infinity, "gamma scale \(scale) must be positive")
    self.shape = shape
    self.scale = scale
  }

  /// A gamma law by its shape and its mean, both positive.
  public init(shape: Double, mean: Double) {
    self.init(shape: shape, scale: mean / shape)
  }

  public var mean: Double { shape * scale }

  public var variance: Double { shape * scale * scale }

  public func density(_ t: Double) -> Double {
    t >= 0 ? PortableMath.exp(logDensity(t / scale)) / scale : 0
  }

  public func hazard(_ t: Double) -> Double {
    guard t >= 0 else { return 0 }
    guard t < .infinity else { return 1 / scale }
    return PortableMath.exp(logDensity(t / scale) + cumulativeHazard(t)) / scale
  }

  /// −log1p(−P) below the median, −log Q above, and its continued fraction where Q nears underflow.
  public func cumulativeHazard(_ t: Double) -> Double {
    let x = t / scale
    guard x > 0 else { return 0 }
    guard x < .infinity else { return .infinity }
    let p = GSL.gammaP(x, shape: shape)
    if p < 0.5 { return -PortableMath.log1p(-p) }
    let q = GSL.gammaQ(x, shape: shape)
    return q > 1e-290 ? -PortableMath.log(q) : cumulativeHazardInTail(x)
  }

  public func time(atCumulativeHazard h: Double) -> Double {
    guard h > 0 else { return 0 }
    guard h < .infinity else { return .infinity }
    let x =
      h < 0.69
      ? GSL.gammaPInverse(-PortableMath.expm1(-h), shape: shape)
      : GSL.gammaQInverse(PortableMath.exp(-h), shape: shape)
    let t = x * scale
    // GSL's iteration fails for small shapes and far tails: then H is inverted by bisection.
    if x.isFinite, abs(cumulativeHazard(t) - h) <= 1e-9 * h { return t }
    return HazardInverse.time(atCumulativeHazard: h, of: cumulativeHazard)
  }

  /// The log density of the unit scale: (shape − 1)·log x − x − log Γ(shape).
  private func logDensity(_ x: Double) -> Double {
    let power = shape == 1 ? 0 : (shape - 1) * PortableMath.log(x)
    return power - x - GSL.logGamma(shape)
  }

  /// −log Q(shape, x) for large x by Legendre's continued fraction, which never underflows:
  /// Γ(a, x) = e^−x·x^a / (x + 1 − a − 1(1 − a)/(x + 3 − a − 2(2 − a)/(x + 5 − a − …))).
  ///
  /// Source: NIST DLMF 8.9.2.
  private func cumulativeHazardInTail(_ x: Double) -> Double {
    var denominator = x + 401 - shape
    for n in stride(from: 200.0, through: 1, by: -1) {
      denominator = x + (2 * n - 1) - shape - n * (n - shape) / denominator
    }
    return x - shape * PortableMath.log(x) + PortableMath.log(denominator)
      + GSL.logGamma(shape)
  }
}
