import DiscreteEvents
import Testing

@Suite("Simulator")
struct SimulatorTests {
  /// Writes down what happens when, and does what its events say.
  struct Recorder: EventHandler {
    enum Event: Equatable { case note(Int), stop, tick(every: Double), followUp(Int) }
    struct Entry: Equatable {
      let time: Double
      let event: Event
    }
    var entries: [Entry] = []

    mutating func handle(_ event: Event, in simulator: inout Simulator<Event>) {
      entries.append(Entry(time: simulator.now, event: event))
      switch event {
      case .note: break
      case .stop: simulator.stop()
      case .tick(let period): simulator.schedule(event, after: period)
      case .followUp(let event): simulator.schedule(.note(event), at: simulator.now)
      }
    }

    var times: [Double] { entries.map(\.time) }
  }

  @Test("A run without a horizon ends with the last event, and the clock stands there")
  func runsUntilEmpty() {
    var simulator = Simulator<Recorder.Event>()
    var recorder = Recorder()
    #expect(simulator.now == 0)
    simulator.schedule(.note(1), at: 3)
    simulator.schedule(.note(0), after: 1.5)
    simulator.run(&recorder)
    #expect(recorder.times == [1.5, 3])
    #expect(simulator.now == 3)
    #expect(simulator.pendingCount == 0)
  }

  @Test("An event at the horizon happens, one after it waits for the next run")
  func horizon() {
    var simulator = Simulator<Recorder.Event>()
    var recorder = Recorder()
    for time in [1, 2, 2.nextUp, 3] { simulator.schedule(.note(0), at: time) }
    simulator.run(&recorder, until: 2)
    #expect(recorder.times == [1, 2])
    #expect(simulator.now == 2)
    simulator.run(&recorder, until: 2)
    #expect(recorder.times == [1, 2])
    simulator.run(&recorder, until: 2.5)
    #expect(recorder.times == [1, 2, 2.nextUp])
    #expect(simulator.now == 2.5)
    simulator.run(&recorder, until: 10)
    #expect(recorder.times == [1, 2, 2.nextUp, 3])
    #expect(simulator.now == 3)
  }

  @Test("A run to a horizon in parts has the events of one run")
  func horizonInParts() {
    func times(runningUntil horizons: [Double]) -> [Double] {
      var simulator = Simulator<Recorder.Event>()
      var recorder = Recorder()
      simulator.schedule(.tick(every: 0.75), after: 0)
      simulator.schedule(.tick(every: 0.5), after: 0.25)
      for horizon in horizons { simulator.run(&recorder, until: horizon) }
      return recorder.times
    }
    let whole = times(runningUntil: [20])
    #expect(whole.count == 67)
    #expect(times(runningUntil: [0, 0.5, 7.3, 7.3, 19.99, 20]) == whole)
  }

  @Test("Stopping ends the run after the current event, and a next run goes on")
  func stop() {
    var simulator = Simulator<Recorder.Event>()
    var recorder = Recorder()
    simulator.schedule(.note(0), at: 1)
    simulator.schedule(.stop, at: 2)
    simulator.schedule(.note(1), at: 2)
    simulator.run(&recorder, until: 5)
    #expect(recorder.entries.map(\.event) == [.note(0), .stop])
    #expect(simulator.now == 2)
    simulator.stop()
    simulator.run(&recorder, until: 5)
    #expect(recorder.entries.map(\.event) == [.note(0), .stop, .note(1)])
  }

  @Test("An event scheduled for the present happens after those that wait for the same time")
  func present() {
    var simulator = Simulator<Recorder.Event>()
    var recorder = Recorder()
    simulator.schedule(.followUp(7), at: 1)
    simulator.schedule(.note(0), at: 1)
    simulator.run(&recorder)
    #expect(recorder.entries.map(\.event) == [.followUp(7), .note(0), .note(7)])
    #expect(recorder.times == [1, 1, 1])
  }

  @Test("The trace sees every event with its time, in order and before it happens")
  func trace() {
    var simulator = Simulator<Recorder.Event>()
    var recorder = Recorder()
    simulator.schedule(.tick(every: 0.5), after: 0)
    simulator.schedule(.followUp(1), at: 1, priority: 0)
    let cancelled = simulator.schedule(.note(2), at: 1)
    simulator.cancel(cancelled)
    var seen: [Recorder.Entry] = []
    simulator.run(&recorder, until: 2) { time, event in
      seen.append(Recorder.Entry(time: time, event: event))
    }
    #expect(seen.count == 7)
    #expect(seen == recorder.entries)
  }

  @Test("A cancelled event doesn't happen")
  func cancel() {
    var simulator = Simulator<Recorder.Event>()
    var recorder = Recorder()
    let handle = simulator.schedule(.note(0), at: 1)
    simulator.schedule(.note(1), at: 2)
    #expect(simulator.cancel(handle) == true)
    #expect(simulator.cancel(handle) == false)
    simulator.run(&recorder)
    #expect(recorder.entries.map(\.event) == [.note(1)])
  }

  @Test("After a reset the clock is at zero, nothing is pending and old handles are stale")
  func reset() {
    var simulator = Simulator<Recorder.Event>()
    var recorder = Recorder()
    simulator.schedule(.note(0), at: 1)
    let handle = simulator.schedule(.note(1), at: 9)
    simulator.run(&recorder, until: 4)
    simulator.reset()
    #expect(simulator.now == 0)
    #expect(simulator.pendingCount == 0)
    simulator.schedule(.note(2), at: 0.5)
    #expect(simulator.cancel(handle) == false)
    simulator.run(&recorder)
    #expect(recorder.entries.map(\.event) == [.note(0), .note(2)])
  }

  @Test("Events and horizons before the present and negative delays are refused")
  func refusedTimes() async {
    await #expect(processExitsWith: .failure) {
      var simulator = Simulator<Recorder.Event>()
      var recorder = Recorder()
      simulator.schedule(.note(0), at: 1)
      simulator.run(&recorder)
      simulator.schedule(.note(1), at: 1.nextDown)
    }
    await #expect(processExitsWith: .failure) {
      var simulator = Simulator<Recorder.Event>()
      var recorder = Recorder()
      simulator.schedule(.note(0), at: 1)
      simulator.run(&recorder)
      simulator.run(&recorder, until: 0.5)
    }
    await #expect(processExitsWith: .failure) {
      var simulator = Simulator<Recorder.Event>()
      simulator.schedule(.note(0), after: -1)
    }
    await #expect(processExitsWith: .failure) {
      var simulator = Simulator<Recorder.Event>()
      simulator.schedule(.note(0), after: .infinity)
    }
  }
}
