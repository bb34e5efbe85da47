/// Lays a heat map out and draws it.
struct HeatArtist {
  /// How many colours there are, `h0` to `h8`.
  static let colours = 9
  /// Up to so many cells have words and a tooltip each; beyond, those of a colour are one path.
  private static let mostTips = 160

  let chart: HeatMap
  let cell: (width: Double, height: Double)
  let left: Double
  let top: Double
  let rows: Int
  let columns: Int
  private let lower: Double
  private let upper: Double
  /// How cells are written in; nil if words don't fit.
  private let textStyle: TextStyle?
  /// How columns are named; nil for upright names.
  let columnStyle: TextStyle?

  init?(_ chart: HeatMap, width: Double) {
    self.chart = chart
    let (rows, columns) = (min(200, chart.rows.count), min(200, chart.columns.count))
    (self.rows, self.columns) = (rows, columns)
    let all = (0..<rows).flatMap { row in
      (0..<columns).compactMap { chart.value(row, $0) }
    }
    guard let least = all.min(), let greatest = all.max() else { return nil }
    (lower, upper) = (least, greatest)
    func widest(_ texts: some Sequence<String>, _ style: TextStyle = .normal) -> Double {
      texts.map { TextWidth.of(MarkupText.plain($0), style) }.max() ?? 0
    }
    func style(for texts: [String], in cell: Double) -> TextStyle? {
      if widest(texts) + 8 <= cell { return .normal }
      return widest(texts, .small) + 3 <= cell ? .small : nil
    }
    left = min(width * 0.3, widest(chart.rows.prefix(200))) + 8
    let cellWidth = min(110, (width - left - 2) / Double(columns))
    let labelWidth = widest(chart.columns.prefix(200))
    columnStyle = columns > 1 ? style(for: chart.columns, in: cellWidth) : .normal
    let titles = chart.columnTitle.isEmpty && chart.rowTitle.isEmpty ? 0.0 : 18
    top = titles + (columnStyle == nil ? min(90, labelWidth) + 8 : 18)
    cell = (width: cellWidth, height: max(cellWidth < 8 ? 8 : 17, min(28, cellWidth * 0.6)))
    let texts = (0..<rows).flatMap { row in (0..<columns).map { chart.text(row, $0) } }
    let isSmall = rows * columns <= Self.mostTips
    textStyle = isSmall && cellWidth >= 16 ? style(for: texts, in: cellWidth) : nil
  }

  /// The colour of a value, from 0 to 8.
  private func colour(of value: Double) -> Int {
    guard upper > lower else { return Self.colours / 2 }
    let share = (value / 2 - lower / 2) / (upper / 2 - lower / 2)
    return WholeNumber.floor(share * Double(Self.colours), within: 0...Self.colours - 1)
  }

  private func box(_ row: Int, _ column: Int) -> Box {
    let (x, y) = (left + cell.width * Double(column), top + cell.height * Double(row))
    let gap = cell.width >= 6 ? 1.0 : 0
    return Box(minX: x, minY: y, maxX: x + cell.width - gap, maxY: y + cell.height - gap)
  }

  func draw(into drawing: inout Drawing) {
    drawing.height = top + cell.height * Double(rows) + 4
    drawLabels(into: &drawing)
    drawCells(into: &drawing)
    drawBest(into: &drawing)
    drawKey(into: &drawing)
  }

  private func drawCells(into drawing: inout Drawing) {
    let hasTips = rows * columns <= Self.mostTips
    var missing = Path()
    for row in 0..<rows {
      for column in 0..<columns {
        guard let value = chart.value(row, column) else {
          missing.rectangle(box(row, column))
          continue
        }
        if hasTips { drawCell(row, column, colour: colour(of: value), into: &drawing) }
      }
    }
    if !hasTips { drawRuns(into: &drawing) }
    if !missing.isEmpty {
      drawing.defineHatch()
      drawing.hatched(missing, tip: "no value")
    }
  }

  private func drawCell(
    _ row: Int, _ column: Int, colour: Int, into drawing: inout Drawing
  ) {
    let place = box(row, column)
    drawing.rectangle(place, "h\(colour) hc", tip: tip(row, column))
    guard let textStyle else { return }
    drawing.text(
      chart.text(row, column), place.midX, place.midY + 4, anchor: .middle, style: textStyle,
      "h\(colour) ho", within: place.width)
  }

  /// Draws neighbours of one colour as one thick line.
  private func drawRuns(into drawing: inout Drawing) {
    var runs = Array(repeating: Path(), count: Self.colours)
    for row in 0..<rows {
      var start = 0
      while start < columns {
        let own = chart.value(row, start).map(colour(of:))
        var end = start + 1
        while end < columns, chart.value(row, end).map(colour(of:)) == own { end += 1 }
        if let own {
          let first = box(row, start)
          runs[own].move(first.minX, first.midY)
          runs[own].line(box(row, end - 1).maxX, first.midY)
        }
        start = end
      }
    }
    let thickness = box(0, 0).height
    for (colour, path) in runs.enumerated() {
      drawing.stroke(path, "h\(colour) hs", thickness: thickness)
    }
  }

  private func tip(_ row: Int, _ column: Int) -> String {
    "\(chart.rows[row]), \(chart.columns[column]): \(chart.text(row, column))"
  }

  private func drawBest(into drawing: inout Drawing) {
    guard let best = chart.best else { return }
    var found: (row: Int, column: Int, value: Double)?
    for row in 0..<rows {
      for column in 0..<columns {
        guard let value = chart.value(row, column) else { continue }
        let isBetter = found.map { best == .greatest ? value > $0.value : value < $0.value }
        if isBetter ?? true { found = (row, column, value) }
      }
    }
    guard let found else { return }
    let outer = box(found.row, found.column)
    let inner = Box(
      minX: outer.minX + 2, minY: outer.minY + 2, maxX: outer.maxX - 2, maxY: outer.maxY - 2)
    // Light within dark is seen on every colour.
    if outer.width > 10 { drawing.rectangle(inner, "bi") }
    drawing.rectangle(outer, "be", tip: "best: \(tip(found.row, found.column))")
  }

  private func drawKey(into drawing: inout Drawing) {
    let y = drawing.height + 10
    let (low, high) = (chart.labels.text(lower), chart.labels.text(upper))
    let words = chart.valueTitle.isEmpty ? high : "\(high)  \(chart.valueTitle)"
    func length(_ text: String, atMost share: Double) -> Double {
      min(share * (drawing.width - left), TextWidth.of(MarkupText.plain(text), .normal) + 0.01)
    }
    let (lowLength, highLength) = (length(low, atMost: 0.25), length(words, atMost: 0.45))
    let start = left + lowLength + 6
    let size = min(22, (drawing.width - start - highLength - 6) / Double(Self.colours))
    drawing.text(low, left, y + 10, "mu", within: lowLength)
    for colour in 0..<Self.colours {
      let x = start + size * Double(colour)
      drawing.rectangle(Box(minX: x, minY: y, maxX: x + size, maxY: y + 12), "h\(colour) hc")
    }
    drawing.text(
      words, start + size * Double(Self.colours) + 6, y + 10, "mu", within: highLength)
    drawing.height = y + 16
  }
}
