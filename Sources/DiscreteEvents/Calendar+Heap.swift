// The 4-ary heap: the children of the entry at i are at 4i + 1 … 4i + 4, and no entry comes before
// its parent. Four children cost more comparisons a level than two but half the levels, and the
// levels are what misses the cache (LaMarca and Ladner 1996, "The influence of caches on the
// performance of heaps").

extension Calendar {
  /// Moves `entry` from the hole at `start` towards the root until its parent comes before it.
  @inlinable
  mutating func siftUp(_ entry: CalendarEntry, from start: Int) {
    var hole = start
    while hole > 0 {
      let parent = (hole &- 1) >> 2
      guard entry.key < entries[parent].key else { break }
      place(entries[parent], at: hole)
      hole = parent
    }
    place(entry, at: hole)
  }

  /// Moves `entry` from the hole at `start` towards the leaves until it comes before its children.
  @inlinable
  mutating func siftDown(_ entry: CalendarEntry, from start: Int) {
    var hole = start
    while true {
      let firstChild = hole &<< 2 &+ 1
      guard firstChild < pending else { break }
      let child = firstOfFour(from: firstChild)
      guard entries[child].key < entry.key else { break }
      place(entries[child], at: hole)
      hole = child
    }
    place(entry, at: hole)
  }

  /// The place of the entry that comes first among the four from `start` on.
  ///
  /// There are always four: those past the end are free and come last. The outcomes can't be
  /// predicted, so they are added rather than branched on, which saves a quarter of the time.
  @inlinable
  func firstOfFour(from start: Int) -> Int {
    let left = start &+ (entries[start &+ 1].key < entries[start].key ? 1 : 0)
    let right = start &+ (entries[start &+ 3].key < entries[start &+ 2].key ? 3 : 2)
    return entries[right].key < entries[left].key ? right : left
  }

  /// Takes the entry at `position` out, fills the hole with the last one and frees the slot.
  @inlinable
  mutating func removeEntry(at position: Int) {
    let slot = entries[position].slot
    pending &-= 1
    let last = entries[pending]
    entries[pending] = CalendarEntry(freeSlot: slot)
    guard position < pending else { return }
    if position > 0, last.key < entries[(position &- 1) >> 2].key {
      siftUp(last, from: position)
    } else {
      siftDown(last, from: position)
    }
  }

  @inlinable
  mutating func place(_ entry: CalendarEntry, at position: Int) {
    entries[position] = entry
    positions[Int(entry.slot)] = UInt32(truncatingIfNeeded: position)
  }

  /// Moves everything into buffers for `newCapacity` events, with free entries at the end.
  @inlinable
  mutating func grow(to newCapacity: Int) {
    precondition(newCapacity <= Int(UInt32.max), "\(newCapacity) pending events are too many")
    // Three more places, so that the last parent has four children too.
    let places = newCapacity + 3
    let newEntries = UnsafeMutablePointer<CalendarEntry>.allocate(capacity: places)
    let newPositions = UnsafeMutablePointer<UInt32>.allocate(capacity: newCapacity)
    let newEvents = UnsafeMutablePointer<Event>.allocate(capacity: newCapacity)
    newEntries.initialize(from: entries, count: capacity)
    newPositions.initialize(from: positions, count: capacity)
    newEvents.initialize(from: events, count: capacity)
    for index in capacity..<places {
      newEntries[index] = CalendarEntry(freeSlot: UInt32(truncatingIfNeeded: index))
    }
    (newPositions + capacity).initialize(repeating: 0, count: newCapacity - capacity)
    deallocate()
    entries = newEntries
    positions = newPositions
    events = newEvents
    capacity = newCapacity
  }

  @inlinable
  func deallocate() {
    entries.deallocate()
    positions.deallocate()
    events.deallocate()
  }
}
