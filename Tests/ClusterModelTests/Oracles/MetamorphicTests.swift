import Checkpointing
import ClusterModel
import Statistics
import Testing

/// What must not change when a scenario is written in another way.
@Suite("Scenarios that say the same in other words")
struct MetamorphicTests {
  /// Nodes that differ, false fixes, bursts, a schedule, cohorts, racks that are drained, crews and
  /// spares that are activated; exponential and Weibull lives, times in units of `unit` seconds.
  static func rich(unit: Double = 1, frailty: Frailty.Law = .lemons(fraction: 0.2, multiplier: 8))
    -> Scenario
  {
    func weibull(_ shape: Double, _ scale: Double) -> Lifetime {
      .weibull(.init(shape: shape, scale: scale * unit))
    }
    func constant(_ time: Double) -> Lifetime { .constant(time * unit) }
    func exponential(_ mean: Double) -> Lifetime { .exponential(mean: mean * unit) }
    let faults = [
      FaultClass(
        name: "gpu", per: .gpu, process: .lifetime(exponential(20_000)), repairRoute: 0,
        bursts: Bursts(meanSize: 2, delay: exponential(40))),
      FaultClass(
        name: "memory", per: .gpu, process: .lifetime(weibull(0.7, 60_000)), symptom: .hang,
        repairRoute: 0),
      FaultClass(
        name: "fan", per: .node, process: .lifetime(weibull(2.5, 4000)), symptom: .slow,
        speed: 0.75, repairRoute: 0,
        schedule: [HazardStep(from: 300 * unit, factor: 2), .init(from: 700 * unit, factor: 0.5)]),
      FaultClass(
        name: "switch", per: .rack, process: .lifetime(weibull(1.5, 5000)), repairRoute: 1,
        isRepairedTogether: true),
      FaultClass(
        name: "software", per: .job, process: .lifetime(weibull(0.8, 900)), symptom: .corrupt),
      FaultClass(
        name: "link", per: .node, process: .lifetime(weibull(0.6, 50_000)), takesDown: .job,
        renews: false, atRisk: .training, bursts: Bursts(meanSize: 3, delay: exponential(10))),
    ]
    let routes = [
      RepairRoute(
        name: "node",
        stages: [
          .init(name: "reset", time: exponential(50), fixes: 0.5, falseFix: 0.4),
          .init(name: "swap", time: weibull(1.5, 120), fixes: 0.8, crew: 0, falseFix: 0.1),
        ]),
      RepairRoute(
        name: "rack", stages: [.init(name: "drain", time: constant(90), fixes: 1, crew: 0)]),
    ]
    return Scenario(
      cluster: Cluster(
        nodes: 18, gpusPerNode: 4, nodesPerRack: 3, racksPerPod: 2, spareNodes: 6,
        spareActivation: exponential(10), warmSpares: 1,
        installed: [.init(nodes: 7, age: 2000 * unit), .init(nodes: 5, age: 100 * unit)],
        burnIn: 40 * unit, rateScale: RateScale(rateExponent: 0.5, overGPUs: 18)),
      faults: faults, frailty: Frailty(frailty, faults: [0, 1, 5]), repairRoutes: routes,
      repair: RepairPolicy(
        crews: [RepairCrew(name: "crew", size: 2)],
        retirement: .init(failures: 3, within: 400 * unit), restock: exponential(150),
        returnsMultiplier: 6),
      job: Job(nodes: 16),
      checkpoint: CheckpointPolicy(interval: 25 * unit, save: 1 * unit, write: 5 * unit),
      storage: [CheckpointStorage(load: constant(3))],
      recovery: Recovery(
        detectCrash: constant(2), detectHang: constant(10), detectSlow: exponential(60),
        detectCorrupt: exponential(80), diagnose: exponential(3),
        misdiagnosis: Misdiagnosis(missed: 0.1, wrong: 0.1, recurs: exponential(100)),
        swap: constant(4), restart: weibull(2, 8),
        healthCheck: HealthCheck(time: constant(2), finds: 0.5)),
      maintenance: Maintenance(every: 350 * unit, first: 200 * unit, downtime: 20 * unit),
      horizon: 1000 * unit)
  }

  static let frailties = [
    Frailty.Law.lemons(fraction: 0.2, multiplier: 8), .gamma(variance: 0.8), .gamma(variance: 3),
  ]

  @Test("In units of twice the length, all is twice as long to the last bit", arguments: frailties)
  func units(frailty: Frailty.Law) {
    let seconds = simulate(Self.rich(frailty: frailty), replications: 60)
    for unit in [2.0, 0.25] {
      let others = simulate(Self.rich(unit: unit, frailty: frailty), replications: 60)
      for (a, b) in zip(seconds, others) {
        #expect(a.failures == b.failures && a.jobFailures == b.jobFailures)
        for state in TimeState.allCases {
          #expect(a.outcome.ledger[state] * unit == b.outcome.ledger[state])
        }
        #expect(a.outcome.nodeRepairSeconds * unit == b.outcome.nodeRepairSeconds)
        #expect(a.outcome.crewBusySeconds * unit == b.outcome.crewBusySeconds)
        #expect(a.outcome.firstFailure.map { $0 * unit } == b.outcome.firstFailure)
        // ETTR
        #expect(
          a.outcome.ledger[.productive] / a.outcome.wallSeconds
            == b.outcome.ledger[.productive] / b.outcome.wallSeconds)
      }
    }
    // The scenario is about what it is to be about.
    #expect(seconds.contains { $0.outcome.falseFixes > 0 && $0.outcome.restockedNodes > 0 })
  }

  @Test("The order of the classes is of no effect", arguments: frailties)
  func order(frailty: Frailty.Law) throws {
    let scenario = Self.rich(frailty: frailty)
    let before = simulate(scenario, replications: 60)
    for order in [[5, 4, 3, 2, 1, 0], [2, 0, 5, 1, 3, 4]] {
      var other = scenario
      other.faults = order.map { scenario.faults[$0] }
      let named = try #require(scenario.frailty).faults
      other.frailty = Frailty(
        frailty, faults: Set(order.indices.filter { named.contains(order[$0]) }))
      for (a, b) in zip(before, simulate(other, replications: 60)) {
        #expect(a.outcome == b.outcome)
        #expect(order.map { a.failures[$0] } == b.failures)
        #expect(order.map { a.jobFailures[$0] } == b.jobFailures)
      }
    }
  }

  @Test("A class that never strikes is of no effect", arguments: frailties)
  func neverStrikes(frailty: Frailty.Law) {
    let scenario = Self.rich(frailty: frailty)
    let before = simulate(scenario, replications: 40)
    let processes: [(FaultClass.Process, [HazardStep])] = [
      (.lifetime(.exponential(mean: 1e300)), []), (.instants([1001, 2000]), []),
      (.lifetime(.exponential(mean: 10)), [HazardStep(from: 0, factor: 0)]),
      (.lifetime(.weibull(.init(shape: 0.7, scale: 10))), [HazardStep(from: 0, factor: 0)]),
      (.lifetime(.weibull(.init(shape: 3, scale: 1e200))), []),
    ]
    for (process, schedule) in processes {
      for per in [Domain.gpu, .node, .rack, .job] {
        var other = scenario
        other.faults.append(
          FaultClass(
            name: "never", per: per, count: 2, process: process, repairRoute: per == .job ? nil : 0,
            schedule: schedule))
        if per <= .node, case .lifetime = process { other.frailty?.faults.insert(6) }
        for (a, b) in zip(before, simulate(other, replications: 40)) {
          #expect(a.outcome == b.outcome && a.failures + [0] == b.failures)
        }
      }
    }
  }

  /// Failures and productive time of two scenarios, in turn.
  static func expectSame(
    _ a: Scenario, _ b: Scenario, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let (a, b) = (simulate(a, replications: 1500), simulate(b, replications: 1500))
    expectSameLaw(
      a.map { Double($0.outcome.failures) }, b.map { Double($0.outcome.failures) },
      sourceLocation: sourceLocation)
    expectSameLaw(
      a.map { $0.outcome.ledger[.productive] }, b.map { $0.outcome.ledger[.productive] },
      sourceLocation: sourceLocation)
  }

  /// A class at half of its rate, under another name.
  static func half(_ fault: FaultClass, _ name: String, shape: Double) -> FaultClass {
    guard case .lifetime(let law) = fault.process else { return fault }
    var half = fault
    half.name = name
    switch law {
    case .exponential(let law): half.process = .lifetime(.exponential(mean: 2 * law.mean))
    case .weibull(let law):
      let scale = law.scale * Double(powerOf: 2, 1 / shape)
      half.process = .lifetime(.weibull(.init(shape: shape, scale: scale)))
    default: break
    }
    return half
  }

  @Test(
    "A class in two halves is the same with lemons, bursts, schedules and false fixes",
    arguments: [1, 0.7, 3])
  func halves(shape: Double) {
    // Under minimal repair, as the age of two parts is not that of one.
    let law: Lifetime =
      shape == 1 ? .exponential(mean: 4000) : .weibull(.init(shape: shape, scale: 2500))
    var fault = FaultProcessTests.fault(
      law, per: .node, takesDown: .node, repair: 0, renews: false)
    fault.bursts = Bursts(meanSize: 2, delay: .exponential(mean: 20))
    fault.schedule = [HazardStep(from: 400, factor: 2)]
    let stage = RepairRoute.Stage(
      name: "s", time: .exponential(mean: 60), fixes: 0.8, falseFix: 0.3)
    var whole = FaultProcessTests.scenario(
      [fault], nodes: 20, spares: 4, routes: [RepairRoute(name: "r", stages: [stage])],
      recovery: Recovery(swap: .constant(3), restart: .constant(10)))
    whole.repair.returnsMultiplier = 5
    whole.repair.restock = .constant(100)
    whole.frailty = Frailty(.lemons(fraction: 0.2, multiplier: 5), faults: [0])
    var halves = whole
    halves.faults = ["one", "other"].map { Self.half(fault, $0, shape: shape) }
    halves.frailty = Frailty(.lemons(fraction: 0.2, multiplier: 5), faults: [0, 1])
    Self.expectSame(whole, halves)
  }

  @Test("Twice the instances at half the rate, on GPUs and on nodes, under lemons")
  func instances() {
    func scenario(_ per: Domain, count: Int, mean: Double) -> Scenario {
      let fault = FaultProcessTests.fault(
        .exponential(mean: mean), per: per, count: count, takesDown: .node, repair: 0)
      let stage = RepairRoute.Stage(
        name: "s", time: .exponential(mean: 60), fixes: 1, falseFix: 0.3)
      var scenario = FaultProcessTests.scenario(
        [fault], nodes: 20, spares: 4, routes: [RepairRoute(name: "r", stages: [stage])],
        recovery: Recovery(restart: .constant(10)))
      scenario.repair.returnsMultiplier = 5
      scenario.frailty = Frailty(.gamma(variance: 2), faults: [0])
      return scenario
    }
    Self.expectSame(
      scenario(.node, count: 1, mean: 3000), scenario(.node, count: 2, mean: 6000))
    Self.expectSame(
      scenario(.node, count: 1, mean: 3000), scenario(.gpu, count: 1, mean: 8 * 3000))
  }

  @Test("Twice the nodes at half the rate have as many faults", arguments: [1, 0.7, 3])
  func nodes(shape: Double) {
    let law: Lifetime =
      shape == 1 ? .exponential(mean: 8000) : .weibull(.init(shape: shape, scale: 5000))
    func scenario(_ fault: FaultClass, nodes: Int) -> Scenario {
      FaultProcessTests.scenario(
        [fault], nodes: nodes, recovery: Recovery(restart: .constant(30)))
    }
    var fault = FaultProcessTests.fault(law, per: .node, renews: false)
    fault.bursts = Bursts(meanSize: 1.5, delay: .exponential(mean: 50))
    fault.schedule = [HazardStep(from: 500, factor: 0.5)]
    Self.expectSame(
      scenario(fault, nodes: 40),
      scenario(Self.half(fault, "half", shape: shape), nodes: 80))
  }

  @Test("The first failure of 16,384 GPUs is Weibull with scale η 16384^(−1/k)")
  func firstFailure() {
    // A mean life of 2.3 years: the cluster's first failure comes after a minute.
    let law = Weibull(shape: 0.7, mean: 2.3 * 365.25 * 86400)
    let first = Weibull(shape: 0.7, scale: law.scale * Double(powerOf: 16384, -1 / 0.7))
    var scenario = FaultProcessTests.scenario(
      [FaultProcessTests.fault(.weibull(law))], nodes: 2048)
    scenario.horizon = 10 * first.scale
    let runs = simulate(scenario, replications: 3000).map(\.outcome)
    let share = -PortableMath.expm1(-first.cumulativeHazard(10 * first.scale))
    #expect(abs(deviation(of: runs.map { $0.firstFailure == nil ? 0 : 1 }, from: share)) < 4)
    let test = GoodnessOfFit.kolmogorovSmirnov(runs.compactMap(\.firstFailure)) {
      -PortableMath.expm1(-first.cumulativeHazard($0)) / share
    }
    #expect(test.pValue > 6e-5)
  }

  @Test(
    "Instances that are renewed at once fail as often as the renewal function says",
    arguments: [
      Lifetime.weibull(.init(shape: 0.7, mean: 400)), .weibull(.init(shape: 1.5, mean: 400)),
      .gamma(.init(shape: 0.5, mean: 400)), .gamma(.init(shape: 4, mean: 400)),
      .lognormal(.init(mean: 400, sigma: 1)), .lognormal(.init(mean: 400, sigma: 0.3)),
    ], [200.0, 500, 1000])
  func renewalFunction(law: Lifetime, time: Double) {
    // Lifetime.expectedRenewals is held to closed forms and to values of mpmath elsewhere.
    var scenario = FaultProcessTests.scenario(
      [FaultProcessTests.fault(law, per: .node)], nodes: 40)
    scenario.horizon = time
    let counts = simulate(scenario, replications: 300).map { Double($0.outcome.failures) / 40 }
    #expect(abs(deviation(of: counts, from: law.expectedRenewals(within: time))) < 4)
  }
}
