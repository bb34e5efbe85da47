import ClusterModel
import Experiments
import Statistics

/// The report of a run for people at a terminal, to be read in ten seconds.
public struct TerminalReport: Sendable {
  /// How the report is laid out.
  public struct Style: Sendable {
    /// Columns to keep to; at least 80.
    public var width: Int
    /// Whether to colour it by ANSI escape sequences.
    public var isColoured: Bool

    /// Creates a style.
    public init(width: Int = 80, isColoured: Bool = false) {
      self.width = max(80, width)
      self.isColoured = isColoured
    }
  }

  let report: RunReport
  let style: Style
  /// How long it took, for people: "0.3 s on 2 threads".
  let elapsed: String?
  /// All published figures that there are, for the units of the field.
  let library: [Reference]

  /// Creates a report; `elapsed` is told as it is and left out when nil.
  public init(
    _ report: RunReport, style: Style = Style(), elapsed: String? = nil, library: [Reference] = []
  ) {
    self.report = report
    self.style = style
    self.elapsed = elapsed
    self.library = library
  }

  /// The whole report, each line ended by a line feed.
  public var text: String {
    let sections = [
      header, overview, timeSection, faultSection, comparisonSection, unitSection, meaning,
      warnings,
    ]
    let lines = sections.filter { !$0.isEmpty }.joined(separator: [""])
    return lines.map { TerminalText.trimmed($0) + "\n" }.joined()
  }

  var palette: TerminalPalette { TerminalPalette(isColoured: style.isColoured) }

  func summary(_ identifier: String) -> Summary? {
    report.result.metrics.first { $0.metric.identifier == identifier }?.summary
  }

  private var header: [String] {
    let document = report.document
    let settings = report.result.settings
    let name = TerminalText.plain(document.name)
    let title = TerminalText.plain(document.title)
    let first = title.isEmpty || title == name ? name : "\(name) · \(title)"
    let count = HumaneText.grouped(report.result.replications.count)
    let noun = report.result.replications.count == 1 ? "replication" : "replications"
    let second = [
      "\(count) \(noun)", HumaneText.intervals(settings.interval), "seed \(settings.seed)", elapsed,
    ].compactMap { $0 }
    return [
      palette.apply(.bold, to: TerminalText.fitted(first, to: style.width)),
      second.joined(separator: " · "),
    ]
      + (settings.precision.map { TerminalText.wrapped(HumaneText.rule($0), to: style.width) } ?? [])
  }

  /// The figures that matter most, a line each: label, value, and what belongs to it.
  private var overview: [String] {
    let rows = [
      ettrRow, spreadRow, formulaRow, completionRow, interruptionRow, intervalRow, lossRow,
      sparesRow,
    ]
    .compactMap { $0 }
    let label = (rows.map(\.label.count).max() ?? 0) + 2
    let value = (rows.map(\.value.count).max() ?? 0) + 2
    return rows.map { row in
      let start = TerminalText.left("  \(row.label)", label + 2)
      return row.remark.isEmpty
        ? start + row.value : start + TerminalText.left(row.value, value) + row.remark
    }
  }

  typealias OverviewRow = (label: String, value: String, remark: String)

  private var ettrRow: OverviewRow? {
    guard let ettr = summary("ettr") else { return nil }
    let decimals = ettr.mean > 0.999 ? 2 : 1
    let half = ettr.interval95.upperBound - ettr.mean
    let halfText = HumaneText.percent(half, decimals: half > 0 && half < 0.000_95 ? 2 : decimals)
    let margin = ettr.count > 1 ? " ± \(halfText)" : ""
    let low = HumaneText.number(100 * ettr.p05, decimals: decimals)
    let high = HumaneText.percent(ettr.p95, decimals: decimals)
    return (
      "Effective time (ETTR)",
      HumaneText.percent(ettr.mean, decimals: decimals) + margin,
      "90 % of runs: \(low) … \(high)"
    )
  }

  private var completionRow: OverviewRow? {
    guard let hours = summary("completion_hours") else {
      return summary("completed").map {
        ("Done", "in \(HumaneText.percent($0.mean))", "of the runs; the others end before")
      }
    }
    return (
      "Done after", HumaneText.duration(hours.mean * 3600),
      "90 % of runs: \(HumaneText.duration(hours.p05 * 3600)) … "
        + HumaneText.duration(hours.p95 * 3600)
    )
  }

  private var interruptionRow: OverviewRow? {
    guard let all = summary("interruptions"), let wall = summary("wall_hours"),
      let unexpected = summary("unexpected_interruptions"),
      let planned = summary("planned_interruptions")
    else { return nil }
    guard all.mean > 0 else { return ("Interrupted", "never", "") }
    let failures = "\(HumaneText.count(unexpected.mean)) failures"
    let plan = planned.mean > 0 ? ", \(HumaneText.count(planned.mean)) planned" : ""
    return (
      "Interrupted every", HumaneText.duration(wall.mean / all.mean * 3600),
      "\(HumaneText.count(all.mean)) times: \(failures)\(plan)"
    )
  }

  /// The fewest spares that were left, where there are any.
  private var sparesRow: OverviewRow? {
    let scenario = report.result.scenario
    let idle = scenario.cluster.allNodes - scenario.job.nodes
    guard let fewest = summary("spares_min"), idle > 0 else { return nil }
    let all = HumaneText.grouped(idle)
    let empty = summary("spares_empty_percent")?.mean ?? 0
    return (
      "Fewest spares left", "\(HumaneText.count(fewest.mean)) of \(all)",
      "worst run: \(HumaneText.number(fewest.minimum, decimals: 0)); "
        + (empty > 0 ? "empty \(HumaneText.percent(empty / 100)) of the time" : "never empty")
    )
  }

  private var lossRow: OverviewRow? {
    guard let lost = summary("gpu_hours_lost") else { return nil }
    return ("Lost", "\(HumaneText.short(lost.mean)) GPU-hours", costLost ?? "")
  }

  /// The money lost, with its currency; nil if the scenario has no price.
  var costLost: String? {
    guard let cost = report.result.scenario.cost, let lost = summary("cost_lost") else {
      return nil
    }
    return "\(HumaneText.short(lost.mean)) \(TerminalText.plain(cost.currency))"
  }

  private var warnings: [String] {
    report.warnings.flatMap { warning in
      TerminalText.wrapped("Note: \(TerminalText.plain(warning)).", to: style.width).map {
        palette.apply(.yellow, to: $0)
      }
    }
  }
}
