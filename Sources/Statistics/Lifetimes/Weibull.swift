/// The Weibull law: infant mortality for a shape below 1, wear-out above.
///
/// H(t) = (t/scale)^shape; mean scale·Γ(1 + 1/shape),
/// variance scale²·(Γ(1 + 2/shape) − Γ(1 + 1/shape)²).
///
/// Source: Weibull, "A statistical distribution function of wide applicability", J. Appl. Mech. 18
/// (1951); Johnson, Kotz, Balakrishnan, *Continuous Univariate Distributions*, vol. 1, chapter 21.
@frozen public struct Weibull: LifetimeLaw, BitwiseCopyable {
  public let shape: Double
  public let scale: Double

  /// A Weibull law by its shape and its scale (the time that 1/e outlive), both positive.
  @inlinable
  public init(shape: Double, scale: Double) {
    precondition(shape > 0 && shape < .infinity, "Weibull shape \(shape) must be positive")
    precondition(scale > 0 && scale < .infinity, "Weibull scale \(scale) must be positive")
    self.shape = shape
    self.scale = scale
  }

  /// A Weibull law by its shape and its mean, both positive.
  public init(shape: Double, mean: Double) {
    self.init(shape: shape, scale: mean / PortableMath.gamma(1 + 1 / shape))
  }

  public var mean: Double { scale * PortableMath.gamma(1 + 1 / shape) }

  /// Through logarithms, so that a large shape loses few digits.
  public var variance: Double {
    let excess = GSL.logGamma(1 + 2 / shape) - 2 * GSL.logGamma(1 + 1 / shape)
    return mean * mean * PortableMath.expm1(excess)
  }

  public func hazard(_ t: Double) -> Double {
    guard t >= 0 else { return 0 }
    return shape / scale * PortableMath.pow(t / scale, shape - 1)
  }

  @inlinable
  public func cumulativeHazard(_ t: Double) -> Double {
    t > 0 ? PortableMath.pow(t / scale, shape) : 0
  }

  @inlinable
  public func time(atCumulativeHazard h: Double) -> Double {
    scale * PortableMath.root(h, degree: shape)
  }

  /// a·((1 + h/H(a))^(1/shape) − 1), to a few ulps however small beside the age.
  @inlinable
  public func residual(age: Double, atCumulativeHazard h: Double) -> Double {
    let lived = cumulativeHazard(age)
    let growth = h / lived
    guard lived > 0, growth < 1 else {
      return max(0, time(atCumulativeHazard: lived + h) - age)
    }
    return age * PortableMath.expm1(PortableMath.log1p(growth) / shape)
  }
}
