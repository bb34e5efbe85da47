import Checkpointing
import ClusterModel
import Statistics
import Testing

/// Faults every 23 minutes at 131,072 GPUs, as Meta projects, and every 3 minutes at a million.
@Suite("The closed form for exponential faults holds at the sizes of real clusters")
struct LargeClusterTests {
  enum Fault: Sendable {
    /// Each GPU fails, and stays in service.
    case ofGPU
    /// The same, while the job trains.
    case ofGPUInTraining
    /// A node fails, and a spare takes its place.
    case ofNodeWithSpares
  }

  struct Regime: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var nodes = 16_384
    var meanTimeToFault = 1380.0
    let fault: Fault
    let interval, save, downtime, restart: Double
    var segments = 3.5
    var isExposed = false
    var savesAtEnd = true
    let replications: Int
    var precision = 0.02

    var policy: CheckpointPolicy {
      CheckpointPolicy(interval: interval, save: save, savesAtEnd: savesAtEnd)
    }

    var law: ExponentialCompletion {
      let swap = fault == .ofNodeWithSpares ? LargeClusterTests.swap : 0
      return ExponentialCompletion(
        rate: 1 / meanTimeToFault, downtime: downtime + swap, restart: restart,
        restartIsExposed: isExposed)
    }

    var scenario: Scenario {
      let isOfNode = fault == .ofNodeWithSpares
      let instances = isOfNode ? nodes : 8 * nodes
      let fault = FaultClass(
        name: "fault", per: isOfNode ? .node : .gpu,
        process: .lifetime(.exponential(mean: meanTimeToFault * Double(instances))),
        takesDown: isOfNode ? .node : .job, repairRoute: isOfNode ? 0 : nil,
        atRisk: fault == .ofGPU ? .powered : .training)
      return Scenario(
        cluster: Cluster(nodes: nodes, spareNodes: isOfNode ? 100 : 0), faults: [fault],
        repairRoutes: [
          RepairRoute(
            name: "route", stages: [.init(name: "swap", time: .exponential(mean: 7200), fixes: 1)])
        ],
        job: Job(nodes: nodes, work: segments * interval), checkpoint: policy,
        recovery: Recovery(
          detectCrash: .constant(downtime), swap: .constant(LargeClusterTests.swap),
          restart: .constant(restart), isExposed: isExposed))
    }
  }

  static let swap = 45.0
  static let twoDays = 172_800.0

  static let regimes = [
    Regime(
      testDescription: "131,072 GPUs, exposed", fault: .ofGPU, interval: 600, save: 60,
      downtime: 90, restart: 300, isExposed: true, replications: 2000),
    Regime(
      testDescription: "131,072 GPUs, no save at the end", fault: .ofGPU, interval: 600, save: 60,
      downtime: 90, restart: 300, savesAtEnd: false, replications: 2000),
    Regime(
      testDescription: "131,072 GPUs, a save of five intervals, exposed", fault: .ofGPU,
      interval: 60, save: 300, downtime: 90, restart: 300, isExposed: true, replications: 2000),
    Regime(
      testDescription: "131,072 GPUs, a downtime of two days, exposed", fault: .ofGPU,
      interval: 60, save: 300, downtime: twoDays, restart: 300, segments: 19.5, isExposed: true,
      replications: 100, precision: 0.05),
    Regime(
      testDescription: "131,072 GPUs, spares put in place", fault: .ofNodeWithSpares,
      interval: 600, save: 60, downtime: 90, restart: 300, segments: 19.5, replications: 500),
    Regime(
      testDescription: "a million GPUs, a save of five intervals", nodes: 125_000,
      meanTimeToFault: 180, fault: .ofGPU, interval: 60, save: 300, downtime: 90, restart: 300,
      replications: 1000),
    Regime(
      testDescription: "a million GPUs, the same, exposed, no save at the end", nodes: 125_000,
      meanTimeToFault: 180, fault: .ofGPU, interval: 60, save: 300, downtime: 90, restart: 100,
      isExposed: true, savesAtEnd: false, replications: 1000),
    Regime(
      testDescription: "a million GPUs, a downtime of two days", nodes: 125_000,
      meanTimeToFault: 180, fault: .ofGPUInTraining, interval: 120, save: 20, downtime: twoDays,
      restart: 300, segments: 9.5, replications: 1000, precision: 0.025),
    Regime(
      testDescription: "a million GPUs, the same, no save at the end", nodes: 125_000,
      meanTimeToFault: 180, fault: .ofGPUInTraining, interval: 100, save: 500, downtime: twoDays,
      restart: 0, savesAtEnd: false, replications: 400, precision: 0.04),
  ]

  @Test("Completion, its spread, interruptions, lost work and recovery", arguments: regimes)
  func agrees(regime: Regime) {
    let law = regime.law
    let (work, policy) = (regime.segments * regime.interval, regime.policy)
    let simulated = LongRuns(regime.scenario, replications: regime.replications)
    let time = law.completion(work: work, policy: policy)
    let interruptions = law.interruptions(work: work, policy: policy).mean
    simulated.expect("completion", time.mean, within: regime.precision, \.wallSeconds)
    let spread = varianceDeviation(of: simulated.runs.map(\.wallSeconds), from: time.variance)
    #expect(abs(spread) < 4)
    let counts = { (run: Outcome) in Double(run.unexpectedInterruptions) }
    simulated.expect("interruptions", interruptions, within: 2 * regime.precision, counts)
    simulated.expect(
      "lost work", law.meanLostWork(work: work, policy: policy), within: 2 * regime.precision
    ) { $0.ledger[.lostWork] }
    simulated.expect("recovery", interruptions * law.recovery.mean, within: 2 * regime.precision) {
      $0.shareDown * $0.wallSeconds
    }
    #expect(simulated.runs.allSatisfy { $0.isComplete && $0.starvations == 0 })
  }
}
