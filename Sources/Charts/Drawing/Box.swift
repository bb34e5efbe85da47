/// A rectangle with its sides along the axes.
struct Box: Hashable {
  var minX: Double
  var minY: Double
  var maxX: Double
  var maxY: Double

  var width: Double { maxX - minX }
  var height: Double { maxY - minY }
  var midX: Double { (minX + maxX) / 2 }
  var midY: Double { (minY + maxY) / 2 }

  /// Whether the two have more than a touch in common.
  func overlaps(_ other: Box, by touch: Double = 0) -> Bool {
    minX < other.maxX - touch && other.minX < maxX - touch && minY < other.maxY - touch
      && other.minY < maxY - touch
  }
}
