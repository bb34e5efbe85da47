import ClusterModel
import Statistics
import Testing

@testable import ScenarioFormat

private let day = 86_400.0

@Suite("Reading bursts, schedules and repairs together") struct FaultCourseTests {
  private func law(_ members: String, per: String = "node") throws -> Lifetime? {
    let fault = try read(fault(members, per: per)).scenario.faults[0]
    if case .lifetime(let law) = fault.process { return law }
    return nil
  }

  @Test("Bursts are read, their delay by default exponential of ten minutes")
  func readsBursts() throws {
    let lifetime = #""lifetime": {"distribution": "exponential", "mean": "9d"}"#
    let byDefault = try read(fault(lifetime + #", "bursts": {"mean_size": 3}"#))
    #expect(
      byDefault.scenario.faults[0].bursts
        == Bursts(meanSize: 3, delay: .exponential(Exponential(mean: 600))))
    let path = ["faults", "0", "bursts", "delay"]
    #expect(byDefault.assumptions.contains { $0.path == path })
    let alone = try read(fault(lifetime + #", "bursts": {"mean_size": 1}"#))
    #expect(!alone.assumptions.contains { $0.path == path })
    let given = try read(fault(lifetime + #", "bursts": {"mean_size": 1.5, "delay": "1min"}"#))
    #expect(given.scenario.faults[0].bursts?.delay == .deterministic(Deterministic(value: 60)))
    #expect(!given.assumptions.contains { $0.path == path })
    #expect(try read(fault(lifetime)).scenario.faults[0].bursts == nil)
  }

  @Test("A published rate counts all faults of the bursts, a mean the first ones")
  func dividesRates() throws {
    let bursts = #", "bursts": {"mean_size": 4}"#
    for (lifetime, mean) in [
      (#""mean": "8d""#, 8 * day), (#""observed": 10, "units": 5, "over": "8d""#, 16 * day),
      (#""observed": 10, "units": 5, "over": "8d", "at_risk_share": 0.5"#, 8 * day),
      (#""afr": 2"#, 2 * 365.25 * day), (#""per_1000_node_days": 8"#, 500 * day),
    ] {
      let text = #""lifetime": {"distribution": "exponential", \#(lifetime)}"# + bursts
      #expect(try law(text) == .exponential(Exponential(mean: mean)), "\(lifetime)")
    }
  }

  @Test("Under minimal repair bursts go with any law, whose first year has its share of the rate")
  func dividesWeibullRates() throws {
    let text = #"""
      "lifetime": {"distribution": "weibull", "shape": 2, "afr": 6}, "renews": false,
      "bursts": {"mean_size": 1.5}
      """#
    let hazard = try #require(try law(text)).cumulativeHazard(365.25 * day)
    #expect(abs(hazard - 4) < 1e-12)
  }

  @Test("A schedule is read, each factor from its instant on")
  func readsSchedule() throws {
    let text = fault(
      #"""
      "lifetime": {"distribution": "weibull", "shape": 0.7, "mean": "9d"},
      "schedule": [{"from": "0s", "factor": 2}, {"from": "10d", "factor": 0}]
      """#)
    #expect(
      try read(text).scenario.faults[0].schedule == [
        HazardStep(from: 0, factor: 2), HazardStep(from: 10 * day, factor: 0),
      ])
    let set = try read(text, set: ["faults.f.schedule.1.factor=3"])
    #expect(set.scenario.faults[0].schedule.last == HazardStep(from: 10 * day, factor: 3))
  }

  @Test("Nodes are repaired each by itself, or together")
  func readsRepairTogether() throws {
    let text = scenario(
      #"""
      "repair": {"routes": {"r": [{"stage": "s", "time": "1h"}]}},
      "faults": [{"name": "f", "per": "rack", "repair": "r",
        "lifetime": {"distribution": "exponential", "mean": "9d"}}]
      """#)
    #expect(try !read(text).scenario.faults[0].isRepairedTogether)
    let together = try read(text, set: ["faults.f.repaired=together"])
    #expect(together.scenario.faults[0].isRepairedTogether && together.warnings.isEmpty)
    let single = try read(text, set: ["faults.f.repaired=together", "faults.f.per=node"])
    #expect(
      single.warnings.map(\.message) == [
        "each fault takes one node down: nothing is repaired together"
      ])
  }
}
