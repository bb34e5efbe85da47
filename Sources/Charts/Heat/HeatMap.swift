/// A matrix of values as colours, dark for the greatest on light paper.
public struct HeatMap: Chart, Sendable, Hashable {
  /// Which cell is outlined.
  public enum Best: Sendable, Hashable {
    case greatest, least
  }

  public var heading: ChartHeading
  public var rows: [String]
  public var columns: [String]
  /// Values by row and column; nil, and whatever can't be shown, is hatched.
  public var values: [[Double?]]
  public var labels: AxisLabels
  /// The words in the cells; nil for the numbers as an axis would write them.
  public var texts: [[String]]?
  public var rowTitle = ""
  public var columnTitle = ""
  public var best: Best?
  /// What the colours are of, for the key.
  public var valueTitle = ""

  public init(
    _ heading: ChartHeading, rows: [String], columns: [String], values: [[Double?]],
    labels: AxisLabels = .number(), best: Best? = nil
  ) {
    self.heading = heading
    self.rows = rows
    self.columns = columns
    self.values = values
    self.labels = labels
    self.best = best
  }
}

extension HeatMap: DrawnChart {
  func drawing(id: String, width: Double) -> Drawing? {
    var drawing = Drawing(kind: "heat", heading: heading, id: id, width: width)
    guard let artist = HeatArtist(self, width: drawing.width) else { return nil }
    artist.draw(into: &drawing)
    return drawing
  }

  /// The value of a cell, if it can be shown.
  func value(_ row: Int, _ column: Int) -> Double? {
    guard values.indices.contains(row), values[row].indices.contains(column) else { return nil }
    return values[row][column].flatMap { isShown($0) ? $0 : nil }
  }

  /// The words in a cell.
  func text(_ row: Int, _ column: Int) -> String {
    if let texts, texts.indices.contains(row), texts[row].indices.contains(column) {
      return MarkupText.plain(texts[row][column])
    }
    return value(row, column).map(labels.text) ?? ""
  }
}
