import Experiments
import Statistics

extension TerminalReport {
  /// Faults of the job by class, simulated and, for the same exposure, observed.
  var faultSection: [String] {
    let rows = report.faultRows
    guard !rows.isEmpty, let wall = summary("wall_hours") else { return [] }
    let lines = rows.map { row in
      TerminalTable.Row(
        label: TerminalText.plain(row.fault.title),
        numbers: [
          row.count.map { HumaneText.number($0.mean, decimals: 1) } ?? HumaneText.missing,
          row.count.map { countRange($0.p05...$0.p95) } ?? "",
          row.published.map { HumaneText.grouped($0.observed) } ?? "",
        ], remark: row.published?.evidence.rawValue ?? "")
    }
    let table = TerminalTable(
      title: "Failures in \(HumaneText.duration(wall.mean * 3600))", header: Self.columns,
      groups: [TerminalTable.Group(rows: lines)])
    return table.lines(width: style.width, palette: palette)
  }

  /// The published figures, those that the scenario predicts apart from those it was fitted to.
  var comparisonSection: [String] {
    let headings: [(ComparisonRow.Evidence, String)] = [
      (.predicted, "predicted: agreement is evidence"),
      (.calibrated, "calibrated: the scenario was fitted to these, agreement is no evidence"),
    ]
    let table = TerminalTable(
      title: "Against the field", header: Self.columns,
      groups: headings.map { evidence, heading in
        TerminalTable.Group(
          heading: heading,
          rows: report.comparison.rows.filter { $0.evidence == evidence }.map(row))
      })
    let note = "  * simulated at this size and length, scaled to those of the observation"
    return table.lines(width: style.width, palette: palette)
      + (report.comparison.rows.contains(where: isScaled) ? [note] : [])
  }

  private func isScaled(_ row: ComparisonRow) -> Bool {
    !row.hasSameExposure && row.simulated != nil
  }

  private static let columns = ["simulated", "90 % of runs", "observed"]

  private func row(_ row: ComparisonRow) -> TerminalTable.Row {
    let interval = row.simulated?.interval90.map { interval in
      row.unit == "count" ? countRange(interval) : range(interval, unit: row.unit)
    }
    var colour: TerminalColour?
    if row.evidence == .predicted {
      colour = row.verdict.isContradiction ? .red : row.simulated == nil ? nil : .green
    }
    return TerminalTable.Row(
      label: TerminalText.plain(row.title),
      numbers: [
        row.simulated.map { value($0.mean, unit: row.unit) } ?? HumaneText.missing,
        interval ?? "", observed(row),
      ], remark: row.shortVerdictText + (isScaled(row) ? " *" : ""), colour: colour)
  }

  private func observed(_ row: ComparisonRow) -> String {
    switch row.figure.kind {
    case .count, .counts: HumaneText.number(row.observed, decimals: 0)
    case .share, .rate: Self.published(row.observed, unit: row.unit)
    case .bound(_, .above): "> \(Self.published(row.observed, unit: row.unit))"
    case .bound(_, .below): "< \(Self.published(row.observed, unit: row.unit))"
    }
  }

  /// A published number with no more digits than it was given.
  private static func published(_ value: Double, unit: String) -> String {
    let scaled = unit == "ratio" ? 100 * value : value
    let decimals = (0..<6).first { decimals in
      let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
      return ((scaled * scale).rounded() / scale - scaled).magnitude < 1e-9 * scaled.magnitude
    }
    let text = HumaneText.number(scaled, decimals: decimals ?? 6)
    return unit == "ratio" || unit == "percent" ? "\(text) %" : text
  }

  /// A simulated number in a unit of the results.
  private func value(_ value: Double, unit: String) -> String {
    switch unit {
    case "ratio": HumaneText.percent(value)
    case "percent": "\(HumaneText.short(value)) %"
    case "count": HumaneText.number(value, decimals: 1)
    default: HumaneText.short(value)
    }
  }

  private func range(_ interval: ClosedRange<Double>, unit: String) -> String {
    switch unit {
    case "ratio":
      HumaneText.number(100 * interval.lowerBound, decimals: 1) + " … "
        + HumaneText.percent(interval.upperBound)
    case "percent":
      HumaneText.short(interval.lowerBound) + " … \(HumaneText.short(interval.upperBound)) %"
    default:
      HumaneText.short(interval.lowerBound) + " … " + HumaneText.short(interval.upperBound)
    }
  }

  /// Quantiles of a count, to whole numbers.
  private func countRange(_ interval: ClosedRange<Double>) -> String {
    HumaneText.number(interval.lowerBound, decimals: 0) + " … "
      + HumaneText.number(interval.upperBound, decimals: 0)
  }
}
