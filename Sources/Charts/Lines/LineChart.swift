/// Lines over a common axis, with bands for their intervals and names at their ends.
///
/// Points are drawn in the order of their x. A point that can't be shown, such as one of 0 on a
/// logarithmic axis, leaves a gap.
public struct LineChart: Chart, Sendable, Hashable {
  public var heading: ChartHeading
  public var series: [LineSeries]
  public var x: ChartAxis
  public var y: ChartAxis
  /// Whether points are drawn with shapes; nil for wherever they are few enough.
  public var showsPoints: Bool?
  /// Values of y marked across the chart.
  public var references: [ReferenceLine] = []
  /// Points marked by themselves.
  public var marks: [PointMark] = []
  /// The height in units; nil for what suits the width.
  public var height: Double?

  public init(_ heading: ChartHeading, _ series: [LineSeries], x: ChartAxis, y: ChartAxis) {
    self.heading = heading
    self.series = series
    self.x = x
    self.y = y
  }
}

extension LineChart: DrawnChart {
  func drawing(id: String, width: Double) -> Drawing? {
    var drawing = Drawing(kind: "lines", heading: heading, id: id, width: width)
    guard var artist = LineArtist(self, width: drawing.width) else { return nil }
    artist.draw(into: &drawing)
    return drawing
  }

  /// Whether a point is on both axes.
  func isOnAxes(_ pointX: Double, _ pointY: Double) -> Bool {
    isShown(pointX, x.scale) && isShown(pointY, y.scale)
  }
}
