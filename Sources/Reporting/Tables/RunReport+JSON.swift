import Experiments
import ScenarioFormat
import Statistics

extension RunReport {
  /// What the first key of `result.json` says.
  public static let resultFormat = "clustersim-result/1"

  /// `result.json`: the summary, the fault classes and the comparison. The values of the single
  /// replications are in `replications.csv`.
  public var resultJSON: JSONValue { ResultObject<RunReport>.report.json(self) }

  fileprivate var metricRows: [MetricRow] {
    result.metrics.map {
      MetricRow(metric: $0.metric, unit: unitText(of: $0.metric), summary: $0.summary)
    }
  }
}

/// The JSON Schema of `result.json`: draft 2020-12, in keywords that draft 7 has too.
///
/// It follows from the definitions that results are written by.
public func resultSchema() -> JSONValue {
  .object(
    [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("title", "A result of clustersim"),
      ("description", "What a run found out: metrics, fault classes and published figures."),
    ] + ResultObject<RunReport>.report.schema + [
      ("$defs", ["metric": .object(ResultObject<MetricRow>.metric.schema)])
    ])
}

extension ResultObject<RunReport> {
  fileprivate static let report = ResultObject(fields: [
    ResultField("format", .constant(RunReport.resultFormat), "Version of the format.") { _ in
      RunReport.resultFormat
    },
    ResultField("scenario", .text, "Name of the scenario.") { $0.document.name },
    ResultField("title", .text, "The scenario's name for people.") { $0.document.title },
    ResultField(
      "settings", .settings,
      "What was set on the command line: values as they were given, by path."
    ) { $0.document.settings },
    ResultField("seed", .count, "Seed of all random streams.") { $0.result.settings.seed },
    ResultField("replications", .count, "Number of independent replications.") {
      $0.result.replications.count
    },
    ResultField(
      "interval", .word,
      "How 95 % confidence intervals of means are computed. \(MeanInterval.glossary)."
    ) { $0.result.settings.interval },
    ResultField(
      "metrics", .metrics,
      """
      The metrics by name. One is left out if the scenario has not what it needs (work to \
      complete, a price); its values are null if some replication has none.
      """
    ) { $0.metricRows },
    ResultField(
      "badput", .list(.object(.badput)),
      "The time in which the job did not get on, by cause, in the order of the states."
    ) { $0.badputRows },
    ResultField(
      "faults", .list(.object(.fault)), "The fault classes, in the order of the scenario."
    ) { $0.faultRows },
    ResultField(
      "comparison", .list(.object(.comparison)), "Published figures, and what was simulated."
    ) { $0.comparison.rows },
    ResultField("warnings", .list(.text), "What a reader should mind.") { $0.warnings },
  ])
}

extension ResultType<[Setting]> {
  /// Values by path, as they were given.
  static let settings = Self(
    schema: [
      ("type", "object"), ("additionalProperties", .object(ResultType<String>.text.schema)),
    ]
  ) { .object($0.map { ($0.path, ResultType<String>.text.json($0.value)) }) }
}

extension ResultType<[MetricRow]> {
  fileprivate static let metrics = Self(
    schema: [
      ("type", "object"),
      ("properties", .object(MetricCatalogue.all.map { ($0.identifier, reference(to: $0)) })),
      ("additionalProperties", false),
    ]
  ) { .object($0.map { ($0.metric.identifier, ResultObject.metric.json($0)) }) }

  /// All metrics have the same keys; what tells them apart is said in words.
  private static func reference(to metric: Metric) -> JSONValue {
    let unit = metric.unit == "currency" ? "the scenario's currency" : metric.unit
    return ["$ref": "#/$defs/metric", "description": .string("\(metric.title). Unit: \(unit).")]
  }
}
