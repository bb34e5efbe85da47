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
          row.count.map { HumaneText.countRange($0.p05...$0.p95) } ?? "",
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
    let rows = report.comparison.rows
    let notes = [
      ("* simulated at this size and length, scaled to those of the observation", isScaled),
      (
        "\(ComparisonRow.secondHandMark) read in somebody else's account",
        { !$0.figure.isFirstHand }
      ),
    ]
    return table.lines(width: style.width, palette: palette)
      + notes.filter { rows.contains(where: $0.1) }.map { "  \($0.0)" }
  }

  private func isScaled(_ row: ComparisonRow) -> Bool {
    !row.hasSameExposure && row.simulated != nil
  }

  private static let columns = ["simulated", "90 % of runs", "observed"]

  private func row(_ row: ComparisonRow) -> TerminalTable.Row {
    var colour: TerminalColour?
    if row.evidence == .predicted {
      colour = row.verdict.isContradiction ? .red : row.simulated == nil ? nil : .green
    }
    return TerminalTable.Row(
      label: TerminalText.plain(row.markedTitle),
      numbers: [
        row.simulatedText ?? HumaneText.missing, row.predictionText ?? "", row.observedText,
      ], remark: row.shortVerdictText + (isScaled(row) ? " *" : ""), colour: colour)
  }
}
