import Charts

extension SweepDocument {
  /// The ETTR over what varies: lines over a number, a heat map over two, else a row a point.
  var pictures: ReportDocument.Section? {
    let axes = SweepAxis.all(of: sweep)
    let blocks: [ReportDocument.Block?]
    switch axes.count {
    case 1 where axes[0].isNumeric: blocks = [lines(over: axes[0], by: nil)]
    case 2 where axes[0].isNumeric || axes[1].isNumeric:
      let x = axes[0].isNumeric ? axes[0] : axes[1]
      let other = axes[0].isNumeric ? axes[1] : axes[0]
      blocks = [
        other.values.count <= Self.mostLines ? lines(over: x, by: other) : nil,
        heatMap(rows: axes[1], columns: axes[0]),
      ]
    case 2: blocks = [heatMap(rows: axes[1], columns: axes[0])]
    default: blocks = [rows]
    }
    return ReportDocument.Section("ETTR over what varies", id: "\(prefix)chart", blocks)
  }

  /// As many lines as can be told apart.
  private static let mostLines = 8

  private func lines(over x: SweepAxis, by other: SweepAxis?) -> ReportDocument.Block? {
    let groups = other?.values.map { (name: $0.text, label: line($0, of: other)) }
    let series = (groups ?? [("", "ETTR")]).map { group in
      LineSeries(
        group.label,
        sweep.result.points.filter { other == nil || other?.text(of: $0) == group.name }
          .compactMap { point(x, $0) }.sorted { $0.x < $1.x })
    }
    let chart = LineChart(
      ChartHeading(
        "ETTR over \(x.path)", summary: best.map { "Highest at \(name(of: $0))" } ?? ""),
      series, x: x.axis, y: ChartAxis("Effective training time (ETTR)", labels: .percent))
    return ReportDocument.Block.picture(
      chart, id: "\(prefix)lines",
      caption: "Mean ETTR over \(x.path)\(other.map { ", a line for each \($0.path)" } ?? ""); "
        + "the bands hold 90 % of runs.")
  }

  /// The name of a line: "spare_nodes 8".
  private func line(_ value: SweepAxis.Value, of axis: SweepAxis?) -> String {
    axis.map { "\(shortName(of: $0.path)) \($0.label(value))" } ?? ""
  }

  private func point(_ x: SweepAxis, _ point: StoredSweep.Point) -> LinePoint? {
    guard let number = x.number(of: point), let summary = ettr(point)?.metric.summary,
      let mean = summary.mean
    else { return nil }
    return LinePoint(x: number, y: mean, low: summary.p05, high: summary.p95)
  }

  private func heatMap(rows: SweepAxis, columns: SweepAxis) -> ReportDocument.Block? {
    // More cells than that can't be told apart.
    guard max(rows.values.count, columns.values.count) <= 200 else { return nil }
    var means: [[String]: Double] = [:]
    for point in sweep.result.points {
      means[[rows.text(of: point), columns.text(of: point)]] = ettr(point)?.metric.summary.mean
    }
    var map = HeatMap(
      ChartHeading(
        "ETTR over \(columns.path) and \(rows.path)",
        summary: best.map { "Highest at \(name(of: $0))" } ?? ""),
      rows: rows.values.map(rows.label), columns: columns.values.map(columns.label),
      values: rows.values.map { row in
        columns.values.map { means[[row.text, $0.text]] }
      }, labels: .percent, best: .greatest)
    map.rowTitle = rows.path
    map.columnTitle = columns.path
    map.valueTitle = "Mean ETTR"
    return ReportDocument.Block.picture(
      map, id: "\(prefix)heat",
      caption: "Mean ETTR over \(columns.path) and \(rows.path); the highest is outlined.")
  }

  private var rows: ReportDocument.Block? {
    let points = sweep.result.points.prefix(50)
    let chart = IntervalPlot(
      ChartHeading("ETTR by point"),
      [
        IntervalGroup(
          "",
          points.map { point in
            let summary = ettr(point)?.metric.summary
            return IntervalRow(
              sweep.result.paths.map { text(of: $0, at: point) }.joined(separator: ", "),
              mean: summary?.mean, low: summary?.p05, high: summary?.p95,
              text: summary?.mean.map { HumaneText.percent($0, decimals: 2) })
          })
      ], x: ChartAxis("Effective training time (ETTR)", labels: .percent))
    let more = sweep.result.points.count > points.count ? " The first 50 points." : ""
    return ReportDocument.Block.picture(
      chart, id: "\(prefix)rows",
      caption: "ETTR by point: dots are means, bars hold 90 % of runs.\(more)")
  }
}
