import Experiments

/// How numbers are told in the tables of a validation.
extension ComparisonRow {
  /// The published value with its interval: "419 (380 … 461)".
  var observationText: String {
    observedIntervalText.map { "\(observedText) (\($0))" } ?? observedText
  }

  /// The simulated value with its prediction interval, or its chi-square: "419 (386 … 453)".
  var simulationText: String {
    guard let simulated, let mean = simulatedText else { return HumaneText.missing }
    if let test = simulated.chiSquare {
      let statistic = HumaneText.short(test.statistic)
      return "\(mean), χ² \(statistic) with \(test.degreesOfFreedom) df"
    }
    return predictionText.map { "\(mean) (\($0))" } ?? mean
  }

  /// The p-value in two decimals, or three below 0.1; nil where there is none.
  var pValueText: String? {
    simulated?.pValue.map { value in
      value < 0.000_5 ? "< 0.001" : HumaneText.number(value, decimals: value < 0.1 ? 3 : 2)
    }
  }
}

extension ValidationReport {
  /// What a reader has to know of the columns, a sentence each.
  static let legend = [
    "In brackets behind a published value: the exact 95 % Poisson interval of a count, or all that "
      + "round to a rounded figure.",
    "Behind a simulated one: 90 % of what one run may show.",
    "p: two-sided predictive p-value, of classes that of Pearson's chi-square test; limits have none.",
    "\(ComparisonRow.secondHandMark): read in somebody else's account.",
  ]

  /// How the scenarios were simulated.
  var settingsText: String {
    let count = HumaneText.grouped(settings.replications)
    let scenarios = parts.count == 1 ? "1 scenario" : "\(parts.count) scenarios"
    let noun = settings.replications == 1 ? "replication" : "replications"
    return "\(scenarios), \(count) \(noun) each, seed \(settings.seed)"
  }

  /// Rows that disagree as the scenarios say, each with the name of its scenario.
  var knownDisagreements: [(part: Part, row: ComparisonRow)] {
    parts.flatMap { part in
      part.comparison.rows.filter { $0.standing == .disagreesAsKnown }.map { (part, $0) }
    }
  }

  /// How many figures no scenario simulates, in words; nil if that is not known.
  var openText: String? {
    guard let openFigures, !openFigures.isEmpty else { return nil }
    let values = openFigures.count { !$0.figure.isComparable }
    let noun = openFigures.count == 1 ? "figure that" : "figures that"
    return "\(openFigures.count) more published \(noun) no scenario simulates, "
      + "\(values) of them no metric of a run"
  }
}

extension ValidationReport.OpenFigure {
  /// The title, marked if the figure is second-hand.
  var markedTitle: String {
    figure.isFirstHand ? title : "\(title) \(ComparisonRow.secondHandMark)"
  }

  /// The value as it was published.
  var valueText: String {
    switch figure.kind {
    case .value(let extent, let unit): "\(extent.text(unit: unit))\(Self.suffix(unit))"
    case .count(_, let observed, _): HumaneText.grouped(observed)
    case .counts(let classes, _): HumaneText.grouped(classes.reduce(0) { $0 + $1.observed })
    case .share(_, let observed): HumaneText.published(observed.value, unit: "ratio")
    case .rate(let metric, let observed):
      HumaneText.published(observed.value, unit: Self.unit(of: metric), digits: 4)
    case .bound(let metric, .above(let limit)):
      "> \(HumaneText.published(limit, unit: Self.unit(of: metric)))"
    case .bound(let metric, .below(let limit)):
      "< \(HumaneText.published(limit, unit: Self.unit(of: metric)))"
    }
  }

  /// Why no scenario is compared with it.
  var reason: String { figure.isComparable ? "no scenario" : "no metric of a run" }

  private static func unit(of metric: String) -> String {
    MetricCatalogue.all.first { $0.identifier == metric }?.unit ?? ""
  }

  private static func suffix(_ unit: String) -> String {
    ["ratio", "percent", "count", "hours"].contains(unit) ? "" : " \(unit)"
  }
}

extension Figure.Extent {
  func text(unit: String) -> String {
    switch self {
    case .observed(let value): HumaneText.published(value.value, unit: unit)
    case .range(let least?, let most?):
      HumaneText.range(least...most) { HumaneText.published($0, unit: unit) }
    case .range(let least?, nil): "≥ \(HumaneText.published(least, unit: unit))"
    case .range(nil, let most?): "≤ \(HumaneText.published(most, unit: unit))"
    case .range(nil, nil): HumaneText.missing
    }
  }
}
