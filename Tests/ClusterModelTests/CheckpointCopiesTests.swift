@testable import ClusterModel
import Statistics
import Testing

/// Every copy on its own, in an array.
private struct PlainCopies {
  struct Copy { let level: Int, work: Double, position: Double }
  var copies = [Copy]()
  var lost: [Double]
  let kept: [Int?]

  mutating func add(_ copy: Copy) {
    copies.append(copy)
    guard let most = kept[copy.level] else { return }
    let ofLevel = copies.indices.filter { copies[$0].level == copy.level }
    if ofLevel.count > most { copies.remove(at: ofLevel[0]) }
  }

  func newest(upTo work: Double, withoutLost: Bool = false) -> Copy? {
    let fitting = copies.filter {
      $0.work <= work + 1e-9 && !(withoutLost && $0.work <= lost[$0.level] + 1e-9)
    }
    guard let most = fitting.map(\.work).max() else { return nil }
    let alike = fitting.filter { $0.work >= most - 1e-9 }
    // Of several copies in one level with as much work there is no telling which.
    guard let level = alike.map(\.level).min() else { return nil }
    return Copy(level: level, work: most, position: alike.map(\.position).min() ?? 0)
  }
}

@Suite("The copies that there are to restart from")
struct CheckpointCopiesTests {
  @Test("Any order of additions and losses leaves the copies of a plain list", arguments: 0..<300)
  func agreesWithList(seed: UInt64) {
    var stream = RandomStream(seed: seed, replication: 0, stream: StreamIdentifier("copies"))
    let levels = 1 + stream.index(below: 4)
    let kept: [Int?] = (0..<levels).map { _ in
      stream.uniform() < 0.5 ? 1 + stream.index(below: 6) : nil
    }
    var copies = CheckpointCopies(
      kept.map { CheckpointStorage(survives: .node, kept: $0) })
    var plain = PlainCopies(lost: kept.map { _ in -.infinity }, kept: kept)
    // The job's work, the checkpoint that it goes on from, segments of several lengths.
    var (work, position) = (0.0, 0.0)
    let period = 12.0
    let every = [1.0, 2, 6, 12]
    for _ in 0..<60 {
      switch stream.index(below: 6) {
      case 0, 1, 2:
        let step = [0.1, 1, 10.0 / 3, 1e-3][stream.index(below: 4)]
        let made = Double(stream.index(below: 30))
        for level in 0..<levels {
          let numbers = (1...30).map(Double.init).filter {
            $0 <= made && (position + $0).truncatingRemainder(dividingBy: every[level]) == 0
          }
          guard let first = numbers.first else { continue }
          let at = (position + first).truncatingRemainder(dividingBy: period)
          copies.add(
            toLevel: level, first: work + first * step, step: every[level] * step,
            count: Double(numbers.count), position: at, every: every[level], period: period)
          for number in numbers {
            let at = (position + number).truncatingRemainder(dividingBy: period)
            plain.add(.init(level: level, work: work + number * step, position: at))
          }
        }
        work += made * step
      case 3:
        let level = stream.index(below: levels)
        let upTo = stream.uniform() < 0.5 ? work * stream.uniform() : .infinity
        copies.lose(level: level, upTo: upTo)
        plain.lost[level] = max(plain.lost[level], upTo)
      case 4:
        work *= stream.uniform()
        copies.discard(after: work)
        plain.copies.removeAll { $0.work > work + 1e-9 }
      default:
        let level = stream.index(below: levels)
        copies.dropNewest(ofLevel: level)
        if let last = plain.copies.lastIndex(where: { $0.level == level }) {
          plain.copies.remove(at: last)
        }
      }
      let bound = stream.uniform() < 0.5 ? .infinity : 1.2 * work * stream.uniform()
      for withoutLost in [false, true] {
        let copy = copies.newest(upTo: bound, withoutLost: withoutLost)
        let expected = plain.newest(upTo: bound, withoutLost: withoutLost)
        #expect(copy?.level == expected?.level, "seed \(seed)")
        #expect(abs((copy?.work ?? 0) - (expected?.work ?? 0)) < 1e-9, "seed \(seed)")
        #expect(copy?.position == expected?.position, "seed \(seed)")
      }
      if stream.uniform() < 0.5 {
        copies.removeLost()
        let lost = plain.lost
        plain.copies.removeAll { $0.work <= lost[$0.level] + 1e-9 }
        plain.lost = lost.map { _ in -.infinity }
      }
      // The job goes on from the newest.
      if let copy = copies.newest() {
        (work, position) = (copy.work, copy.position)
      } else {
        (work, position) = (0, 0)
      }
      copies.discard(after: work)
      plain.copies.removeAll { $0.work > work + 1e-9 }
    }
  }

  @Test("Of copies with the same work, summed up in another order, the fastest is loaded")
  func rounding() throws {
    // 0.1 + 2 · 0.1 is not 3 · 0.1.
    var copies = CheckpointCopies([CheckpointStorage(), CheckpointStorage()])
    copies.add(toLevel: 0, first: 0.3, step: 0.1, count: 1, position: 3, every: 1, period: 3)
    copies.add(toLevel: 1, first: 0.1 + 0.2, step: 0.3, count: 1, position: 0, every: 3, period: 3)
    #expect(0.1 + 0.2 > 0.3 && copies.newest()?.level == 0)
    copies.discard(after: 0.3)
    copies.dropNewest(ofLevel: 0)
    #expect(copies.newest()?.level == 1)
  }

  @Test("After 10⁸ s of work steps of a millisecond are still told apart")
  func longRuns() {
    var copies = CheckpointCopies([CheckpointStorage(kept: 5)])
    copies.add(
      toLevel: 0, first: 1e8 + 1e-3, step: 1e-3, count: 1000, position: 0, every: 1, period: 1)
    let target = 1e8 + 1
    copies.discard(after: target - target.ulp)
    #expect(copies.newest()?.work == target)
    copies.discard(after: target - 1e-3)
    #expect(abs((copies.newest()?.work ?? 0) - (target - 1e-3)) < 1e-7)
  }

  @Test("A copy that was read can be read again, one that is made anew is another")
  func proven() throws {
    var copies = CheckpointCopies([CheckpointStorage(unreadable: 0.5)])
    copies.add(toLevel: 0, first: 100, step: 100, count: 3, position: 0, every: 1, period: 1)
    let copy = try #require(copies.newest())
    copies.proven = copy
    #expect(copies.isProven(copy))
    copies.discard(after: 300)
    #expect(copies.isProven(copy))
    copies.discard(after: 200)
    copies.add(toLevel: 0, first: 300, step: 100, count: 1, position: 0, every: 1, period: 1)
    let again = try #require(copies.newest())
    #expect(again.work == 300 && !copies.isProven(again))
    copies.proven = again
    copies.lose(level: 0, upTo: .infinity)
    copies.removeLost()
    #expect(copies.newest() == nil && !copies.isProven(again))
  }
}
