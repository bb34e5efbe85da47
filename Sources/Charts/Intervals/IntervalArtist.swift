/// Lays a plot of intervals out and draws it: in columns, or on a narrow image with the texts of a
/// row above its interval.
struct IntervalArtist {
  private struct Line {
    let label: String
    let value: String
    let published: String
    let row: IntervalRow
  }

  private let chart: IntervalPlot
  private let axis: Axis
  private let groups: [(heading: String, lines: [Line])]
  private let isNarrow: Bool
  private let hasPublished: Bool
  private let left: Double
  private let right: Double
  /// The right ends of the columns of texts.
  private let valueEnd: Double
  private let publishedEnd: Double

  init?(_ chart: IntervalPlot, width: Double) {
    self.chart = chart
    let isLogarithmic = chart.x.scale == .logarithmic
    func usable(_ value: Double?) -> Double? {
      value.flatMap { isShown($0, chart.x.scale) ? $0 : nil }
    }
    groups = chart.groups.map { group in
      (heading: group.heading, lines: group.rows.map { Self.line($0, chart.x.labels) })
    }.filter { !$0.lines.isEmpty }
    let rows = groups.flatMap { $0.lines.map(\.row) }
    let values = rows.flatMap { [$0.mean, $0.low, $0.high, $0.published] }.compactMap(usable)
    isNarrow = width < 560
    guard
      let axis = chart.x.axis(
        values, steps: isNarrow ? 4 : 6, rounded: isLogarithmic || chart.x.fromZero)
    else { return nil }
    self.axis = axis
    let lines = groups.flatMap(\.lines)
    hasPublished = lines.contains { !$0.published.isEmpty }
    func widest(_ texts: [String], _ style: TextStyle = .normal) -> Double {
      texts.map { TextWidth.of(MarkupText.plain($0), style) }.max() ?? 0
    }
    let limit = width * (isNarrow ? 0.3 : 0.22)
    let published =
      hasPublished
      ? min(limit, widest(lines.map(\.published) + [chart.publishedHeading])) + 14 : 0
    let value = min(limit, widest(lines.map(\.value) + [chart.valueHeading]))
    publishedEnd = width
    valueEnd = width - published
    if isNarrow {
      (left, right) = (8, width - 8)
    } else {
      left = min(width * 0.34, widest(lines.map(\.label))) + 16
      right = valueEnd - value - 18
    }
  }

  private static func line(_ row: IntervalRow, _ labels: AxisLabels) -> Line {
    let mean = row.mean.flatMap { isShown($0) ? labels.text($0) : nil }
    let published = row.published.flatMap { isShown($0) ? labels.text($0) : nil }
    return Line(
      label: row.label, value: row.text ?? mean ?? "",
      published: row.publishedText ?? published ?? "", row: row)
  }

  func draw(into drawing: inout Drawing) {
    let header = drawing.height
    var y = header + 20
    var bands: [(y: Double, line: Line)] = []
    var headings: [(y: Double, text: String)] = []
    for group in groups {
      if !group.heading.isEmpty {
        headings.append((y: y + 16, text: group.heading))
        y += 24
      }
      for line in group.lines {
        bands.append((y: y, line: line))
        y += isNarrow ? 40 : 24
      }
      y += 4
    }
    let box = Box(minX: left, minY: header + 20, maxX: right, maxY: y)
    drawing.verticalGrid(axis, in: box)
    drawing.horizontalAxis(axis, from: left, to: right, y: y, title: chart.x.title)
    drawing.height = y + Drawing.axisHeight(title: chart.x.title)
    drawHeader(into: &drawing)
    for heading in headings {
      drawing.text(heading.text, 0, heading.y, style: .strong, "ha")
    }
    for band in bands { draw(band.line, at: band.y, into: &drawing) }
  }

  private func drawHeader(into drawing: inout Drawing) {
    let room = valueEnd - 14
    drawing.text(chart.valueHeading, valueEnd, 12, anchor: .end, style: .small, "mu", within: room)
    if hasPublished {
      drawing.text(
        chart.publishedHeading, publishedEnd, 12, anchor: .end, style: .small, "mu",
        within: publishedEnd - valueEnd - 8)
    }
  }

  private func draw(_ line: Line, at top: Double, into drawing: inout Drawing) {
    let baseline = top + 16
    let publishedRoom = publishedEnd - valueEnd - 8
    let value = TextWidth.fit(
      MarkupText.plain(line.value), .normal,
      within: isNarrow ? drawing.width * 0.34 : valueEnd - right - 8)
    let start = valueEnd - TextWidth.of(value, .normal)
    let labelRoom = isNarrow ? start - 10 : left - 12
    drawing.text(line.label, 0, baseline, "ha", within: labelRoom)
    drawing.text(
      line.value, valueEnd, baseline, anchor: .end, "ha", within: valueEnd - start + 0.01)
    if hasPublished {
      drawing.text(
        line.published, publishedEnd, baseline, anchor: .end, "mu ha", within: publishedRoom)
    }
    drawInterval(line, at: isNarrow ? top + 28 : top + 12, into: &drawing)
  }

  private func drawInterval(_ line: Line, at y: Double, into drawing: inout Drawing) {
    func place(_ value: Double?) -> Double? {
      guard let value, isShown(value) else { return nil }
      return left + (right - left) * axis.fraction(value)
    }
    let row = line.row
    drawing.beginGroup(tip: Self.tip(line, chart))
    if let low = place(row.low), let high = place(row.high) {
      drawing.line(min(low, high), y, max(low, high), y, "s1 wh")
      var ends = Path()
      for (end, value) in [(low, row.low), (high, row.high)] {
        // An interval that goes on beyond the axis has no end to mark.
        if !isShown(value ?? 0, axis.scale) { continue }
        ends.move(end, y - 4)
        ends.line(end, y + 4)
      }
      drawing.path(ends, "s1 we")
    }
    if let published = place(row.published), isShown(row.published ?? 0, axis.scale) {
      var shape = Path()
      MarkShape.diamond.add(to: &shape, published, y, radius: 4.5)
      drawing.path(shape, "pm")
    }
    if let mean = place(row.mean), isShown(row.mean ?? 0, axis.scale) {
      var dot = Path()
      MarkShape.circle.add(to: &dot, mean, y, radius: 3.5)
      drawing.path(dot, "s1 pt")
    }
    drawing.endGroup()
  }

  private static func tip(_ line: Line, _ chart: IntervalPlot) -> String {
    var text = "\(line.label): \(line.value)"
    if let low = line.row.low, let high = line.row.high {
      text += ", \(chart.x.labels.text(low)) to \(chart.x.labels.text(high))"
    }
    if !line.published.isEmpty {
      text += "; \(chart.publishedHeading.lowercased()) \(line.published)"
    }
    return text
  }
}
