import Experiments
import ScenarioFormat

extension ValidationReport {
  /// All comparisons, in the columns of `comparison.csv`.
  public var table: CSVTable {
    .comparison(parts.map { ($0.name, $0.comparison.rows) })
  }

  /// What the first key of the JSON says.
  public static let format = "clustersim-validation/1"

  /// All that is told of a validation, for programs.
  public var json: JSONValue { ResultObject<ValidationReport>.validation.json(self) }
}

/// The JSON Schema of what `validate --json` writes.
public func validationSchema() -> JSONValue {
  .object(
    [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("title", "A validation by clustersim"),
      ("description", "Published figures beside what scenarios make of them."),
    ] + ResultObject<ValidationReport>.validation.schema)
}

extension ResultObject<ValidationReport> {
  fileprivate static let validation = ResultObject(fields: [
    ResultField("format", .constant(ValidationReport.format), "Version of the format.") { _ in
      ValidationReport.format
    },
    ResultField("seed", .count, "Seed of all random streams.") { $0.settings.seed },
    ResultField("replications", .count, "Independent replications of each scenario.") {
      $0.settings.replications
    },
    ResultField(
      "scenarios", .list(.object(.part)), "The scenarios, in the order in which they were run."
    ) { $0.parts },
    ResultField("predictions", .object(.tally), "What the scenarios predict, counted.") {
      $0.summary.predictions
    },
    ResultField(
      "calibrations", .object(.tally),
      "What they were fitted to, counted: agreement is no evidence."
    ) { $0.summary.calibrations },
    ResultField("problems", .list(.text), "What has to be looked at; the exit code is then 1.") {
      $0.problems
    },
    ResultField(
      "not_simulated", .optional(.list(.object(.open))),
      "Published figures that no scenario simulates; null if not all scenarios were run."
    ) { $0.openFigures },
  ])
}

extension ResultObject<ValidationReport.Part> {
  fileprivate static let part = ResultObject(fields: [
    ResultField("scenario", .text, "Name of the scenario.") { $0.name },
    ResultField("title", .text, "The scenario's name for people.") { $0.title },
    ResultField(
      "comparison", .list(.object(.standing)),
      "As `comparison` of the scenario's result.json, with `standing`."
    ) { $0.comparison.rows },
  ])
}

extension ResultObject<ComparisonRow> {
  fileprivate static let standing = ResultObject(
    fields: ResultObject<ComparisonRow>.comparison.fields + [
      ResultField(
        "standing", .word, "What the comparison says of the scenario. \(Standing.glossary)."
      ) { $0.standing }
    ])
}

extension ResultObject<ValidationSummary.Tally> {
  fileprivate static let tally = ResultObject(fields: [
    ResultField("compared", .count, "Comparisons that could be decided.") { $0.compared },
    ResultField("agree", .count, "Those of them that agree.") { $0.agree },
    ResultField("disagree_as_known", .count, "Those that do not, as the scenario explains.") {
      $0.disagreeAsKnown
    },
    ResultField("disagree", .count, "Those that do not, and the scenario does not say so.") {
      $0.disagree
    },
    ResultField(
      "no_longer_disagree", .count,
      "Those that agree, although the scenario says that they do not; they are among `agree`."
    ) { $0.noLongerDisagree },
  ])
}

extension ResultObject<ValidationReport.OpenFigure> {
  fileprivate static let open = ResultObject(fields: [
    ResultField("reference", .text, "Name of the reference.") { $0.reference },
    ResultField("figure", .text, "The figure, as the reference names it.") { $0.figure.id },
    ResultField("title", .text, "Publisher and title of the figure.") { $0.title },
    ResultField("source", .text, "Where in the source it stands, or in which words.") {
      $0.figure.source
    },
    ResultField("published", .text, "The value as it was published, for people.") { $0.valueText },
    ResultField(
      "first_hand", .boolean,
      "Whether the figure was read in the source itself; otherwise it is second-hand."
    ) { $0.figure.isFirstHand },
    ResultField("is_metric", .boolean, "Whether a metric of a run could answer to it.") {
      $0.figure.isComparable
    },
  ])
}
