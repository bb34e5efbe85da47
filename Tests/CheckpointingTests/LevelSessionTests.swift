import Checkpointing
import Testing

/// Saves of 2 (to memory) after each 100 of work, of 10 more (to disk, durable 5 later) after every
/// second, and of 30 more (to storage, durable 50 later) after every fourth segment.
@Suite("Levels within a session, by hand")
struct LevelSessionTests {
  static let policy = CheckpointPolicy(
    interval: 100, save: 2,
    furtherLevels: [
      CheckpointLevel(every: 2, save: 10, write: 5), CheckpointLevel(every: 4, save: 30, write: 50),
    ])

  static func session(work: Double = .infinity, position: Double = 0) -> TrainingSession {
    var session = TrainingSession(start: 0, work: 1, policy: policy)
    session.begin(at: 1000, work: work, position: position)
    return session
  }

  @Test(
    "Each level has its copies when they are durable",
    arguments: [
      // Saves: 100…102; 202…204…214; 314…316; 416…418…428…458; then the same again.
      (101.0, 100.0, 0.0, 0.0, 0.0), (102, 100, 1, 0, 0), (203, 200, 1, 0, 0), (204, 200, 2, 0, 0),
      (218, 204, 2, 0, 0), (219, 205, 2, 2, 0), (418, 400, 4, 2, 0), (432, 400, 4, 2, 0),
      (433, 400, 4, 4, 0), (507, 449, 4, 4, 0), (508, 450, 4, 4, 4), (560, 500, 5, 4, 4),
      // the second pattern begins at 458: 660…662…672, 874…876…886…916, durable at 966
      (677, 605, 6, 6, 4), (965, 849, 8, 8, 4), (966, 850, 8, 8, 8),
    ] as [(Double, Double, Double, Double, Double)])
  func copies(elapsed: Double, done: Double, memory: Double, disk: Double, storage: Double) {
    let session = Self.session()
    #expect(session.progress(at: 1000 + elapsed).done == done)
    #expect(session.newestCopies(at: 1000 + elapsed) == [memory, disk, storage, 0])
    #expect(session.progress(at: 1000 + elapsed).durable == 100 * memory)
  }

  @Test("After a restart the pattern goes on where the checkpoint that was loaded stands in it")
  func position() {
    // From the third checkpoint of four: the next is saved to all levels, 100…102…112…142, durable
    // at 117 and 192.
    let session = Self.session(position: 3)
    #expect(session.newestCopies(at: 1117) == [1, 1, 0, 0])
    #expect(session.newestCopies(at: 1192) == [1, 1, 1, 0])
    #expect(session.position(ofCheckpoint: 1) == 0 && session.position(ofCheckpoint: 3) == 2)
    #expect(session.firstCheckpoint(ofLevel: 0) == 1 && session.firstCheckpoint(ofLevel: 1) == 1)
    #expect(session.firstCheckpoint(ofLevel: 2) == 1 && session.every(2) == 4)
    // From the first of four: disk with the next one, storage with the third.
    let early = Self.session(position: 1)
    #expect(early.firstCheckpoint(ofLevel: 1) == 1 && early.firstCheckpoint(ofLevel: 2) == 3)
  }

  @Test("The last checkpoint goes to the safest level only, when no copy is in flight")
  func completion() {
    // 250 of work: 214 + 50 of work, then 30 and 50.
    #expect(Self.session(work: 250).completion == 1264 + 80)
    // 410: the copy of the fourth checkpoint is durable at 508, 40 after the work is done.
    #expect(Self.session(work: 410).completion == 1508 + 80)
  }

  @Test(
    "An orderly stop saves to the safest level what it lacks",
    arguments: [
      // asked at, stops at, work by then, whether it makes a copy of its own
      (0.0, 0.0, 0.0, false), (50, 130, 50, true),
      // in the first save: goes on to storage at once
      (101, 102 + 80, 100, true),
      // disk in flight until 219
      (216, 219 + 80, 202, true), (203, 219 + 80, 200, true),
      // in the save of all levels, and in its last copy
      (417, 508, 400, false), (458, 508, 400, false), (470, 508 + 80, 412, true),
    ] as [(Double, Double, Double, Bool)])
  func stop(asked: Double, stops: Double, work: Double, saves: Bool) throws {
    var session = Self.session()
    let requested = session.requestStop(at: 1000 + asked)
    let stop = try #require(requested)
    #expect(stop.time == 1000 + stops && stop.work == work && stop.savesByItself == saves)
  }

  @Test("A stop saves what a job was restored from to the safest level, but only once")
  func stopAfterRestart() throws {
    var session = Self.session(position: 1)
    let requested = session.requestStop(at: 1000)
    let stop = try #require(requested)
    #expect(stop.time == 1080 && stop.work == 0 && stop.savesByItself)
  }

  @Test("While a stop waits for copies in flight no other save begins")
  func begunByStop() {
    // Storage in flight until 508; asked at 470 with 412 done. Without the stop a save would begin
    // at 558, with it at 508.
    var session = Self.session()
    _ = session.requestStop(at: 1470)
    #expect(session.workInCheckpointsBegun(by: 1507) == 400)
    #expect(session.workInCheckpointsBegun(by: 1508) == 412)
    // A copy that takes longer than a segment: until 600 in place of 508.
    var policy = Self.policy
    policy.furtherLevels[1].write = 142
    var slow = TrainingSession(start: 0, work: .infinity, policy: policy)
    let stop = slow.requestStop(at: 470)
    #expect(stop?.time == 772.0)
    #expect(slow.workInCheckpointsBegun(by: 599) == 400)
    #expect(slow.workInCheckpointsBegun(by: 600) == 412)
  }

  @Test("A pause shifts all that is to come, and a change of speed only the work")
  func pauseAndSpeed() {
    var session = Self.session()
    session.pause(at: 1210)
    #expect(session.newestCopies(at: 1300) == [2, 0, 0, 0])
    session.resume(at: 1310)
    // The save to disk ends at 314, durable at 319.
    #expect(session.newestCopies(at: 1318) == [2, 0, 0, 0])
    session.changeSpeed(to: 0.5, at: 1318)
    #expect(session.newestCopies(at: 1319) == [2, 2, 0, 0])
    // 96 of work are left of the third segment: saved from 510 to 512.
    #expect(session.newestCopies(at: 1511) == [2, 2, 0, 0])
    #expect(session.newestCopies(at: 1512) == [3, 2, 0, 0])
    #expect(session.paused(until: 1512) == 100)
  }

  @Test("The state is verified before each save, and once in a stop")
  func verification() {
    let policy = CheckpointPolicy(
      interval: 100, save: 10, write: 5, verification: Verification(time: 7))
    var session = TrainingSession(start: 0, work: 250, policy: policy)
    // Saves 107…117, 224…234, the last from 291 to 301.
    #expect(session.verificationEnd(after: 0) == 107 && session.verificationEnd(after: 107) == 224)
    #expect(
      session.verificationEnd(after: 224) == 291 && session.verificationEnd(after: 291) == nil)
    #expect(session.completion == 306)
    #expect(session.progress(at: 105).done == 100 && session.progress(at: 122).durable == 100)
    // Asked for at 150 with 133 done: verified until 157.
    _ = session.requestStop(at: 150)
    #expect(session.stop?.time == 172 && session.stop?.work == 133)
    #expect(session.verificationEnd(after: 150) == 157)
    #expect(session.verificationEnd(after: 157) == nil)
  }
}
