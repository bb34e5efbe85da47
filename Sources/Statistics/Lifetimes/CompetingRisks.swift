/// Competing risks: the first of several independent failures; hazards add.
///
/// H(t) = Σ Hᵢ(t). A bathtub curve is the competition of a Weibull law of shape below 1, an
/// exponential one and a Weibull law of shape above 1. Mean and variance are integrals of S.
///
/// Source: Kalbfleisch, Prentice, *The Statistical Analysis of Failure Time Data*, chapter 8.
public struct CompetingRisks: LifetimeLaw {
  public let laws: [Lifetime]

  /// The competition of at least one law.
  public init(laws: [Lifetime]) {
    precondition(!laws.isEmpty, "competing risks need at least one law")
    self.laws = laws
  }

  public var mean: Double { SurvivalMoments.mean(of: self) }

  public var variance: Double { SurvivalMoments.variance(of: self) }

  public func hazard(_ t: Double) -> Double { laws.reduce(0) { $0 + $1.hazard(t) } }

  public func cumulativeHazard(_ t: Double) -> Double {
    laws.reduce(0) { $0 + $1.cumulativeHazard(t) }
  }

  /// By bisection: no law's share of h is more than h, and one's is at least h/n.
  public func time(atCumulativeHazard h: Double) -> Double {
    var earliest = Double.infinity
    var latest = Double.infinity
    for law in laws {
      earliest = min(earliest, law.time(atCumulativeHazard: h / Double(laws.count)))
      latest = min(latest, law.time(atCumulativeHazard: h))
    }
    return HazardInverse.time(
      atCumulativeHazard: h, in: min(earliest, latest)...latest, of: cumulativeHazard)
  }
}
