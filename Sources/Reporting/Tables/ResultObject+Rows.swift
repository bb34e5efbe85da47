import Experiments
import Statistics

/// What is told about one metric.
struct MetricRow {
  let metric: Metric
  /// The metric's unit; money in the scenario's own currency.
  let unit: String
  let summary: Summary?
}

extension ResultObject<Summary?> {
  /// Mean, spread and quantiles; all null without a summary.
  static let summary = ResultObject(fields: [
    ResultField("mean", .optional(.number), "Mean over replications.") { $0?.mean },
    ResultField(
      "standard_error", .optional(.number),
      "Standard error of the mean; null for a single replication."
    ) { $0?.spread?.standardError },
    ResultField(
      "ci95", .optional(.interval),
      "95 % confidence interval of the mean, by `interval`; null for a single replication."
    ) { $0?.spread?.interval95 },
    ResultField(
      "sd", .optional(.number),
      "Standard deviation (divisor n − 1); null for a single replication."
    ) { $0?.spread?.standardDeviation },
    ResultField("min", .optional(.number), "Least value.") { $0?.minimum },
    ResultField("p05", .optional(.number), "5 % quantile.") { $0?.p05 },
    ResultField("p25", .optional(.number), "25 % quantile.") { $0?.p25 },
    ResultField("p50", .optional(.number), "Median.") { $0?.p50 },
    ResultField("p75", .optional(.number), "75 % quantile.") { $0?.p75 },
    ResultField("p95", .optional(.number), "95 % quantile.") { $0?.p95 },
    ResultField("max", .optional(.number), "Greatest value.") { $0?.maximum },
  ])
}

extension ResultObject<MetricRow> {
  static let metric = ResultObject(
    fields: [
      ResultField("unit", .text, "Unit of all values; money in the scenario's currency.") {
        $0.unit
      },
      ResultField("title", .text, "Name for people.") { $0.metric.title },
      ResultField(
        "better", .word,
        "Which way is better. \(Metric.Direction.glossary)."
      ) { $0.metric.better },
    ] + ResultObject<Summary?>.summary.fields.map { $0.of { $0.summary } })
}

extension ResultObject<FaultRow> {
  static let fault = ResultObject(fields: [
    ResultField("name", .text, "The fault class, as the scenario names it.") { $0.fault.name },
    ResultField("title", .text, "Name for people.") { $0.fault.title },
    ResultField("category", .text, "What the scenario groups it under.") { $0.fault.category },
    ResultField(
      "expected", .optional(.number),
      "Faults of the job that the rate predicts; null unless the rate is constant."
    ) { $0.expected },
    ResultField(
      "count", .object(.summary), "Faults that struck the job or its nodes, in a replication."
    ) { $0.count },
    ResultField(
      "share", .optional(.share),
      "The class's part of all faults that struck the job; null if there was none."
    ) { $0.share },
    ResultField(
      "all_nodes", .optional(.number),
      "Mean number of faults in a replication, those of waiting nodes among them."
    ) { $0.allNodes },
    ResultField(
      "published", .optional(.count),
      "Faults that a reference counted in the scenario's own exposure; null if none did."
    ) { $0.published?.observed },
    ResultField(
      "kind", .optional(.word),
      "What agreement with `published` is worth. \(ComparisonRow.Evidence.glossary)."
    ) { $0.published?.evidence },
  ])
}
