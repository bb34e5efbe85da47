import ClusterModel
import Statistics

/// What the published rate of a fault class counts the faults of.
struct Counted {
  /// What an instance lives on.
  let per: Domain
  /// How many faults come of one that the lifetime tells, all counted.
  let burstSize: Double
}

extension ScenarioBuilder {
  /// Times to failure below this are taken for a mistake in the unit, or for those of all of them.
  private static func oddLifetime(per domain: Domain) -> Double {
    switch domain {
    case .gpu: 7 * 86_400
    case .node: 86_400
    case .rack, .powerDomain, .coolingDomain, .pod, .cluster, .job: 3600
    }
  }
  /// Failures of a GPU a year above this are taken for percent.
  private static let oddAFR = 2.0
  /// Times to failure below this would never let a run end.
  private static let leastLifetime = 0.001
  /// How many laws a mixture or competing risks may come to, and how deep they may lie.
  private static let (mostLeaves, deepestLaw) = (100, 4)

  /// When a fault class strikes.
  mutating func process(
    _ object: CheckedObject, of counted: Counted
  ) throws(AlreadyTold) -> FaultClass.Process {
    if object.variant == "at" { return .instants(try instants(object)) }
    let per = counted.per
    let lifetime = try law(object, of: counted)
    let mean = lifetime.mean
    let place = object.place
    if mean < Self.leastLifetime {
      throw fail(place, "the mean time to failure of one instance is less than 1 ms")
    }
    if mean < Self.oddLifetime(per: per) {
      problems.warning(
        place,
        "one instance fails every \(NumberText.nineDigits(mean) ?? "") s on average; "
          + "is that its own lifetime?")
    }
    if per == .gpu, object.has("afr"), try object.number("afr") > Self.oddAFR {
      problems.warning(
        object.place(of: "afr"), "a number of failures a year, not percent: 6.1 % is 0.061")
    }
    return .lifetime(lifetime)
  }

  private mutating func instants(_ object: CheckedObject) throws(AlreadyTold) -> [Double] {
    var instants: [Double] = []
    for element in try object.list("times") {
      let instant = try element.seconds()
      if let last = instants.last, instant < last {
        throw fail(element.place, "the instants must ascend; this one lies before the last one")
      }
      instants.append(instant)
    }
    return instants
  }

  /// The law of a duration: a fixed one, or a distribution object.
  mutating func law(
    _ checked: Checked, of counted: Counted? = nil
  ) throws(AlreadyTold) -> Lifetime {
    if case .seconds(let value) = checked.value {
      return .deterministic(Deterministic(value: value))
    }
    return try law(try checked.object(), of: counted)
  }

  /// The law of a distribution object; `counted` is given for that of a fault class.
  private mutating func law(
    _ object: CheckedObject, of counted: Counted?
  ) throws(AlreadyTold) -> Lifetime {
    switch object.variant {
    case "exponential":
      return .exponential(Exponential(mean: try exponentialMean(object, of: counted)))
    case "weibull": return .weibull(try weibull(object, of: counted))
    case "gamma":
      let shape = try object.number("shape")
      return .gamma(
        object.has("mean")
          ? Gamma(shape: shape, mean: try object.seconds("mean"))
          : Gamma(shape: shape, scale: try object.seconds("scale")))
    case "lognormal":
      let sigma = try object.number("sigma")
      return .lognormal(
        object.has("mean")
          ? Lognormal(mean: try object.seconds("mean"), sigma: sigma)
          : Lognormal(median: try object.seconds("median"), sigma: sigma))
    case "erlang":
      return .erlang(
        Erlang(stages: try object.count("stages"), mean: try object.seconds("mean")))
    case "pareto": return .pareto(try pareto(object))
    case "uniform": return .uniform(try uniform(object))
    case "deterministic":
      return .deterministic(Deterministic(value: try object.seconds("value")))
    case "empirical":
      var values: [Double] = []
      for element in try object.list("values") { values.append(try element.seconds()) }
      return .empirical(Empirical(values: values))
    default: return try compound(object, of: counted)
    }
  }

  /// The laws that are made of others; not of so many that one value would cost seconds.
  private mutating func compound(
    _ object: CheckedObject, of counted: Counted?
  ) throws(AlreadyTold) -> Lifetime {
    let law = try unboundedCompound(object, of: counted)
    guard law.depth <= Self.deepestLaw, law.leaves <= Self.mostLeaves else {
      throw fail(
        object.place,
        "too many laws within laws: at most \(Self.mostLeaves) in all, \(Self.deepestLaw) deep")
    }
    return law
  }

  private mutating func unboundedCompound(
    _ object: CheckedObject, of counted: Counted?
  ) throws(AlreadyTold) -> Lifetime {
    if object.variant == "mixture" {
      var parts: [Mixture.Part] = []
      for element in try object.list("parts") {
        let part = try element.object()
        parts.append(
          Mixture.Part(
            weight: try part.number("weight"), law: try law(try part.member("law"), of: counted)))
      }
      return .mixture(Mixture(parts: parts))
    }
    var laws: [Lifetime] = []
    for element in try object.list("of") { laws.append(try law(element, of: counted)) }
    return .competing(CompetingRisks(laws: laws))
  }

  private mutating func pareto(_ object: CheckedObject) throws(AlreadyTold) -> Pareto {
    let shape = try object.number("shape")
    guard object.has("mean") else {
      return Pareto(shape: shape, scale: try object.seconds("scale"))
    }
    guard shape > 1 else {
      throw fail(object.place(of: "mean"), #"a shape of at most 1 has no mean; give "scale""#)
    }
    return Pareto(shape: shape, mean: try object.seconds("mean"))
  }

  private mutating func uniform(_ object: CheckedObject) throws(AlreadyTold) -> Uniform {
    let (low, high) = (try object.seconds("low"), try object.seconds("high"))
    guard low < high else { throw fail(object.place(of: "high"), "must be more than low") }
    return Uniform(low: low, high: high)
  }
}

extension Lifetime {
  private var parts: [Lifetime] {
    switch self {
    case .mixture(let mixture): mixture.parts.map(\.law)
    case .competing(let risks): risks.laws
    default: []
    }
  }

  /// Laws that are not made of others.
  fileprivate var leaves: Int { parts.isEmpty ? 1 : parts.reduce(0) { $0 + $1.leaves } }

  /// Laws on the way from this one to the innermost, both counted.
  fileprivate var depth: Int { 1 + (parts.map(\.depth).max() ?? 0) }
}

// MARK: Published rates

extension ScenarioBuilder {
  private static let year = 365.25 * 86400

  private mutating func exponentialMean(
    _ object: CheckedObject, of counted: Counted?
  ) throws(AlreadyTold) -> Double {
    if object.has("mean") { return try object.seconds("mean") }
    if object.has("per_1000_node_days") {
      guard counted?.per == .node else {
        throw fail(
          object.place(of: "per_1000_node_days"),
          "only applies to a class that is per node")
      }
      let rate = try object.number("per_1000_node_days") / (counted?.burstSize ?? 1)
      return 1000 * 86400 / rate
    }
    let (hazard, window) = try publishedHazard(object, of: counted)
    return window / hazard
  }

  private func weibull(
    _ object: CheckedObject, of counted: Counted?
  ) throws(AlreadyTold) -> Weibull {
    let shape = try object.number("shape")
    if object.has("scale") { return Weibull(shape: shape, scale: try object.seconds("scale")) }
    if object.has("mean") { return Weibull(shape: shape, mean: try object.seconds("mean")) }
    let (hazard, window) = try publishedHazard(object, of: counted)
    let unit = Weibull(shape: shape, scale: 1)
    return Weibull(shape: shape, scale: window / unit.time(atCumulativeHazard: hazard))
  }

  /// The cumulative hazard of one unit that starts new, and the time in which it builds up.
  ///
  /// What is published are all faults; the hazard is that of the first ones of the bursts.
  private func publishedHazard(
    _ object: CheckedObject, of counted: Counted?
  ) throws(AlreadyTold) -> (hazard: Double, window: Double) {
    let burstSize = counted?.burstSize ?? 1
    if object.has("afr") { return (try object.number("afr") / burstSize, Self.year) }
    let share = object.has("at_risk_share") ? try object.number("at_risk_share") : 1
    let exposedUnits = Double(try object.count("units")) * share
    let events = Double(try object.count("observed")) / burstSize
    return (events / exposedUnits, try object.seconds("over"))
  }
}
