import Experiments
import ScenarioFormat
import Statistics

extension RunReport {
  /// What the first key of `result.json` says.
  public static let resultFormat = "clustersim-result/1"

  /// `result.json`: the summary, the fault classes and the comparison. The values of the single
  /// replications are in `replications.csv`.
  public var resultJSON: JSONValue {
    .object([
      ("format", .string(Self.resultFormat)),
      ("scenario", .string(document.name)),
      ("title", .string(document.title)),
      ("settings", .object(document.settings.map { ($0.path, .string($0.value)) })),
      ("seed", JSONValue(result.settings.seed)),
      ("replications", JSONValue(result.settings.replications)),
      ("metrics", .object(result.metrics.map { ($0.metric.identifier, json($0)) })),
      ("faults", .array(faultRows.map(json))),
      ("comparison", .array(comparison.rows.map(json))),
      ("warnings", .array(warnings.map(JSONValue.string))),
    ])
  }

  private func json(_ entry: RunResult.MetricResult) -> JSONValue {
    .object(
      [
        ("unit", .string(unitText(of: entry.metric))), ("title", .string(entry.metric.title)),
        ("better", .string(entry.metric.better.rawValue)),
      ] + json(entry.summary))
  }

  /// The members of a summary; all null if there is none.
  private func json(_ summary: Summary?) -> [(key: String, value: JSONValue)] {
    [
      ("mean", JSONValue(summary?.mean)),
      ("standard_error", JSONValue(summary?.spread?.standardError)),
      ("ci95", json(summary?.spread?.interval95)),
      ("sd", JSONValue(summary?.spread?.standardDeviation)),
      ("min", JSONValue(summary?.minimum)),
      ("p05", JSONValue(summary?.p05)),
      ("p25", JSONValue(summary?.p25)),
      ("p50", JSONValue(summary?.p50)),
      ("p75", JSONValue(summary?.p75)),
      ("p95", JSONValue(summary?.p95)),
      ("max", JSONValue(summary?.maximum)),
    ]
  }

  private func json(_ interval: ClosedRange<Double>?) -> JSONValue {
    guard let interval else { return .null }
    return .array([JSONValue(interval.lowerBound), JSONValue(interval.upperBound)])
  }

  private func json(_ row: FaultRow) -> JSONValue {
    .object([
      ("name", .string(row.fault.name)),
      ("title", .string(row.fault.title)),
      ("category", .string(row.fault.category)),
      ("expected", JSONValue(row.expected)),
      ("count", .object(json(row.count))),
      ("share", JSONValue(row.share)),
      ("all_nodes", JSONValue(row.allNodes)),
      ("published", row.published.map { JSONValue($0.observed) } ?? .null),
      ("kind", row.published.map { .string($0.evidence.rawValue) } ?? .null),
    ])
  }

  private func json(_ row: ComparisonRow) -> JSONValue {
    let simulated = row.simulated
    return .object([
      ("reference", .string(row.reference)),
      ("figure", .string(row.figure.id)),
      ("title", .string(row.title)),
      ("source", .string(row.figure.source)),
      ("unit", .string(row.unit)),
      ("observed", JSONValue(row.observed)),
      ("observed_interval", json(row.observedInterval)),
      ("simulated", JSONValue(simulated?.mean)),
      ("simulated_interval", json(simulated?.interval90)),
      ("basis", simulated.map { .string($0.basis.rawValue) } ?? .null),
      ("p_value", JSONValue(simulated?.pValue)),
      ("chi_square", JSONValue(simulated?.chiSquare?.statistic)),
      ("degrees_of_freedom", simulated?.chiSquare.map { JSONValue($0.degreesOfFreedom) } ?? .null),
      ("share_holding", JSONValue(simulated?.shareHolding)),
      ("relative_difference", JSONValue(row.relativeDifference)),
      ("kind", .string(row.evidence.rawValue)),
      ("verdict", .string(row.verdictText)),
    ])
  }
}
