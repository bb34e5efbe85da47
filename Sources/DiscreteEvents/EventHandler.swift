/// A model: its state, and what each of its events does to it.
///
/// An event is a small value, mostly an enumeration; the handler changes its own state and
/// schedules what follows.
public protocol EventHandler: ~Copyable {
  /// What can happen in the model.
  associatedtype Event: BitwiseCopyable

  /// Makes `event` happen at the time `simulator.now`.
  mutating func handle(_ event: Event, in simulator: inout Simulator<Event>)
}
