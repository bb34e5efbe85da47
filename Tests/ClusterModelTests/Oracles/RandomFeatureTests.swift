import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Laws that hold for any scenario with nodes that differ, bursts, schedules and whole racks")
struct RandomFeatureTests {
  /// A valid scenario with every feature now and then; the invariants are asserted inside the
  /// simulation.
  static func random(_ seed: UInt64) -> Scenario {
    var scenario = LawsOfTheModelTests.randomWithLatentFaults(seed)
    var stream = RandomStream(seed: seed, replication: 1, stream: StreamIdentifier("features"))
    func chance(_ probability: Double) -> Bool { stream.uniform() < probability }
    placeJob(&scenario, using: &stream)
    for index in scenario.faults.indices { vary(&scenario.faults[index], using: &stream) }
    let onNodes = scenario.faults.indices.filter { index in
      guard case .lifetime = scenario.faults[index].process else { return false }
      return scenario.faults[index].per <= .node && stream.uniform() < 0.8
    }
    if chance(0.6) {
      let law: Frailty.Law =
        chance(0.5)
        ? .lemons(fraction: stream.uniform(), multiplier: 30 * stream.uniform())
        : .gamma(variance: 0.01 + 5 * stream.uniform())
      scenario.frailty = Frailty(law, faults: Set(onNodes))
    }
    if chance(0.5) {
      let nodes = 1 + stream.index(below: scenario.cluster.allNodes)
      let old = stream.index(below: nodes)
      scenario.cluster.installed = [
        .init(nodes: old, age: 1e4 * stream.uniform()),
        .init(nodes: nodes - old, age: 1e4 * stream.uniform()),
      ]
    }
    if chance(0.3) { scenario.cluster.burnIn = 5000 * stream.uniform() }
    if chance(0.3) {
      scenario.cluster.rateScale = RateScale(
        rateExponent: -1 + 3 * stream.uniform(), overGPUs: 1 + stream.index(below: 60))
    }
    if chance(0.4) {
      scenario.cluster.spareActivation = .exponential(mean: 600)
      scenario.cluster.warmSpares = stream.index(below: 5)
    }
    repair(&scenario, using: &stream)
    return scenario
  }

  private static func placeJob(_ scenario: inout Scenario, using stream: inout RandomStream) {
    guard stream.uniform() < 0.5 else {
      if stream.uniform() < 0.3 { scenario.job.spareChoice = .fewestFailures }
      return
    }
    let nodesOfRack = 1 + stream.index(below: scenario.cluster.nodesPerRack)
    let racks = 1 + stream.index(below: 4)
    scenario.job.nodesOfRack = nodesOfRack
    scenario.job.nodes = racks * nodesOfRack
    let perRack = scenario.cluster.nodesPerRack
    scenario.cluster.nodes = perRack * (racks + stream.index(below: 2))
    scenario.cluster.spareNodes = perRack * stream.index(below: 3)
  }

  private static func vary(_ fault: inout FaultClass, using stream: inout RandomStream) {
    fault.isRepairedTogether = fault.repairRoute != nil && stream.uniform() < 0.5
    guard case .lifetime = fault.process else { return }
    if fault.constantRate != nil || !fault.renews, stream.uniform() < 0.6 {
      fault.bursts = Bursts(
        meanSize: 1 + 4 * stream.uniform(), delay: .exponential(mean: 3000 * stream.uniform() + 1))
    }
    if stream.uniform() < 0.4 {
      fault.schedule = (0..<1 + stream.index(below: 3)).map { step in
        HazardStep(
          from: (Double(step) + stream.uniform()) * 3e4,
          factor: stream.uniform() < 0.3 ? 0 : 4 * stream.uniform())
      }
    }
  }

  private static func repair(_ scenario: inout Scenario, using stream: inout RandomStream) {
    scenario.repair.crews = [RepairCrew(name: "crew", size: 1 + stream.index(below: 3))]
    for route in scenario.repairRoutes.indices {
      for stage in scenario.repairRoutes[route].stages.indices {
        if stream.uniform() < 0.5 { scenario.repairRoutes[route].stages[stage].crew = 0 }
        if stream.uniform() < 0.7 {
          scenario.repairRoutes[route].stages[stage].falseFix = stream.uniform()
        }
      }
    }
    if stream.uniform() < 0.7 { scenario.repair.returnsMultiplier = 25 * stream.uniform() + 0.1 }
    if stream.uniform() < 0.5 {
      scenario.repair.retirement = .init(
        failures: 1 + stream.index(below: 3), within: 1e5 * stream.uniform())
    }
    if stream.uniform() < 0.6 { scenario.repair.restock = .exponential(mean: 3000) }
  }

  @Test("Every second is in one state and every node in one place", .timeLimit(.minutes(2)))
  func invariants() {
    // The simulation stops the program when they do not hold.
    var (failures, falseFixes, restocked, starved) = (0, 0, 0, 0.0)
    for seed in 0..<1000 as Range<UInt64> {
      let scenario = Self.random(seed)
      for run in simulate(scenario, replications: 4) {
        let outcome = run.outcome
        #expect(outcome.wallSeconds <= 1e5, "seed \(seed)")
        #expect(run.failures.reduce(0, +) == outcome.failures, "seed \(seed)")
        #expect(run.jobFailures.reduce(0, +) == outcome.jobFailures, "seed \(seed)")
        #expect(outcome.unexpectedInterruptions <= outcome.jobFailures, "seed \(seed)")
        #expect(outcome.falseFixes <= outcome.repairs, "seed \(seed)")
        #expect(
          outcome.nodeRepairSeconds
            <= Double(scenario.cluster.allNodes) * outcome.wallSeconds * (1 + 1e-9), "seed \(seed)")
        failures += outcome.failures
        falseFixes += outcome.falseFixes
        restocked += outcome.restockedNodes
        starved += outcome.ledger[.starved]
      }
    }
    // The scenarios are about what they are to be about.
    #expect(failures > 4000 && falseFixes > 100 && restocked > 100 && starved > 0)
  }

  @Test("A replication is the same whatever was simulated before it")
  func reproducible() {
    for seed in 0..<60 as Range<UInt64> {
      expectSameInAnyOrder(Self.random(seed), "seed \(seed)")
    }
  }

  @Test("Results do not depend on the number of threads")
  func threads() {
    for seed in 0..<6 as Range<UInt64> {
      expectSameOnAnyNumberOfThreads(Self.random(seed), replications: 100, "seed \(seed)")
    }
  }
}
