import Experiments
import Statistics

/// The report of a sweep for people at a terminal.
struct TerminalSweep {
  let report: SweepReport
  let style: TerminalReport.Style
  let elapsed: String?

  var text: String {
    let sections = [header, table, best, notes].filter { !$0.isEmpty }
    return sections.joined(separator: [""]).map { TerminalText.trimmed($0) + "\n" }.joined()
  }

  private var palette: TerminalPalette { TerminalPalette(isColoured: style.isColoured) }

  private var header: [String] {
    let document = report.plan.document
    let (name, title) = (TerminalText.plain(document.name), TerminalText.plain(document.title))
    let counts = report.points.map(\.replications)
    let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
    let run = report.plan.run
    let range = HumaneText.grouped(least) + (least == most ? "" : " … \(HumaneText.grouped(most))")
    let second = [
      "\(HumaneText.grouped(report.points.count)) point\(report.points.count == 1 ? "" : "s")"
        + " × \(range) replication\(most == 1 ? "" : "s")",
      HumaneText.intervals(run.interval), "seed \(run.seed)", elapsed,
    ].compactMap { $0 }
    let first = title.isEmpty || title == name ? name : "\(name) · \(title)"
    return [
      palette.apply(.bold, to: TerminalText.fitted(first, to: style.width)),
      second.joined(separator: " · "),
    ] + (run.precision.map { TerminalText.wrapped(HumaneText.rule($0), to: style.width) } ?? [])
  }

  /// More points are for programs to read.
  private static let mostRows = 50

  private var table: [String] {
    TerminalTable(
      title: "Point",
      header: ["ETTR", "", "difference", "", "MTTI", "GPU-h lost"],
      groups: [
        TerminalTable.Group(
          heading: TerminalText.fitted(
            TerminalText.plain(report.paths.joined(separator: ", ")), to: style.width - 1),
          rows: report.points.prefix(Self.mostRows).map(row))
      ]
    ).lines(width: style.width, palette: palette) + rest
  }

  private var rest: [String] {
    let count = report.points.count - Self.mostRows
    return count > 0 ? ["  … and \(HumaneText.grouped(count)) more: sweep.csv has them all"] : []
  }

  /// The point with the highest ETTR.
  private var best: [String] {
    let means = report.points.compactMap { point in
      metric("ettr", of: point)?.summary.map { (point: point, ettr: $0) }
    }
    guard means.count > 1, let best = means.max(by: { $0.ettr.mean < $1.ettr.mean }) else {
      return []
    }
    let values = zip(report.paths, report.values(of: best.point)).map { "\($0)=\($1)" }
    let text =
      "Highest ETTR: \(HumaneText.percent(best.ettr.mean, decimals: 2)) \(margin(best.ettr)) at "
      + TerminalText.plain(values.joined(separator: ", "))
    return TerminalText.wrapped(text, to: style.width)
  }

  private func row(_ point: PointResult) -> TerminalTable.Row {
    let ettr = metric("ettr", of: point)
    let difference = point.point == 0 ? nil : ettr?.difference
    let interval = mean("wall_hours", point).flatMap { wall in
      mean("interruptions", point).map { $0 > 0 ? HumaneText.duration(wall / $0 * 3600) : "never" }
    }
    return TerminalTable.Row(
      label: TerminalText.plain(report.values(of: point).joined(separator: ", ")),
      numbers: [
        ettr?.summary.map { HumaneText.percent($0.mean, decimals: 2) } ?? "",
        margin(ettr?.summary),
        difference.map(points) ?? "",
        margin(difference), interval ?? "",
        mean("gpu_hours_lost", point).map(HumaneText.short) ?? "",
      ])
  }

  /// A difference of shares in percentage points.
  private func points(_ difference: Summary) -> String {
    (difference.mean < 0 ? "−" : "+")
      + HumaneText.number(100 * abs(difference.mean), decimals: 2) + " pp"
  }

  /// Half the width of a 95 % interval of a share.
  private func margin(_ summary: Summary?) -> String {
    guard let summary = summary?.spread else { return "" }
    let half = (summary.interval95.upperBound - summary.interval95.lowerBound) / 2
    return "± " + HumaneText.number(100 * half, decimals: 3)
  }

  private func metric(
    _ identifier: String, of point: PointResult
  ) -> PointResult.MetricResult? {
    point.metrics.first { $0.metric.identifier == identifier }
  }

  private func mean(_ identifier: String, _ point: PointResult) -> Double? {
    metric(identifier, of: point)?.summary?.mean
  }

  private var notes: [String] {
    let pairs =
      "± are 95 % intervals. Differences of the ETTR are to the first point, in percentage points,"
      + " replication by replication over those that both have: these met the same random numbers."
    return (report.points.count > 1 ? TerminalText.wrapped(pairs, to: style.width) : [])
      + report.warnings.flatMap { warning in
        TerminalText.wrapped("Note: \(TerminalText.plain(warning)).", to: style.width).map {
          palette.apply(.yellow, to: $0)
        }
      }
  }
}

extension ExperimentReport {
  /// The report for people at a terminal, each line ended by a line feed.
  ///
  /// - Parameters:
  ///   - elapsed: how long it took, told as it is.
  ///   - library: all published figures that there are.
  public func terminalText(
    style: TerminalReport.Style, elapsed: String?, library: [Reference]
  ) -> String {
    switch self {
    case .run(let report):
      TerminalReport(report, style: style, elapsed: elapsed, library: library).text
    case .sweep(let report): TerminalSweep(report: report, style: style, elapsed: elapsed).text
    }
  }
}
