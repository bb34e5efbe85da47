import DiscreteEvents
import Statistics
import Testing

/// Random operations on a calendar and on a sorted array must have the same outcomes.
@Suite("Calendar against a sorted array")
struct CalendarModelTests {
  /// Both sides of the comparison, and every handle that has become stale.
  private struct Comparison: ~Copyable {
    var calendar = Calendar<Int>(capacity: 2)
    var model = SortedPending()
    var stale: [EventHandle] = []
    var stream: RandomStream
    var scheduled = 0

    init(seed: UInt64) {
      stream = RandomStream(seed: seed, replication: 0, stream: StreamIdentifier("operations"))
    }

    /// Few distinct times and priorities, so that all three rules of the order decide.
    mutating func schedule() {
      let time = Double(stream.index(below: 64)) / 8
      let priority = UInt8(stream.index(below: 3))
      let handle = calendar.schedule(scheduled, at: time, priority: priority)
      model.insert(.init(time: time, priority: priority, event: scheduled, handle: handle))
      scheduled += 1
    }

    mutating func pop() {
      let expected = model.popFirst()
      let first = calendar.popFirst()
      #expect(first?.event == expected?.event)
      #expect(first?.time == expected?.time)
      if let expected { stale.append(expected.handle) }
    }

    mutating func cancel() {
      guard !model.items.isEmpty else { return }
      let item = model.remove(at: stream.index(below: model.items.count))
      #expect(calendar.cancel(item.handle) == true)
      stale.append(item.handle)
    }

    mutating func cancelStale() {
      guard !stale.isEmpty else { return }
      #expect(calendar.cancel(stale[stream.index(below: stale.count)]) == false)
    }

    mutating func removeAll() {
      calendar.removeAll()
      stale += model.items.map(\.handle)
      model.removeAll()
    }

    /// The calendar grows on average while `growing`, and shrinks otherwise.
    mutating func step(growing: Bool) {
      switch stream.index(below: 100) {
      case ..<(growing ? 50 : 30): schedule()
      case ..<75: pop()
      case ..<90: cancel()
      default: cancelStale()
      }
    }
  }

  @Test("40,000 random operations give the same events", arguments: [1, 2] as [UInt64])
  func randomOperations(seed: UInt64) {
    var comparison = Comparison(seed: seed)
    var largest = 0
    for operation in 0..<20_000 {
      comparison.step(growing: operation / 2_000 % 2 == 0)
      if operation % 7_919 == 7_918 { comparison.removeAll() }
      #expect(comparison.calendar.count == comparison.model.items.count)
      #expect(comparison.calendar.nextTime == comparison.model.items.first?.time)
      if operation % 50 == 0 { #expect(comparison.calendar.brokenInvariant() == nil) }
      largest = max(largest, comparison.model.items.count)
    }
    while !comparison.model.items.isEmpty { comparison.pop() }
    #expect(comparison.calendar.isEmpty == true)
    // The calendar had to grow several times, and every kind of handle was tried.
    #expect(largest > 100)
    #expect(comparison.stale.count == comparison.scheduled)
  }
}
