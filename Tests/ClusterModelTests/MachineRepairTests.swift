import Checkpointing
import ClusterModel
import Statistics
import Testing

/// Nodes that break and wait for a crew, with exponential laws: the machine-repairman model.
///
/// Every step of recovery takes no time, so that the job starves exactly while more nodes are
/// broken than there are spares. Expected values hold for the finite run from the start with every
/// node up, so there is no bias.
@Suite("The machine-repairman model")
struct MachineRepairTests {
  static let life = 1000.0
  static let repair = 100.0

  static func scenario(
    nodes: Int, spares: Int, crew: Int, law: Lifetime = .exponential(mean: repair),
    powered: Bool = true, atRisk: FaultClass.Exposure = .powered
  ) -> Scenario {
    Scenario(
      cluster: Cluster(nodes: nodes, spareNodes: spares, sparesArePowered: powered),
      faults: [
        FaultClass(
          name: "fault", per: .node, process: .lifetime(.exponential(mean: life)), repairRoute: 0,
          atRisk: atRisk)
      ],
      repairRoutes: [
        RepairRoute(name: "route", stages: [.init(name: "swap", time: law, fixes: 1, crew: 0)])
      ],
      repair: RepairPolicy(crews: [RepairCrew(name: "crew", size: crew)]),
      job: Job(nodes: nodes), checkpoint: CheckpointPolicy(interval: 50, save: 0),
      horizon: 20_000)
  }

  /// Holds what was measured to the chain of broken nodes, averaged over the run.
  static func expect(
    _ scenario: Scenario, follows chain: BirthDeath, replications: Int = 200,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let time = scenario.horizon ?? 0
    let spares = scenario.cluster.allNodes - scenario.job.nodes
    let crew = scenario.repair.crews[0].size
    let share = chain.evolve(until: time).mean
    func mean(_ value: (Int) -> Int) -> Double {
      share.indices.reduce(0) { $0 + share[$1] * Double(value($1)) }
    }
    let rows: [(String, (Outcome) -> Double, Double)] = [
      ("down", { $0.nodeRepairSeconds / time }, mean { $0 }),
      ("queue", { $0.crewQueueSeconds / time }, mean { max(0, $0 - crew) }),
      ("busy", { $0.crewBusySeconds / time }, mean { min($0, crew) }),
      ("no spare", { $0.noSpareSeconds / time }, mean { $0 >= spares ? 1 : 0 }),
      ("starved", { $0.ledger[.starved] / time }, mean { $0 > spares ? 1 : 0 }),
      (
        "available", { $0.ledger[.productive] + $0.ledger[.lostWork] },
        time * mean { $0 > spares ? 0 : 1 }
      ),
    ]
    let runs = simulate(scenario, replications: replications).map(\.outcome)
    for (name, value, expected) in rows where expected > 0 {
      let error = deviation(of: runs.map(value), from: expected)
      #expect(abs(error) < 4, "\(name) is \(error) SE off", sourceLocation: sourceLocation)
    }
  }

  @Test(
    "Crews of any size, with spares that fail and spares that don't",
    arguments: [1, 2, 3, 8], [true, false])
  func crews(crew: Int, powered: Bool) {
    let (nodes, spares) = (6, 2)
    let chain = BirthDeath(
      nodes: nodes + spares, crew: crew, failure: 1 / Self.life, repair: 1 / Self.repair
    ) { broken in powered ? nodes + spares - broken : min(nodes, nodes + spares - broken) }
    let scenario = Self.scenario(nodes: nodes, spares: spares, crew: crew, powered: powered)
    Self.expect(scenario, follows: chain)
    // In equilibrium the chain is that of the textbooks, so the run is as well.
    let long = chain.evolve(until: 20_000).last
    #expect(zip(long, chain.equilibrium).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test("A job of k of n nodes runs while at most n − k are broken", arguments: [1, 2])
  func kOutOfN(crew: Int) {
    // Five of the seven nodes that the job may use, and another one: three of eight may be broken.
    var scenario = Self.scenario(nodes: 7, spares: 1, crew: crew)
    scenario.job.nodes = 5
    let chain = BirthDeath(
      nodes: 8, crew: crew, failure: 1 / Self.life, repair: 1 / Self.repair
    ) { 8 - $0 }
    Self.expect(scenario, follows: chain)
  }

  @Test("A starved job does not fail when only training breaks nodes", arguments: [1, 2])
  func stalledJob(crew: Int) {
    let (nodes, spares) = (8, 1)
    let chain = BirthDeath(
      nodes: spares + 1, crew: crew, failure: 1 / Self.life, repair: 1 / Self.repair
    ) { $0 <= spares ? nodes : 0 }
    let scenario = Self.scenario(nodes: nodes, spares: spares, crew: crew, atRisk: .training)
    Self.expect(scenario, follows: chain)
  }

  @Test(
    "With ample crews k of n nodes are up as often as by the binomial law, whatever the repair",
    arguments: [
      Lifetime.constant(repair), .exponential(mean: repair),
      .lognormal(.init(mean: repair, sigma: 1)), .weibull(.init(shape: 0.6, mean: repair)),
    ])
  func insensitivity(law: Lifetime) {
    let (nodes, spares) = (6, 2)
    var scenario = Self.scenario(nodes: nodes, spares: spares, crew: nodes + spares, law: law)
    // The start with every node up is worth less than R / horizon = 1e-3 of what is measured.
    scenario.horizon = 100_000
    let down = Self.repair / (Self.life + Self.repair)
    let chain = BirthDeath(
      nodes: nodes + spares, crew: nodes + spares, failure: down, repair: 1 - down
    ) { nodes + spares - $0 }
    let runs = simulate(scenario, replications: 40).map(\.outcome)
    let available = runs.map { 1 - $0.ledger[.starved] / $0.wallSeconds }
    let upEnough = chain.equilibrium[...spares].reduce(0, +)
    #expect(abs(deviation(of: available, from: upEnough)) < 4)
    let busy = runs.map { $0.crewBusySeconds / $0.wallSeconds }
    #expect(abs(deviation(of: busy, from: Double(nodes + spares) * down)) < 4)
    #expect(runs.allSatisfy { $0.crewQueueSeconds == 0 && $0.longestCrewQueue == 0 })
  }

  @Test(
    "With ample crews and cold spares too only the mean of the repair matters",
    arguments: [
      Lifetime.constant(repair), .exponential(mean: repair),
      .lognormal(.init(mean: repair, sigma: 1)), .weibull(.init(shape: 0.6, mean: repair)),
    ])
  func insensitivityWithColdSpares(law: Lifetime) {
    // A closed network of two stations: the job's places with exponential lives and spares as a
    // queue, and repair without a queue (Baskett, Chandy, Muntz, Palacios, J. ACM 22, 1975).
    let (nodes, spares) = (6, 2)
    var scenario = Self.scenario(
      nodes: nodes, spares: spares, crew: nodes + spares, law: law, powered: false)
    scenario.horizon = 100_000
    let chain = BirthDeath(
      nodes: nodes + spares, crew: nodes + spares, failure: 1 / Self.life, repair: 1 / Self.repair
    ) { min(nodes, nodes + spares - $0) }
    let share = chain.equilibrium
    let runs = simulate(scenario, replications: 40).map(\.outcome)
    let starved = runs.map { $0.ledger[.starved] / $0.wallSeconds }
    #expect(abs(deviation(of: starved, from: share[(spares + 1)...].reduce(0, +))) < 4)
    let noSpare = runs.map { $0.noSpareSeconds / $0.wallSeconds }
    #expect(abs(deviation(of: noSpare, from: share[spares...].reduce(0, +))) < 4)
    let down = runs.map { $0.nodeRepairSeconds / $0.wallSeconds }
    let mean = share.indices.reduce(0) { $0 + Double($1) * share[$1] }
    #expect(abs(deviation(of: down, from: mean)) < 4)
  }

  @Test("One unit is up at t with μ/(λ+μ) + λ/(λ+μ) e^(−(λ+μ)t)", arguments: [20.0, 100, 400])
  func transientAvailability(time: Double) {
    var scenario = Self.scenario(nodes: 1, spares: 0, crew: 1)
    scenario.horizon = time
    let (failure, repair) = (1 / Self.life, 1 / Self.repair)
    let decay = PortableMath.exp(-(failure + repair) * time)
    let expected = (repair + failure * decay) / (failure + repair)
    let up = simulate(scenario, replications: 20_000).map {
      $0.outcome.failures == $0.outcome.repairs ? 1.0 : 0
    }
    #expect(abs(deviation(of: up, from: expected)) < 4)
  }

  @Test(
    "The first shortage comes when first-step analysis says", arguments: [1, 2], [true, false])
  func firstShortage(crew: Int, powered: Bool) {
    let (nodes, spares) = (6, 1)
    let chain = BirthDeath(
      nodes: nodes + spares, crew: crew, failure: 1 / Self.life, repair: 1 / Self.repair
    ) { powered ? nodes + spares - $0 : min(nodes, nodes + spares - $0) }
    let expected = chain.meanTime(until: spares + 1)
    var scenario = Self.scenario(nodes: nodes, spares: spares, crew: crew, powered: powered)
    // Longer than 20 times as long it takes with a probability below 1e-8.
    scenario.horizon = 20 * expected
    var simulation = ClusterSimulation(scenario, seed: 1)
    let times = (0..<1000).compactMap { replication in
      simulation.timeline(replication: replication).first { $0.phase == "starved" }?.time
    }
    #expect(times.count == 1000)
    #expect(abs(deviation(of: times, from: expected)) < 4)
  }
}
