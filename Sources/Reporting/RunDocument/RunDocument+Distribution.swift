import Charts

extension RunDocument {
  /// How the ETTR differs from run to run; nothing without `replications.csv`.
  func distribution() throws -> ReportDocument.Section? {
    guard let values = try run.values(of: ["ettr"])?.values["ettr"]?.compactMap({ $0 }),
      let summary = run.summary("ettr"), values.count > 1
    else { return nil }
    var chart = Histogram(
      ChartHeading(
        "ETTR over replications",
        summary: summary.interval90.map {
          "90 % of runs lie between \(HumaneText.percent($0.lowerBound)) and "
            + HumaneText.percent($0.upperBound)
        } ?? ""),
      values, x: ChartAxis("Effective training time (ETTR)", labels: .percent))
    chart.y = ChartAxis("Runs", labels: .count)
    chart.mean = summary.mean
    chart.low = summary.p05
    chart.high = summary.p95
    let bounds = run.result.comparison.filter { $0.metric == "ettr" }
    chart.references = bounds.map {
      ReferenceLine($0.observed, label: "\($0.title)\($0.firstHand ? "" : " ~")")
    }
    let count = HumaneText.grouped(values.count)
    return ReportDocument.Section(
      "How it may turn out", id: id("distribution"),
      [
        picture(
          chart, id: "ettr-chart",
          caption: "ETTR of each of \(count) possible runs. The mean is known far better than what "
            + "one run will show: plan for the range.")
      ])
  }
}
