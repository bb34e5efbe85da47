/// One place in the heap: when an event happens, and the slot that keeps the event itself.
///
/// The key orders by one integer comparison. From the highest bit: 64 bits of the time, 8 of the
/// priority, 56 of the sequence number. The bits of non-negative doubles are in the order of their
/// values (IEEE 754-2019, section 3.4), which holds for neither −0 nor NaN.
@frozen @usableFromInline
struct CalendarEntry: BitwiseCopyable {
  @usableFromInline let key: UInt128
  @usableFromInline let slot: UInt32

  /// Bits of the key that hold the sequence number. They last 68 years at 30 ns an event.
  @inlinable static var sequenceBits: UInt64 { 56 }

  @inlinable
  init(time: Double, priority: UInt8, sequence: UInt64, slot: UInt32) {
    let order = UInt64(priority) << Self.sequenceBits | sequence
    key = UInt128(time.bitPattern) << 64 | UInt128(order)
    self.slot = slot
  }

  /// A place behind the heap's end: it remembers a free slot and comes after every event.
  @inlinable
  init(freeSlot: UInt32) {
    key = .max
    slot = freeSlot
  }

  @inlinable var time: Double { Double(bitPattern: UInt64(truncatingIfNeeded: key >> 64)) }

  @inlinable var sequence: UInt64 {
    UInt64(truncatingIfNeeded: key) & (1 << Self.sequenceBits - 1)
  }
}
