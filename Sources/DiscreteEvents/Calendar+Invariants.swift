extension Calendar {
  /// What is wrong with the heap, or nil if nothing is. For tests; O(capacity).
  package func brokenInvariant() -> String? {
    for index in 0..<pending {
      let entry = entries[index]
      let parent = (index - 1) / 4
      if index > 0, entry.key < entries[parent].key {
        return "The entry at \(index) comes before its parent at \(parent)"
      }
      if positions[Int(entry.slot)] != index {
        return "The slot \(entry.slot) at \(index) believes to be at \(positions[Int(entry.slot)])"
      }
      if entry.sequence >= nextSequence {
        return "The sequence number \(entry.sequence) was never given, next is \(nextSequence)"
      }
    }
    for index in pending..<(capacity + 3) where entries[index].key != .max {
      return "The entry at \(index) is not free, but only \(pending) are pending"
    }
    let slots = (0..<capacity).map { Int(entries[$0].slot) }
    return slots.sorted() == Array(0..<capacity) ? nil : "The slots are no permutation: \(slots)"
  }
}
