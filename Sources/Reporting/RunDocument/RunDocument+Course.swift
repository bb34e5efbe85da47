import Charts

extension RunDocument {
  /// How failures, spares and repairs go on over the run; nothing without `trajectories.csv`.
  func course() throws -> ReportDocument.Section? {
    guard let table = try run.source.table("trajectories.csv") else { return nil }
    if let other = table.column("scenario")?.first(where: { $0 != run.csvName }) {
      throw ResultError(
        "\(run.source.place)/trajectories.csv: is of \"\(other)\", not of \"\(run.name)\"")
    }
    guard let series = table.column("series"),
      let columns = TrajectoryColumns(table)
    else { return nil }
    let followed = HumaneText.number(
      columns.replications.compactMap { $0 }.max() ?? 0, decimals: 0)
    func points(_ name: String) -> [LinePoint] {
      series.indices.filter { series[$0] == name }.compactMap(columns.point)
    }
    return ReportDocument.Section(
      "Over the run", id: id("course"),
      [
        failuresChart(points("unexpected_interruptions"), points("failures"), followed),
        sparesChart(points("spares"), points("nodes_in_repair"), followed),
      ])
  }

  private func failuresChart(
    _ interruptions: [LinePoint], _ failures: [LinePoint], _ followed: String
  ) -> ReportDocument.Block? {
    let stopsJob = interruptions.contains { $0.y > 0 }
    let points = stopsJob ? interruptions : failures
    guard let last = points.last, points.contains(where: { $0.y > 0 }) else { return nil }
    let name = stopsJob ? "Unexpected interruptions" : "Failures"
    var chart = LineChart(
      ChartHeading("\(name) so far"), [LineSeries("simulated", points)],
      x: ChartAxis("Time since the start", labels: .duration(.hours)),
      y: ChartAxis("\(name) so far", labels: .count, fromZero: true))
    chart.showsPoints = false
    let metric = stopsJob ? "unexpected_interruptions" : "failures"
    let published = run.result.comparison.first {
      $0.metric == metric && $0.unit == "count" && $0.basis == "replications" && $0.bound == nil
    }
    if let published {
      chart.marks = [PointMark(x: last.x, y: published.observed, label: published.markedTitle)]
    }
    return picture(
      chart, id: "failures-chart",
      caption: "\(name) so far: mean of \(followed) runs; the band holds 90 % of them."
        + (published == nil ? "" : " The mark is the published total."))
  }

  private func sparesChart(
    _ spares: [LinePoint], _ repairs: [LinePoint], _ followed: String
  ) -> ReportDocument.Block? {
    let lines = [("spares that wait", spares), ("nodes in repair", repairs)].filter { _, points in
      points.contains { $0.y > 0 || ($0.high ?? 0) > 0 }
    }
    guard !lines.isEmpty else { return nil }
    var chart = LineChart(
      ChartHeading("Spares and nodes in repair"), lines.map { LineSeries($0.0, $0.1) },
      x: ChartAxis("Time since the start", labels: .duration(.hours)),
      y: ChartAxis("Nodes", labels: .count, fromZero: true))
    chart.showsPoints = false
    return picture(
      chart, id: "spares-chart",
      caption: "Nodes that wait as spares, and nodes in repair: means of \(followed) runs; the "
        + "bands hold 90 % of them.")
  }
}

/// The numbers of `trajectories.csv`.
private struct TrajectoryColumns {
  let times: [Double?]
  let replications: [Double?]
  let means: [Double?]
  let lows: [Double?]
  let highs: [Double?]

  init?(_ table: CSVContent) {
    guard let times = table.numbers("time_hours"), let means = table.numbers("mean"),
      let lows = table.numbers("p05"), let highs = table.numbers("p95"),
      let replications = table.numbers("replications")
    else { return nil }
    self.times = times
    self.replications = replications
    self.means = means
    self.lows = lows
    self.highs = highs
  }

  /// The point of a row; nil where no replication runs any more.
  func point(_ row: Int) -> LinePoint? {
    guard let x = times[row], let y = means[row] else { return nil }
    return LinePoint(x: x, y: y, low: lows[row], high: highs[row])
  }
}
