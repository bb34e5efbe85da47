import Charts

extension RunDocument {
  /// Where the time went: the parts of the mean run, largest first.
  var time: ReportDocument.Section? {
    guard let wall = run.mean("wall_hours"), wall > 0, let productive = run.mean("productive_hours")
    else { return nil }
    // A state has the same colour on every page.
    let ranked = run.result.badput.enumerated().filter {
      $0.element.share > TerminalReport.leastShare
    }
    .sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }
    let badput = ranked.map(\.element)
    let parts =
      [("productive", productive / wall, 0)]
      + ranked.map { ($0.element.title, $0.element.share, $0.offset + 2) }
    let chart = StackedBar(
      ChartHeading(
        "Where the time went",
        summary: parts.map { "\($0.0) \(HumaneText.percent($0.1))" }.joined(separator: ", ")),
      [
        BarRow(
          "",
          parts.map { title, share, colour in
            BarSegment(
              title, share, text: HumaneText.percent(share), colour: colour == 0 ? 1 : colour)
          })
      ], enlargesRest: true)
    return ReportDocument.Section(
      "Where the time went", id: id("time"),
      [
        picture(
          chart, id: "time-chart",
          caption:
            "Mean shares of \(HumaneText.duration(wall * 3600)); below, what is not productive."),
        .table(timeTable(productive: productive, wall: wall, badput)),
      ])
  }

  private func timeTable(
    productive: Double, wall: Double, _ badput: [StoredRun.Badput]
  ) -> ReportDocument.Table {
    let gpus = (run.mean("gpu_hours") ?? 0) / wall
    let columns: [ReportDocument.Table.Column] =
      [.text("State"), .number("Share"), .number("Time"), .number("GPU-hours")]
      + (currency.map { [.number("Cost (\($0))")] } ?? []) + [.text("In Google's goodput library")]
    func money(_ cost: Double?) -> [String] {
      currency == nil ? [] : [cost.map(HumaneText.short) ?? ""]
    }
    let first = ReportDocument.Table.Row(
      cells: [
        "productive", HumaneText.percent(productive / wall), HumaneText.duration(productive * 3600),
        HumaneText.short(gpus * productive),
      ] + money(nil) + ["goodput"], standing: .strong)
    let rows = badput.map { cause in
      ReportDocument.Table.Row(
        cells: [
          cause.title, HumaneText.percent(cause.share), HumaneText.duration(cause.hours * 3600),
          HumaneText.short(cause.gpuHours),
        ] + money(cause.cost) + [cause.goodputName ?? ""])
    }
    let absent = run.result.badput.filter { $0.share <= TerminalReport.leastShare }.map(\.title)
    return ReportDocument.Table(
      columns: columns, groups: [ReportDocument.Table.Group(rows: [first] + rows)],
      note: absent.isEmpty ? nil : "None: \(absent.joined(separator: ", ")).")
  }
}
