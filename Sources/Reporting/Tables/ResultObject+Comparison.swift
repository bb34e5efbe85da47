extension ResultObject<ComparisonRow> {
  static let comparison = ResultObject(fields: identity + observation + simulation + conclusion)

  private static let identity: [ResultField<ComparisonRow>] = [
    ResultField("reference", .text, "Name of the reference.") { $0.reference },
    ResultField("figure", .text, "The figure, as the reference names it.") { $0.figure.id },
    ResultField("title", .text, "Publisher and title of the figure.") { $0.title },
    ResultField("source", .text, "Where in the source it stands, or in which words.") {
      $0.figure.source
    },
  ]

  private static let observation: [ResultField<ComparisonRow>] = [
    ResultField(
      "metric", .optional(.text), "The metric that it is of; null if it is of fault classes."
    ) { $0.figure.metric },
    ResultField(
      "bound", .optional(.word),
      "Which side of a limit the metric was said to be on; null for all else. "
        + "\(BoundSide.glossary)."
    ) { $0.figure.boundSide },
    ResultField("unit", .text, "Unit of all values; empty if the scenario has not the metric.") {
      $0.unit
    },
    ResultField(
      "observed", .number, "What was published: a number, the sum of a list of counts, or a limit."
    ) { $0.observed },
    ResultField(
      "observed_interval", .optional(.interval),
      """
      Exact 95 % Poisson (Garwood) interval of a count; all that round to a rounded number; \
      null for a list of counts and for a limit.
      """
    ) { $0.observedInterval },
  ]

  private static let simulation: [ResultField<ComparisonRow>] = [
    ResultField(
      "simulated", .optional(.number),
      """
      Mean over replications; null, like all that follows from it, if the scenario has not what \
      the figure counts.
      """
    ) { $0.simulated?.mean },
    ResultField(
      "simulated_interval", .optional(.interval),
      "5 % and 95 % quantiles of what one run may show; null for a list of counts."
    ) { $0.simulated?.interval90 },
    ResultField(
      "basis", .optional(.word),
      "Where the interval and the p-value come from. \(ComparisonRow.Basis.glossary)."
    ) { $0.simulated?.basis },
    ResultField(
      "p_value", .optional(.share),
      "Two-sided predictive p-value, or that of the chi-square test; null for a limit."
    ) { $0.simulated?.pValue },
    ResultField(
      "chi_square", .optional(.number),
      "Statistic of the chi-square test; null where there is none."
    ) { $0.simulated?.chiSquare?.statistic },
    ResultField(
      "degrees_of_freedom", .optional(.count),
      "Degrees of freedom of the chi-square test; null where there is none."
    ) { $0.simulated?.chiSquare?.degreesOfFreedom },
    ResultField(
      "share_holding", .optional(.share),
      "Share of the replications for which a limit holds; null for all else."
    ) { $0.simulated?.shareHolding },
  ]

  private static let conclusion: [ResultField<ComparisonRow>] = [
    ResultField(
      "relative_difference", .optional(.number),
      "Simulated over observed, minus one; null where either is missing or the observed one is 0."
    ) { $0.relativeDifference },
    ResultField(
      "kind", .word,
      "What agreement is worth. \(ComparisonRow.Evidence.glossary)."
    ) { $0.evidence },
    ResultField(
      "verdict", .text(matching: Verdict.textPattern),
      """
      What the comparison came to, in words; for a share or a rate with how far off it is. \
      Agreement with a figure that the scenario was fitted to is called no evidence.
      """
    ) { $0.verdictText },
    ResultField(
      "first_hand", .boolean,
      "Whether the figure was read in the source itself; otherwise it is second-hand."
    ) { $0.figure.isFirstHand },
    ResultField(
      "explanation", .optional(.text),
      "Why the two are known not to agree, in the words of the scenario; null if that is not known."
    ) { $0.explanation },
  ]
}
