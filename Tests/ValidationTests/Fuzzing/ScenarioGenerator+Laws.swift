import ClusterModel
import ScenarioFormat
import Statistics

extension ScenarioGenerator {
  /// What a law is the law of: its parameters have other bounds, and a lifetime may be a rate.
  enum LawUse {
    case duration
    case lifetime(per: Domain)
  }

  /// Longest unit of a lifetime: no parameter exceeds 10⁹ years, and none is above 10³ units.
  static let greatestScale = 1e13

  /// A law of any kind with times of about 1.
  mutating func unitLaw(depth: Int = 0) -> Lifetime {
    switch stream.index(below: depth < 2 ? 12 : 10) {
    case 0, 1: return .exponential(Exponential(mean: stream.magnitude(0.3, 3)))
    case 2, 3:
      return .weibull(
        Weibull(shape: stream.magnitude(0.4, 10), scale: stream.magnitude(0.3, 3)))
    case 4:
      return .gamma(Gamma(shape: stream.magnitude(0.3, 50), scale: stream.magnitude(0.1, 1)))
    case 5:
      return .lognormal(
        Lognormal(median: stream.magnitude(0.3, 3), sigma: stream.magnitude(0.05, 2)))
    case 6: return .erlang(Erlang(stages: stream.count(upTo: 30), mean: stream.magnitude(0.3, 3)))
    case 7:
      return .pareto(Pareto(shape: stream.magnitude(0.9, 20), scale: stream.magnitude(0.1, 1)))
    case 8: return bounded()
    case 9: return .empirical(Empirical(values: times()))
    case 10:
      let parts = (0...stream.index(below: 3)).map { _ in
        Mixture.Part(weight: stream.magnitude(0.01, 10), law: unitLaw(depth: depth + 1))
      }
      return .mixture(Mixture(parts: parts))
    default:
      return .competing(
        CompetingRisks(laws: (0...stream.index(below: 3)).map { _ in unitLaw(depth: depth + 1) }))
    }
  }

  /// A law of about 1 that never takes much longer.
  private mutating func bounded() -> Lifetime {
    if stream.chance(0.5) { return .deterministic(Deterministic(value: stream.magnitude(0.3, 3))) }
    let low = stream.chance(0.3) ? 0 : stream.uniform()
    return .uniform(Uniform(low: low, high: low + stream.magnitude(0.1, 3)))
  }

  private mutating func times() -> [Double] {
    (0...stream.index(below: 8)).map { _ in stream.magnitude(0.1, 10) }
  }

  /// A duration or a law of one, of about `scale` seconds.
  mutating func delay(_ scale: Double) -> JSONValue {
    if stream.chance(0.1) { return duration(0) }
    if stream.chance(0.4) { return duration(scale) }
    return distribution(isEndless ? bounded() : unitLaw(), scale: scale, of: .duration)
  }

  /// The law with its times multiplied by `scale`, as the format has it.
  mutating func distribution(_ law: Lifetime, scale: Double, of use: LawUse) -> JSONValue {
    var members: Members
    switch law {
    case .exponential(let law):
      members = exponential(mean: law.mean * scale, use)
    case .weibull(let law):
      members = weibull(Weibull(shape: law.shape, scale: law.scale * scale), use)
    case .gamma(let law):
      members =
        [("distribution", "gamma"), ("shape", number(law.shape))]
        + scaleOrMean(law.scale * scale, law.mean * scale)
    case .lognormal(let law):
      members = [("distribution", "lognormal"), ("sigma", number(law.sigma))]
      members.append(
        stream.chance(0.5)
          ? ("median", positive(law.median * scale)) : ("mean", positive(law.mean * scale)))
    case .erlang(let law):
      members = [
        ("distribution", "erlang"), ("stages", JSONValue(law.stages)),
        ("mean", positive(law.mean * scale)),
      ]
    case .pareto(let law):
      members =
        [("distribution", "pareto"), ("shape", number(law.shape))]
        + scaleOrMean(law.scale * scale, law.mean * scale)
    case .uniform(let law):
      members = [
        // The least value is a delay, also of a lifetime.
        ("distribution", "uniform"), ("low", duration(min(law.low * scale, 900 * Self.year))),
        ("high", positive(law.high * scale)),
      ]
    case .deterministic(let law):
      members = [("distribution", "deterministic"), ("value", positive(law.value * scale))]
    case .empirical(let law):
      members = [
        ("distribution", "empirical"),
        ("values", .array(law.values.map { positive($0 * scale) })),
      ]
    case .mixture, .competing:
      members = compound(law, scale: scale, of: use)
    }
    members.shuffle(using: &stream)
    return .object(members)
  }

  private mutating func compound(_ law: Lifetime, scale: Double, of use: LawUse) -> Members {
    if case .mixture(let mixture) = law {
      let parts = mixture.parts.map { part -> JSONValue in
        [
          "weight": number(part.weight), "law": distribution(part.law, scale: scale, of: use),
        ]
      }
      return [("distribution", "mixture"), ("parts", .array(parts))]
    }
    guard case .competing(let risks) = law else { return [] }
    let laws = risks.laws.map { distribution($0, scale: scale, of: use) }
    return [("distribution", "competing"), ("of", .array(laws))]
  }

  // MARK: Published rates

  private static let year = 365.25 * 86400

  private mutating func exponential(mean: Double, _ use: LawUse) -> Members {
    let name: Members = [("distribution", "exponential")]
    guard case .lifetime(let per) = use else { return name + [("mean", positive(mean))] }
    let perNodeDays = 1000 * 86400 / mean
    if per == .node, stream.chance(0.2), perNodeDays > 2e-12, perNodeDays < 0.9e9 {
      return name + [("per_1000_node_days", number(perNodeDays))]
    }
    return name + (rate(shape: 1, scale: mean) ?? [("mean", positive(mean))])
  }

  private mutating func weibull(_ law: Weibull, _ use: LawUse) -> Members {
    let name: Members = [("distribution", "weibull"), ("shape", number(law.shape))]
    if case .lifetime = use, let rate = rate(shape: law.shape, scale: law.scale) {
      return name + rate
    }
    return name + scaleOrMean(law.scale, law.mean)
  }

  /// A Weibull law as a published rate; nil if it is not to be one, or would be out of range.
  private mutating func rate(shape: Double, scale: Double) -> Members? {
    let law = Weibull(shape: shape, scale: scale)
    switch stream.index(below: 3) {
    case 0:
      let hazard = law.cumulativeHazard(Self.year)
      return hazard > 2e-12 && hazard < 0.9e9 ? [("afr", number(hazard))] : nil
    case 1:
      let (observed, units) = (stream.count(upTo: 1000), stream.count(upTo: 100_000))
      let share = stream.chance(0.5) ? 1 : stream.magnitude(0.01, 1)
      let over = law.time(atCumulativeHazard: Double(observed) / (Double(units) * share))
      guard over > 1, over < 900 * Self.year else { return nil }
      let rate: Members = [
        ("observed", JSONValue(observed)), ("units", JSONValue(units)), ("over", duration(over)),
      ]
      return share < 1 ? rate + [("at_risk_share", number(share))] : rate
    default: return nil
    }
  }

  // MARK: Numbers

  private mutating func scaleOrMean(_ scale: Double, _ mean: Double) -> Members {
    stream.chance(0.5) || mean == .infinity
      ? [("scale", positive(scale))] : [("mean", positive(mean))]
  }

  private func number(_ value: Double) -> JSONValue { .number("\(value)") }

  /// A duration that is not nothing.
  private mutating func positive(_ seconds: Double) -> JSONValue { duration(max(0.002, seconds)) }

  /// A duration in one of the units.
  mutating func duration(_ seconds: Double) -> JSONValue {
    let units = [
      ("ms", 0.001), ("s", 1), ("min", 60), ("h", 3600), ("d", 86400), ("w", 604_800),
      ("y", Self.year),
    ]
    let (name, length) = stream.pick(units)
    return .string("\(seconds / length)" + (stream.chance(0.2) ? " " : "") + name)
  }
}
