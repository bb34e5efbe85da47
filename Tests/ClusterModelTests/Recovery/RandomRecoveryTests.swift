import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Laws that hold for any way to save, to recover and to go on")
struct RandomRecoveryTests {
  /// A valid scenario with every feature now and then; the invariants are asserted inside the
  /// simulation.
  static func random(_ seed: UInt64) -> Scenario {
    var scenario = RandomFeatureTests.random(seed)
    var stream = RandomStream(seed: seed, replication: 2, stream: StreamIdentifier("recovery"))
    save(&scenario, using: &stream)
    recover(&scenario, using: &stream)
    if stream.uniform() < 0.5 {
      scenario.throughput = Throughput(
        diurnal: stream.uniform() < 0.5 ? 0 : 0.5 * stream.uniform(),
        driftPerDay: stream.uniform() < 0.5 ? 0 : 0.5 * stream.uniform(),
        refresh: stream.uniform() < 0.5 ? nil : 500 + 2e4 * stream.uniform(),
        refreshTime: stream.uniform() < 0.5 ? 0 : 300 * stream.uniform(),
        ramp: stream.uniform() < 0.5
          ? nil : PowerRamp(speed: 0.1 + 0.9 * stream.uniform(), time: 1000 * stream.uniform()))
    }
    return scenario
  }

  private static func time(_ mean: Double, using stream: inout RandomStream) -> Lifetime {
    switch stream.index(below: 3) {
    case 0: .zero
    case 1: .constant(mean)
    default: .exponential(mean: mean)
    }
  }

  private static func save(_ scenario: inout Scenario, using stream: inout RandomStream) {
    var policy = scenario.checkpoint
    let further = stream.uniform() < 0.7 ? 1 + stream.index(below: 3) : 0
    let isAdaptive = stream.uniform() < 0.3
    if isAdaptive {
      policy.intervalRule = .adaptive(IntervalFormula.allCases[stream.index(below: 3)])
    }
    // Copies must fit into the time until the next one of their level.
    if further > 0 { policy.write = isAdaptive ? 0 : min(policy.write, policy.interval) }
    var every = 1
    for _ in 0..<further {
      every *= 1 + stream.index(below: 4)
      policy.furtherLevels.append(
        CheckpointLevel(
          every: every, save: stream.uniform() < 0.3 ? 0 : 300 * stream.uniform(),
          write: isAdaptive ? 0 : Double(every) * policy.interval * stream.uniform()))
    }
    if stream.uniform() < 0.5 {
      policy.verification = Verification(time: 100 * stream.uniform(), finds: stream.uniform())
    }
    scenario.checkpoint = policy
    scenario.storage = (0...further).map { level in
      CheckpointStorage(
        name: "level \(level)", load: time(30, using: &stream),
        survives: stream.uniform() < 0.3
          ? .cluster : Domain.allCases[1 + stream.index(below: Domain.allCases.count - 1)],
        unreadable: stream.uniform() < 0.5 ? 0 : 0.5 * stream.uniform(),
        kept: stream.uniform() < 0.5 ? nil : 1 + stream.index(below: 5))
    }
  }

  private static func recover(_ scenario: inout Scenario, using stream: inout RandomStream) {
    if stream.uniform() < 0.5 { scenario.recovery.restartFails = 0.7 * stream.uniform() }
    if stream.uniform() < 0.5 { scenario.recovery.image = time(60, using: &stream) }
    let nodes = scenario.job.nodes
    if stream.uniform() < 0.3 {
      scenario.recovery.policy = .hotSpare(restart: time(60, using: &stream))
    } else if stream.uniform() < 0.7, scenario.job.nodesOfRack == nil {
      let counts = (1...nodes).filter { nodes.isMultiple(of: $0) }
      let replicas = counts[stream.index(below: counts.count)]
      scenario.recovery.policy = .elastic(
        ElasticReplicas(
          replicas: replicas, minimum: 1 + stream.index(below: replicas),
          stall: time(180, using: &stream), rejoin: time(400, using: &stream),
          rejoinStall: time(50, using: &stream)))
    }
  }

  @Test("Every second is in one state and every node in one place", .timeLimit(.minutes(2)))
  func invariants() {
    // The simulation stops the program when they do not hold.
    var (stalls, unreadable, failedRestarts, missed) = (0, 0, 0, 0.0)
    for seed in 0..<1000 as Range<UInt64> {
      let scenario = Self.random(seed)
      for run in simulate(scenario, replications: 4) {
        let outcome = run.outcome
        #expect(outcome.wallSeconds <= 1e5, "seed \(seed)")
        #expect(run.failures.reduce(0, +) == outcome.failures, "seed \(seed)")
        #expect(run.jobFailures.reduce(0, +) == outcome.jobFailures, "seed \(seed)")
        #expect(outcome.unexpectedInterruptions <= outcome.jobFailures, "seed \(seed)")
        #expect(
          outcome.replicaSecondsMissed
            <= Double(scenario.job.nodes) * outcome.wallSeconds * (1 + 1e-9), "seed \(seed)")
        stalls += outcome.stalls
        unreadable += outcome.unreadableCopies
        failedRestarts += outcome.failedRestarts
        missed += outcome.replicaSecondsMissed
      }
    }
    // The scenarios are about what they are to be about.
    #expect(stalls > 100 && unreadable > 100 && failedRestarts > 100 && missed > 0)
  }

  @Test("The timeline tells each interruption and all lost work, once")
  func timeline() {
    for seed in 0..<300 as Range<UInt64> {
      let scenario = Self.random(seed)
      var simulation = ClusterSimulation(scenario, seed: 1)
      for (replication, run) in simulate(scenario, replications: 2).enumerated() {
        let entries = simulation.timeline(replication: replication)
        guard entries.last?.event != .cut else { continue }
        let outcome = run.outcome
        let told = entries.count { $0.event == .interruption }
        #expect(told == outcome.unexpectedInterruptions, "seed \(seed)")
        let lost = entries.reduce(0) { $0 + $1.lostSeconds }
        #expect(abs(lost - outcome.ledger[.lostWork]) < 1e-6, "seed \(seed)")
        let end = entries.last?.progressSeconds ?? 0
        #expect(abs(end - outcome.ledger[.productive]) < 1e-6, "seed \(seed)")
        #expect(zip(entries, entries.dropFirst()).allSatisfy { $0.time <= $1.time })
      }
    }
  }

  @Test("A replication is the same whatever was simulated before it")
  func reproducible() {
    for seed in 0..<200 as Range<UInt64> {
      expectSameInAnyOrder(Self.random(seed), "seed \(seed)")
    }
  }

  @Test("Results do not depend on the number of threads")
  func threads() {
    for seed in 0..<8 as Range<UInt64> {
      expectSameOnAnyNumberOfThreads(Self.random(seed), replications: 60, "seed \(seed)")
    }
  }
}
