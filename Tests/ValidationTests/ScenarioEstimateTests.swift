import Checkpointing
import ClusterModel
import Experiments
import Statistics
import Testing

/// 16 nodes that fault all in all once an hour: crashes of nodes and of the job, hangs of GPUs.
/// All nodes stay in service, so that nothing but what the formulas know of happens.
private func scenario(write: Double, isExposed: Bool) -> Scenario {
  func fault(
    _ name: String, per: Domain, jobRate: Double, instances: Int,
    symptom: FaultClass.Symptom = .crash
  ) -> FaultClass {
    FaultClass(
      name: name, per: per,
      process: .lifetime(.exponential(Exponential(mean: Double(instances) / jobRate))),
      symptom: symptom, takesDown: .job)
  }
  let hour = 3600.0
  return Scenario(
    cluster: Cluster(nodes: 16),
    faults: [
      fault("node", per: .node, jobRate: 0.5 / hour, instances: 16),
      fault("gpu", per: .gpu, jobRate: 0.2 / hour, instances: 128, symptom: .hang),
      fault("bug", per: .job, jobRate: 0.3 / hour, instances: 1),
    ],
    job: Job(nodes: 16),
    checkpoint: CheckpointPolicy(interval: 900, save: 60, write: write),
    storage: [CheckpointStorage(load: .deterministic(Deterministic(value: 60)))],
    recovery: Recovery(
      detectCrash: .deterministic(Deterministic(value: 30)),
      detectHang: .exponential(Exponential(mean: 600)),
      restart: .deterministic(Deterministic(value: 240)), isExposed: isExposed),
    horizon: 2000 * hour)
}

@Suite("What is estimated by formula") struct ScenarioEstimateTests {
  @Test(
    "It agrees with the simulation of a long run",
    arguments: [(0.0, false), (300.0, false), (300.0, true)])
  func agrees(write: Double, isExposed: Bool) throws {
    let scenario = scenario(write: write, isExposed: isExposed)
    let estimate = ScenarioEstimate(scenario)
    let result = Run.simulate(scenario, settings: RunSettings(replications: 16, threads: 2))
    func check(_ metric: String, _ expected: Double) throws {
      let summary = try #require(
        result.metrics.first { $0.metric.identifier == metric }?.summary)
      #expect(abs(summary.mean - expected) < 4 * summary.standardError, "\(metric)")
    }
    let interruptions = estimate.unexpectedInterruptions
    try check("ettr", estimate.ettr(interval: 900))
    try check("unexpected_interruptions", interruptions)
    try check("mttr_hours", estimate.recovery.total / 3600)
    try check("lost_work_hours", (estimate.lostWork ?? 0) * interruptions / 3600)
  }

  @Test("The rates of a class follow its law, its instances and the time it is renewed in")
  func rates() {
    var scenario = scenario(write: 0, isExposed: false)
    #expect(scenario.faults.count == 3)
    let estimate = ScenarioEstimate(scenario)
    #expect(estimate.classes.map(\.instances) == [16, 128, 1])
    #expect(abs(estimate.rate * 3600 - 1) < 1e-12)

    // Minimal repair: (t/η)^k failures in the run.
    let weibull = Weibull(shape: 2, scale: 1e7)
    scenario.faults = [
      FaultClass(name: "old", per: .node, process: .lifetime(.weibull(weibull)), renews: false),
      FaultClass(name: "at", per: .rack, process: .instants([5, 7.2e6, 7.3e6])),
    ]
    let aging = ScenarioEstimate(scenario)
    #expect(abs(aging.classes[0].ofInstance * 7.2e6 / (0.72 * 0.72) - 1) < 1e-12)
    // The last instant lies beyond the horizon of 7.2e6 s.
    #expect(abs(aging.classes[1].ofJob * 7.2e6 - 2) < 1e-12)
  }

  @Test(
    "What is renewed with the job strikes as often as in the simulation",
    arguments: [
      Lifetime.weibull(Weibull(shape: 0.7, mean: 7200)), .weibull(Weibull(shape: 3, mean: 7200)),
      .deterministic(Deterministic(value: 5000)), .lognormal(Lognormal(mean: 7200, sigma: 1.5)),
    ], [0.0, 1.0])
  func renewedWithJob(law: Lifetime, others: Double) throws {
    var scenario = scenario(write: 0, isExposed: false)
    scenario.faults = scenario.faults.filter { $0.per != .job || others == 0 }
    if others == 0 { scenario.faults = [] }
    for name in ["a", "b"] {
      scenario.faults.append(
        FaultClass(name: name, per: .job, process: .lifetime(law), takesDown: .job))
    }
    let expected = ScenarioEstimate(scenario).unexpectedInterruptions
    let result = Run.simulate(scenario, settings: RunSettings(replications: 8, threads: 2))
    let counts = try #require(
      result.metrics.first { $0.metric.identifier == "unexpected_interruptions" }?.summary)
    // Beside the luck the last, unfinished recovery, and 0.3 % for cells of steps.
    #expect(abs(counts.mean - expected) < 4 * counts.standardError + 0.003 * expected + 1)
  }

  @Test(
    "Whoever takes the job down is counted, wherever it lives",
    arguments: [
      (Domain.node, Domain.cluster), (.cluster, .node), (.gpu, .rack), (.rack, .pod), (.pod, .rack),
    ], [FaultClass.Exposure.powered, .training])
  func blastRadius(domains: (Domain, Domain), exposure: FaultClass.Exposure) throws {
    var scenario = scenario(write: 0, isExposed: false)
    scenario.cluster = Cluster(
      nodes: 32, gpusPerNode: 4, nodesPerRack: 4, racksPerPod: 2, spareNodes: 16)
    scenario.recovery = Recovery()
    scenario.job = Job(nodes: 8)
    scenario.faults = [
      FaultClass(
        name: "fault", per: domains.0,
        process: .lifetime(
          .exponential(
            Exponential(
              mean: 3600 * Double(Topology(scenario.cluster).units(of: domains.0))))),
        takesDown: domains.1, atRisk: exposure)
    ]
    let expected = ScenarioEstimate(scenario).unexpectedInterruptions
    let result = Run.simulate(scenario, settings: RunSettings(replications: 8, threads: 2))
    let counts = try #require(
      result.metrics.first { $0.metric.identifier == "unexpected_interruptions" }?.summary)
    #expect(abs(counts.mean - expected) < 4 * counts.standardError + 1e-9)
  }

  @Test("Random restarts enter by their law, not only by their mean")
  func randomRestarts() throws {
    var scenario = scenario(write: 0, isExposed: true)
    scenario.faults = scenario.faults.filter { $0.per == .node }
    scenario.recovery.restart = .lognormal(Lognormal(mean: 7200, sigma: 1.5))
    let result = Run.simulate(scenario, settings: RunSettings(replications: 16, threads: 2))
    let ettr = try #require(result.metrics.first { $0.metric.identifier == "ettr" }?.summary)
    let expected = ScenarioEstimate(scenario).ettr(interval: 900)
    #expect(abs(ettr.mean - expected) < 4 * ettr.standardError)
  }

  @Test("A mean that is infinite leaves no ETTR, and traps nothing")
  func infiniteMeans() {
    var scenario = scenario(write: 0, isExposed: true)
    let endless = Lifetime.pareto(Pareto(shape: 0.9, scale: 60))
    scenario.recovery.restart = endless
    #expect(ScenarioEstimate(scenario).ettr(interval: 900) >= 0)
    scenario.recovery.detectCrash = endless
    #expect(ScenarioEstimate(scenario).ettr(interval: 900) == 0)
    scenario.recovery = Recovery(swap: endless)
    #expect(ScenarioEstimate(scenario).recovery.replacement == 0)
    scenario.faults = []
    #expect(ScenarioEstimate(scenario).ettr(interval: 900) == 0.9375)
  }

  @Test("Planned stops take their share, nodes in repair follow Little's law")
  func plansAndRepairs() {
    var scenario = scenario(write: 0, isExposed: false)
    scenario.maintenance = Maintenance(every: 100_000, first: 50_000, downtime: 940)
    scenario.repairRoutes = [
      RepairRoute(
        name: "route",
        stages: [
          RepairRoute.Stage(
            name: "reboot", time: .deterministic(Deterministic(value: 3600)), fixes: 0.5),
          RepairRoute.Stage(
            name: "swap", time: .deterministic(Deterministic(value: 36_000)), fixes: 1),
        ])
    ]
    scenario.faults = [
      FaultClass(
        name: "rack", per: .rack,
        process: .lifetime(.exponential(Exponential(mean: 16 * 86_400))), repairRoute: 0)
    ]
    scenario.cluster.nodesPerRack = 4
    let estimate = ScenarioEstimate(scenario)
    #expect(abs(estimate.plannedShare - 0.01) < 1e-12)
    #expect(estimate.plannedInterruptions == 72)
    // 4 racks of 4 nodes: one fault in 4 days takes 4 nodes for 6 hours.
    #expect(abs(estimate.nodesInRepairWhileWaiting - 0.25) < 1e-12)
    // Within a run of 7.2e6 s a stage of t s counts t (1 − t/2W).
    let within = 1 * (3600 * (1 - 1800 / 7.2e6) + 0.5 * 36_000 * (1 - 18_000 / 7.2e6)) * 4 / 345_600
    #expect(abs(estimate.nodesInRepair - within) < 1e-12)
    #expect(estimate.recovery.replacement == 0)
  }
}
