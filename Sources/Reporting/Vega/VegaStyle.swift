import ScenarioFormat

/// What all charts look like.
///
/// Source of the colours, which people who see few colours can tell apart: Okabe and Ito, "Color
/// Universal Design", 2008.
enum VegaStyle {
  static let blue: JSONValue = "#0072B2"
  static let orange: JSONValue = "#E69F00"
  static let vermilion: JSONValue = "#D55E00"
  static let skyBlue: JSONValue = "#56B4E9"
  /// Text, and lines that mark a place.
  static let ink: JSONValue = "#333333"
  /// What lies behind the data.
  static let shade: JSONValue = "#D9D9D9"

  /// Colours of lines that are told apart by a legend.
  static let series: [JSONValue] = [blue, orange, "#009E73", vermilion, "#CC79A7", skyBlue]
  /// Shapes of their points.
  static let shapes: [JSONValue] = [
    "circle", "square", "triangle-up", "diamond", "cross", "triangle-down",
  ]

  /// Width of a plot, in pixels.
  static let width: JSONValue = 600
  /// A gap in a line that marks a place.
  static let dashes: JSONValue = [4, 3]

  static var config: JSONValue {
    [
      "background": "white", "font": "sans-serif", "view": ["stroke": .null],
      "title": title, "axis": axis, "legend": legend,
    ]
  }

  private static let title: JSONValue = [
    "anchor": "start", "frame": "group", "fontSize": 15, "subtitleFontSize": 12,
    "subtitleColor": "#555555", "offset": 14,
  ]

  private static let axis: JSONValue = [
    "labelFontSize": 11, "titleFontSize": 12, "titleFontWeight": "normal",
    "titleColor": ink, "labelColor": ink, "gridColor": "#E5E5E5", "domainColor": "#888888",
    "tickColor": "#888888", "labelLimit": 320, "labelFlush": false, "titleLimit": 500,
  ]

  private static let legend: JSONValue = [
    "orient": "top", "labelFontSize": 11, "titleFontSize": 12, "titleFontWeight": "normal",
    "titleColor": ink, "labelColor": ink, "labelLimit": 400, "titleLimit": 500,
    "symbolOpacity": 1,
  ]
}
