import Experiments
import ScenarioFormat

/// Says what the columns of a sweep's tables are, for programs: a Tabular Data Package.
///
/// Source: Frictionless Data, specifications "Data Package", "Tabular Data Resource" and "Table
/// Schema", version 1.
struct DataPackage {
  let report: SweepReport

  /// `datapackage.json`.
  var json: JSONValue {
    .object([
      ("profile", "tabular-data-package"),
      ("name", .string(report.plan.name.lowercased())),
      ("title", .string(report.plan.document.title)),
      (
        "resources",
        .array([
          resource(
            "sweep", "A row a point and metric.", fields: start + metric + number + summary,
            key: ["point", "metric"]),
          resource(
            "sweep_wide", "A row a point.", fields: wide, key: []),
          resource(
            "differences", "A row a metric and point but the first: what it differs by from that.",
            fields: start + metric + difference, key: ["point", "metric"]),
        ])
      ),
    ])
  }

  private typealias Field = (name: String, type: String, description: String)

  private func resource(
    _ name: String, _ description: String, fields: [Field], key: [String]
  ) -> JSONValue {
    .object([
      ("profile", "tabular-data-resource"),
      ("name", .string(name)),
      ("path", .string("\(name).csv")),
      ("description", .string(description)),
      ("format", "csv"), ("mediatype", "text/csv"), ("encoding", "utf-8"),
      (
        "schema",
        .object(
          [
            ("fields", .array(fields.map(Self.json))), ("missingValues", [""]),
          ] + (key.isEmpty ? [] : [("primaryKey", .array(key.map(JSONValue.string)))]))
      ),
    ])
  }

  private static func json(_ field: Field) -> JSONValue {
    .object([
      ("name", .string(field.name)), ("type", .string(field.type)),
      ("description", .string(field.description)),
    ])
  }

  // MARK: Columns

  private var start: [Field] {
    [("scenario", "string", "Name of the scenario."), ("point", "integer", "Index, from 0.")]
      + paths + coordinates
  }

  private var paths: [Field] {
    report.paths.map { ($0, "string", "The value of this path, as it was given.") }
  }

  private var coordinates: [Field] {
    report.coordinateColumns.map { name, coordinates in
      let unit = coordinates.unit == .seconds ? "in seconds" : "as a number"
      return (name, "number", "The value of \(coordinates.path) \(unit); empty if it has none.")
    }
  }

  private var metric: [Field] {
    [("metric", "string", "Identifier of the metric."), ("unit", "string", "Unit of the values.")]
  }

  private var number: [Field] { [("replications", "integer", "Independent replications.")] }

  private var summary: [Field] {
    let texts = [
      "mean": "Mean over replications.", "standard_error": "Standard error of the mean.",
      "ci95_low": "Lower end of the 95 % confidence interval of the mean.",
      "ci95_high": "Upper end of the 95 % confidence interval of the mean.",
      "sd": "Standard deviation (divisor n − 1).", "min": "Least value.",
      "p05": "5 % quantile.", "p25": "25 % quantile.", "p50": "Median.", "p75": "75 % quantile.",
      "p95": "95 % quantile.", "max": "Greatest value.",
    ]
    return SummaryColumns.names.map { ($0, "number", texts[$0] ?? "") }
  }

  private var difference: [Field] {
    [
      ("pairs", "integer", "Replications that both points have."),
      ("difference", "number", "Mean of this point's values less those of point 0."),
      ("standard_error", "number", "Standard error of that mean."),
      ("ci95_low", "number", "Lower end of its 95 % confidence interval."),
      ("ci95_high", "number", "Upper end of its 95 % confidence interval."),
    ]
  }

  private var wide: [Field] {
    report.wideTable.header.map { name in
      switch name {
      case "scenario": (name, "string", "Name of the scenario.")
      case "seed": (name, "string", "Seed of all random streams.")
      case "replications": (name, "integer", "Independent replications.")
      case _ where report.paths.contains(name) || report.plan.settings.contains { $0.path == name }:
        (name, "string", "The value of this path, as it was given.")
      default: (name, "number", "Mean of a metric, or an end of its 95 % confidence interval.")
      }
    }
  }
}
