import DiscreteEvents
import Testing

@Suite("Calendar")
struct CalendarTests {
  @Test("Events happen by time, then by priority, then in the order of scheduling")
  func orderContract() {
    var calendar = Calendar<Int>()
    calendar.schedule(5, at: 2)
    calendar.schedule(4, at: 1, priority: 200)
    calendar.schedule(2, at: 1)
    calendar.schedule(1, at: 1, priority: 0)
    calendar.schedule(3, at: 1)
    calendar.schedule(6, at: 2)
    calendar.schedule(0, at: 0.5, priority: 255)
    #expect(calendar.nextTime == 0.5)
    #expect(drain(&calendar) == [0, 1, 2, 3, 4, 5, 6])
    #expect(calendar.nextTime == nil)
  }

  @Test("Times from zero to the greatest finite one keep their order and their value")
  func extremeTimes() {
    var calendar = Calendar<Int>()
    let times = [
      0, .leastNonzeroMagnitude, .leastNormalMagnitude, 1, 1.nextUp, 1e9,
      .greatestFiniteMagnitude,
    ]
    for (event, time) in times.enumerated().reversed() { calendar.schedule(event, at: time) }
    for (event, time) in times.enumerated() {
      let first = calendar.popFirst()
      #expect(first?.event == event)
      #expect(first?.time == time)
    }
  }

  @Test("Minus zero is the same time as zero")
  func minusZero() {
    var calendar = Calendar<Int>()
    calendar.schedule(0, at: -0.0)
    calendar.schedule(1, at: 0)
    calendar.schedule(2, at: -0.0)
    #expect(calendar.nextTime?.sign == .plus)
    #expect(drain(&calendar) == [0, 1, 2])
  }

  @Test("It grows from any capacity and keeps order and handles", arguments: [0, 1, 5, 64])
  func growth(capacity: Int) {
    var calendar = Calendar<Int>(capacity: capacity)
    let count = 1_000
    // 617 and 1,000 have no common divisor: the times are 0 ..< 1,000 in another order.
    let handles = (0..<count).map { calendar.schedule($0, at: Double($0 * 617 % count)) }
    #expect(calendar.count == count)
    #expect(calendar.brokenInvariant() == nil)
    for event in stride(from: 0, to: count, by: 2) {
      #expect(calendar.cancel(handles[event]) == true)
    }
    let expected = (0..<count).filter { $0 % 2 == 1 }
    #expect(drain(&calendar) == expected.sorted { $0 * 617 % count < $1 * 617 % count })
  }

  @Test("A handle cancels its event once, and never after it has happened")
  func cancelOnce() {
    var calendar = Calendar<Int>()
    let first = calendar.schedule(0, at: 1)
    let second = calendar.schedule(1, at: 2)
    #expect(first != second)
    #expect(calendar.cancel(second) == true)
    #expect(calendar.cancel(second) == false)
    #expect(calendar.popFirst()?.event == 0)
    #expect(calendar.cancel(first) == false)
    #expect(calendar.isEmpty == true)
  }

  @Test("A stale handle never cancels a later event in the same place")
  func staleHandles() {
    var calendar = Calendar<Int>(capacity: 1)
    var stale: [EventHandle] = []
    for event in 0..<100 {
      let handle = calendar.schedule(event, at: 1)
      for old in stale { #expect(calendar.cancel(old) == false) }
      #expect(calendar.count == 1)
      stale.append(handle)
      switch event % 3 {
      case 0: #expect(calendar.cancel(handle) == true)
      case 1: #expect(calendar.popFirst()?.event == event)
      default: calendar.removeAll()
      }
    }
  }

  @Test("A handle of a larger calendar is refused by a smaller one")
  func foreignHandle() {
    var large = Calendar<Int>()
    let handle = (0..<100).map { large.schedule($0, at: 1) }[99]
    var small = Calendar<Int>(capacity: 1)
    small.schedule(0, at: 1)
    #expect(small.cancel(handle) == false)
    #expect(small.count == 1)
  }

  @Test("Removing all leaves an empty calendar that works as a new one")
  func removeAll() {
    var calendar = Calendar<Int>(capacity: 4)
    let handles = (0..<50).map { calendar.schedule($0, at: Double(50 - $0)) }
    calendar.removeAll()
    #expect(calendar.isEmpty == true)
    #expect(calendar.nextTime == nil)
    #expect(calendar.popFirst() == nil)
    #expect(calendar.brokenInvariant() == nil)
    for event in 0..<60 { calendar.schedule(event, at: Double(event / 2)) }
    for handle in handles { #expect(calendar.cancel(handle) == false) }
    #expect(drain(&calendar) == Array(0..<60))
  }

  @Test("Times that are negative, infinite or no number are refused")
  func refusedTimes() async {
    await #expect(processExitsWith: .failure) {
      var calendar = Calendar<Int>()
      calendar.schedule(0, at: -.leastNonzeroMagnitude)
    }
    await #expect(processExitsWith: .failure) {
      var calendar = Calendar<Int>()
      calendar.schedule(0, at: .infinity)
    }
    await #expect(processExitsWith: .failure) {
      var calendar = Calendar<Int>()
      calendar.schedule(0, at: .nan)
    }
  }

  private func drain(_ calendar: inout Calendar<Int>) -> [Int] {
    var events: [Int] = []
    while let (_, event) = calendar.popFirst() { events.append(event) }
    return events
  }
}
