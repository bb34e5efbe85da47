/// Lays a line chart out and draws it.
struct LineArtist {
  /// A line in units of the image, in unbroken parts.
  struct Trace {
    let label: String
    let colour: Int
    let points: [[LinePoint]]
    let showsPoints: Bool
    let isStepped: Bool
    let dash: String
  }

  let chart: LineChart
  let traces: [Trace]
  let marks: [PointMark]
  let references: [ReferenceLine]
  let imageWidth: Double
  let plot: Plot
  /// Points on what has been drawn, for labels to keep away from.
  var ink: [(x: Double, y: Double)] = []

  init?(_ chart: LineChart, width: Double) {
    self.chart = chart
    imageWidth = width
    traces = Self.traces(of: chart)
    marks = chart.marks.filter { chart.isOnAxes($0.x, $0.y) }
    references = chart.references.filter { isShown($0.value, chart.y.scale) }
    let points = traces.flatMap { $0.points.joined() }
    guard !points.isEmpty else { return nil }
    let ends = points.flatMap { [$0.y, $0.low ?? $0.y, $0.high ?? $0.y] }
    let allY = ends + marks.map(\.y) + references.map(\.value)
    let steps = width < 500 ? 5 : 6
    guard
      let xAxis = chart.x.axis(
        points.map(\.x) + marks.map(\.x), steps: width < 500 ? 4 : 8, rounded: false),
      let yAxis = chart.y.axis(allY, steps: steps, rounded: true)
    else { return nil }

    let limit = width * 0.34
    let lines = traces.count
    let names = traces.map(\.label) + marks.map(\.label)
    let lengths = names.map { TextWidth.of(MarkupText.plain($0), .strong) + 14 }
    // A mark's long name has room within the plot.
    let widest = zip(lengths, names.indices).filter { $0 <= limit || $1 < lines }.map(\.0)
    let right = max(14, min(limit, widest.max() ?? 0))
    let left = Drawing.labelWidth(yAxis, atMost: width * 0.25)
    let top = chart.y.title.isEmpty ? 10.0 : 28
    let usual = max(150, min(300, width * 0.4))
    let asked = chart.height.map { $0 - top - Drawing.axisHeight(title: chart.x.title) }
    let least = max(60, Double(names.count) * 15)
    let tall = max(least, min(1000, (asked ?? usual).isFinite ? asked ?? usual : usual))
    plot = Plot(
      box: Box(minX: left, minY: top, maxX: width - right, maxY: top + tall), x: xAxis, y: yAxis)
  }

  private static func traces(of chart: LineChart) -> [Trace] {
    let points = chart.series.map(\.points.count).max() ?? 0
    let isSparse = points <= 24 && !chart.series.contains(where: \.isStepped)
    let shows = chart.showsPoints ?? isSparse
    return chart.series.enumerated().compactMap { index, series in
      let sorted = series.points.enumerated().sorted {
        ($0.element.x, $0.offset) < ($1.element.x, $1.offset)
      }
      var parts: [[LinePoint]] = [[]]
      for point in sorted.map(\.element) {
        if chart.isOnAxes(point.x, point.y) {
          parts[parts.count - 1].append(cleaned(point, chart))
        } else if parts.last?.isEmpty == false {
          parts.append([])
        }
      }
      parts.removeAll(where: \.isEmpty)
      if parts.isEmpty { return nil }
      let colour = series.colour ?? index + 1
      let isDashed = !shows && chart.series.count > 1 && colour > 1 && !series.isStepped
      return Trace(
        label: series.label, colour: colour, points: parts, showsPoints: shows,
        isStepped: series.isStepped,
        dash: series.isStepped ? " th" : isDashed ? " d\((colour - 1) % 8 + 1)" : "")
    }
  }

  /// The point with an interval that can be shown, or none.
  private static func cleaned(_ point: LinePoint, _ chart: LineChart) -> LinePoint {
    guard let low = point.low, let high = point.high, isShown(low), isShown(high) else {
      return LinePoint(x: point.x, y: point.y)
    }
    // What lies below a logarithmic axis is drawn to its end.
    let floor = chart.y.scale == .logarithmic ? min(point.y, max(low, point.y / 100)) : low
    return LinePoint(x: point.x, y: point.y, low: min(floor, high), high: max(floor, high))
  }

  mutating func draw(into drawing: inout Drawing) {
    drawing.height = plot.box.maxY + Drawing.axisHeight(title: chart.x.title)
    drawing.verticalAxis(plot.y, in: plot.box)
    drawing.horizontalAxis(
      plot.x, from: plot.box.minX, to: plot.box.maxX, y: plot.box.maxY, title: chart.x.title)
    if !chart.y.title.isEmpty { drawing.text(chart.y.title, 0, 13, "mu") }
    for trace in traces { drawBand(of: trace, into: &drawing) }
    for reference in references {
      let y = plot.y(reference.value)
      drawing.line(plot.box.minX, y, plot.box.maxX, y, "rf", tip: reference.label)
    }
    for trace in traces { drawLine(of: trace, into: &drawing) }
    for mark in marks {
      var shape = Path()
      let (x, y) = (plot.x(mark.x), plot.y(mark.y))
      MarkShape.diamond.add(to: &shape, x, y, radius: 4.5)
      drawing.path(shape, "pm", tip: mark.label)
      ink.append((x, y))
    }
    drawEndLabels(into: &drawing)
    drawInnerLabels(into: &drawing)
  }
}
