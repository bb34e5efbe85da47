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

  // MARK: Speed

  @Test(
    "A slow session does its segments at its speed and its saves at full speed",
    arguments: [
      // elapsed, done, durable, degraded: saves run 200…210, 410…420; durable at 215, 425
      (100.0, 50.0, 0.0, 50.0), (205, 100, 0, 100), (215, 102.5, 100, 102.5),
      (420, 200, 100, 200), (425, 202.5, 200, 202.5),
    ])
  func slowFromTheStart(elapsed: Double, done: Double, durable: Double, degraded: Double) {
    let session = TrainingSession(start: 7, work: .infinity, policy: Self.policy, speed: 0.5)
    let progress = session.progress(at: 7 + elapsed)
    #expect(progress.done == done && progress.durable == durable)
    #expect(progress.degraded == degraded)
  }

  @Test(
    "A segment, a save and a copy in flight go on when the speed changes",
    arguments: [
      // changed to a half at, asked at, done, durable, degraded
      // in work: 60 of 100 done, the rest takes until 140, saved at 150, durable at 155
      (60.0, 140.0, 100.0, 0.0, 40.0), (60, 154, 102, 0, 42), (60, 155, 102.5, 100, 42.5),
      // in a save: it ends at 110 as before
      (105, 109, 100, 0, 0), (105, 114, 102, 0, 2), (105, 115, 102.5, 100, 2.5),
      // with a copy in flight: durable at 115 as before, next save from 112 + 2 · 98 = 308 on
      (112, 114, 103, 0, 1), (112, 115, 103.5, 100, 1.5), (112, 308, 200, 100, 98),
      (112, 322, 202, 100, 100), (112, 323, 202.5, 200, 100.5),
    ])
  func slowerOnTheWay(
    changed: Double, asked: Double, done: Double, durable: Double, degraded: Double
  ) {
    var session = TrainingSession(start: 0, work: .infinity, policy: Self.policy)
    session.changeSpeed(to: 0.5, at: changed)
    let progress = session.progress(at: asked)
    #expect(progress.done == done && progress.durable == durable)
    #expect(progress.degraded == degraded)
  }

  @Test("The speed may change again, in a segment of its own or in the last one")
  func changesAgain() {
    // 50 at full speed, 25 by 100, the last 25 by 125; saved at 135; 50 more by 185, and saved.
    var session = TrainingSession(start: 0, work: 150, policy: Self.policy)
    session.changeSpeed(to: 0.5, at: 50)
    session.changeSpeed(to: 1, at: 100)
    #expect(session.completion == 185 + 10 + 5)
    // 20 of the last 50 by 155; the other 30 take 120.
    session.changeSpeed(to: 0.25, at: 155)
    #expect(session.completion == 275 + 10 + 5)
    #expect(session.progress(at: 275).done == 150)
    #expect(session.progress(at: 275).degraded == 25 + 90)
    // Nothing is left to be slow at in the last save.
    session.changeSpeed(to: 0.1, at: 280)
    #expect(session.completion == 290)
  }

  @Test("A slow copy holds the save up that follows a change of speed")
  func slowCopyAndSpeed() {
    // Save 20…30, its copy is durable at 80; the second segment is done at 50 in any case.
    let policy = CheckpointPolicy(interval: 20, save: 10, write: 50)
    var session = TrainingSession(start: 0, work: .infinity, policy: policy)
    session.changeSpeed(to: 0.5, at: 40)
    #expect(session.progress(at: 60).done == 40)
    #expect(session.progress(at: 79).durable == 0 && session.progress(at: 80).durable == 20)
    // While the job waits for the copy a change leaves the save from 80 to 90 as it is.
    session.changeSpeed(to: 0.25, at: 70)
    #expect(session.progress(at: 90).done == 40 && session.progress(at: 94).done == 41)
    #expect(session.progress(at: 140).durable == 40)
  }

  @Test("A slow session stops as orderly")
  func slowStop() throws {
    var session = TrainingSession(start: 0, work: .infinity, policy: Self.policy)
    session.changeSpeed(to: 0.5, at: 112)
    let requested = session.requestStop(at: 114)
    let stop = try #require(requested)
    // Waits for the copy until 115, saves until 125, durable at 130.
    #expect(stop.time == 130 && stop.work == 103)
    session.changeSpeed(to: 1, at: 120)
    #expect(session.progress(at: 130).degraded == 1)
  }

  @Test(
    "A checkpoint holds what was done when its save began",
    arguments: [
      (99.0, 0.0), (100, 100), (105, 100), (150, 100), (209, 100), (210, 200), (269, 200),
      (270, 250), (284, 250),
    ])
  func checkpointsBegun(time: Double, work: Double) {
    let session = TrainingSession(start: 0, work: 250, policy: Self.policy)
    #expect(session.workInCheckpointsBegun(by: time) == work)
  }

  @Test("The save of an orderly stop begins when no other copy is in flight")
  func checkpointOfStop() {
    var session = TrainingSession(start: 0, work: .infinity, policy: Self.policy)
    _ = session.requestStop(at: 112)
    #expect(session.workInCheckpointsBegun(by: 114) == 100)
    #expect(session.workInCheckpointsBegun(by: 115) == 102)
  }

  @Test("Any changes of speed agree with walking in small steps", arguments: 0..<100)
  func speedsAgreeWithWalking(seed: UInt64) {
    var stream = RandomStream(seed: seed, replication: 1, stream: StreamIdentifier("speeds"))
    let policy = CheckpointPolicy(
      interval: 1 + 9 * stream.uniform(), save: 5 * stream.uniform(), write: 20 * stream.uniform())
    var session = TrainingSession(start: 0, work: .infinity, policy: policy)
    var walk = SlowWalk(policy: policy)
    var now = 0.0
    for _ in 0..<40 {
      now += 15 * stream.uniform()
      walk.go(to: now)
      let progress = session.progress(at: now)
      #expect(abs(progress.done - walk.done) < 1e-9, "seed \(seed) at \(now)")
      #expect(abs(progress.durable - walk.durable) < 1e-9, "seed \(seed) at \(now)")
      #expect(abs(progress.degraded - walk.degraded) < 1e-9, "seed \(seed) at \(now)")
      walk.speed = 0.1 + 0.9 * stream.uniform()
      session.changeSpeed(to: walk.speed, at: now)
    }
  }
}

/// A job that walks from one change to the next: a segment done, a save over, a copy durable.
private struct SlowWalk {
  let policy: CheckpointPolicy
  var speed = 1.0
  var (now, done, durable, degraded) = (0.0, 0.0, 0.0, 0.0)
  /// Work done in the segment, when its save ends, and the copy in flight.
  var worked = 0.0
  var saveEnd: Double?
  var copy: (end: Double, work: Double)?

  init(policy: CheckpointPolicy) { self.policy = policy }

  mutating func go(to end: Double) {
    while now < end {
      let isWorking = saveEnd == nil && worked < policy.interval - 1e-12
      if saveEnd == nil, !isWorking, copy == nil { saveEnd = now + policy.save }
      let workEnd = isWorking ? now + (policy.interval - worked) / speed : .infinity
      let next = min(end, workEnd, saveEnd ?? .infinity, copy?.end ?? .infinity)
      if isWorking {
        worked += speed * (next - now)
        done += speed * (next - now)
        degraded += (1 - speed) * (next - now)
      }
      now = next
      if let copy, copy.end <= now {
        durable = copy.work
        self.copy = nil
      }
      if let end = saveEnd, end <= now {
        copy = (now + policy.write, done)
        (saveEnd, worked) = (nil, 0)
      }
    }
  }
}
