/// Names one scheduled event, so that it can be cancelled.
///
/// The slot says where the event is kept, the generation which of the slot's tenants is meant.
/// Generations are never used twice by a calendar, so a handle kept for too long is harmless.
@frozen
public struct EventHandle: BitwiseCopyable, Sendable, Equatable {
  @usableFromInline let slot: UInt32
  /// The event's sequence number, which is unique in its calendar.
  @usableFromInline let generation: UInt64

  @inlinable
  init(slot: UInt32, generation: UInt64) {
    self.slot = slot
    self.generation = generation
  }
}
