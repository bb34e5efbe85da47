import Charts

extension RunDocument {
  /// Failures of the job by class, with the published counts.
  var faults: ReportDocument.Section? {
    let faults = run.result.faults
    guard !faults.isEmpty, let wall = run.mean("wall_hours") else { return nil }
    let length = HumaneText.duration(wall * 3600)
    let rows = faults.map { fault in
      IntervalRow(
        fault.title, mean: fault.count.mean, low: fault.count.p05, high: fault.count.p95,
        published: fault.published.map(Double.init),
        text: fault.count.mean.map { HumaneText.number($0, decimals: 1) },
        publishedText: fault.published.map { HumaneText.grouped($0) } ?? "")
    }
    var chart = IntervalPlot(
      ChartHeading("Failures by class in \(length)", summary: "Mean and 90 % of runs by class"),
      [IntervalGroup("", rows)],
      x: ChartAxis("Failures in \(length)", labels: .count, fromZero: true))
    let published = faults.contains { $0.published != nil }
    let kinds = Set(faults.compactMap(\.kind))
    let worth =
      kinds == ["calibrated"]
      ? " The scenario was calibrated on these counts: agreement is no evidence." : ""
    chart.publishedHeading = published ? "Published" : ""
    let marks = published ? ", diamonds what was published for the same exposure" : ""
    return ReportDocument.Section(
      "What fails", id: id("faults"),
      [
        picture(
          chart, id: "faults-chart",
          caption:
            "Failures of the job in \(length): dots are means, bars hold 90 % of runs\(marks)."
            + worth),
        .table(faultTable(published: published)),
      ])
  }

  private func faultTable(published: Bool) -> ReportDocument.Table {
    let columns: [ReportDocument.Table.Column] =
      [
        .text("Class"), .text("Category"), .number("Simulated"), .number("90 % of runs"),
        .number("Share"),
      ] + (published ? [.number("Published"), .text("Kind")] : [])
    let rows = run.result.faults.map { fault in
      ReportDocument.Table.Row(
        cells: [
          fault.title, fault.category,
          fault.count.mean.map { HumaneText.number($0, decimals: 1) } ?? HumaneText.missing,
          fault.count.interval90.map(HumaneText.countRange) ?? "",
          fault.share.map { HumaneText.percent($0) } ?? "",
        ]
          + (published
            ? [fault.published.map(HumaneText.grouped) ?? "", fault.kind ?? ""] : []))
    }
    return ReportDocument.Table(
      columns: columns, groups: [ReportDocument.Table.Group(rows: rows)], isFolded: true,
      title: "The same as a table")
  }
}
