/// Lays a strip out in rows and draws it.
struct PhaseArtist {
  static let barHeight = 16.0
  static let laneHeight = 8.0
  /// Up to so many spans have a tooltip each; beyond, those of a kind are one path.
  private static let mostTips = 80
  /// No more rows than this are drawn; longer times get longer rows.
  private static let mostRows = 60

  let chart: PhaseStrip
  let spans: [PhaseSpan]
  let start: Double
  let rowLength: Double
  let rows: Int
  let axis: Axis
  let left: Double
  let right: Double
  let lanes: [EventLane]

  init?(_ chart: PhaseStrip, width: Double) {
    self.chart = chart
    spans = chart.spans.filter {
      isShown($0.start) && isShown($0.end) && $0.end > $0.start
        && chart.kinds.indices.contains($0.kind)
    }
    lanes = chart.lanes.prefix(8).filter { lane in lane.times.contains(where: isShown) }
    let times = spans.flatMap { [$0.start, $0.end] } + lanes.flatMap { $0.times.filter(isShown) }
    guard let first = times.min(), let last = times.max() else { return nil }
    let wished = chart.rowLength.flatMap { isShown($0) && $0 > 0 ? $0 : nil }
    // Rows begin at whole multiples of their length, so that each is a week counted from 0.
    let multiple = wished.map { (first / $0).rounded(.down) * $0 } ?? first
    let begin = isShown(multiple) && multiple <= first ? multiple : first
    let whole = max(last - begin, 1e-9 * max(1, last.magnitude))
    let length = max(wished ?? whole, whole / Double(Self.mostRows))
    let rows = WholeNumber.floor(whole / length - 1e-9, within: 0...Self.mostRows - 1) + 1
    (start, rowLength, self.rows) = (begin, length, rows)
    let ends = rows == 1 ? [begin, begin + length] : [0, length]
    guard let axis = Axis(ends, .linear, .duration(chart.unit), steps: width < 500 ? 4 : 8) else {
      return nil
    }
    self.axis = axis
    let names = rows > 1 ? (0..<rows).map { Self.name(ofRow: $0, begin, length, chart.unit) } : []
    let widest = names.map { TextWidth.of($0, .normal) }.max() ?? 0
    left = rows > 1 ? min(width * 0.25, widest) + 8 : 0
    right = width - 12
  }

  /// What a row is called: the time at which it begins.
  static func name(ofRow row: Int, _ start: Double, _ length: Double, _ unit: TimeUnit) -> String {
    let time = start + length * Double(row)
    let days = time * unit.seconds / 86_400
    let step = length * unit.seconds / 86_400
    let isWhole = (step - step.rounded()).magnitude < 1e-6 && step >= 1
    return isWhole
      ? "day \(NumberText.trimmed(days, decimals: 1))" : AxisLabels.duration(unit).text(time)
  }

  var rowHeight: Double {
    Self.barHeight + Self.laneHeight * Double(lanes.count) + (lanes.isEmpty ? 6 : 10)
  }

  func draw(into drawing: inout Drawing) {
    drawKey(into: &drawing)
    let top = drawing.height + 6
    let bottom = top + rowHeight * Double(rows)
    drawing.verticalGrid(
      axis, in: Box(minX: left, minY: top - 3, maxX: right, maxY: bottom - 2))
    for row in 0..<rows where rows > 1 {
      drawing.text(
        Self.name(ofRow: row, start, rowLength, chart.unit), left - 8,
        top + rowHeight * Double(row) + 12, anchor: .end, "mu", within: left - 8)
    }
    drawSpans(top, into: &drawing)
    drawEvents(top, into: &drawing)
    drawing.horizontalAxis(axis, from: left, to: right, y: bottom - 3, title: chart.axisTitle)
    drawing.height = bottom - 3 + Drawing.axisHeight(title: chart.axisTitle)
  }

  private func drawSpans(_ top: Double, into drawing: inout Drawing) {
    let visible = withoutHidden(spans)
    for (index, kind) in chart.kinds.enumerated() {
      let own = visible.filter { $0.kind == index }
      let classes = "\(SeriesClass.of(kind.colour)) hs"
      let groups = spans.count <= Self.mostTips ? own.map { [$0] } : [own]
      for group in groups {
        var path = Path()
        for piece in pieces(of: group, isGround: index == 0) {
          let y = top + rowHeight * Double(piece.row) + Self.barHeight / 2
          path.move(piece.start, y)
          path.line(piece.end, y)
        }
        let tip = group.count == 1 ? tip(group[0], kind.label) : kind.label
        drawing.stroke(path, classes, thickness: Self.barHeight, tip: tip)
      }
    }
  }

  private func tip(_ span: PhaseSpan, _ label: String) -> String {
    let labels = AxisLabels.duration(chart.unit)
    return "\(label): \(labels.text(span.end - span.start)), from \(labels.text(span.start))"
  }
}
