import Checkpointing
import ClusterModel
import Experiments
import Statistics
import Testing

@Suite("Laws that hold for any scenario")
struct LawsOfTheModelTests {
  /// A valid scenario drawn at random; the invariants are asserted inside the simulation.
  static func random(_ seed: UInt64) -> Scenario {
    var stream = RandomStream(seed: seed, replication: 0, stream: StreamIdentifier("scenario"))
    func chance(_ probability: Double) -> Bool { stream.uniform() < probability }
    func time(_ mean: Double) -> Lifetime {
      switch stream.index(below: 5) {
      case 0: .zero
      case 1: .constant(mean)
      case 2: .exponential(mean: mean)
      case 3: .lognormal(.init(median: mean, sigma: 1))
      default: .weibull(.init(shape: 0.8, mean: mean))
      }
    }
    let horizon = 1e5
    let domains = Domain.allCases
    let routes = (0..<1 + stream.index(below: 2)).map { index in
      RepairRoute(
        name: "route\(index)",
        stages: (0..<1 + stream.index(below: 3)).map {
          .init(name: "stage\($0)", time: time(5000), fixes: stream.uniform())
        })
    }
    let faults = (0..<stream.index(below: 5)).map { index in
      let per = domains[stream.index(below: domains.count)]
      let mean = horizon * (0.2 + 10 * stream.uniform())
      let law: Lifetime =
        switch stream.index(below: 6) {
        case 4: .uniform(.init(low: 0, high: 2 * mean))
        case 5: .constant(mean)
        case 0: .exponential(mean: mean)
        case 1: .weibull(.init(shape: 0.6, mean: mean))
        case 2: .weibull(.init(shape: 2.5, mean: mean))
        default: .lognormal(.init(mean: mean, sigma: 1))
        }
      let isGiven = chance(0.1)
      let isBounded = law.greatestValue < .infinity
      return FaultClass(
        name: "fault\(index)", per: per, count: 1 + stream.index(below: 3),
        process: isGiven ? .instants([100, 100, 5e4]) : .lifetime(law),
        symptom: chance(0.5) ? .crash : .hang,
        takesDown: chance(0.5) ? nil : domains[stream.index(below: domains.count)],
        repairRoute: chance(0.7) ? stream.index(below: routes.count) : nil,
        renews: isBounded || chance(0.7), atRisk: chance(0.5) ? .powered : .training)
    }
    let nodes = 1 + stream.index(below: 20)
    return Scenario(
      cluster: Cluster(
        nodes: nodes, gpusPerNode: 1 + stream.index(below: 8),
        nodesPerRack: 1 + stream.index(below: 4), racksPerPod: 1 + stream.index(below: 3),
        spareNodes: stream.index(below: 6), sparesArePowered: chance(0.5)),
      faults: faults, repairRoutes: routes,
      job: Job(
        nodes: 1 + stream.index(below: nodes), work: chance(0.5) ? 5e4 * stream.uniform() : nil),
      checkpoint: CheckpointPolicy(
        interval: 10 + 2000 * stream.uniform(), save: chance(0.3) ? 0 : 300 * stream.uniform(),
        write: chance(0.3) ? 0 : 3000 * stream.uniform(), savesAtEnd: chance(0.5)),
      storage: [CheckpointStorage(load: time(30))],
      recovery: Recovery(
        detectCrash: time(30), detectHang: time(600), diagnose: time(60), swap: time(60),
        restart: time(200), isExposed: chance(0.5)),
      maintenance: chance(0.3)
        ? Maintenance(every: 1000 + 2e4 * stream.uniform(), first: 500, downtime: 300) : nil,
      horizon: horizon)
  }

  @Test("Every second is in one state of the ledger and every node in one place")
  func invariants() {
    // The simulation stops the program when they do not hold.
    for seed in 0..<500 as Range<UInt64> {
      for run in simulate(Self.random(seed), replications: 4) {
        #expect(run.outcome.wallSeconds <= 1e5, "seed \(seed)")
        #expect(run.failures.reduce(0, +) == run.outcome.failures, "seed \(seed)")
        #expect(run.jobFailures.reduce(0, +) == run.outcome.jobFailures, "seed \(seed)")
        #expect(
          run.outcome.unexpectedInterruptions <= run.outcome.jobFailures, "seed \(seed)")
      }
    }
  }

  /// The same with faults that the job runs on with, wrong diagnoses and health checks.
  static func randomWithLatentFaults(_ seed: UInt64) -> Scenario {
    var scenario = random(seed)
    var stream = RandomStream(seed: seed, replication: 1, stream: StreamIdentifier("latent"))
    func delay() -> Lifetime {
      switch stream.index(below: 4) {
      case 0: .zero
      case 1: .constant(3000 * stream.uniform())
      case 2: .exponential(mean: 20_000 * stream.uniform())
      default: .weibull(.init(shape: 0.7, mean: 5000))
      }
    }
    for index in scenario.faults.indices {
      let symptoms = FaultClass.Symptom.allCases
      scenario.faults[index].symptom = symptoms[stream.index(below: symptoms.count)]
      let speed = 0.01 + 0.98 * stream.uniform()
      scenario.faults[index].speed = scenario.faults[index].symptom == .slow ? speed : nil
    }
    scenario.recovery.detectSlow = delay()
    scenario.recovery.detectCorrupt = delay()
    if stream.uniform() < 0.7 {
      let missed = stream.uniform()
      scenario.recovery.misdiagnosis = Misdiagnosis(
        missed: missed, wrong: (1 - missed) * stream.uniform(),
        recurs: .exponential(mean: 100 + 5000 * stream.uniform()))
    }
    if stream.uniform() < 0.5 {
      scenario.recovery.healthCheck = HealthCheck(time: delay(), finds: stream.uniform())
    }
    return scenario
  }

  @Test("So it is with faults that the job runs on with")
  func invariantsOfLatentFaults() {
    var (degraded, undetected, found) = (0.0, 0, 0)
    for seed in 0..<1000 as Range<UInt64> {
      for run in simulate(Self.randomWithLatentFaults(seed), replications: 4) {
        #expect(run.failures.reduce(0, +) == run.outcome.failures, "seed \(seed)")
        #expect(run.jobFailures.reduce(0, +) == run.outcome.jobFailures, "seed \(seed)")
        #expect(
          run.outcome.unexpectedInterruptions <= run.outcome.jobFailures, "seed \(seed)")
        degraded += run.outcome.ledger[.degraded]
        undetected += run.outcome.undetectedCorruptions
        found += run.outcome.unexpectedInterruptions
      }
    }
    // The scenarios are about what they are to be about.
    #expect(degraded > 0 && undetected > 0 && found > 0)
  }

  @Test("Results do not depend on the number of threads")
  func threads() {
    for seed in 0..<5 as Range<UInt64> {
      expectSameOnAnyNumberOfThreads(Self.random(seed), replications: 200, "seed \(seed)")
    }
  }

  @Test("The first 10 of 100 replications are those of a run of 10")
  func prefix() {
    let scenario = Self.random(2)
    let few = Run.simulate(scenario, settings: RunSettings(replications: 10, threads: 2))
    let many = Run.simulate(scenario, settings: RunSettings(replications: 100, threads: 2))
    for (a, b) in zip(few.metrics, many.metrics) { #expect(a.values == Array(b.values.prefix(10))) }
  }

  @Test("A class of its own leaves the luck of the others as it was")
  func independentStreams() {
    let fault = FaultProcessTests.fault(.exponential(mean: 20_000))
    var other = fault
    other.name = "other"
    let alone = simulate(FaultProcessTests.scenario([fault]), replications: 20)
    let both = simulate(FaultProcessTests.scenario([other, fault]), replications: 20)
    #expect(alone.map { $0.failures[0] } == both.map { $0.failures[1] })
    #expect(alone.map { $0.failures[0] } != both.map { $0.failures[0] })
  }

  @Test("Splitting a rate, and halving it on twice the nodes, leave the distribution")
  func metamorphic() {
    func spread(_ faults: [FaultClass], nodes: Int) -> [Double] {
      let recovery = Recovery(restart: .constant(30))
      return simulate(
        FaultProcessTests.scenario(faults, nodes: nodes, recovery: recovery), replications: 3000
      ).map { $0.outcome.ledger[.productive] }
    }
    let whole = FaultProcessTests.fault(.exponential(mean: 40_000), per: .node)
    var half = FaultProcessTests.fault(.exponential(mean: 80_000), per: .node)
    half.name = "half"
    var otherHalf = half
    otherHalf.name = "other half"
    let base = spread([whole], nodes: 100)
    for variant in [spread([half, otherHalf], nodes: 100), spread([half], nodes: 200)] {
      #expect(GoodnessOfFit.kolmogorovSmirnov(base, variant).pValue > 6e-5)
    }
  }

  @Test(
    "The expected failures of a class are rate × instances × time at risk",
    arguments: [
      (Domain.node, FaultClass.Exposure.powered, true), (.gpu, .powered, false),
      (.node, .training, true), (.job, .training, true),
    ])
  func expectedFailures(per: Domain, atRisk: FaultClass.Exposure, isExposed: Bool) throws {
    let units = Double(Topology(Cluster(nodes: 100)).units(of: per))
    let fault = FaultProcessTests.fault(.exponential(mean: 50 * units), per: per, atRisk: atRisk)
    let recovery = Recovery(
      detectCrash: .constant(5), restart: .constant(20), isExposed: isExposed)
    var scenario = FaultProcessTests.scenario([fault], recovery: recovery)
    scenario.storage[0].load = .constant(5)
    let result = Run.simulate(
      scenario,
      settings: RunSettings(replications: 4000, threads: 2))
    let expected = try #require(result.faults.first?.expected)
    let counts = try #require(result.faults.first?.jobFailures.map(Double.init))
    #expect(abs(deviation(of: counts, from: expected)) < 4)
  }

  @Test("Failures are Poisson where nothing depends on them")
  func poisson() {
    let fault = FaultProcessTests.fault(.exponential(mean: 10_000), per: .node)
    let counts = simulate(FaultProcessTests.scenario([fault]), replications: 10_000)
      .map { Double($0.outcome.failures) }
    #expect(abs(deviation(of: counts, from: 10)) < 4)
    #expect(abs(varianceDeviation(of: counts, from: 10)) < 4)
  }
}
