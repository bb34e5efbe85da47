import Experiments
import ScenarioFormat
import Statistics

extension SweepReport {
  /// What the first key of a sweep's `result.json` says.
  public static let resultFormat = "clustersim-sweep/1"

  /// `result.json`: the points with their metrics and what these differ by from the first point's.
  public var resultJSON: JSONValue { ResultObject<SweepReport>.sweep.json(self) }

  fileprivate struct Point {
    let report: SweepReport
    let result: PointResult

    var metrics: [Row] {
      result.metrics.map { Row(unit: report.unit(of: $0.metric, result), entry: $0) }
    }
  }

  fileprivate struct Row {
    let unit: String
    let entry: PointResult.MetricResult

    var metric: MetricRow {
      MetricRow(metric: entry.metric, unit: unit, summary: entry.summary)
    }
  }
}

/// The JSON Schema of a sweep's `result.json`: draft 2020-12, in keywords that draft 7 has too.
public func sweepSchema() -> JSONValue {
  .object(
    [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("title", "A sweep of clustersim"),
      ("description", "The points of a sweep: their metrics, and differences to the first point."),
    ] + ResultObject<SweepReport>.sweep.schema)
}

extension ResultObject<SweepReport> {
  fileprivate static let sweep = ResultObject(fields: [
    ResultField("format", .constant(SweepReport.resultFormat), "Version of the format.") { _ in
      SweepReport.resultFormat
    },
    ResultField("scenario", .text, "Name of the scenario.") { $0.plan.name },
    ResultField("title", .text, "The scenario's name for people.") { $0.plan.document.title },
    ResultField(
      "settings", .settings, "What was set for all points: values as they were given, by path."
    ) { $0.plan.settings },
    ResultField("paths", .list(.text), "The paths that vary, in the order given.") { $0.paths },
    ResultField(
      "path_units", .pathUnits,
      """
      What the `coordinates` of each path that varies are in, null if it has none. \
      \(PathCoordinates.Unit.glossary).
      """
    ) { $0.coordinates },
    ResultField("seed", .count, "Seed of all random streams, the same for all points.") {
      $0.plan.run.seed
    },
    ResultField(
      "interval", .word,
      "How 95 % confidence intervals of means are computed. \(MeanInterval.glossary)."
    ) { $0.plan.run.interval },
    ResultField("points", .list(.object(.point)), "The points, in their order.") { report in
      report.points.map { SweepReport.Point(report: report, result: $0) }
    },
    ResultField("warnings", .list(.text), "What a reader should mind.") { $0.warnings },
  ])
}

extension ResultObject<SweepReport.Point> {
  fileprivate static let point = ResultObject(fields: [
    ResultField("point", .count, "Index of the point, from 0.") { $0.result.point },
    ResultField("values", .settings, "The values of the paths that vary, as they were given.") {
      $0.report.plan.points[$0.result.point]
    },
    ResultField(
      "coordinates", .coordinates,
      """
      The same values as numbers, durations in seconds; null for one that is neither a number nor \
      a duration.
      """
    ) { point in
      point.report.coordinates.map { ($0.path, $0.numbers[point.result.point]) }
    },
    ResultField("replications", .count, "Number of independent replications.") {
      $0.result.replications
    },
    ResultField(
      "metrics", .rows,
      "The metrics by name. One is left out if the scenario has not what it needs."
    ) { $0.metrics },
  ])
}

extension ResultObject<SweepReport.Row> {
  fileprivate static let row = ResultObject(
    fields: ResultObject<MetricRow>.metric.fields.map { $0.of { $0.metric } } + [
      ResultField(
        "pairs", .optional(.count), "Replications that `difference` is over; null without one."
      ) { $0.entry.difference?.count },
      ResultField(
        "difference", .object(.summary),
        """
        This point less the first, replication by replication, which met the same random numbers; \
        all null if one of the two has no value.
        """
      ) { $0.entry.difference },
    ])
}

extension ResultType<[PathCoordinates]> {
  fileprivate static let pathUnits = Self(
    schema: [
      ("type", "object"),
      (
        "additionalProperties",
        .object(ResultType<PathCoordinates.Unit?>.optional(.word).schema)
      ),
    ]
  ) { .object($0.map { ($0.path, $0.unit.map { .string($0.rawValue) } ?? .null) }) }
}

extension ResultType<[(path: String, number: Double?)]> {
  fileprivate static let coordinates = Self(
    schema: [
      ("type", "object"),
      ("additionalProperties", .object(ResultType<Double?>.optional(.number).schema)),
    ]
  ) { .object($0.map { ($0.path, JSONValue($0.number)) }) }
}

extension ResultType<[SweepReport.Row]> {
  fileprivate static let rows = Self(
    schema: [
      ("type", "object"),
      ("additionalProperties", .object(ResultObject<SweepReport.Row>.row.schema)),
    ]
  ) { .object($0.map { ($0.entry.metric.identifier, ResultObject.row.json($0)) }) }
}
