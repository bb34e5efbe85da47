/// The Erlang law: a number of equal exponential stages, one after the other.
///
/// The gamma law with a whole shape; variance mean²/stages.
///
/// Source: Johnson, Kotz, Balakrishnan, *Continuous Univariate Distributions*, vol. 1, chapter 17.
public struct Erlang: LifetimeLaw, BitwiseCopyable {
  public let stages: Int
  private let gamma: Gamma

  /// An Erlang law by its number of stages (at least 1) and its mean (positive).
  public init(stages: Int, mean: Double) {
    precondition(stages >= 1, "an Erlang law needs at least one stage, not \(stages)")
    self.stages = stages
    gamma = Gamma(shape: Double(stages), mean: mean)
  }

  public var mean: Double { gamma.mean }
  public var variance: Double { gamma.variance }
  public func density(_ t: Double) -> Double { gamma.density(t) }
  public func hazard(_ t: Double) -> Double { gamma.hazard(t) }
  public func cumulativeHazard(_ t: Double) -> Double { gamma.cumulativeHazard(t) }
  public func time(atCumulativeHazard h: Double) -> Double { gamma.time(atCumulativeHazard: h) }
}
