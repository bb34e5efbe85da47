import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Nodes that are retired, and new ones")
struct RetirementTests {
  /// One node, struck at the given times; mended in 10 s.
  static func scenario(
    faults times: [Double], retire: RepairPolicy.Retirement? = nil, restock: Lifetime? = nil,
    fixes: Double = 1
  ) -> Scenario {
    Scenario(
      cluster: Cluster(nodes: 1),
      faults: [
        FaultClass(name: "fault", per: .node, process: .instants(times), repairRoute: 0)
      ],
      repairRoutes: [
        RepairRoute(
          name: "route", stages: [.init(name: "swap", time: .constant(10), fixes: fixes)])
      ],
      repair: RepairPolicy(retirement: retire, restock: restock),
      job: Job(nodes: 1), checkpoint: CheckpointPolicy(interval: 50, save: 0), horizon: 1000)
  }

  @Test(
    "A node is retired when it breaks for the last time within the window",
    arguments: [
      // The third failure, 400 s after the first, is the last, but not in a shorter window.
      ([100, 300, 500], 3, 400, 500), ([100, 300, 500], 3, 399, nil),
      // The window slides: 600 is too late for 100, 700 is not for 300.
      ([100, 300, 600, 700, 800], 3, 400, 700), ([100, 300, 600, 900], 3, 400, nil),
      ([100, 300], 1, 1, 100), ([100, 300, 350], 2, 100, 350),
    ] as [([Double], Int, Double, Double?)])
  func window(times: [Double], failures: Int, within: Double, retired: Double?) {
    let rule = RepairPolicy.Retirement(failures: failures, within: within)
    let scenario = Self.scenario(faults: times, retire: rule)
    var simulation = ClusterSimulation(scenario, seed: 1)
    let entries = simulation.timeline(replication: 0)
    #expect(entries.first { $0.event == .retired }?.time == retired)
    let run = simulate(scenario, replications: 1)[0].outcome
    #expect(run.retiredNodes == (retired == nil ? 0 : 1))
    let struck = times.filter { $0 <= retired ?? 1000 }.count
    #expect(run.failures == struck && run.repairs == struck - run.retiredNodes)
    #expect(run.nodeRepairSeconds == 10 * Double(run.repairs))
  }

  @Test("A retired node comes back as a new one after the lead time, and counts from none")
  func restock() {
    // Down 10 s at 100; retired at 200 and back at 500; down at 600; retired at 650, back at 950.
    let rule = RepairPolicy.Retirement(failures: 2, within: 100)
    let scenario = Self.scenario(
      faults: [100, 200, 600, 650], retire: rule, restock: .constant(300))
    let run = simulate(scenario, replications: 1)[0].outcome
    #expect(run.failures == 4 && run.repairs == 2)
    #expect(run.retiredNodes == 2 && run.restockedNodes == 2)
    #expect(run.ledger[.starved] == 10 + 300 + 10 + 300)
    #expect(run.noSpareSeconds == 1000)
  }

  @Test("A job that waits for a new node is not stalled")
  func noStall() {
    var scenario = Self.scenario(faults: [100], restock: .constant(300), fixes: 0)
    scenario.horizon = nil
    scenario.job.work = 500
    let run = simulate(scenario, replications: 1)[0].outcome
    #expect(run.isComplete && run.wallSeconds == 810 && run.ledger[.starved] == 310)
  }

  @Test("All that lives on a new node is new, and nothing of the old one is left")
  func newLives() {
    // Every GPU fails at 300 s of age. The first takes the node to be retired at 310; the new one
    // is there at 410 and fails at 710.
    var scenario = Self.scenario(faults: [], restock: .constant(100), fixes: 0)
    scenario.faults[0].per = .gpu
    scenario.faults[0].process = .lifetime(.constant(300))
    let run = simulate(scenario, replications: 1)[0].outcome
    #expect(run.failures == 2 && run.restockedNodes == 2)
    #expect(run.ledger[.starved] == 110 + 110)
  }

  @Test(
    "Nodes that are replaced at their first failure are renewal processes",
    arguments: [0.7, 3.0], [true, false])
  func renewalProcess(shape: Double, renews: Bool) {
    // The first failure of the eight GPUs of a node is Weibull with scale η 8^(−1/k).
    let nodes = 20
    let law = Weibull(shape: shape, mean: 4000)
    let first = Weibull(
      shape: shape, scale: law.time(atCumulativeHazard: 1.0 / 8))
    var scenario = FaultProcessTests.scenario(
      [
        FaultProcessTests.fault(
          .weibull(law), takesDown: .node, repair: 0, renews: renews)
      ],
      nodes: nodes,
      routes: [
        RepairRoute(name: "r", stages: [.init(name: "s", time: .constant(20), fixes: 0)])
      ], jobNodes: 1)
    scenario.repair.restock = .constant(80)
    let counts = simulate(scenario, replications: 2000).map { Double($0.outcome.failures) }
    let drawn = (0..<2000).map {
      FaultProcessTests.drawn(.weibull(first), instances: nodes, repair: 100, replication: $0).count
    }
    #expect(GoodnessOfFit.kolmogorovSmirnov(counts, drawn).pValue > 6e-5)
  }

  @Test(
    "With restocking too a Weibull law of shape 1 is the exponential",
    arguments: [Domain.gpu, .node, .rack], [true, false])
  func samePaths(per: Domain, renews: Bool) {
    func failures(_ law: Lifetime) -> [Double] {
      let route = RepairRoute(
        name: "r", stages: [.init(name: "s", time: .constant(50), fixes: 0.5)])
      var scenario = FaultProcessTests.scenario(
        [FaultProcessTests.fault(law, per: per, takesDown: .node, repair: 0, renews: renews)],
        nodes: 12, routes: [route], nodesPerRack: per == .rack ? 1 : 3, jobNodes: 2)
      scenario.repair.restock = .exponential(mean: 100)
      scenario.repair.retirement = .init(failures: 2, within: 300)
      return simulate(scenario, replications: 2000).map { Double($0.outcome.failures) }
    }
    let mean = per == .gpu ? 3000.0 : 400
    let test = GoodnessOfFit.kolmogorovSmirnov(
      failures(.exponential(mean: mean)), failures(.weibull(.init(shape: 1, mean: mean))))
    #expect(test.pValue > 6e-5)
  }

  @Test("Any mixture of crews, retirement and restocking keeps the invariants")
  func invariants() {
    // The simulation stops the program when they do not hold.
    for seed in 0..<300 as Range<UInt64> {
      var stream = RandomStream(seed: seed, replication: 1, stream: StreamIdentifier("repair"))
      var scenario = LawsOfTheModelTests.random(seed)
      scenario.repair.crews = [0, 1].map { index in
        RepairCrew(
          name: "crew\(index)", size: 1 + stream.index(below: 3),
          hours: stream.uniform() < 0.5
            ? WorkingHours(days: [.monday, .sunday], from: 3600 * stream.uniform(), to: 7200) : nil)
      }
      for route in scenario.repairRoutes.indices {
        for stage in scenario.repairRoutes[route].stages.indices where stream.uniform() < 0.7 {
          scenario.repairRoutes[route].stages[stage].crew = stream.index(below: 2)
          scenario.repairRoutes[route].stages[stage].falseFix = stream.uniform()
        }
      }
      if stream.uniform() < 0.5 {
        scenario.repair.retirement = .init(
          failures: 1 + stream.index(below: 3), within: 1e5 * stream.uniform())
      }
      if stream.uniform() < 0.6 { scenario.repair.restock = .exponential(mean: 3000) }
      if stream.uniform() < 0.5 { scenario.job.spareChoice = .fewestFailures }
      if stream.uniform() < 0.5 { scenario.cluster.spareActivation = .exponential(mean: 300) }
      for run in simulate(scenario, replications: 4).map(\.outcome) {
        #expect(run.wallSeconds <= 1e5, "seed \(seed)")
        #expect(run.falseFixes <= run.repairs, "seed \(seed)")
        #expect(run.crewBusySeconds <= run.crewWorkingSeconds + 1e-6, "seed \(seed)")
      }
    }
  }

  @Test("A share of what is called fixed is not")
  func falseFixes() {
    var scenario = Self.scenario(faults: (1...40).map { 20 * Double($0) })
    scenario.repairRoutes[0].stages[0].falseFix = 0.3
    let runs = simulate(scenario, replications: 500).map(\.outcome)
    #expect(runs.allSatisfy { $0.repairs == 40 })
    #expect(abs(deviation(of: runs.map { Double($0.falseFixes) }, from: 40 * 0.3)) < 4)
  }
}
