import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Silent data corruption")
struct CorruptionTests {
  typealias Exact = ExactTimelineTests
  typealias Corrupt = LatentTimeline

  /// From the moment at which a corruption is found until the job trains again with a spare.
  static let way: [TimeState: Double] = [.diagnosis: 4, .replacement: 7, .restart: 20, .load: 6]

  static func expect(
    _ run: Outcome, _ more: [TimeState: Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    Exact.expect(run, way.merging(more, uniquingKeysWith: +), sourceLocation: sourceLocation)
  }

  @Test(
    "The job goes back to the newest checkpoint that was begun before the corruption",
    arguments: [
      // corrupt at, found after, horizon; productive, lost, blocked by saves
      // no save yet; one save since; three saves since
      (50.0, 30.0, 150.0, 33.0, 80.0, 0.0), (50, 100, 200, 13, 140, 10),
      (150, 300, 500, 100 + 13, 310, 40),
      // in a save: what it holds was right
      (105, 100, 250, 100 + 8, 95, 10),
      // the same, but its copy is not durable when the corruption is found
      (105, 7, 150, 1, 102, 10),
    ] as [(Double, Double, Double, Double, Double, Double)])
  func found(
    at time: Double, after delay: Double, horizon: Double, productive: Double, lost: Double,
    saves: Double
  ) {
    let run = Exact.run(
      Corrupt.scenario([Corrupt.fault(.corrupt, at: [time])], horizon: horizon, corrupt: delay))
    Self.expect(run, [.productive: productive, .lostWork: lost, .checkpointSave: saves])
    #expect(run.failures == 1 && run.unexpectedInterruptions == 1 && run.fewestSpares == 0)
    #expect(run.undetectedCorruptions == 0 && run.corruptSeconds == 0)
  }

  @Test("A restart from before the corruption ends it; the node is found all the same")
  func olderCheckpoint() {
    // Crashes at 80, before any save, and is back at 113; the node is found at 450 in a clean job:
    // 307 done, saved by 460, durable at 465, back at 498.
    let crash = Corrupt.fault(.crash, at: [80], ofJob: true)
    let run = Exact.run(
      Corrupt.scenario([Corrupt.fault(.corrupt, at: [50]), crash], horizon: 500, corrupt: 400))
    Exact.expect(
      run,
      [
        .productive: 307 + 2, .lostWork: 80, .checkpointSave: 30 + 15, .detection: 3,
        .diagnosis: 4, .replacement: 7, .restart: 40, .load: 12,
      ])
    #expect(run.unexpectedInterruptions == 2)
    // With nothing to repair there is nothing left to find.
    let transient = Corrupt.fault(.corrupt, at: [50], ofJob: true)
    Exact.expect(
      Exact.run(Corrupt.scenario([transient, crash], horizon: 500, corrupt: 400)),
      [
        .productive: 357, .lostWork: 80, .checkpointSave: 30, .detection: 3, .diagnosis: 4,
        .restart: 20, .load: 6,
      ])
  }

  @Test("A restart from after the corruption keeps it, and loses more when it is found")
  func newerCheckpoint() {
    // Crashes at 150 with 100 saved, back at 183; found at 250: all 167 go, and the 40 before.
    let faults = [
      Corrupt.fault(.corrupt, at: [50]), Corrupt.fault(.crash, at: [150], ofJob: true),
    ]
    let run = Exact.run(Corrupt.scenario(faults, horizon: 300, corrupt: 200))
    Self.expect(
      run,
      [
        .productive: 13, .lostWork: 207, .checkpointSave: 10, .detection: 3, .diagnosis: 4,
        .restart: 20, .load: 6,
      ])
    #expect(run.unexpectedInterruptions == 2)
  }

  @Test("A corrupt state outlives the repair of the node that corrupted it")
  func nodeRepairedBefore() throws {
    // Either node crashes at 150; the state that is loaded is corrupt all the same, until 250.
    let faults = [Corrupt.fault(.corrupt, at: [50]), Corrupt.fault(.crash, at: [150])]
    let scenario = Corrupt.scenario(faults, horizon: 300, spares: 2, corrupt: 200)
    let runs = try Corrupt.sameAndOther(scenario)
    let crash: [TimeState: Double] = [
      .lostWork: 40 + 100 + 60, .checkpointSave: 10, .detection: 3, .diagnosis: 8,
      .replacement: 7, .restart: 40, .load: 12,
    ]
    // The node has been swapped before, or is now.
    Exact.expect(runs.same, crash.merging([.productive: 20]) { $1 })
    Exact.expect(runs.other, crash.merging([.productive: 13, .replacement: 14]) { $1 })
  }

  @Test("A corruption that is found while the job is down makes it load an older checkpoint")
  func foundWhileDown() {
    let crash = Corrupt.fault(.crash, at: [150], ofJob: true)
    let corrupt = Corrupt.fault(.corrupt, at: [50])
    // At 152, in the detection of the crash: the node is swapped with it.
    let early = Exact.run(Corrupt.scenario([corrupt, crash], horizon: 200, corrupt: 102))
    Self.expect(
      early, [.productive: 10, .lostWork: 140, .checkpointSave: 10, .detection: 3])
    #expect(early.unexpectedInterruptions == 1)
    // At 180, in the load: back to the diagnosis.
    let late = Exact.run(Corrupt.scenario([corrupt, crash], horizon: 220, corrupt: 130))
    Self.expect(
      late,
      [
        .productive: 3, .lostWork: 140, .checkpointSave: 10, .detection: 3, .diagnosis: 4,
        .restart: 20, .load: 3,
      ])
  }

  @Test("Of several corruptions the oldest tells how far back the job goes")
  func overlapping() throws {
    // Found at 250 with 230 done, none of it clean. The second node is found at 350, in a job that
    // is clean again.
    let scenario = Corrupt.scenario(
      [Corrupt.fault(.corrupt, at: [50, 150])], horizon: 365, spares: 2, corrupt: 200)
    let runs = try Corrupt.sameAndOther(scenario)
    Self.expect(
      runs.other, [.productive: 63, .lostWork: 230, .checkpointSave: 20 + 15])
    Self.expect(runs.same, [.productive: 78, .lostWork: 230, .checkpointSave: 20])
  }

  @Test("What is not found by the end is told, and counts as productive")
  func undetected() {
    let fault = Corrupt.fault(.corrupt, at: [150])
    let cut = Exact.run(Corrupt.scenario([fault], horizon: 160, corrupt: 1e9))
    Exact.expect(cut, [.productive: 150, .checkpointSave: 10])
    #expect(cut.undetectedCorruptions == 1 && abs(cut.corruptSeconds - 50) < 1e-9)
    let done = Exact.run(Corrupt.scenario([fault], horizon: nil, work: 150, corrupt: 1e9))
    #expect(done.isComplete && done.wallSeconds == 175 && done.undetectedCorruptions == 1)
    // The last save had begun before: what it holds is right.
    let late = Corrupt.fault(.corrupt, at: [165])
    let right = Exact.run(Corrupt.scenario([late], horizon: nil, work: 150, corrupt: 1e9))
    #expect(right.isComplete && right.undetectedCorruptions == 0 && right.corruptSeconds == 0)
  }

  @Test("Each corruption loses its delay and what was done since the checkpoint before it")
  func meanLoss() {
    // A segment of length I begins with each start, so that part has the mean of X mod I for an
    // exponential X: 1/λ − I / (e^{λI} − 1).
    let (rate, delay, interval) = (1 / 1000.0, 150.0, 400.0)
    let fault = FaultClass(
      name: "corrupt", per: .job, process: .lifetime(.exponential(mean: 1 / rate)),
      symptom: .corrupt)
    let scenario = Scenario(
      cluster: Cluster(nodes: 1), faults: [fault], job: Job(nodes: 1),
      checkpoint: CheckpointPolicy(interval: interval, save: 0),
      recovery: Recovery(detectCorrupt: .constant(delay)), horizon: 300_000)
    let part = 1 / rate - interval / PortableMath.expm1(rate * interval)
    let excess = simulate(scenario, replications: 500).map { run in
      run.outcome.ledger[.lostWork]
        - Double(run.outcome.unexpectedInterruptions) * (delay + part)
    }
    #expect(abs(deviation(of: excess, from: 0)) < 4)
  }
}
