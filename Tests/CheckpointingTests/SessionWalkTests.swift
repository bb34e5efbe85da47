import Checkpointing
import Statistics
import Testing

@Suite("Sessions with levels, verification, pauses and changes of speed against a plain walk")
struct SessionWalkTests {
  /// A policy whose copies of further levels fit into the time until the next ones.
  static func policy(using stream: inout RandomStream) -> CheckpointPolicy {
    func chance(_ probability: Double) -> Bool { stream.uniform() < probability }
    let interval = 1 + 9 * stream.uniform()
    let levels = stream.index(below: 4)
    var every = 1
    let further = (0..<levels).map { _ in
      every *= 1 + stream.index(below: 4)
      return CheckpointLevel(
        every: every, save: chance(0.2) ? 0 : 4 * stream.uniform(),
        write: chance(0.2) ? 0 : Double(every) * interval * stream.uniform())
    }
    return CheckpointPolicy(
      interval: interval, save: chance(0.2) ? 0 : 4 * stream.uniform(),
      write: chance(0.2) ? 0 : (levels > 0 ? interval : 20) * stream.uniform(),
      furtherLevels: further,
      verification: chance(0.5) ? Verification(time: 2 * stream.uniform()) : nil,
      savesAtEnd: chance(0.8))
  }

  /// A session and its walk, side by side.
  struct Pair {
    let start = 1000.0
    var session: TrainingSession
    var walk: SessionWalk
    var now = 1000.0
    var offset = 1000.0
    var pausedAt: Double?
    let seed: UInt64

    init(seed: UInt64, using stream: inout RandomStream) {
      let policy = SessionWalkTests.policy(using: &stream)
      let work = stream.uniform() < 0.5 ? 20 + 200 * stream.uniform() : .infinity
      let position = Double(stream.index(below: policy.furtherLevels.last?.every ?? 1))
      let speed = stream.uniform() < 0.5 ? 1 : 0.1 + 0.9 * stream.uniform()
      session = TrainingSession(start: 0, work: 1, policy: policy)
      session.begin(at: start, work: work, speed: speed, position: position)
      walk = SessionWalk(policy: policy, work: work, position: position, speed: speed)
      self.seed = seed
    }

    mutating func go(to time: Double) {
      now = time
      if pausedAt == nil { walk.go(to: time - offset) }
    }

    func isNear(_ value: Double, _ expected: Double) -> Bool {
      value == expected || abs(value - expected) < 1e-9
    }

    func compare() {
      let progress = session.progress(at: now)
      #expect(isNear(progress.done, walk.done), "done, seed \(seed) at \(now)")
      #expect(
        isNear(progress.durable, min(walk.durable, walk.done)), "durable, seed \(seed) at \(now)")
      #expect(isNear(progress.degraded, walk.degraded), "degraded, seed \(seed) at \(now)")
      #expect(session.newestCopies(at: now) == walk.newest, "copies, seed \(seed) at \(now)")
      #expect(
        isNear(session.workInCheckpointsBegun(by: now), walk.begun), "begun, seed \(seed) at \(now)"
      )
      guard pausedAt == nil else { return }
      if walk.policy.verification != nil {
        let end = session.verificationEnd(after: now)
        let expected = walk.verificationEnd.map { $0 + offset }
        #expect(
          (end == nil) == (expected == nil) && isNear(end ?? 0, expected ?? 0),
          "verified at \(end ?? -1), not \(expected ?? -1), seed \(seed) at \(now)")
      }
      if !walk.isStopping, walk.work < .infinity {
        #expect(isNear(session.completion, walk.end + offset), "completion, seed \(seed) at \(now)")
      }
    }

    mutating func changeSpeed(to speed: Double) {
      session.changeSpeed(to: speed, at: now)
      walk.speed = speed
    }

    mutating func pause(for time: Double, using stream: inout RandomStream) {
      session.pause(at: now)
      pausedAt = now
      go(to: now + time * stream.uniform())
      compare()
      session.resume(at: now)
      offset += now - (pausedAt ?? now)
      pausedAt = nil
      #expect(isNear(session.paused(until: now), offset - start))
    }
  }

  @Test("Any policy agrees with the walk at any time", arguments: 0..<400 as Range<UInt64>)
  func agrees(seed: UInt64) {
    var stream = RandomStream(seed: seed, replication: 2, stream: StreamIdentifier("levels"))
    var pair = Pair(seed: seed, using: &stream)
    let changes = stream.uniform() < 0.7
    let pauses = stream.uniform() < 0.5
    for _ in 0..<60 {
      let time = pair.now + 8 * stream.uniform()
      if pair.walk.work < .infinity, time >= pair.walk.end + pair.offset { break }
      pair.go(to: time)
      pair.compare()
      if changes, stream.uniform() < 0.4 { pair.changeSpeed(to: 0.1 + 0.9 * stream.uniform()) }
      if pauses, stream.uniform() < 0.2 { pair.pause(for: 30, using: &stream) }
      pair.compare()
    }
  }

  @Test("So it does on the way to an orderly stop", arguments: 0..<400 as Range<UInt64>)
  func stopsAlike(seed: UInt64) {
    var stream = RandomStream(seed: seed, replication: 3, stream: StreamIdentifier("levels"))
    var pair = Pair(seed: seed, using: &stream)
    let asked = pair.start + 80 * stream.uniform()
    while pair.now < asked {
      let end = pair.walk.work < .infinity ? pair.walk.end + pair.offset : .infinity
      if pair.now + 10 > end { break }
      pair.go(to: pair.now + 10 * stream.uniform())
      if stream.uniform() < 0.4 { pair.changeSpeed(to: 0.1 + 0.9 * stream.uniform()) }
    }
    let done = pair.walk.done
    let stop = pair.session.requestStop(at: pair.now)
    let stops = pair.walk.requestStop()
    #expect((stop != nil) == stops, "seed \(seed)")
    guard let stop, stops else { return }
    #expect(pair.isNear(stop.work, done), "seed \(seed)")
    let hasPause = stream.uniform() < 0.4
    for _ in 0..<12 {
      let end = pair.walk.end + pair.offset
      let time = pair.session.stop?.time ?? 0
      #expect(pair.isNear(time, end), "stops at \(time), not \(end), seed \(seed)")
      pair.go(to: pair.now + 0.3 * (end - pair.now) * stream.uniform())
      pair.compare()
      // A job that comes to a stop works no more.
      pair.session.changeSpeed(to: 0.5, at: pair.now)
      if hasPause, stream.uniform() < 0.3 { pair.pause(for: 10, using: &stream) }
    }
  }
}
