extension RunReport {
  /// `comparison.csv`: a row a published figure.
  ///
  /// `observed_low` and `observed_high` are the exact 95 % Poisson interval of a count, or all
  /// that round to a rounded figure; `simulated_p05` and `simulated_p95` what one run may show;
  /// `basis` says where these and the p-value come from. `share_holding` is the share of the
  /// replications for which a bound holds, `relative_difference` simulated over observed minus one.
  public var comparisonTable: CSVTable {
    var table = CSVTable(header: [
      "scenario", "reference", "figure", "title", "unit", "observed", "observed_low",
      "observed_high", "simulated", "simulated_p05", "simulated_p95", "basis", "p_value",
      "chi_square", "degrees_of_freedom", "share_holding", "relative_difference", "kind",
      "verdict",
    ])
    for row in comparison.rows {
      let simulated = row.simulated
      table.append([
        .text(document.name), .text(row.reference), .text(row.figure.id), .text(row.title),
        .text(row.unit), .number(row.observed),
        CSVTable.Cell(row.observedInterval?.lowerBound),
        CSVTable.Cell(row.observedInterval?.upperBound), CSVTable.Cell(simulated?.mean),
        CSVTable.Cell(simulated?.interval90?.lowerBound),
        CSVTable.Cell(simulated?.interval90?.upperBound), CSVTable.Cell(simulated?.basis.rawValue),
        CSVTable.Cell(simulated?.pValue), CSVTable.Cell(simulated?.chiSquare?.statistic),
        simulated?.chiSquare.map { .integer($0.degreesOfFreedom) } ?? .empty,
        CSVTable.Cell(simulated?.shareHolding), CSVTable.Cell(row.relativeDifference),
        .text(row.evidence.rawValue), .text(row.verdictText),
      ])
    }
    return table
  }
}
