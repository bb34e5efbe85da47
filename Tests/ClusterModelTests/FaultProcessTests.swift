import Checkpointing
import ClusterModel
import Statistics
import Testing

/// Faults that nobody has to wait for: every step of recovery takes no time.
@Suite("What strikes, and how often")
struct FaultProcessTests {
  static let horizon = 1000.0

  static func scenario(
    _ faults: [FaultClass], nodes: Int = 100, spares: Int = 0, powered: Bool = true,
    routes: [RepairRoute] = [], recovery: Recovery = Recovery(), nodesPerRack: Int = 1,
    jobNodes: Int? = nil
  ) -> Scenario {
    Scenario(
      cluster: Cluster(
        nodes: nodes, gpusPerNode: 8, nodesPerRack: nodesPerRack, racksPerPod: 4,
        spareNodes: spares, sparesArePowered: powered),
      faults: faults, repairRoutes: routes, job: Job(nodes: jobNodes ?? nodes),
      checkpoint: CheckpointPolicy(interval: 50, save: 0), recovery: recovery, horizon: horizon)
  }

  static func fault(
    _ law: Lifetime, per: Domain = .gpu, count: Int = 1, takesDown: Domain = .job,
    repair: Int? = nil, renews: Bool = true, atRisk: FaultClass.Exposure = .powered
  ) -> FaultClass {
    FaultClass(
      name: "fault", per: per, count: count, process: .lifetime(law), takesDown: takesDown,
      repairRoute: repair, renews: renews, atRisk: atRisk)
  }

  /// Failures of `instances` drawn one by one: each renewed `repair` after it failed.
  static func drawn(
    _ law: Lifetime, instances: Int, repair: Double, replication: Int
  ) -> (count: Double, first: Double) {
    var stream = RandomStream(
      seed: 99, replication: UInt64(replication), stream: StreamIdentifier("drawn"))
    var (count, first) = (0.0, horizon)
    for _ in 0..<instances {
      var time = law.sample(using: &stream)
      first = min(first, time)
      while time <= horizon {
        count += 1
        time += repair + law.sample(using: &stream)
      }
    }
    return (count, first)
  }

  @Test(
    "A pool with renewals is like drawing every component",
    arguments: [0.7, 1.0, 3.0], [0.0, 200.0])
  func poolIsExact(shape: Double, repair: Double) {
    let law = Lifetime.weibull(.init(shape: shape, mean: 1500))
    let routes = [
      RepairRoute(name: "r", stages: [.init(name: "s", time: .constant(repair), fixes: 1)])
    ]
    let nodes = 40
    let fault = Self.fault(
      law, per: .node, takesDown: repair > 0 ? .node : .job, repair: repair > 0 ? 0 : nil)
    // A job of one node: the others wait, powered, and fail like it.
    let runs = simulate(
      Self.scenario([fault], nodes: nodes, routes: routes, jobNodes: 1), replications: 2000
    ).map(\.outcome)
    let drawn = (0..<2000).map {
      Self.drawn(law, instances: nodes, repair: repair, replication: $0)
    }
    let counts = GoodnessOfFit.kolmogorovSmirnov(
      runs.map { Double($0.failures) }, drawn.map(\.count))
    #expect(counts.pValue > 6e-5)  // 4 σ, two-sided
  }

  @Test(
    "A Weibull law of shape 1 is the exponential, whatever it lives on and takes down",
    arguments: [
      (Domain.gpu, Domain.node), (.node, .rack), (.rack, .node), (.rack, .rack), (.pod, .rack),
      (.cluster, .node), (.cluster, .cluster), (.node, .job), (.job, .node),
    ], [1.0, 0.6])
  func samePathsForRenewals(domains: (Domain, Domain), fixes: Double) {
    // The exponential never leaves its pool, the Weibull is renewed instance by instance.
    func failures(_ law: Lifetime) -> [Double] {
      let fault = Self.fault(
        law, per: domains.0, takesDown: domains.1, repair: domains.1 == .job ? nil : 0)
      let route = RepairRoute(
        name: "r", stages: [.init(name: "s", time: .constant(150), fixes: fixes)])
      return simulate(
        Self.scenario([fault], nodes: 12, routes: [route], nodesPerRack: 3, jobNodes: 2),
        replications: 4000
      ).map { Double($0.outcome.failures) }
    }
    let units = Topology(Cluster(nodes: 12, nodesPerRack: 3, racksPerPod: 4)).units(of: domains.0)
    let mean = 80 * Double(units)
    let test = GoodnessOfFit.kolmogorovSmirnov(
      failures(.exponential(mean: mean)), failures(.weibull(.init(shape: 1, mean: mean))))
    #expect(test.pValue > 6e-5)
  }

  @Test(
    "The same where instances wait: without power, and for training",
    arguments: [
      (false, FaultClass.Exposure.powered), (false, .training), (true, .training),
    ], [Domain.node, .rack])
  func samePathsForSuspensions(powered: (spares: Bool, exposure: FaultClass.Exposure), per: Domain)
  {
    func failures(_ law: Lifetime) -> [Double] {
      let fault = Self.fault(law, per: per, takesDown: per, repair: 0, atRisk: powered.exposure)
      let route = RepairRoute(
        name: "r", stages: [.init(name: "s", time: .constant(60), fixes: 1)])
      return simulate(
        Self.scenario(
          [fault], nodes: 8, spares: 8, powered: powered.spares, routes: [route],
          recovery: Recovery(restart: .constant(25), isExposed: false), nodesPerRack: 2,
          jobNodes: 5), replications: 4000
      ).map { Double($0.outcome.failures) }
    }
    let mean = per == .node ? 400.0 : 200
    let test = GoodnessOfFit.kolmogorovSmirnov(
      failures(.exponential(mean: mean)), failures(.weibull(.init(shape: 1, mean: mean))))
    #expect(test.pValue > 6e-5)
  }

  @Test("What is out of service costs nothing, however steep its hazard", .timeLimit(.minutes(1)))
  func suspendsSteepHazards() {
    // Two instances wear out after about 30 s; their node is in repair for the rest of the run,
    // in which the other one would pass a cumulative hazard of 1e12.
    let routes = [
      RepairRoute(name: "r", stages: [.init(name: "s", time: .constant(2000), fixes: 1)])
    ]
    let fault = Self.fault(
      .weibull(.init(shape: 8, mean: 30)), per: .node, count: 2, takesDown: .node, repair: 0)
    let runs = simulate(
      Self.scenario([fault], nodes: 4, routes: routes, jobNodes: 1), replications: 20)
    #expect(runs.allSatisfy { $0.outcome.failures == 4 })
  }

  @Test(
    "Faults follow the hazard at the age that the class has while the job trains",
    arguments: [0.7, 3.0])
  func hazardInTraining(shape: Double) {
    // Failures less ∫ N h(t) dt over the time in training are a martingale, so their mean is 0.
    let law = Lifetime.weibull(.init(shape: shape, scale: 4000))
    let fault = Self.fault(law, per: .node, renews: false, atRisk: .training)
    let scenario = Self.scenario([fault], recovery: Recovery(restart: .constant(30)))
    var simulation = ClusterSimulation(scenario, seed: 1)
    let excess = (0..<2000).map { replication -> Double in
      var (failures, hazard, resumed) = (0.0, 0.0, 0.0)
      for entry in simulation.timeline(replication: replication) {
        if entry.event == .fault { failures += 1 }
        if entry.event == .phase, entry.phase == "training" { resumed = entry.time }
        if entry.event == .interruption || entry.event == .end, entry.phase == "training" {
          hazard += 100 * (law.cumulativeHazard(entry.time) - law.cumulativeHazard(resumed))
        }
      }
      return failures - hazard
    }
    #expect(abs(deviation(of: excess, from: 0)) < 4)
  }

  @Test("A spare that is switched off ages but does not fail", arguments: [0.7, 3.0])
  func unpoweredSparesAge(shape: Double) {
    // Nothing is ever replaced, so only the nodes of the job count.
    let law = Lifetime.weibull(.init(shape: shape, scale: 3000))
    let fault = Self.fault(law, per: .node, renews: false)
    let counts = simulate(
      Self.scenario([fault], nodes: 50, spares: 150, powered: false), replications: 3000
    ).map { Double($0.outcome.failures) }
    #expect(abs(deviation(of: counts, from: 50 * law.cumulativeHazard(Self.horizon))) < 4)
  }

  @Test("Bounded lives end at their bound, and who passes it out of service fails no more")
  func boundedLives() {
    // Eight GPUs on each of four nodes all fail at 300: the first takes its node down, the other
    // seven pass their bound in repair.
    let routes = [
      RepairRoute(name: "r", stages: [.init(name: "s", time: .constant(50), fixes: 1)])
    ]
    let fault = Self.fault(.constant(300), takesDown: .node, repair: 0)
    let runs = simulate(
      Self.scenario([fault], nodes: 4, routes: routes, jobNodes: 1), replications: 20)
    // At 300 one a node; renewed at 350, it fails again at 650, and at 1000, the horizon.
    #expect(runs.allSatisfy { $0.outcome.failures == 12 })
    let uniform = Lifetime.uniform(.init(low: 100, high: 400))
    for law in [uniform, .empirical(.init(values: [100, 300]))] {
      let fault = Self.fault(law, takesDown: .node, repair: 0)
      let runs = simulate(
        Self.scenario([fault], nodes: 4, routes: routes, jobNodes: 1), replications: 20)
      #expect(runs.allSatisfy { $0.outcome.failures >= 8 })
    }
  }

  @Test("The first failure of N new Weibull instances is Weibull with scale η N^(−1/k)")
  func firstFailure() {
    let fault = Self.fault(.weibull(.init(shape: 0.7, scale: 2_000_000)), takesDown: .job)
    let runs = simulate(Self.scenario([fault]), replications: 4000).map(\.outcome)
    let scale = 2_000_000 * Double(powerOf: 1 / 800.0, 1 / 0.7)
    let first = Weibull(shape: 0.7, scale: scale)
    let expected = 1 - first.survival(Self.horizon)
    let failed = runs.map { $0.firstFailure == nil ? 0.0 : 1.0 }
    #expect(abs(deviation(of: failed, from: expected)) < 4)
    let test = GoodnessOfFit.kolmogorovSmirnov(runs.compactMap(\.firstFailure)) {
      (1 - first.survival($0)) / expected
    }
    #expect(test.pValue > 6e-5)
  }

  @Test("Under minimal repair counts follow the power law and are Poisson", arguments: [0.7, 3.0])
  func minimalRepair(shape: Double) {
    let fault = Self.fault(
      .weibull(.init(shape: shape, scale: 2000)), per: .node, renews: false)
    let counts = simulate(Self.scenario([fault]), replications: 4000)
      .map { Double($0.outcome.failures) }
    let expected = 100 * Double(powerOf: Self.horizon / 2000, shape)
    #expect(abs(deviation(of: counts, from: expected)) < 4)
    #expect(abs(varianceDeviation(of: counts, from: expected)) < 4)
  }

  @Test(
    "Every level of the tree fails as often as it has instances",
    arguments: [
      // 100 nodes of 8 GPUs, 7 to a rack (15 racks), 4 racks to a pod (4 pods)
      (Domain.gpu, 1, 800), (.node, 8, 800), (.rack, 2, 30), (.pod, 3, 12), (.cluster, 1, 1),
      (.job, 2, 2),
    ])
  func instances(per: Domain, count: Int, instances: Int) {
    let mean = Self.horizon * Double(instances) / 20
    let fault = Self.fault(.exponential(mean: mean), per: per, count: count)
    let counts = simulate(Self.scenario([fault], nodesPerRack: 7), replications: 2000)
      .map { Double($0.outcome.failures) }
    #expect(abs(deviation(of: counts, from: 20)) < 4)
    #expect(abs(varianceDeviation(of: counts, from: 20)) < 4)
  }

  @Test("A rack's fault is one interruption and as many repairs as the rack has nodes")
  func rackFault() {
    let fault = FaultClass(
      name: "switch", per: .rack, process: .instants([100, 500]), repairRoute: 0)
    let routes = [
      RepairRoute(name: "r", stages: [.init(name: "s", time: .constant(50), fixes: 1)])
    ]
    let run = simulate(
      Self.scenario([fault], nodes: 12, spares: 4, routes: routes, nodesPerRack: 4, jobNodes: 12),
      replications: 1)[0].outcome
    #expect(run.failures == 2)
    #expect(run.repairs == 8)
    #expect(run.unexpectedInterruptions == 2)
  }

  @Test(
    "A fault takes down what its class says, whatever it lives on",
    arguments: [
      (Domain.gpu, Domain.gpu, 1), (.gpu, .rack, 4), (.node, .pod, 16), (.rack, .node, 1),
      (.pod, .rack, 4), (.cluster, .pod, 16), (.cluster, .cluster, 32), (.job, .node, 1),
      (.job, .rack, 4), (.node, .job, 0),
    ])
  func blastRadius(per: Domain, takesDown: Domain, nodes: Int) {
    let fault = FaultClass(
      name: "fault", per: per, process: .instants([100]), takesDown: takesDown,
      repairRoute: takesDown == .job ? nil : 0)
    let routes = [
      RepairRoute(name: "r", stages: [.init(name: "s", time: .constant(50), fixes: 1)])
    ]
    let run = simulate(
      Self.scenario([fault], nodes: 32, routes: routes, nodesPerRack: 4), replications: 1)[0]
    #expect(run.outcome.repairs == nodes)
    #expect(run.outcome.unexpectedInterruptions == 1)
    #expect(run.jobFailures == [1])
  }

  @Test("Spares fail when they are powered, and interrupt nothing")
  func spares() {
    let fault = Self.fault(
      .exponential(mean: 10_000), per: .node, takesDown: .node, repair: nil)
    let powered = simulate(
      Self.scenario([fault], nodes: 100, spares: 100), replications: 2000)
    #expect(abs(deviation(of: powered.map { Double($0.outcome.failures) }, from: 20)) < 4)
    #expect(abs(deviation(of: powered.map { Double($0.outcome.jobFailures) }, from: 10)) < 4)
    #expect(powered.allSatisfy { $0.outcome.jobFailures == $0.outcome.unexpectedInterruptions })
    let unpowered = simulate(
      Self.scenario([fault], nodes: 100, spares: 100, powered: false), replications: 2000)
    #expect(abs(deviation(of: unpowered.map { Double($0.outcome.failures) }, from: 10)) < 4)
  }

  @Test("What only load breaks fails in proportion to the time in training")
  func atRiskInTraining() {
    let fault = Self.fault(.exponential(mean: 10_000), per: .node, atRisk: .training)
    let recovery = Recovery(restart: .constant(60))
    let runs = simulate(Self.scenario([fault], recovery: recovery), replications: 4000)
    let excess = runs.map { run in
      let ledger = run.outcome.ledger
      let trained = ledger[.productive] + ledger[.lostWork]
      return Double(run.outcome.failures) - trained * 100 / 10_000
    }
    #expect(abs(deviation(of: excess, from: 0)) < 4)
    #expect(runs.allSatisfy { $0.outcome.failures == $0.outcome.unexpectedInterruptions })
  }

  @Test("A fault of the job starts a new life when training resumes", arguments: [0.7, 3.0])
  func jobIsRenewed(shape: Double) {
    let law = Lifetime.weibull(.init(shape: shape, mean: 300))
    let fault = Self.fault(law, per: .job)
    let runs = simulate(
      Self.scenario([fault], nodes: 1, recovery: Recovery(restart: .constant(40))),
      replications: 4000)
    let drawn = (0..<4000).map {
      Self.drawn(law, instances: 1, repair: 40, replication: $0).count
    }
    let test = GoodnessOfFit.kolmogorovSmirnov(runs.map { Double($0.outcome.failures) }, drawn)
    #expect(test.pValue > 6e-5)
  }

  @Test("Failed instances of a retired node never fail again")
  func retired() {
    let fault = Self.fault(
      .weibull(.init(shape: 1.5, mean: 300)), per: .node, takesDown: .node, repair: 0)
    let routes = [
      RepairRoute(name: "r", stages: [.init(name: "s", time: .constant(1), fixes: 0)])
    ]
    let runs = simulate(
      Self.scenario([fault], nodes: 30, routes: routes, jobNodes: 1), replications: 200)
    #expect(runs.allSatisfy { $0.outcome.failures <= 30 })
    #expect(
      runs.allSatisfy { $0.outcome.retiredNodes + 1 >= $0.outcome.failures })
  }
}

extension Double {
  /// base to the power of exponent, for positive bases.
  init(powerOf base: Double, _ exponent: Double) {
    self = PortableMath.exp(exponent * PortableMath.log(base))
  }
}
