/// Bars of parts that make up a whole, each as wide as the chart.
///
/// Parts that aren't positive are left out. Labels are within the parts where they fit, and below,
/// joined by thin lines, where they don't.
public struct StackedBar: Chart, Sendable, Hashable {
  public var heading: ChartHeading
  public var rows: [BarRow]
  /// Whether everything but the first part is drawn a second time, enlarged. Done where the first
  /// part is at least half of the whole.
  public var enlargesRest: Bool
  /// What the enlarged bar is called.
  public var restLabel = "The rest, enlarged"

  public init(_ heading: ChartHeading, _ rows: [BarRow], enlargesRest: Bool = false) {
    self.heading = heading
    self.rows = rows
    self.enlargesRest = enlargesRest
  }
}

extension StackedBar: DrawnChart {
  func drawing(id: String, width: Double) -> Drawing? {
    let bars = rows.compactMap(Bar.init)
    guard !bars.isEmpty else { return nil }
    var drawing = Drawing(kind: "bars", heading: heading, id: id, width: width)
    if bars.contains(where: { $0.parts.contains { SeriesClass.isHatched($0.colour) } }) {
      drawing.defineHatch()
    }
    for (index, bar) in bars.enumerated() {
      if index > 0 { drawing.height += 14 }
      draw(bar, into: &drawing)
    }
    return drawing
  }

  private func draw(_ bar: Bar, into drawing: inout Drawing) {
    if !bar.label.isEmpty {
      drawing.text(bar.label, 0, drawing.height + 12, style: .strong)
      drawing.height += 20
    }
    let first = bar.parts[0]
    let isEnlarged = enlargesRest && bar.parts.count > 1 && first.share >= 0.5
    let artist = BarArtist(top: drawing.height)
    artist.draw(bar.parts, namesBelow: !isEnlarged, into: &drawing)
    guard isEnlarged else { return }
    artist.drawLens(
      from: artist.extents(of: bar.parts, width: drawing.width)[0].end, label: restLabel, &drawing)
    let second = BarArtist(top: drawing.height)
    second.draw(Array(bar.parts.dropFirst()), namesBelow: true, into: &drawing)
  }
}

/// A bar as it is drawn.
struct Bar {
  struct Part {
    let label: String
    let text: String
    let value: Double
    let colour: Int
    var share = 0.0

    /// The label with the value.
    var name: String { text.isEmpty ? label : label.isEmpty ? text : "\(label) \(text)" }
  }

  let label: String
  let parts: [Part]

  /// The bar of a row's positive values; nil if it has none.
  init?(_ row: BarRow) {
    label = row.label
    var parts = row.segments.enumerated().compactMap { index, segment -> Part? in
      guard isShown(segment.value), segment.value > 0 else { return nil }
      return Part(
        label: segment.label, text: segment.text, value: segment.value,
        colour: segment.colour ?? index + 1)
    }
    let largest = parts.map(\.value).max() ?? 0
    guard largest > 0 else { return nil }
    let total = parts.reduce(0) { $0 + $1.value / largest }
    for index in parts.indices { parts[index].share = parts[index].value / largest / total }
    self.parts = parts
  }
}
