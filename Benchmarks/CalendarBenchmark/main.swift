// Nanoseconds of the calendar's operations by the number of pending events, the best of five:
//   hold        take the first event out and schedule it again later;
//   event       the same through the simulator's run loop and a model;
//   reschedule  cancel a pending event and schedule it again.
// The delays are exponential and drawn beforehand. Run with `swift run -c release`.

import DiscreteEvents
import Statistics

/// 65,536 exponential delays in turn: too many for the branch predictor to learn.
struct Delays {
  private let values: [Double]
  private var index = 0

  init() {
    var stream = RandomStream(seed: 1, replication: 0, stream: StreamIdentifier("delays"))
    values = (0..<65_536).map { _ in stream.exponential() }
  }

  mutating func next() -> Double {
    index = (index + 1) % 65_536
    return values[index]
  }
}

/// A model whose only event schedules itself again, until it has happened often enough.
struct Repeater: EventHandler, ~Copyable {
  var delays = Delays()
  var remaining: Int

  mutating func handle(_ event: UInt64, in simulator: inout Simulator<UInt64>) {
    simulator.schedule(event, after: delays.next())
    remaining -= 1
    if remaining == 0 { simulator.stop() }
  }
}

let operations = 2_000_000

func hold(pending: Int) -> Duration {
  var delays = Delays()
  var calendar = Calendar<UInt64>(capacity: pending)
  for event in 0..<pending { calendar.schedule(UInt64(event), at: delays.next()) }
  return ContinuousClock().measure {
    for _ in 0..<operations {
      guard let (time, event) = calendar.popFirst() else { return }
      calendar.schedule(event, at: time + delays.next())
    }
  }
}

func event(pending: Int) -> Duration {
  var repeater = Repeater(remaining: operations)
  var simulator = Simulator<UInt64>(capacity: pending)
  for event in 0..<pending {
    simulator.schedule(UInt64(event), after: repeater.delays.next())
  }
  return ContinuousClock().measure { simulator.run(&repeater) }
}

func reschedule(pending: Int) -> Duration {
  var delays = Delays()
  var calendar = Calendar<UInt64>(capacity: pending)
  var handles = (0..<pending).map { calendar.schedule(UInt64($0), at: delays.next()) }
  return ContinuousClock().measure {
    var index = 0
    for _ in 0..<operations {
      // A stride that is prime to the sizes visits all events out of order.
      index = (index + 617) % pending
      calendar.cancel(handles[index])
      handles[index] = calendar.schedule(UInt64(index), at: delays.next())
    }
  }
}

func nanoseconds(_ measure: (Int) -> Duration, pending: Int) -> String {
  let best = (0..<5).map { _ in measure(pending) }.min() ?? .zero
  let tenths = Int((best / operations / Duration.nanoseconds(1) * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}

func row(_ cells: [String]) -> String {
  cells.map { String(repeating: " ", count: max(0, 12 - $0.count)) + $0 }.joined()
}

print(row(["pending", "hold", "event", "reschedule"]))
for pending in [10, 1_000, 100_000] {
  print(
    row([
      "\(pending)", nanoseconds(hold, pending: pending), nanoseconds(event, pending: pending),
      nanoseconds(reschedule, pending: pending),
    ]))
}
