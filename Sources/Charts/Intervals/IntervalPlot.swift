/// Rows of means with their intervals over a common axis, with published values as diamonds.
///
/// On a logarithmic axis an interval that reaches to 0 or below ends at the axis's end.
public struct IntervalPlot: Chart, Sendable, Hashable {
  public var heading: ChartHeading
  public var groups: [IntervalGroup]
  public var x: ChartAxis
  /// The headings of the columns at the right.
  public var valueHeading = "Simulated"
  public var publishedHeading = "Published"

  public init(_ heading: ChartHeading, _ groups: [IntervalGroup], x: ChartAxis) {
    self.heading = heading
    self.groups = groups
    self.x = x
  }
}

extension IntervalPlot: DrawnChart {
  func drawing(id: String, width: Double) -> Drawing? {
    var drawing = Drawing(kind: "intervals", heading: heading, id: id, width: width)
    guard let artist = IntervalArtist(self, width: drawing.width) else { return nil }
    artist.draw(into: &drawing)
    return drawing
  }
}
