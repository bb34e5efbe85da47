import Statistics

/// The copies that can be restored from, by level; of a job for which it matters which ones there are.
///
/// Those of one session are equally spaced and make one entry, so that a checkpoint costs nothing
/// here either. Work is in seconds of productive time since the start of the job.
struct CheckpointCopies {
  /// Copies of one level and session, from the oldest to the newest.
  private struct Series {
    var first: Double
    let step: Double
    var count: Double
    /// Number of the first within the pattern of levels, and what each further one adds.
    var position: Double
    let positionStep: Double
    let period: Double

    func work(at index: Double) -> Double { first + index * step }

    var newest: Double { work(at: count - 1) }

    /// How many hold at most so much work.
    func count(upTo work: Double) -> Double {
      guard work < .infinity else { return count }
      let least = work + max(1e-9 * step, CheckpointCopies.rounding(work))
      guard newest > least else { return count }
      return first > least ? 0 : min(count, ((least - first) / step).rounded(.down) + 1)
    }

    mutating func dropOldest(_ number: Double) {
      first += number * step
      position += number * positionStep
      count -= number
    }
  }

  /// Work is a sum of floating-point numbers: the same may differ by so much.
  private static func rounding(_ work: Double) -> Double { 8 * work.ulp }

  /// A copy that a restart can load.
  struct Copy {
    let level: Int
    let work: Double
    /// Its number within the pattern of levels.
    var position: Double

    /// Whether it holds more work than another one, of no matter which level.
    func isNewer(than other: Copy) -> Bool { work > other.work + rounding(other.work) }

    /// Whether it is the same one.
    func isSame(as other: Copy) -> Bool {
      level == other.level && !isNewer(than: other) && !other.isNewer(than: self)
    }
  }

  /// Whether it matters which copies there are; otherwise the newest one is always restored.
  let areTracked: Bool
  /// Number within the pattern of levels of the copy that the job goes on from.
  var position = 0.0
  /// Work up to which the copies of each level are lost with what a fault took down, also those of a
  /// session that goes on; −∞ for none.
  private var lostWork: [Double]
  /// The copy that was read last: it can be read again.
  var proven: Copy?
  private var levels: [[Series]]
  private let kept: [Double]
  private let unreadable: [Double]
  private static let readStream = StreamIdentifier("checkpoint/unreadable")
  private var reads: RandomStream

  init(_ storage: [CheckpointStorage]) {
    areTracked =
      storage.count > 1
      || storage.contains { $0.unreadable > 0 || $0.kept != nil || $0.survives != .cluster }
    levels = storage.map { _ in [] }
    lostWork = storage.map { _ in -.infinity }
    kept = storage.map { $0.kept.map(Double.init) ?? .infinity }
    unreadable = storage.map(\.unreadable)
    reads = RandomStream(seed: 0, replication: 0, stream: Self.readStream)
  }

  /// Begins a replication, without any copies.
  mutating func begin(seed: UInt64, replication: UInt64) {
    reads = RandomStream(seed: seed, replication: replication, stream: Self.readStream)
    position = 0
    proven = nil
    for level in levels.indices {
      levels[level].removeAll(keepingCapacity: true)
      lostWork[level] = -.infinity
    }
  }

  /// Adds copies of a level that are `step` seconds of work apart.
  ///
  /// - Parameters:
  ///   - level: the level.
  ///   - first: work in the oldest of them.
  ///   - count: how many there are.
  ///   - position: number of the first within the pattern of levels, which repeats after `period`.
  ///   - every: what each further one adds to it.
  mutating func add(
    toLevel level: Int, first: Double, step: Double, count: Double, position: Double,
    every: Double, period: Double
  ) {
    guard count > 0 else { return }
    levels[level].append(
      Series(
        first: first, step: step, count: count, position: position, positionStep: every,
        period: period))
    dropOldest(ofLevel: level)
  }

  /// Lets go of what is more than is kept.
  private mutating func dropOldest(ofLevel level: Int) {
    guard kept[level] < .infinity else { return }
    var excess = levels[level].reduce(-kept[level]) { $0 + $1.count }
    while excess > 0, let oldest = levels[level].first {
      if oldest.count <= excess {
        levels[level].removeFirst()
      } else {
        levels[level][0].dropOldest(excess)
      }
      excess -= oldest.count
    }
  }

  /// Draws whether a copy can't be read.
  mutating func turnsOutUnreadable(_ copy: Copy) -> Bool {
    unreadable[copy.level] > 0 && reads.uniform() < unreadable[copy.level]
  }

  /// Whether a copy was read before.
  func isProven(_ copy: Copy) -> Bool { proven.map { copy.isSame(as: $0) } ?? false }

  /// Copies of a level with at most so much work are lost, if they are or will be among these.
  mutating func lose(level: Int, upTo work: Double) {
    lostWork[level] = max(lostWork[level], work)
  }

  /// Whether a copy of a level with so much work is lost.
  func isLost(level: Int, work: Double) -> Bool {
    work <= lostWork[level] + Self.rounding(work)
  }

  /// The copies that are lost are gone.
  mutating func removeLost() {
    for level in levels.indices where lostWork[level] > -.infinity {
      while let first = levels[level].first {
        let count = first.count(upTo: lostWork[level])
        if count < first.count {
          levels[level][0].dropOldest(count)
          break
        }
        levels[level].removeFirst()
      }
      if let copy = proven, copy.level == level, isLost(level: level, work: copy.work) {
        proven = nil
      }
      lostWork[level] = -.infinity
    }
  }

  /// The copy with most work of all that hold at most `work`: of several the fastest.
  ///
  /// The pattern of levels begins anew if the safest level holds as much, by an orderly stop.
  func newest(upTo work: Double = .infinity, withoutLost: Bool = false) -> Copy? {
    var newest: Copy?
    for level in levels.indices {
      guard let copy = newestCopy(ofLevel: level, upTo: work) else { continue }
      if withoutLost, isLost(level: level, work: copy.work) { continue }
      guard let best = newest, !copy.isNewer(than: best) else {
        newest = copy
        continue
      }
      if !best.isNewer(than: copy) { newest?.position = min(best.position, copy.position) }
    }
    return newest
  }

  private func newestCopy(ofLevel level: Int, upTo work: Double) -> Copy? {
    for series in levels[level].reversed() {
      let count = series.count(upTo: work)
      guard count > 0 else { continue }
      let position = series.position + (count - 1) * series.positionStep
      return Copy(
        level: level, work: series.work(at: count - 1),
        position: position.truncatingRemainder(dividingBy: series.period))
    }
    return nil
  }

  /// Removes all copies with more work than that: they hold a state that the job does not go on from.
  mutating func discard(after work: Double) {
    // One that is made later with as much work is another one.
    if let copy = proven, copy.work > work + Self.rounding(work) { proven = nil }
    for level in levels.indices {
      while let last = levels[level].last {
        let count = last.count(upTo: work)
        guard count < last.count else { break }
        if count > 0 {
          levels[level][levels[level].count - 1].count = count
        } else {
          levels[level].removeLast()
        }
      }
    }
  }

  /// Removes the newest copy of a level.
  mutating func dropNewest(ofLevel level: Int) {
    guard let last = levels[level].last else { return }
    if last.count > 1 {
      levels[level][levels[level].count - 1].count -= 1
    } else {
      levels[level].removeLast()
    }
  }
}
