/// How a time was spent: coloured spans along it and lanes of events below, in a row or several.
///
/// Kinds are painted in their order, later ones over earlier ones, and each span at least a unit
/// wide: a short recovery stays visible amid weeks of training.
public struct PhaseStrip: Chart, Sendable, Hashable {
  public var heading: ChartHeading
  public var kinds: [PhaseKind]
  public var spans: [PhaseSpan]
  public var lanes: [EventLane] = []
  public var unit: TimeUnit
  /// The time a row lasts, in the unit; nil for all of it in one row.
  public var rowLength: Double?
  /// What is written under the axis.
  public var axisTitle = ""

  public init(
    _ heading: ChartHeading, kinds: [PhaseKind], spans: [PhaseSpan], lanes: [EventLane] = [],
    unit: TimeUnit = .hours, rowLength: Double? = nil
  ) {
    self.heading = heading
    self.kinds = kinds
    self.spans = spans
    self.lanes = lanes
    self.unit = unit
    self.rowLength = rowLength
  }
}

extension PhaseStrip: DrawnChart {
  func drawing(id: String, width: Double) -> Drawing? {
    var drawing = Drawing(kind: "phases", heading: heading, id: id, width: width)
    guard let artist = PhaseArtist(self, width: drawing.width) else { return nil }
    artist.draw(into: &drawing)
    return drawing
  }
}
