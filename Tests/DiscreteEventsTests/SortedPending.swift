import DiscreteEvents

/// The order contract in its plainest form: pending events in a sorted array.
struct SortedPending {
  struct Item {
    let time: Double
    let priority: UInt8
    /// The event, which is also the order of scheduling.
    let event: Int
    let handle: EventHandle

    func comes(before other: Item) -> Bool {
      (time, priority, event) < (other.time, other.priority, other.event)
    }
  }

  private(set) var items: [Item] = []

  mutating func insert(_ item: Item) {
    var (low, high) = (0, items.count)
    while low < high {
      let middle = (low + high) / 2
      if items[middle].comes(before: item) { low = middle + 1 } else { high = middle }
    }
    items.insert(item, at: low)
  }

  mutating func popFirst() -> Item? {
    items.isEmpty ? nil : items.removeFirst()
  }

  mutating func remove(at index: Int) -> Item {
    items.remove(at: index)
  }

  mutating func removeAll() {
    items.removeAll()
  }
}
