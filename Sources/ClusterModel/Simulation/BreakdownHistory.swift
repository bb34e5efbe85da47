/// The latest breakdowns of the nodes that broke, as far back as the rule of retirement asks.
///
/// A ring of times for each node that ever broke, and nothing for all others.
struct BreakdownHistory: ~Copyable {
  /// Where the ring of a node lies, and how many breakdowns it has seen.
  private struct Ring: BitwiseCopyable {
    var start: Int
    var breakdowns: Int32 = 0
  }

  private let rule: RepairPolicy.Retirement?
  private var rings = SparseTable(placeholder: Ring(start: 0))
  private var times = [Double]()

  init(_ rule: RepairPolicy.Retirement?) {
    self.rule = rule
  }

  /// Forgets everything.
  mutating func reset() {
    rings.removeAll()
    times.removeAll(keepingCapacity: true)
  }

  /// Forgets a node whose number a new one takes.
  mutating func forget(_ node: Int) {
    guard var ring = rings[node] else { return }
    ring.breakdowns = 0
    rings.set(node, to: ring)
  }

  /// Notes that a node breaks; returns whether it does so for the last time.
  @inline(__always)
  mutating func isLastBreakdown(of node: Int, at now: Double) -> Bool {
    guard let rule else { return false }
    return isLastBreakdown(of: node, at: now, by: rule)
  }

  private mutating func isLastBreakdown(
    of node: Int, at now: Double, by rule: RepairPolicy.Retirement
  ) -> Bool {
    let length = rule.failures - 1
    guard length > 0 else { return true }
    var ring = rings[node] ?? newRing(of: length)
    // The oldest entry of a full ring is the first of as many breakdowns as the rule counts.
    let slot = ring.start + Int(ring.breakdowns) % length
    let isFull = Int(ring.breakdowns) >= length
    let isLast = isFull && now - times[slot] <= rule.within
    times[slot] = now
    ring.breakdowns += 1
    rings.set(node, to: ring)
    return isLast
  }

  private mutating func newRing(of length: Int) -> Ring {
    defer { times.append(contentsOf: repeatElement(0, count: length)) }
    return Ring(start: times.count)
  }
}
