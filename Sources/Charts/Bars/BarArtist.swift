/// Draws one bar over the width of the image.
struct BarArtist {
  static let height = 28.0
  let top: Double

  /// Where parts begin and end: as wide as their shares, but none narrower than a unit.
  func extents(of parts: [Bar.Part], width: Double) -> [(start: Double, end: Double)] {
    let total = parts.reduce(0) { $0 + $1.share }
    let least = min(1.5, width / Double(2 * max(1, parts.count)))
    let wished = parts.map { max(least, $0.share / total * width) }
    let excess = wished.reduce(-width, +)
    let yielding = wished.reduce(0) { $0 + ($1 - least) }
    var start = 0.0
    return wished.map { wish in
      let own = yielding > 0 ? wish - excess * (wish - least) / yielding : wish
      defer { start += own }
      return (start: start, end: min(width, start + own))
    }
  }

  /// Draws parts; the names of those that are too narrow are put below or left out.
  func draw(_ parts: [Bar.Part], namesBelow: Bool, into drawing: inout Drawing) {
    let extents = extents(of: parts, width: drawing.width)
    let bottom = top + Self.height
    var outside: [(name: String, x: Double)] = []
    for (part, extent) in zip(parts, extents) {
      let width = extent.end - extent.start
      let gap = width > 4 && extent.end < drawing.width - 0.5 ? 1.0 : width > 1.2 ? 0.3 : 0
      let box = Box(minX: extent.start, minY: top, maxX: extent.end - gap, maxY: bottom)
      let series = SeriesClass.of(part.colour)
      drawing.rectangle(box, "\(series) fl", tip: part.name)
      if SeriesClass.isHatched(part.colour) {
        var path = Path()
        path.rectangle(box)
        drawing.hatched(path, tip: part.name)
      }
      let name = MarkupText.plain(part.name)
      if TextWidth.of(name, .normal) + 14 <= width, !SeriesClass.isHatched(part.colour) {
        drawing.text(name, extent.start + 7, top + 18, "\(series) on")
      } else if !name.isEmpty {
        outside.append((name: name, x: (box.minX + box.maxX) / 2))
      }
    }
    drawing.height = bottom + 2
    if namesBelow { drawNames(outside, into: &drawing) }
  }

  /// Names parts below the bar, each beside a line down from its middle.
  private func drawNames(_ names: [(name: String, x: Double)], into drawing: inout Drawing) {
    let limit = drawing.width / 2 - 8
    let named = names.prefix(24).map {
      (name: TextWidth.fit($0.name, .normal, within: limit), whole: $0.name, x: $0.x)
    }
    let flags = named.map { FlagLayout.Flag(x: $0.x, width: TextWidth.of($0.name, .normal)) }
    let places = FlagLayout.places(flags, from: 0, to: drawing.width)
    let bottom = top + Self.height
    var lines = Path()
    for (name, place) in zip(named, places) {
      let y = bottom + 18 + 17 * Double(place.row)
      lines.move(name.x, bottom + 1)
      lines.line(name.x, y)
    }
    drawing.path(lines, "ld")
    for (name, place) in zip(named, places) {
      let y = bottom + 18 + 17 * Double(place.row)
      drawing.text(name.whole, place.start, y, "ha", within: limit + 0.01)
      drawing.height = max(drawing.height, y + 6)
    }
  }

  /// Draws what joins a part of this bar, from `start` to its end, to the bar below.
  func drawLens(from start: Double, label: String, _ drawing: inout Drawing) {
    let bottom = top + Self.height
    let next = bottom + 34
    var lens = Path()
    lens.polygon([
      (start, bottom + 1), (drawing.width, bottom + 1), (drawing.width, next - 1), (0, next - 1),
    ])
    drawing.path(lens, "le")
    drawing.text(label, 0, bottom + 16, "mu", within: max(0, start - 40))
    drawing.height = next
  }
}
