// The order contract. Of the pending events the next to happen is
//   1. the one with the earliest time;
//   2. at equal times, the one with the lowest priority number;
//   3. at equal priorities, the one that was scheduled first.
// The order is total and depends on nothing else: not on the capacity, not on what was cancelled,
// not on earlier use of the calendar.

/// Pending events: earliest time first, then lowest priority number, then first come first served.
///
/// An indexed 4-ary heap on unsafe buffers: scheduling, cancelling and taking the first event are
/// O(log n) and allocate nothing unless the calendar has to grow.
@frozen
public struct Calendar<Event: BitwiseCopyable>: ~Copyable {
  /// The heap, and past `pending` the free slots; the slots of all entries are a permutation.
  @usableFromInline var entries: UnsafeMutablePointer<CalendarEntry>
  /// By slot: the event's place in the heap. Stale for a free slot.
  @usableFromInline var positions: UnsafeMutablePointer<UInt32>
  /// By slot: the event. Not initialised for a slot that was never used.
  @usableFromInline var events: UnsafeMutablePointer<Event>
  @usableFromInline var capacity: Int
  /// Entries of the heap, a vacant root included.
  @usableFromInline var pending = 0
  /// Whether the entry at the root was taken out and its place not filled yet.
  ///
  /// Most events schedule the next one, which then takes the place at once: one way down the heap
  /// instead of two. The entry taken out stays as it was; it comes before all others.
  @usableFromInline var isRootVacant = false
  /// Goes on through `removeAll`, so that old handles stay stale.
  @usableFromInline var nextSequence: UInt64 = 0

  /// An empty calendar with room for `capacity` pending events; it grows by itself.
  @inlinable
  public init(capacity: Int = 64) {
    precondition(capacity >= 0, "A calendar can't have room for \(capacity) events")
    self.capacity = 0
    entries = .allocate(capacity: 0)
    positions = .allocate(capacity: 0)
    events = .allocate(capacity: 0)
    grow(to: capacity)
  }

  @inlinable
  deinit {
    deallocate()
  }

  /// The number of pending events.
  @inlinable public var count: Int { pending - (isRootVacant ? 1 : 0) }

  /// Whether no event is pending.
  @inlinable public var isEmpty: Bool { count == 0 }

  /// The time of the earliest event, or nil when none is pending.
  @inlinable public var nextTime: Double? {
    isEmpty ? nil : entries[isRootVacant ? firstOfFour(from: 1) : 0].time
  }

  /// Adds an event and returns the handle that can cancel it.
  ///
  /// `time` is finite and not negative, in the model's unit. Of events at the same time the lowest
  /// `priority` number happens first. O(log n).
  @inlinable
  @discardableResult
  public mutating func schedule(
    _ event: Event, at time: Double, priority: UInt8 = 128
  ) -> EventHandle {
    precondition(
      time >= 0 && time < .infinity, "An event needs a finite time of at least 0, not \(time)")
    if pending == capacity, !isRootVacant { grow(to: max(2 * capacity, 16)) }
    let slot = entries[isRootVacant ? 0 : pending].slot
    let sequence = nextSequence
    nextSequence += 1
    events[Int(slot)] = event
    // Adding zero turns −0, whose bits would sort last, into +0.
    let entry = CalendarEntry(time: time + 0, priority: priority, sequence: sequence, slot: slot)
    if isRootVacant {
      isRootVacant = false
      siftDown(entry, from: 0)
    } else {
      pending += 1
      siftUp(entry, from: pending - 1)
    }
    return EventHandle(slot: slot, generation: sequence)
  }

  /// Takes a pending event out and returns whether it was still pending.
  ///
  /// False if the event has happened, was cancelled or was removed. O(log n).
  @inlinable
  @discardableResult
  public mutating func cancel(_ handle: EventHandle) -> Bool {
    guard handle.slot < capacity else { return false }
    let position = Int(positions[Int(handle.slot)])
    // A stale position leads to another event or to none, and sequence numbers are unique.
    guard position < pending, entries[position].sequence == handle.generation else { return false }
    guard position > 0 || !isRootVacant else { return false }
    removeEntry(at: position)
    return true
  }

  /// Takes the first event out; nil when none is pending. O(log n).
  @inlinable
  public mutating func popFirst() -> (time: Double, event: Event)? {
    popFirst(notAfter: .infinity)
  }

  /// Takes the first event out unless it lies after `limit`; nil then and when none is pending.
  @inlinable
  public mutating func popFirst(notAfter limit: Double) -> (time: Double, event: Event)? {
    if isRootVacant {
      isRootVacant = false
      removeEntry(at: 0)
    }
    guard pending > 0, entries[0].time <= limit else { return nil }
    isRootVacant = true
    return (entries[0].time, events[Int(entries[0].slot)])
  }

  /// Takes all events out and keeps the storage, so that the next use allocates nothing. O(n).
  @inlinable
  public mutating func removeAll() {
    for index in 0..<pending {
      entries[index] = CalendarEntry(freeSlot: entries[index].slot)
    }
    pending = 0
    isRootVacant = false
  }
}
