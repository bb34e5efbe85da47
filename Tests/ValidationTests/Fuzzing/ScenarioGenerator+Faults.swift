import ClusterModel
import ScenarioFormat
import Statistics

extension ScenarioGenerator {
  /// A fault class, in any combination that the format allows.
  mutating func fault(_ index: Int) -> JSONValue {
    let per = stream.pick(Domain.allCases)
    let count = stream.chance(0.7) ? 1 : stream.count(upTo: 8)
    var members: Members = [("name", .string("class-\(index)")), ("per", .string(per.rawValue))]
    if count > 1 { members.append(("count", JSONValue(count))) }
    var takesDown = max(per, .node)
    if stream.chance(0.5) {
      takesDown = stream.pick(Domain.allCases)
      members.append(("takes_down", .string(takesDown.rawValue)))
    }
    if takesDown != .job, !routes.isEmpty, stream.chance(0.7) {
      members.append(("repair", .string(stream.pick(routes))))
      if stream.chance(0.3) {
        members.append(("repaired", .string(stream.pick(["each", "together"]))))
      }
    }
    let renews = isEndless || stream.chance(0.7)
    if !renews || stream.chance(0.3) { members.append(("renews", .bool(renews))) }
    if stream.chance(0.5) {
      let symptom = stream.pick(FaultClass.Symptom.allCases)
      members.append(("symptom", .string(symptom.rawValue)))
      if symptom == .slow { members.append(("speed", .number(stream.pick(["0.1", "0.75"])))) }
    }
    if stream.chance(0.5) {
      members.append(
        ("at_risk", .string(stream.pick(FaultClass.Exposure.allCases).rawValue)))
    }
    if stream.chance(0.3) { members.append(("category", "drawn")) }
    let topology = Topology(cluster)
    // A fault that takes many nodes costs as many repairs.
    let width = Double(cluster.allNodes / topology.units(of: takesDown)) + 1
    let budget = min(budgets[index], (isEndless ? 20 : 2000) / width)
    let instances = Double(count * topology.units(of: per))
    if stream.chance(0.1) {
      members.append(("lifetime", instants()))
    } else {
      let (steps, greatest) = stream.chance(0.2) ? schedule() : ([], 1)
      if !steps.isEmpty || stream.chance(0.1) { members.append(("schedule", .array(steps))) }
      let burstSize = stream.chance(0.3) ? stream.magnitude(1, isEndless ? 2 : 20) : nil
      let lifetime = lifetime(
        instances: instances, budget: budget / (growth * max(1, greatest) * (burstSize ?? 1)),
        renews: renews, per: per)
      members.append(("lifetime", lifetime))
      if let burstSize, !renews || lifetime["distribution"] == "exponential" {
        members.append(("bursts", bursts(burstSize)))
      }
      if per == .gpu || per == .node { named.append("class-\(index)") }
    }
    members.shuffle(using: &stream)
    return .object(members)
  }

  private mutating func bursts(_ size: Double) -> JSONValue {
    let meanSize = JSONValue.number("\(size)")
    return stream.chance(0.3)
      ? ["mean_size": meanSize]
      : ["mean_size": meanSize, "delay": delay(span * stream.magnitude(1e-6, 0.5))]
  }

  /// Steps of a schedule, and the greatest factor. An endless run is never without end for them.
  private mutating func schedule() -> (steps: [JSONValue], greatest: Double) {
    var (from, greatest, steps) = (0.0, 1.0, [JSONValue]())
    for _ in 0...stream.index(below: 4) {
      if !steps.isEmpty || stream.chance(0.5) { from += span * stream.magnitude(0.01, 0.5) }
      let factor = stream.chance(0.2) ? 0 : stream.magnitude(0.01, isEndless ? 2 : 10)
      steps.append(["from": duration(from), "factor": .number("\(factor)")])
      greatest = max(greatest, factor)
    }
    return (steps, greatest)
  }

  private mutating func instants() -> JSONValue {
    let times = (0...stream.index(below: 20)).map { _ in span * 1.2 * stream.uniform() }
    return ["distribution": "at", "times": .array(times.sorted().map { duration($0) })]
  }

  /// A law under which so many instances have at most about `budget` failures in the span.
  ///
  /// Without a horizon the rate is constant: who wears out may never get its work done.
  private mutating func lifetime(
    instances: Double, budget: Double, renews: Bool, per: Domain
  ) -> JSONValue {
    var law = unitLaw()
    while renews ? isEndless && law.constantRate == nil : law.greatestValue < .infinity {
      law = unitLaw()
    }
    let mean = law.mean
    let oldest = per == .job ? 0 : greatestAge
    var scale = span * stream.magnitude(1e-3, 1)
    while scale < Self.greatestScale {
      let time = (span + oldest) / scale
      if law.greatestValue * scale < 1.01 * oldest {
        scale *= 1.25
        continue
      }
      let hazard = law.cumulativeHazard(time)
      let chance = -PortableMath.expm1(-hazard)
      let lives = time > mean ? max(chance, time / mean) : chance
      let failures = renews ? lives : hazard
      // Each unit of hazard is an event, also for who is out of service and can't be struck.
      let events = law.greatestValue < .infinity ? 0 : hazard
      if instances * failures <= budget, instances * events <= 20 * budget { break }
      scale *= 1.25
    }
    return distribution(law, scale: scale, of: .lifetime(per: per))
  }
}
