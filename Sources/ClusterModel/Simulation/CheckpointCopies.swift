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
      let least = work + 1e-9 * step
      guard newest > least else { return count }
      return first > least ? 0 : min(count, ((least - first) / step).rounded(.down) + 1)
    }

    mutating func dropOldest(_ number: Double) {
      first += number * step
      position += number * positionStep
      count -= number
    }
  }

  /// A copy that a restart can load.
  ///
  /// Work is a sum of floating-point numbers: the same may differ in its last digits.
  struct Copy {
    let level: Int
    let work: Double
    /// Its number within the pattern of levels.
    let position: Double
    /// Far less than the work from one copy of the level to the next.
    fileprivate let tolerance: Double

    func holdsMore(than other: Copy) -> Bool { work > other.work + tolerance }

    func isSame(as other: Copy?) -> Bool {
      guard let other, level == other.level else { return false }
      return abs(work - other.work) <= tolerance
    }
  }

  /// Whether it matters which copies there are; otherwise the newest one is always restored.
  let areTracked: Bool
  /// Number within the pattern of levels of the copy that the job goes on from.
  var position = 0.0
  /// Levels whose copies are lost with what a fault took down, a bit a level; those that the session
  /// which ends now has made as well.
  var lost: UInt8 = 0
  /// The copy that was read last: it can be read again.
  var proven: Copy?
  private var levels: [[Series]]
  private let kept: [Double]

  init(_ storage: [CheckpointStorage]) {
    areTracked = storage.count > 1 || storage.contains { $0.unreadable > 0 || $0.kept != nil }
    levels = storage.map { _ in [] }
    kept = storage.map { $0.kept.map(Double.init) ?? .infinity }
  }

  mutating func removeAll() {
    position = 0
    lost = 0
    proven = nil
    for level in levels.indices { levels[level].removeAll(keepingCapacity: true) }
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

  /// The copies of levels that are lost are gone.
  mutating func loseCopies() {
    for level in levels.indices where lost & 1 << level != 0 {
      levels[level].removeAll(keepingCapacity: true)
    }
    lost = 0
  }

  /// The copy with most work of all that hold at most `work`: of several the fastest.
  func newest(upTo work: Double = .infinity) -> Copy? {
    var newest: Copy?
    for level in levels.indices {
      guard let copy = newestCopy(ofLevel: level, upTo: work) else { continue }
      if newest.map({ copy.holdsMore(than: $0) }) ?? true { newest = copy }
    }
    return newest
  }

  /// The same of the levels that are not lost.
  var newestKept: Copy? {
    levels.indices.reduce(nil) { newest, level in
      guard lost & 1 << level == 0, let copy = newestCopy(ofLevel: level, upTo: .infinity) else {
        return newest
      }
      return newest.map { copy.holdsMore(than: $0) } ?? true ? copy : newest
    }
  }

  private func newestCopy(ofLevel level: Int, upTo work: Double) -> Copy? {
    for series in levels[level].reversed() {
      let count = series.count(upTo: work)
      guard count > 0 else { continue }
      let position = series.position + (count - 1) * series.positionStep
      let work = series.work(at: count - 1)
      return Copy(
        level: level, work: work,
        position: position.truncatingRemainder(dividingBy: series.period),
        tolerance: max(1e-9 * series.step, 4 * work.ulp))
    }
    return nil
  }

  /// Removes all copies with more work than that: they hold a state that the job does not go on from.
  mutating func discard(after work: Double) {
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
