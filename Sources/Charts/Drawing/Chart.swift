/// What a chart is called and, in a sentence or two, what it shows; both for those who can't see it
/// and for tooltips.
public struct ChartHeading: Sendable, Hashable {
  public var title: String
  public var summary: String

  public init(_ title: String, summary: String = "") {
    self.title = title
    self.summary = summary
  }
}

/// A picture of data: the same data give the same bytes.
///
/// Values that are not finite, or beyond ±10³⁰⁰, are left out, as are those below 10⁻³⁰⁰ on a
/// logarithmic axis. A chart that has nothing to show is
/// the empty string.
public protocol Chart: Sendable {
  /// The chart as an SVG element that is so many units wide, within 280 to 2000; drawn for being
  /// shown at about that many pixels.
  ///
  /// `id` begins the identifiers in it, and must differ from those of other charts on a page.
  func svg(id: String, width: Double) -> String
}

extension Chart {
  /// The chart twice, for wide and for narrow pages; `ChartStyle.css` shows the one that suits.
  public func pair(id: String, wide: Double = 820, narrow: Double = 380) -> String {
    let wideChart = svg(id: id, width: wide)
    guard !wideChart.isEmpty else { return "" }
    let narrowChart = svg(id: "\(id)-n", width: narrow)
    return "<div class=\"chart-wide\">\(wideChart)</div><div class=\"chart-narrow\">"
      + "\(narrowChart)</div>\n"
  }
}

/// A chart that draws into a drawing, so that what it draws can be looked into.
protocol DrawnChart: Chart {
  func drawing(id: String, width: Double) -> Drawing?
}

extension DrawnChart {
  public func svg(id: String, width: Double) -> String {
    drawing(id: id, width: width)?.markup() ?? ""
  }
}

/// Whether a value can be shown.
func isShown(_ value: Double) -> Bool { value.isFinite && value.magnitude <= 1e300 }

/// Whether a value can be shown on a scale.
func isShown(_ value: Double, _ scale: AxisScale) -> Bool {
  isShown(value) && (scale == .linear || value >= 1e-300)
}
