@testable import Charts

/// Charts to try things on.
enum Samples {
  static let heading = ChartHeading("A chart", summary: "What it shows.")
  static let hostile =
    "</title><script>alert('x' & \"y\")</script>\u{202E}\u{0}\u{FFFF} 集群 👩‍🚀 مرحبا "
  static let long = String(repeating: "interconnect ", count: 39)

  /// One of each kind, with labels of the texts given in turn.
  static func all(labels: [String], factor: Double = 1) -> [any DrawnChart] {
    func label(_ index: Int) -> String { labels[index % labels.count] }
    return [
      bar(label, factor), histogram(label, factor), intervals(label, factor, .linear),
      intervals(label, factor, .logarithmic), lines(label, factor, .linear),
      lines(label, factor, .logarithmic), heat(label, factor), phases(label, factor),
    ]
  }

  static func bar(_ label: (Int) -> String, _ factor: Double) -> StackedBar {
    let values = [912, 29, 21, 16, 9, 7, 3, 2, 1.0]
    let segments = values.enumerated().map { index, value in
      BarSegment(label(index), value * factor, text: "\(value / 10) %")
    }
    return StackedBar(
      heading,
      [BarRow(label(1), segments), BarRow(label(2), Array(segments.prefix(2).reversed()))],
      enlargesRest: true)
  }

  static func histogram(_ label: (Int) -> String, _ factor: Double) -> Histogram {
    let values = (0..<500).map { factor * (100 + Double($0 * $0 % 97)) }
    var chart = Histogram(heading, values, x: ChartAxis(label(0)))
    chart.y.title = label(1)
    chart.references = [
      ReferenceLine(160 * factor, label: label(2)), ReferenceLine(155 * factor, label: label(3)),
    ]
    return chart
  }

  static func intervals(
    _ label: (Int) -> String, _ factor: Double, _ scale: AxisScale
  ) -> IntervalPlot {
    let rows = (0..<6).map { index in
      let mean = factor * Double(1 + index * index * 4)
      return IntervalRow(
        label(index), mean: mean, low: index == 0 ? 0 : mean * 0.8, high: mean * 1.3,
        published: index == 3 ? nil : mean * 1.1, text: index == 2 ? label(index) : nil)
    }
    return IntervalPlot(
      heading, [IntervalGroup(label(0), rows), IntervalGroup("", Array(rows.prefix(2)))],
      x: ChartAxis(label(1), scale: scale))
  }

  static func lines(_ label: (Int) -> String, _ factor: Double, _ scale: AxisScale) -> LineChart {
    let series = (1...5).map { line in
      LineSeries(
        label(line),
        (1...20).map { place in
          let y = factor * Double(line * place)
          return LinePoint(x: Double(place), y: y, low: y * 0.9, high: y * 1.2)
        }, isStepped: line == 5)
    }
    var chart = LineChart(
      heading, series, x: ChartAxis(label(0), labels: .duration(.minutes), scale: scale),
      y: ChartAxis(label(1), scale: scale))
    chart.references = [ReferenceLine(50 * factor, label: label(2))]
    chart.marks = [
      PointMark(x: 20, y: 70 * factor, label: label(3)),
      PointMark(x: 5, y: 60 * factor, label: label(4)),
    ]
    return chart
  }

  static func heat(_ label: (Int) -> String, _ factor: Double) -> HeatMap {
    func value(_ row: Int, _ column: Int) -> Double? {
      row + column == 3 ? nil : factor * Double(row * column)
    }
    let values: [[Double?]] = (0..<5).map { row in (0..<7).map { value(row, $0) } }
    var chart = HeatMap(
      heading, rows: (0..<5).map(label), columns: (0..<7).map(label), values: values,
      best: .greatest)
    (chart.rowTitle, chart.columnTitle, chart.valueTitle) = (label(0), label(1), label(2))
    return chart
  }

  static func phases(_ label: (Int) -> String, _ factor: Double) -> PhaseStrip {
    var spans: [PhaseSpan] = []
    for turn in 0..<200 {
      let start = Double(turn) * 6 * factor
      spans.append(PhaseSpan(from: start, to: start + 5 * factor, kind: 0))
      spans.append(PhaseSpan(from: start + 5 * factor, to: start + 5.2 * factor, kind: 1))
      spans.append(PhaseSpan(from: start + 5.2 * factor, to: start + 6 * factor, kind: 2))
    }
    let faults = (0..<200).map { Double($0 * 6 + 5) * factor }
    var chart = PhaseStrip(
      heading, kinds: (0..<3).map { PhaseKind(label($0), colour: $0 + 1) }, spans: spans,
      lanes: [EventLane(label(3), faults), EventLane(label(4), [7 * factor], colour: 8)],
      rowLength: 168 * factor)
    chart.axisTitle = label(2)
    return chart
  }
}
