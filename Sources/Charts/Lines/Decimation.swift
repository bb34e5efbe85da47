/// Fewer points for lines of many, by columns of the image.
enum Decimation {
  /// How many columns a line is cut into.
  private static let columns = 100

  /// The points of a line, at most 400: of each column the first, the least, the greatest and the
  /// last.
  static func line(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    guard points.count > 4 * columns else { return points }
    return inColumns(points.map(\.x)).flatMap { range in
      let indices = Array(range)
      let least = indices.min { (points[$0].y, $0) < (points[$1].y, $1) }
      let greatest = indices.max { (points[$0].y, $0) < (points[$1].y, $1) }
      let kept = Set([indices.first, least, greatest, indices.last].compactMap { $0 })
      return kept.sorted().map { points[$0] }
    }
  }

  /// The corners of a band, at most 200: of each column the outermost at its first and its last x.
  static func band(
    _ points: [(x: Double, low: Double, high: Double)]
  ) -> [(x: Double, low: Double, high: Double)] {
    guard points.count > 2 * columns else { return points }
    return inColumns(points.map(\.x)).flatMap { range in
      // Downwards is greater, as in the image.
      let low = points[range].map(\.low).max() ?? 0
      let high = points[range].map(\.high).min() ?? 0
      let ends = range.count > 1 ? [range.lowerBound, range.upperBound - 1] : [range.lowerBound]
      return ends.map { (x: points[$0].x, low: low, high: high) }
    }
  }

  /// The places that fall into each column of equal width; columns without any are left out.
  private static func inColumns(_ xs: [Double]) -> [Range<Int>] {
    guard let first = xs.first, let last = xs.last, last > first else {
      return xs.isEmpty ? [] : [0..<xs.count]
    }
    var ranges: [Range<Int>] = []
    var start = 0
    var column = 0
    for (index, x) in xs.enumerated() {
      let own = WholeNumber.floor(
        (x - first) / (last - first) * Double(columns), within: 0...columns - 1)
      if own != column, index > start {
        ranges.append(start..<index)
        start = index
      }
      column = own
    }
    ranges.append(start..<xs.count)
    return ranges
  }
}
