/// The time to failure of a component, or the duration of a phase: one of the known laws.
///
/// Times are in seconds.
public enum Lifetime: Sendable, Equatable {
  case exponential(Exponential)
  case weibull(Weibull)
  case gamma(Gamma)
  case lognormal(Lognormal)
  case erlang(Erlang)
  case pareto(Pareto)
  case uniform(Uniform)
  case deterministic(Deterministic)
  case mixture(Mixture)
  case competing(CompetingRisks)
  case empirical(Empirical)

  /// No time at all.
  public static let zero = Lifetime.deterministic(Deterministic(value: 0))

  /// The law behind the case.
  public var law: any LifetimeLaw {
    switch self {
    case .exponential(let law): law
    case .weibull(let law): law
    case .gamma(let law): law
    case .lognormal(let law): law
    case .erlang(let law): law
    case .pareto(let law): law
    case .uniform(let law): law
    case .deterministic(let law): law
    case .mixture(let law): law
    case .competing(let law): law
    case .empirical(let law): law
    }
  }

  /// The failure rate, if it is constant: of the exponential law only.
  public var constantRate: Double? {
    if case .exponential(let law) = self { 1 / law.mean } else { nil }
  }

  /// A random time: H⁻¹(E) of one unit exponential.
  public func sample(using stream: inout RandomStream) -> Double {
    time(atCumulativeHazard: stream.exponential())
  }

  /// The random time left at an age: the same draw, on condition of having lived so long.
  ///
  /// Never negative. Exact to a few ulps for the exponential, Weibull, Pareto and uniform laws; for
  /// the others the difference of two times, with an error of a few ulps of the age (1 ns at 6
  /// weeks).
  public func residual(age: Double, using stream: inout RandomStream) -> Double {
    residual(age: age, atCumulativeHazard: stream.exponential())
  }
}

extension Lifetime: LifetimeLaw {
  public var mean: Double { law.mean }
  public var variance: Double { law.variance }
  public func density(_ t: Double) -> Double { law.density(t) }
  public func survival(_ t: Double) -> Double { law.survival(t) }
  public func hazard(_ t: Double) -> Double { law.hazard(t) }

  public func cumulativeHazard(_ t: Double) -> Double {
    switch self {
    // The laws that a simulation asks for most, without the detour through an existential.
    case .exponential(let law): law.cumulativeHazard(t)
    case .weibull(let law): law.cumulativeHazard(t)
    case .deterministic(let law): law.cumulativeHazard(t)
    default: law.cumulativeHazard(t)
    }
  }

  public func time(atCumulativeHazard h: Double) -> Double {
    switch self {
    case .exponential(let law): law.time(atCumulativeHazard: h)
    case .weibull(let law): law.time(atCumulativeHazard: h)
    case .deterministic(let law): law.time(atCumulativeHazard: h)
    default: law.time(atCumulativeHazard: h)
    }
  }

  public func residual(age: Double, atCumulativeHazard h: Double) -> Double {
    law.residual(age: age, atCumulativeHazard: h)
  }
}
