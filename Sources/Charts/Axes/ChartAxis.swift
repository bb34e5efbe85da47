/// What an axis of a chart shows.
public struct ChartAxis: Sendable, Hashable {
  public var title: String
  public var labels: AxisLabels
  public var scale: AxisScale
  /// Values to mark instead of those the chart would choose, if at least two are in range.
  public var ticks: [Double]
  /// Whether a linear axis reaches to zero.
  public var fromZero: Bool

  public init(
    _ title: String = "", labels: AxisLabels = .number(), scale: AxisScale = .linear,
    ticks: [Double] = [], fromZero: Bool = false
  ) {
    self.title = title
    self.labels = labels
    self.scale = scale
    self.ticks = ticks
    self.fromZero = fromZero
  }

  /// The axis for values; nil if none can be shown.
  func axis(_ values: some Sequence<Double>, steps: Int, rounded: Bool) -> Axis? {
    var axis = Axis(values, scale, labels, steps: steps, rounded: rounded, fromZero: fromZero)
    if !ticks.isEmpty { axis?.mark(ticks) }
    return axis
  }
}
