import Checkpointing

/// A session that walks from one change to the next, with everything that a job does in its order.
///
/// Work for `interval`, verify, wait for the first level's copy before, save all levels that are due
/// one after the other. The last checkpoint, and that of a stop, go to the safest level only and wait
/// until no copy is in flight.
struct SessionWalk {
  /// What a checkpoint is made for.
  enum Purpose { case periodic, last, stop }

  enum Step {
    case working
    case verifying(until: Double, Purpose)
    case waiting(Purpose)
    case saving(level: Int, until: Double, Purpose)
    /// All is saved, but not durable yet.
    case draining
    case over
  }

  let policy: CheckpointPolicy
  let work: Double
  let position: Double
  var speed: Double
  /// Seconds since the start, pauses not counted.
  var clock = 0.0
  var step = Step.working
  /// Checkpoints that are complete.
  var checkpoints = 0.0
  var worked = 0.0
  var done = 0.0
  var degraded = 0.0
  /// Work in the newest checkpoint whose save has begun.
  var begun = 0.0
  var inFlight = [(level: Int, checkpoint: Double?, end: Double)]()
  var newest = SIMD4<Double>.zero
  var isStopping = false
  /// Whether the state was verified since the last save, and when saves of such a state began.
  var isVerified = false
  var verifiedSaves = [Double]()

  init(policy: CheckpointPolicy, work: Double, position: Double, speed: Double) {
    (self.policy, self.work, self.position, self.speed) = (policy, work, position, speed)
  }

  var levels: Int { 1 + policy.furtherLevels.count }
  func every(_ level: Int) -> Double {
    level == 0 ? 1 : Double(policy.furtherLevels[level - 1].every)
  }
  func save(_ level: Int) -> Double {
    level == 0 ? policy.save : policy.furtherLevels[level - 1].save
  }
  func write(_ level: Int) -> Double {
    level == 0 ? policy.write : policy.furtherLevels[level - 1].write
  }
  func isDue(_ level: Int, at checkpoint: Double) -> Bool {
    (position + checkpoint).truncatingRemainder(dividingBy: every(level)) == 0
  }

  var durable: Double { newest.max() * policy.interval }

  /// Work of the current segment.
  var segment: Double { min(policy.interval, work - checkpoints * policy.interval) }
  var isLast: Bool { work - checkpoints * policy.interval <= policy.interval * (1 + 1e-9) }

  /// When the present step ends by itself.
  private var stepEnd: Double {
    switch step {
    case .working: clock + (segment - worked) / speed
    case .verifying(let end, _), .saving(_, let end, _): end
    case .waiting(let purpose):
      inFlight.contains { purpose != .periodic || $0.level == 0 } ? .infinity : clock
    case .draining: inFlight.isEmpty ? clock : .infinity
    case .over: .infinity
    }
  }

  /// Goes on until `end`, or until a condition holds after a change.
  mutating func go(to end: Double, until isReached: (SessionWalk) -> Bool = { _ in false }) {
    while true {
      let copyEnd = inFlight.map(\.end).min() ?? .infinity
      let next = min(stepEnd, copyEnd)
      if next > end || next == .infinity { break }
      pass(to: next)
      if copyEnd <= next { copiesEnd() } else { finishStep() }
      if isReached(self) { return }
    }
    if end < .infinity { pass(to: end) }
  }

  private mutating func pass(to time: Double) {
    if case .working = step {
      worked += speed * (time - clock)
      done += speed * (time - clock)
      degraded += (1 - speed) * (time - clock)
    }
    clock = time
  }

  private mutating func copiesEnd() {
    for copy in inFlight where copy.end <= clock {
      if let number = copy.checkpoint { newest[copy.level] = number }
    }
    inFlight.removeAll { $0.end <= clock }
  }

  private mutating func finishStep() {
    switch step {
    case .working:
      if isLast, !policy.savesAtEnd {
        step = .over
      } else {
        verify(for: isLast ? .last : .periodic)
      }
    case .verifying(_, let purpose):
      isVerified = true
      step = .waiting(purpose)
    case .waiting(let purpose):
      begun = purpose == .periodic ? (checkpoints + 1) * policy.interval : done
      if isVerified { verifiedSaves.append(clock) }
      isVerified = false
      beginSave(of: purpose == .periodic ? 0 : levels - 1, purpose)
    case .saving(let level, _, let purpose): finishSave(of: level, purpose)
    case .draining: step = .over
    case .over: break
    }
  }

  private mutating func verify(for purpose: Purpose) {
    step = .verifying(until: clock + (policy.verification?.time ?? 0), purpose)
  }

  private mutating func beginSave(of level: Int, _ purpose: Purpose) {
    step = .saving(level: level, until: clock + save(level), purpose)
  }

  private mutating func finishSave(of level: Int, _ purpose: Purpose) {
    let number = checkpoints + 1
    inFlight.append((level, purpose == .periodic ? number : nil, clock + write(level)))
    guard purpose == .periodic else { return step = .draining }
    if let next = (level + 1..<max(level + 1, levels)).first(where: { isDue($0, at: number) }) {
      return beginSave(of: next, purpose)
    }
    checkpoints = number
    worked = 0
    if !isStopping {
      step = .working
    } else {
      step = isDue(levels - 1, at: number) ? .draining : .waiting(.stop)
    }
  }

  /// Comes to an orderly stop; false if the job completes instead.
  mutating func requestStop() -> Bool {
    switch step {
    case .working: verify(for: .stop)
    case .verifying(_, .last), .waiting(.last), .saving(_, _, .last), .draining, .over: return false
    default: break
    }
    isStopping = true
    return true
  }

  /// When all is done and durable, or stopped.
  var end: Double {
    var walk = self
    walk.go(to: .infinity) { walk in
      if case .over = walk.step { true } else { false }
    }
    return walk.clock
  }

  /// When the next save of a verified state begins.
  var verificationEnd: Double? {
    var walk = self
    let before = verifiedSaves.count
    walk.go(to: .infinity) { walk in
      if case .over = walk.step { return true }
      return walk.verifiedSaves.count > before
    }
    return walk.verifiedSaves.count > before ? walk.verifiedSaves.last : nil
  }
}
