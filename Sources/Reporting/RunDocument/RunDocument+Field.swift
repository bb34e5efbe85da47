extension RunDocument {
  /// Published figures beside the simulation, those that are predicted first.
  var field: ReportDocument.Section? {
    let rows = run.result.comparison
    guard !rows.isEmpty else { return nil }
    let headings = [
      ("predicted", "Predicted: agreement is evidence"),
      ("calibrated", "Calibrated: the scenario was fitted to these, agreement is no evidence"),
    ]
    let groups = headings.compactMap { kind, heading -> ReportDocument.Table.Group? in
      let rows = rows.filter { $0.kind == kind }.map(row)
      return rows.isEmpty ? nil : ReportDocument.Table.Group(heading: heading, rows: rows)
    }
    var notes = [
      "The interval of an observed count is its exact 95 % Poisson interval, that of a rounded number all that rounds to it; the simulated one holds 90 % of runs."
    ]
    if rows.contains(where: { $0.basis == "poisson" }) {
      notes.append("A * marks what was simulated at another size or length, and scaled.")
    }
    if rows.contains(where: { !$0.firstHand }) {
      notes.append("A ~ marks figures that were read second-hand.")
    }
    return ReportDocument.Section(
      "Against the field", id: id("field"),
      [
        .table(
          ReportDocument.Table(
            columns: [
              .text("Published"), .number("Observed"), .number("Simulated"),
              .number("90 % of runs"), .number("p-value"), .text("Verdict"),
            ], groups: groups, note: notes.joined(separator: " ")))
      ])
  }

  private func row(_ figure: StoredRun.ComparedFigure) -> ReportDocument.Table.Row {
    let scaled = figure.basis == "poisson" ? " *" : ""
    let probability =
      figure.pValue.map { $0 < 0.001 ? "< 0.001" : HumaneText.number($0, decimals: 3) }
      ?? ""
    let holding = figure.shareHolding.map {
      figure.verdict.contains(" of runs")
        ? "" : " in \(HumaneText.percent($0, decimals: $0 < 1 && $0 > 0.99 ? 1 : 0)) of runs"
    }
    let test = figure.chiSquare.flatMap { statistic in
      figure.degreesOfFreedom.map {
        "χ² \(HumaneText.number(statistic, decimals: 1)) on \($0) d.f."
      }
    }
    let isPredicted = figure.kind == "predicted"
    let isBad = ["disagrees", "does not hold"].contains { figure.verdict.hasPrefix($0) }
    let isGood =
      ["agrees", "holds"].contains { figure.verdict.hasPrefix($0) }
      && !figure.verdict.hasPrefix("holds in")
    return ReportDocument.Table.Row(
      cells: [
        figure.markedTitle,
        figure.observedText + (figure.observedIntervalText.map { " (\($0))" } ?? ""),
        figure.simulatedText + scaled, figure.simulatedIntervalText ?? test ?? "",
        probability,
        figure.verdict.replacing(", no evidence", with: "") + (holding ?? ""),
      ], standing: isBad ? .bad : isGood && isPredicted ? .good : .plain,
      remark: figure.explanation)
  }
}
