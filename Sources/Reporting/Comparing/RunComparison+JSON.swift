import ClusterModel
import Experiments
import ScenarioFormat
import Statistics

extension RunComparison {
  /// What the first key of a comparison says.
  public static let format = "clustersim-comparison/1"

  /// The whole comparison.
  public var json: JSONValue { ResultObject<RunComparison>.comparison.json(self) }
}

/// The JSON Schema of a comparison: draft 2020-12, in keywords that draft 7 has too.
public func comparisonSchema() -> JSONValue {
  .object(
    [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("title", "A comparison of clustersim"),
      ("description", "Runs side by side: what each is more or less than the first."),
    ] + ResultObject<RunComparison>.comparison.schema)
}

extension ResultObject<RunComparison> {
  fileprivate static let comparison = ResultObject(fields: [
    ResultField("format", .constant(RunComparison.format), "Version of the format.") { _ in
      RunComparison.format
    },
    ResultField(
      "runs", .list(.object(.comparedRun)), "The runs; the others are compared with the first."
    ) { $0.runs },
    ResultField(
      "setup", .list(.object(.setup)),
      "What was done differently in the runs: `seed` and the like, then paths of the scenario."
    ) { $0.differences.runs + $0.differences.changes },
    ResultField(
      "changes", .list(.object(.change)), "The other runs, in their order, against the first."
    ) { $0.changes },
    ResultField(
      "figures", .list(.object(.figure)),
      "The published figures that one of the runs was compared with."
    ) { $0.figures },
    ResultField("warnings", .list(.text), "What a reader should mind.") { $0.warnings },
  ])
}

extension ResultObject<ComparedRun> {
  fileprivate static let comparedRun = ResultObject(fields: [
    ResultField("label", .text, "What it is called here: no two runs have the same.") { $0.label },
    ResultField("scenario", .text, "Name of the scenario.") { $0.stored.name },
    ResultField("title", .text, "The scenario's name for people.") { $0.stored.result.title },
    ResultField("folder", .text, "Where it was read from.") { $0.stored.source.place },
    ResultField("settings", .texts, "What was set on the command line: values by path.") {
      $0.stored.result.settings
    },
    ResultField("seed", .count, "Seed of all random streams.") { $0.stored.result.seed },
    ResultField("replications", .count, "Number of independent replications.") {
      $0.stored.result.replications
    },
    ResultField("interval", .text, "How its 95 % confidence intervals are computed.") {
      $0.stored.result.interval
    },
    ResultField("model_version", .integer, "Version of the model that it was made by.") {
      $0.stored.manifest.modelVersion
    },
  ])
}

extension ResultObject<SetupDifferences.Difference> {
  fileprivate static let setup = ResultObject(fields: [
    ResultField("path", .text, "`seed`, `title` …, or a path as `--set` takes it.") { $0.path },
    ResultField(
      "values", .list(.optional(.text)), "The value in each run; null where there is none."
    ) { $0.values },
  ])
}

extension ResultType<[String: String]> {
  /// Texts by key, sorted by key.
  fileprivate static let texts = Self(
    schema: [
      ("type", "object"), ("additionalProperties", .object(ResultType<String>.text.schema)),
    ]
  ) { texts in .object(texts.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }) }
}

extension ResultType<Int> {
  /// A whole number.
  fileprivate static let integer = Self(schema: [("type", "integer")]) { JSONValue($0) }
}
