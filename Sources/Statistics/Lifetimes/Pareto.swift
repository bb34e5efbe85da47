/// The Pareto law: a power-law tail from a least value on.
///
/// S(t) = (scale/t)^shape for t ≥ scale; mean shape·scale/(shape − 1), infinite for a shape up to 1;
/// variance scale²·shape/((shape − 1)²(shape − 2)), infinite for a shape up to 2.
///
/// Source: Johnson, Kotz, Balakrishnan, *Continuous Univariate Distributions*, vol. 1, chapter 20.
public struct Pareto: LifetimeLaw, BitwiseCopyable {
  public let shape: Double
  /// The least value.
  public let scale: Double

  /// A Pareto law by its shape and its least value, both positive.
  public init(shape: Double, scale: Double) {
    precondition(shape > 0 && shape < .infinity, "Pareto shape \(shape) must be positive")
    precondition(scale > 0 && scale < .infinity, "Pareto scale \(scale) must be positive")
    self.shape = shape
    self.scale = scale
  }

  /// A Pareto law by its shape, above 1, and its mean, positive.
  public init(shape: Double, mean: Double) {
    precondition(shape > 1, "a Pareto law of shape \(shape) has no finite mean; use its scale")
    self.init(shape: shape, scale: mean * (shape - 1) / shape)
  }

  public var mean: Double { shape > 1 ? shape * scale / (shape - 1) : .infinity }

  public var variance: Double {
    guard shape > 2 else { return .infinity }
    let excess = shape - 1
    return scale * scale * shape / (excess * excess * (shape - 2))
  }

  public func hazard(_ t: Double) -> Double { t >= scale ? shape / t : 0 }

  /// shape·log(t/scale), from the difference where that is small.
  public func cumulativeHazard(_ t: Double) -> Double {
    t > scale ? shape * PortableMath.log1p((t - scale) / scale) : 0
  }

  public func time(atCumulativeHazard h: Double) -> Double {
    scale * PortableMath.exp(h / shape)
  }

  /// age·(e^(h/shape) − 1), to a few ulps, once past the least value.
  public func residual(age: Double, atCumulativeHazard h: Double) -> Double {
    guard age >= scale else { return time(atCumulativeHazard: h) - age }
    return age * PortableMath.expm1(h / shape)
  }
}
