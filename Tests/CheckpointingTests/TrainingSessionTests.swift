import Checkpointing
import Statistics
import Testing

@Suite("Where a job stands within its segments")
struct TrainingSessionTests {
  static let policy = CheckpointPolicy(interval: 100, save: 10, write: 5)

  @Test(
    "Work, saves and copies in flight follow each other as by hand",
    arguments: [
      // elapsed, done, durable: saves run 100…110, 210…220; copies are durable at 115, 225
      (0.0, 0.0, 0.0), (40, 40, 0), (100, 100, 0), (105, 100, 0), (110, 100, 0), (114, 104, 0),
      (115, 105, 100), (160, 150, 100), (210, 200, 100), (219, 200, 100), (220, 200, 100),
      (225, 205, 200),
    ])
  func byHand(elapsed: Double, done: Double, durable: Double) {
    let session = TrainingSession(start: 1000, work: .infinity, policy: Self.policy)
    let progress = session.progress(at: 1000 + elapsed)
    #expect(progress.done == done)
    #expect(progress.durable == durable)
  }

  @Test("A slow copy holds the next save up")
  func slowCopy() {
    // Saves end at 30, then every max(20, 50) + 10 = 60; copies are durable at 80, 140.
    let policy = CheckpointPolicy(interval: 20, save: 10, write: 50)
    let session = TrainingSession(start: 0, work: .infinity, policy: policy)
    #expect(session.progress(at: 79).durable == 0)
    #expect(session.progress(at: 80).durable == 20)
    #expect(session.progress(at: 80).done == 40)
    #expect(session.progress(at: 139).durable == 20)
    #expect(session.progress(at: 140).durable == 40)
  }

  @Test("A job completes when its last checkpoint is durable, or when its work is done")
  func completion() {
    let ending = TrainingSession(start: 7, work: 250, policy: Self.policy)
    #expect(ending.completion == 7 + 250 + 3 * 10 + 5)
    var policy = Self.policy
    policy.savesAtEnd = false
    #expect(TrainingSession(start: 7, work: 250, policy: policy).completion == 7 + 250 + 2 * 10)
    #expect(TrainingSession(start: 7, work: 50, policy: policy).completion == 7 + 50)
    #expect(TrainingSession(start: 7, work: .infinity, policy: policy).completion == .infinity)
  }

  @Test("A remainder that is a rounding error is not a segment")
  func roundingErrorIsNoSegment() {
    // 0.3 / 0.1 is 2.9999999999999996 and (0.1 + 0.2) / 0.1 is 3.0000000000000004.
    let policy = CheckpointPolicy(interval: 0.1, save: 1)
    for work in [0.3, 0.1 + 0.2] {
      let session = TrainingSession(start: 0, work: work, policy: policy)
      #expect(abs(session.completion - 3.3) < 1e-12)
    }
  }

  @Test(
    "An orderly stop saves what is unsaved, uses a save under way and saves nothing twice",
    arguments: [
      // asked at, stops at, work by then
      (0.0, 0.0, 0.0), (40, 55, 40), (100, 115, 100), (105, 115, 100), (110, 115, 100),
      (112, 130, 102), (115, 130, 105), (160, 175, 150),
    ])
  func orderlyStop(asked: Double, stops: Double, work: Double) throws {
    var session = TrainingSession(start: 0, work: .infinity, policy: Self.policy)
    let requested = session.requestStop(at: asked)
    let stop = try #require(requested)
    #expect(stop.time == stops)
    #expect(stop.work == work)
    #expect(session.progress(at: stop.time).done == work)
  }

  @Test("A fault during an orderly stop loses what is not durable yet")
  func faultDuringStop() {
    var session = TrainingSession(start: 0, work: .infinity, policy: Self.policy)
    _ = session.requestStop(at: 160)
    #expect(session.progress(at: 174).atStake == 50)
    #expect(session.progress(at: 174).durable == 100)
  }

  @Test("A job in its last save completes instead of stopping")
  func noStopInLastSave() {
    var session = TrainingSession(start: 0, work: 150, policy: Self.policy)
    let stop = session.requestStop(at: 262)
    #expect(stop == nil && session.stop == nil)
  }

  /// The same by walking from save to save.
  static func walk(to elapsed: Double, policy: CheckpointPolicy) -> (Double, Double) {
    var (now, done, durable, copyDone) = (0.0, 0.0, 0.0, 0.0)
    var saved = 0.0
    while true {
      let workEnd = now + policy.interval
      guard workEnd <= elapsed else { return (done + elapsed - now, durableAt(elapsed)) }
      done += policy.interval
      let saveEnd = max(workEnd, copyDone) + policy.save
      guard saveEnd <= elapsed else { return (done, durableAt(elapsed)) }
      durable = durableAt(saveEnd)
      saved = done
      copyDone = saveEnd + policy.write
      now = saveEnd
    }
    func durableAt(_ time: Double) -> Double { copyDone > 0 && copyDone <= time ? saved : durable }
  }

  @Test("The arithmetic agrees with walking from save to save", arguments: 0..<200)
  func agreesWithWalking(seed: UInt64) {
    var stream = RandomStream(seed: seed, replication: 0, stream: StreamIdentifier("walk"))
    let policy = CheckpointPolicy(
      interval: 1 + 9 * stream.uniform(), save: 5 * stream.uniform(), write: 20 * stream.uniform())
    let session = TrainingSession(start: 0, work: .infinity, policy: policy)
    for _ in 0..<50 {
      let elapsed = 300 * stream.uniform()
      let (done, durable) = Self.walk(to: elapsed, policy: policy)
      let progress = session.progress(at: elapsed)
      #expect(abs(progress.done - done) < 1e-9, "seed \(seed) at \(elapsed)")
      #expect(abs(progress.durable - durable) < 1e-9, "seed \(seed) at \(elapsed)")
    }
  }
}
