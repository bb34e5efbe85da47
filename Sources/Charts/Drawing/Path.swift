/// The `d` of a path in tenths of a unit, written relative to the point before, which is short.
struct Path {
  private(set) var text = ""
  private(set) var box: Box?
  private var x = 0
  private var y = 0

  var isEmpty: Bool { text.isEmpty }

  mutating func move(_ toX: Double, _ toY: Double) {
    x = Coordinate.tenths(toX)
    y = Coordinate.tenths(toY)
    text += "M\(Coordinate.text(tenths: x))\(separated(y))"
    grow()
  }

  mutating func line(_ toX: Double, _ toY: Double) {
    let dx = Coordinate.tenths(toX) - x
    let dy = Coordinate.tenths(toY) - y
    if dx == 0, dy == 0 { return }
    x += dx
    y += dy
    if dy == 0 {
      text += "h\(Coordinate.text(tenths: dx))"
    } else if dx == 0 {
      text += "v\(Coordinate.text(tenths: dy))"
    } else {
      text += "l\(Coordinate.text(tenths: dx))\(separated(dy))"
    }
    grow()
  }

  mutating func close() { text += "z" }

  /// A closed polygon.
  mutating func polygon(_ points: [(x: Double, y: Double)]) {
    guard let first = points.first else { return }
    move(first.x, first.y)
    for point in points.dropFirst() { line(point.x, point.y) }
    close()
  }

  /// A rectangle.
  mutating func rectangle(_ box: Box) {
    polygon([
      (box.minX, box.minY), (box.maxX, box.minY), (box.maxX, box.maxY), (box.minX, box.maxY),
    ])
  }

  private func separated(_ tenths: Int) -> String {
    tenths < 0 ? Coordinate.text(tenths: tenths) : " \(Coordinate.text(tenths: tenths))"
  }

  private mutating func grow() {
    let (px, py) = (Double(x) / 10, Double(y) / 10)
    let old = box ?? Box(minX: px, minY: py, maxX: px, maxY: py)
    box = Box(
      minX: min(old.minX, px), minY: min(old.minY, py), maxX: max(old.maxX, px),
      maxY: max(old.maxY, py))
  }
}
