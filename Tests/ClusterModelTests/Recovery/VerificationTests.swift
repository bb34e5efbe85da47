import Checkpointing
import ClusterModel
import Statistics
import Testing

/// The timelines of silent corruptions with a check of 7 s before each save: 107…117 (durable at 122),
/// 224…234 (239), 341…351.
@Suite("Verification of the state before each save")
struct VerificationTests {
  typealias Exact = ExactTimelineTests
  typealias Corrupt = LatentTimeline

  static func scenario(
    _ faults: [FaultClass], horizon: Double?, work: Double? = nil, finds: Double = 1,
    delay: Double = 1e9, maintenance: Maintenance? = nil
  ) -> Scenario {
    var scenario = Corrupt.scenario(
      faults, horizon: horizon, work: work, slow: 1e9, corrupt: delay, maintenance: maintenance)
    scenario.checkpoint.verification = Verification(time: 7, finds: finds)
    return scenario
  }

  @Test("A check costs its time before each save, the last one included")
  func time() {
    let run = Exact.run(Self.scenario([], horizon: nil, work: 250))
    #expect(run.isComplete && run.wallSeconds == 250 + 3 * 17 + 5)
  }

  @Test(
    "A corruption in work or in the check is found at the end of the check", arguments: [50.0, 103])
  func beforeSave(time: Double) {
    let run = Exact.run(Self.scenario([Corrupt.fault(.corrupt, at: [time])], horizon: 150))
    CorruptionTests.expect(run, [.productive: 6, .lostWork: 100, .checkpointSave: 7])
    #expect(run.unexpectedInterruptions == 1 && run.undetectedCorruptions == 0)
  }

  @Test("One in a save is found by the next check, and the copy of that save is good")
  func inSave() {
    // Found at 224: back to 100 at 261.
    let run = Exact.run(Self.scenario([Corrupt.fault(.corrupt, at: [110])], horizon: 270))
    CorruptionTests.expect(run, [.productive: 109, .lostWork: 100, .checkpointSave: 24])
  }

  @Test("A check that finds nothing only costs its time")
  func findsNothing() {
    // Found at 350 by the delay, in the third save.
    let run = Exact.run(
      Self.scenario([Corrupt.fault(.corrupt, at: [50])], horizon: 390, finds: 0, delay: 300))
    CorruptionTests.expect(run, [.productive: 3, .lostWork: 300, .checkpointSave: 50])
  }

  @Test("The delay of the other finding comes first if it is shorter")
  func foundBefore() {
    let run = Exact.run(
      Self.scenario([Corrupt.fault(.corrupt, at: [50])], horizon: 120, delay: 20))
    CorruptionTests.expect(run, [.productive: 13, .lostWork: 70])
  }

  @Test("The number of checks until one finds it is geometric")
  func geometric() {
    // With n checks n segments are lost, as all copies are corrupt.
    let finds = 0.3
    var scenario = Self.scenario(
      [Corrupt.fault(.corrupt, at: [50], ofJob: true)], horizon: 20_000, finds: finds)
    scenario.recovery.diagnose = .zero
    let lost = simulate(scenario, replications: 4000).map { $0.outcome.ledger[.lostWork] / 100 }
    #expect(lost.allSatisfy { abs($0 - $0.rounded()) < 1e-6 })
    #expect(abs(deviation(of: lost, from: 1 / finds)) < 4)
    #expect(abs(varianceDeviation(of: lost, from: (1 - finds) / (finds * finds))) < 4)
  }

  @Test("An orderly stop verifies what it saves")
  func stop() {
    // Asked for at 60, found at 67; back at 104, where the stop is still due: down until 154.
    let plan = Maintenance(every: 1e6, first: 60, downtime: 50)
    let run = Exact.run(
      Self.scenario([Corrupt.fault(.corrupt, at: [50])], horizon: 160, maintenance: plan))
    CorruptionTests.expect(
      run, [.productive: 6, .lostWork: 60, .checkpointSave: 7, .planned: 50])
    // One that strikes in the save leaves what is saved as it is, and the job goes on from that.
    let late = Exact.run(
      Self.scenario([Corrupt.fault(.corrupt, at: [70])], horizon: 140, maintenance: plan))
    Exact.expect(late, [.productive: 68, .checkpointSave: 22, .planned: 50])
    #expect(late.undetectedCorruptions == 0 && late.unexpectedInterruptions == 0)
  }

  @Test("A slow job is verified as fast as ever")
  func slow() {
    // Slow from 20: 100 done at 180, found at 187.
    let faults = [
      Corrupt.fault(.slow, at: [20], ofJob: true), Corrupt.fault(.corrupt, at: [50]),
    ]
    CorruptionTests.expect(
      Exact.run(Self.scenario(faults, horizon: 230)),
      [.productive: 6, .lostWork: 100, .degraded: 80, .checkpointSave: 7])
  }

  @Test("The last checkpoint is verified as well, also if its save takes no time")
  func lastCheckpoint() {
    let fault = Corrupt.fault(.corrupt, at: [20])
    var scenario = Self.scenario([fault], horizon: nil, work: 50)
    let run = Exact.run(scenario)
    // Found at 57, back at 94.
    #expect(run.isComplete && run.wallSeconds == 94 + 50 + 22)
    CorruptionTests.expect(run, [.productive: 50, .lostWork: 50, .checkpointSave: 7 + 22])
    scenario.checkpoint.save = 0
    scenario.checkpoint.write = 0
    let free = Exact.run(scenario)
    #expect(free.isComplete && free.wallSeconds == 94 + 57 && free.undetectedCorruptions == 0)
    // In the last save itself it does no harm any more.
    let late = Exact.run(
      Self.scenario([Corrupt.fault(.corrupt, at: [60])], horizon: nil, work: 50))
    #expect(late.isComplete && late.wallSeconds == 72 && late.undetectedCorruptions == 0)
  }

  @Test("With levels the job goes back to the newest clean copy of any level")
  func levels() {
    // Memory 107…109, 216…218 with storage …228 (233). Corrupt at 225, found at 335 with 300 done:
    // 200 is good, its save had begun at 216.
    var scenario = LevelTimeline.scenario(
      [LevelTimeline.fault(.node, at: [225], symptom: .corrupt)], horizon: 400)
    scenario.checkpoint.verification = Verification(time: 7)
    // The node leaves, and its level of memory outlives that: back at 367.
    CorruptionTests.expect(
      Exact.run(scenario),
      [.productive: 233, .lostWork: 100, .checkpointSave: 9 + 19 + 7, .load: 1 - 6])
    scenario.storage[0].survives = .job
    CorruptionTests.expect(
      Exact.run(scenario), [.productive: 228, .lostWork: 100, .checkpointSave: 9 + 19 + 7])
  }
}
