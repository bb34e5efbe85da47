import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Slow nodes")
struct SlowFaultTests {
  typealias Exact = ExactTimelineTests
  typealias Slow = LatentTimeline

  @Test("A slow node that is found in work is swapped without loss")
  func foundInWork() {
    // Slow from 20, found at 60 with 40 done; saved by 70, durable at 75; back at 108.
    let run = Exact.run(Slow.scenario([Slow.fault(.slow, at: [20])], horizon: 150))
    Exact.expect(
      run,
      [
        .productive: 40 + 42, .degraded: 20, .checkpointSave: 15, .replacement: 7, .restart: 20,
        .load: 6,
      ])
    #expect(run.failures == 1 && run.jobFailures == 1 && run.unexpectedInterruptions == 1)
    #expect(run.plannedInterruptions == 0 && run.fewestSpares == 0)
  }

  @Test("One that is found in a save leaves when the copy is durable")
  func foundInSave() {
    // Slow from 65: saves from 135 to 145, found at 140, durable at 150, back at 183.
    let run = Exact.run(Slow.scenario([Slow.fault(.slow, at: [65])], horizon: 200, slow: 75))
    Exact.expect(
      run,
      [
        .productive: 100 + 17, .degraded: 35, .checkpointSave: 15, .replacement: 7, .restart: 20,
        .load: 6,
      ])
  }

  @Test("One that is found with a copy in flight waits for the copy, and saves")
  func foundWithCopyInFlight() {
    // Found at 147 with 101 done; waits until 150, saves until 160, durable at 165.
    let run = Exact.run(Slow.scenario([Slow.fault(.slow, at: [65])], horizon: 200, slow: 82))
    Exact.expect(
      run,
      [
        .productive: 101 + 2, .degraded: 36, .checkpointSave: 10 + 18, .replacement: 7,
        .restart: 20, .load: 6,
      ])
  }

  @Test("The job is as slow as its slowest node, and one repair cures all that a node has")
  func twoSlowNodes() throws {
    // At 60, 35 are done: 20 + 10 + 5. The second is found in the first one's swap, at 80.
    let faults = [
      Slow.fault(.slow, at: [20]), Slow.fault(.slow, at: [40], speed: 0.25, name: "slower"),
    ]
    let runs = try Slow.sameAndOther(Slow.scenario(faults, horizon: 150, spares: 2))
    Exact.expect(
      runs.other,
      [
        .productive: 35 + 35, .degraded: 25, .checkpointSave: 15, .replacement: 14, .restart: 20,
        .load: 6,
      ])
    Exact.expect(
      runs.same,
      [
        .productive: 35 + 42, .degraded: 25, .checkpointSave: 15, .replacement: 7, .restart: 20,
        .load: 6,
      ])
  }

  @Test("A slow node that crashes takes its slowness along; another one's crash leaves it")
  func slowThenCrash() throws {
    // Down from 50 to 90 with 35 lost. If the other one crashed: found at 120.
    let faults = [Slow.fault(.slow, at: [20]), Slow.fault(.crash, at: [50])]
    let runs = try Slow.sameAndOther(Slow.scenario(faults, horizon: 130, slow: 100))
    let down: [TimeState: Double] = [
      .lostWork: 35, .detection: 3, .diagnosis: 4, .replacement: 7, .restart: 20, .load: 6,
    ]
    Exact.expect(
      runs.same, down.merging([.productive: 40, .degraded: 15]) { $1 })
    Exact.expect(
      runs.other, down.merging([.productive: 15, .degraded: 30, .checkpointSave: 10]) { $1 })
  }

  @Test("A slow job with nothing to repair is restarted when that is found")
  func nothingToRepair() {
    let run = Exact.run(Slow.scenario([Slow.fault(.slow, at: [20], ofJob: true)], horizon: 150))
    Exact.expect(
      run,
      [.productive: 40 + 49, .degraded: 20, .checkpointSave: 15, .restart: 20, .load: 6])
    #expect(run.unexpectedInterruptions == 1)
  }

  @Test("Any restart cures a slow job with nothing to repair")
  func curedByRestart() {
    // Crashes at 50 and is back at 83, at full speed.
    let faults = [
      Slow.fault(.slow, at: [20], ofJob: true), Slow.fault(.crash, at: [50], ofJob: true),
    ]
    Exact.expect(
      Exact.run(Slow.scenario(faults, horizon: 100, slow: 1000)),
      [
        .productive: 17, .lostWork: 35, .degraded: 15, .detection: 3, .diagnosis: 4, .restart: 20,
        .load: 6,
      ])
  }

  @Test("A slow node that is found in a planned stop is replaced after it")
  func foundInPlannedStop() {
    // Stops at 50 for maintenance, found at 55, durable at 65, down until 115, back at 148.
    let plan = Maintenance(every: 1000, first: 50, downtime: 50)
    let run = Exact.run(
      Slow.scenario([Slow.fault(.slow, at: [20])], horizon: 150, slow: 35, maintenance: plan))
    Exact.expect(
      run,
      [
        .productive: 35 + 2, .degraded: 15, .checkpointSave: 15, .planned: 50, .replacement: 7,
        .restart: 20, .load: 6,
      ])
    #expect(run.plannedInterruptions == 1 && run.unexpectedInterruptions == 0)
  }

  @Test("A crash during the orderly stop takes the slow node along")
  func crashInStop() {
    // Found at 60, and at 65, in the save, the job crashes: 40 lost, 20 degraded; back at 105.
    let faults = [Slow.fault(.slow, at: [20]), Slow.fault(.crash, at: [65], ofJob: true)]
    let run = Exact.run(Slow.scenario(faults, horizon: 110))
    Exact.expect(
      run,
      [
        .productive: 5, .lostWork: 40, .degraded: 20, .checkpointSave: 5, .detection: 3,
        .diagnosis: 4, .replacement: 7, .restart: 20, .load: 6,
      ])
    #expect(run.unexpectedInterruptions == 1)
  }

  @Test("One that is found while the job comes up sends recovery back to the swap")
  func foundInLoad() {
    // Crashes at 50, loads from 77, found at 80; swap until 87, back at 113.
    let faults = [Slow.fault(.slow, at: [20]), Slow.fault(.crash, at: [50], ofJob: true)]
    Exact.expect(
      Exact.run(Slow.scenario(faults, horizon: 120, slow: 60)),
      [
        .productive: 7, .lostWork: 35, .degraded: 15, .detection: 3, .diagnosis: 4,
        .replacement: 7, .restart: 40, .load: 3 + 6,
      ])
  }

  @Test("A slow spare slows the job from when it is part of it, and is looked for from then on")
  func slowSpare() throws {
    // Node 0 crashes at 50; its spare trains from 90 at half speed, is found at 130 and leaves at
    // 145. That replication is the first in which the spare was struck.
    var crash = Slow.fault(.crash, at: [50])
    crash.atRisk = .training
    var scenario = Slow.scenario([Slow.fault(.slow, at: [10]), crash], horizon: 145)
    scenario.cluster = Cluster(nodes: 1, spareNodes: 1)
    scenario.job.nodes = 1
    let runs = try Slow.sameAndOther(scenario)
    let run = runs.other
    Exact.expect(
      run,
      [
        .productive: 20, .lostWork: 50, .degraded: 20, .checkpointSave: 15, .detection: 3,
        .diagnosis: 4, .replacement: 7, .restart: 20, .load: 6,
      ])
    #expect(run.failures == 2 && run.jobFailures == 2)
  }

  @Test("A slow job completes later")
  func completion() {
    // 20, then 80 by 180; saved by 190; the last 50 by 290, saved and durable at 305.
    let run = Exact.run(
      Slow.scenario([Slow.fault(.slow, at: [20])], horizon: nil, work: 150, slow: 1e9))
    #expect(run.isComplete && run.wallSeconds == 305)
    Exact.expect(run, [.productive: 150, .degraded: 130, .checkpointSave: 25])
  }

  @Test(
    "Mean degraded time: a job is slow while any node is, as a queue with ample servers is busy",
    arguments: [Lifetime.constant(500), .exponential(mean: 500)])
  func meanDegradedTime(detect: Lifetime) {
    // Faults come at rate λ and are found after D, so their number at t is Poisson with mean
    // λ ∫₀ᵗ P(D > u) du, whatever the law of D (M/G/∞, Takács 1962).
    let (rate, mean, horizon, speed) = (1 / 1000.0, 500.0, 200_000.0, 0.4)
    let nodes = 20_000
    let fault = FaultClass(
      name: "slow", per: .node, process: .lifetime(.exponential(mean: Double(nodes) / rate)),
      symptom: .slow, speed: speed, repairRoute: 0)
    let scenario = Scenario(
      cluster: Cluster(nodes: nodes, spareNodes: 2000, sparesArePowered: false), faults: [fault],
      repairRoutes: [
        RepairRoute(name: "repair", stages: [.init(name: "swap", time: .constant(1), fixes: 1)])
      ],
      job: Job(nodes: nodes), checkpoint: CheckpointPolicy(interval: 1e9, save: 0),
      recovery: Recovery(detectSlow: detect), horizon: horizon)
    let steps = 200_000
    let slow = (0..<steps).reduce(0.0) { sum, step in
      let time = (Double(step) + 0.5) * horizon / Double(steps)
      let isConstant = detect == .constant(mean)
      let found = isConstant ? min(time, mean) : mean * -PortableMath.expm1(-time / mean)
      return sum - PortableMath.expm1(-rate * found) * horizon / Double(steps)
    }
    let runs = simulate(scenario, replications: 300).map(\.outcome)
    #expect(
      abs(deviation(of: runs.map { $0.ledger[.degraded] }, from: (1 - speed) * slow)) < 4)
    #expect(runs.allSatisfy { $0.ledger[.lostWork] == 0 })
  }
}
