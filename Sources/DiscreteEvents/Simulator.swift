/// A clock with a calendar of events, and the loop that makes them happen in order.
///
/// Time has the model's unit and starts at zero. The order of events is that of `Calendar`.
@frozen
public struct Simulator<Event: BitwiseCopyable>: ~Copyable {
  @usableFromInline var calendar: Calendar<Event>
  @usableFromInline var clock = 0.0
  @usableFromInline var isStopping = false

  /// A simulator at time zero with nothing to do and room for `capacity` pending events.
  @inlinable
  public init(capacity: Int = 64) {
    calendar = Calendar(capacity: capacity)
  }

  /// The time of the event that is happening, or of the last that has happened.
  @inlinable public var now: Double { clock }

  /// The number of pending events.
  @inlinable public var pendingCount: Int { calendar.count }

  /// Adds an event at a time that is finite and not before `now`; returns its handle.
  ///
  /// An event at `now` happens after the current one. Of events at the same time the lowest
  /// `priority` number happens first, then the one that was scheduled first.
  @inlinable
  @discardableResult
  public mutating func schedule(
    _ event: Event, at time: Double, priority: UInt8 = 128
  ) -> EventHandle {
    precondition(time >= clock, "An event at \(time) would lie before the present, \(clock)")
    return calendar.schedule(event, at: time, priority: priority)
  }

  /// Adds an event after a delay that is finite and not negative; returns its handle.
  @inlinable
  @discardableResult
  public mutating func schedule(
    _ event: Event, after delay: Double, priority: UInt8 = 128
  ) -> EventHandle {
    precondition(delay >= 0, "An event can't happen after a delay of \(delay)")
    return schedule(event, at: clock + delay, priority: priority)
  }

  /// Takes a pending event out; false if it has happened or was cancelled already.
  @inlinable
  @discardableResult
  public mutating func cancel(_ handle: EventHandle) -> Bool {
    calendar.cancel(handle)
  }

  /// Lets the run loop return after the current event. Without effect outside a run.
  @inlinable
  public mutating func stop() {
    isStopping = true
  }

  /// Goes back to time zero with nothing to do, and keeps the storage.
  @inlinable
  public mutating func reset() {
    calendar.removeAll()
    clock = 0
  }

  /// Runs until no event is pending, `stop()` is called or the next event lies after `horizon`.
  ///
  /// In the last case the clock stands at the horizon afterwards, otherwise at the last event. An
  /// event exactly at the horizon still happens. A later call goes on where this one ended.
  /// `trace` sees each event just before it happens.
  @inlinable
  public mutating func run<Model: EventHandler & ~Copyable>(
    _ model: inout Model, until horizon: Double = .infinity,
    trace: ((Double, Event) -> Void)? = nil
  ) where Model.Event == Event {
    precondition(horizon >= clock, "The horizon \(horizon) lies before the present, \(clock)")
    isStopping = false
    while !isStopping {
      guard let next = calendar.popFirst(notAfter: horizon) else {
        if !calendar.isEmpty { clock = horizon }
        return
      }
      clock = next.time
      if let trace { trace(next.time, next.event) }
      model.handle(next.event, in: &self)
    }
  }
}
