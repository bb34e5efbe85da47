extension RunReport {
  /// `comparison.csv`: a row a published figure.
  public var comparisonTable: CSVTable { .comparison([(document.name, comparison.rows)]) }
}

extension CSVTable {
  /// Published figures beside what scenarios make of them, a row a figure and scenario.
  ///
  /// `observed_low` and `observed_high` are the exact 95 % Poisson interval of a count, or all
  /// that round to a rounded figure; `simulated_p05` and `simulated_p95` what one run may show;
  /// `basis` says where these and the p-value come from. `share_holding` is the share of the
  /// replications for which a bound holds, `relative_difference` simulated over observed minus one,
  /// `explanation` why the two are known not to agree.
  static func comparison(_ parts: [(scenario: String, rows: [ComparisonRow])]) -> CSVTable {
    var table = CSVTable(header: [
      "scenario", "reference", "figure", "title", "unit", "observed", "observed_low",
      "observed_high", "simulated", "simulated_p05", "simulated_p95", "basis", "p_value",
      "chi_square", "degrees_of_freedom", "share_holding", "relative_difference", "kind",
      "verdict", "first_hand", "explanation",
    ])
    for (scenario, rows) in parts {
      for row in rows { table.append([.text(scenario)] + row.cells) }
    }
    return table
  }
}

extension ComparisonRow {
  /// All cells of the row but the name of the scenario.
  fileprivate var cells: [CSVTable.Cell] {
    [
      .text(reference), .text(figure.id), .text(title), .text(unit), .number(observed),
      CSVTable.Cell(observedInterval?.lowerBound), CSVTable.Cell(observedInterval?.upperBound),
      CSVTable.Cell(simulated?.mean), CSVTable.Cell(simulated?.interval90?.lowerBound),
      CSVTable.Cell(simulated?.interval90?.upperBound), CSVTable.Cell(simulated?.basis.rawValue),
      CSVTable.Cell(simulated?.pValue), CSVTable.Cell(simulated?.chiSquare?.statistic),
      simulated?.chiSquare.map { .integer($0.degreesOfFreedom) } ?? .empty,
      CSVTable.Cell(simulated?.shareHolding), CSVTable.Cell(relativeDifference),
      .text(evidence.rawValue), .text(verdictText), .text(String(figure.isFirstHand)),
      CSVTable.Cell(explanation),
    ]
  }
}
