extension SweepDocument {
  /// More points are for programs to read.
  private static let mostRows = 200

  /// A row a point.
  var points: ReportDocument.Section? {
    let all = sweep.result.points
    let rows = all.prefix(Self.mostRows).map(row)
    let rest = all.count - rows.count
    let more = rest > 0 ? " \(HumaneText.grouped(rest)) more are in sweep.csv." : ""
    let pairs =
      "± are 95 % intervals. Differences are to the first point, in percentage points, replication by replication: all points met the same random numbers."
    return ReportDocument.Section(
      "The points", id: "\(prefix)points",
      [
        .table(
          ReportDocument.Table(
            columns: sweep.result.paths.map { .text(shortName(of: $0)) } + [
              .number("ETTR"), .number("90 % of runs"), .number("Difference"),
              .number("MTTI"), .number("GPU-hours lost"),
            ], groups: [ReportDocument.Table.Group(rows: rows)], note: pairs + more,
            isFolded: all.count > 30, title: "All points as a table"))
      ])
  }

  private func row(_ point: StoredSweep.Point) -> ReportDocument.Table.Row {
    let entry = ettr(point)
    let summary = entry?.metric.summary
    let difference = point.point == 0 ? nil : entry?.difference
    let mtti = mean("wall_hours", point).flatMap { wall in
      mean("interruptions", point).map { $0 > 0 ? HumaneText.duration(wall / $0 * 3600) : "never" }
    }
    return ReportDocument.Table.Row(
      cells: sweep.result.paths.map { text(of: $0, at: point) } + [
        summary.map { share($0.mean, $0.margin) } ?? "",
        summary?.interval90.map { range in
          "\(HumaneText.number(100 * range.lowerBound, decimals: 2)) … "
            + HumaneText.percent(range.upperBound, decimals: 2)
        } ?? "",
        difference.map { change($0) } ?? "", mtti ?? "",
        mean("gpu_hours_lost", point).map(HumaneText.short) ?? "",
      ], standing: point.point == best?.point && sweep.result.points.count > 1 ? .strong : .plain)
  }

  private func share(_ mean: Double?, _ margin: Double?) -> String {
    guard let mean else { return HumaneText.missing }
    return HumaneText.percent(mean, decimals: 2)
      + (margin.map { " ± \(HumaneText.number(100 * $0, decimals: 3))" } ?? "")
  }

  private func change(_ difference: StoredSummary) -> String {
    guard let mean = difference.mean else { return HumaneText.missing }
    return (mean < 0 ? "−" : "+") + HumaneText.number(100 * abs(mean), decimals: 2) + " pp"
      + (difference.margin.map { " ± \(HumaneText.number(100 * $0, decimals: 3))" } ?? "")
  }

  private func mean(_ metric: String, _ point: StoredSweep.Point) -> Double? {
    point.metrics[metric]?.metric.summary.mean
  }
}
