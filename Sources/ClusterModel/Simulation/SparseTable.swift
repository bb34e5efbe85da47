/// A table from small whole numbers to values that costs what it holds, not what it could hold.
///
/// Open addressing on unsafe storage that is kept between replications: a million healthy nodes
/// take no space, and clearing costs as many steps as there were entries. Entries are never
/// removed one by one.
struct SparseTable<Value: BitwiseCopyable>: ~Copyable {
  private struct Slot: BitwiseCopyable {
    var key: Int
    var value: Value
  }

  private static var vacant: Int { -1 }
  private var slots: UnsafeMutableBufferPointer<Slot>
  private var used: UnsafeMutableBufferPointer<Int32>
  private(set) var count = 0
  private let placeholder: Value

  /// Creates an empty table; `placeholder` fills vacant storage and is never returned.
  init(placeholder: Value, capacity: Int = 256) {
    precondition(capacity > 0 && capacity & (capacity - 1) == 0)
    self.placeholder = placeholder
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(key: Self.vacant, value: placeholder))
    used = .allocate(capacity: capacity / 2)
  }

  deinit {
    slots.deallocate()
    used.deallocate()
  }

  /// Index of the slot that holds `key`, or of the vacant one where it would go.
  private func position(of key: Int) -> Int {
    let mask = slots.count - 1
    // Fibonacci hashing spreads runs of neighbouring numbers.
    let spread = (UInt64(bitPattern: Int64(key)) &* 0x9E37_79B9_7F4A_7C15) >> 32
    var index = Int(spread) & mask
    while slots[index].key != Self.vacant && slots[index].key != key {
      index = (index + 1) & mask
    }
    return index
  }

  /// The value of a key that is not negative; nil where none was set.
  subscript(key: Int) -> Value? {
    let slot = slots[position(of: key)]
    return slot.key == key ? slot.value : nil
  }

  /// Sets the value of a key that is not negative.
  mutating func set(_ key: Int, to value: Value) {
    assert(key >= 0)
    var index = position(of: key)
    if slots[index].key == Self.vacant {
      if count == used.count {
        grow()
        index = position(of: key)
      }
      used[count] = Int32(index)
      count += 1
    }
    slots[index] = Slot(key: key, value: value)
  }

  /// Forgets every entry and keeps the storage.
  mutating func removeAll() {
    for entry in 0..<count {
      slots[Int(used[entry])].key = Self.vacant
    }
    count = 0
  }

  private mutating func grow() {
    let old = slots
    let oldUsed = used
    slots = .allocate(capacity: old.count * 2)
    slots.initialize(repeating: Slot(key: Self.vacant, value: placeholder))
    used = .allocate(capacity: old.count)
    for entry in 0..<count {
      let slot = old[Int(oldUsed[entry])]
      let index = position(of: slot.key)
      slots[index] = slot
      used[entry] = Int32(index)
    }
    old.deallocate()
    oldUsed.deallocate()
  }
}
