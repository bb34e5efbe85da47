/// Moves points on a line apart.
enum Spread {
  /// The places nearest to those wished, in their order, at least so far apart and within bounds.
  /// What doesn't fit within the bounds is pressed together evenly.
  static func places(
    _ wished: [Double], apart: Double, from lower: Double, to upper: Double
  ) -> [Double] {
    guard wished.count > 1 else { return wished.map { max(lower, min($0, upper)) } }
    let order = wished.indices.sorted { (wished[$0], $0) < (wished[$1], $1) }
    let distance = min(apart, (upper - lower) / Double(wished.count - 1))
    // Groups that touch share their mean, as in isotonic regression.
    var groups: [(sum: Double, count: Int)] = []
    for (rank, index) in order.enumerated() {
      let slack = distance * Double(wished.count - 1)
      let base = max(lower, min(wished[index] - distance * Double(rank), upper - slack))
      groups.append((base, 1))
      while groups.count > 1, let last = groups.last,
        last.sum / Double(last.count)
          < groups[groups.count - 2].sum / Double(groups[groups.count - 2].count)
      {
        groups.removeLast()
        let before = groups.removeLast()
        groups.append((before.sum + last.sum, before.count + last.count))
      }
    }
    let bases = groups.flatMap { group in
      Array(repeating: group.sum / Double(group.count), count: group.count)
    }
    var places = wished
    for (rank, index) in order.enumerated() {
      places[index] = bases[rank] + distance * Double(rank)
    }
    return places
  }
}
