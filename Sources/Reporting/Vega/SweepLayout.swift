import ScenarioFormat

/// How the points of a sweep are laid out to be drawn.
struct SweepLayout {
  /// The first path with two or more numbers; nil if there is none.
  let abscissa: NumberAxis?
  /// The other paths that tell points apart, by their index: not those that change in step with
  /// the abscissa.
  let others: [Int]
  /// How many combinations of values the others have.
  let seriesCount: Int
  /// The second axis of a table of numbers; nil unless the points fill such a table.
  let ordinate: NumberAxis?

  init(_ report: SweepReport) {
    let points = report.plan.points.map { $0.map(\.value) }
    let coordinates = report.coordinates
    let first = coordinates.firstIndex { Set($0.numbers.compactMap(\.self)).count > 1 }
    let others = coordinates.indices.filter { index in
      index != first && !Self.isDecided(index, by: first, in: points)
    }
    seriesCount = Set(points.map { point in others.map { point[$0] } }).count
    abscissa = first.flatMap { NumberAxis(coordinates[$0]) }
    self.others = others
    var ordinate: NumberAxis?
    if let first, others.count == 1, !coordinates[others[0]].numbers.contains(nil),
      !coordinates[first].numbers.contains(nil)
    {
      let columns = Set(points.map { $0[first] }).count
      let cells = Set(points.map { [$0[first], $0[others[0]]] }).count
      if cells == columns * seriesCount { ordinate = NumberAxis(coordinates[others[0]]) }
    }
    self.ordinate = ordinate
  }

  /// Whether a path has one value only, or one for each value of another path.
  private static func isDecided(_ index: Int, by other: Int?, in points: [[String]]) -> Bool {
    var values: [String: String] = [:]
    return points.allSatisfy { point in
      let key = other.map { point[$0] } ?? ""
      let value = values[key, default: point[index]]
      values[key] = value
      return value == point[index]
    }
  }
}
