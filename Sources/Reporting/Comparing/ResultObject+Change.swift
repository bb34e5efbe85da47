import ClusterModel
import Experiments
import ScenarioFormat
import Statistics

extension ResultObject<RunChange> {
  static let change = ResultObject(fields: [
    ResultField("run", .count, "The place of the run in `runs`.") { $0.run },
    ResultField(
      "method", .word, "How differences are taken. \(RunChange.Method.glossary)."
    ) { $0.method },
    ResultField(
      "pairs", .optional(.count), "Replications that both have; null for independent runs."
    ) { $0.pairs },
    ResultField(
      "interval", .word, "How the intervals of changes are computed. \(MeanInterval.glossary)."
    ) { $0.interval },
    ResultField("metrics", .changes, "The metrics that both have, by name.") { $0.metrics },
    ResultField(
      "causes", .list(.object(.cause)),
      "Where the time went, by the size of the change; states without any time are left out."
    ) { $0.causes },
  ])
}

extension RunChange.Method: ResultWord {
  var meaning: String {
    switch self {
    case .paired: "replication by replication, as both met the same random numbers"
    case .independent: "from the two means, by Welch's t"
    }
  }
}

extension ResultObject<MeanChange?> {
  fileprivate static let meanChange = ResultObject(fields: [
    ResultField(
      "difference", .optional(.number), "This run less the first; null where one has no value."
    ) { $0?.difference },
    ResultField(
      "standard_error", .optional(.number), "Of the difference; null for a single replication."
    ) { $0?.standardError },
    ResultField(
      "ci95", .optional(.interval),
      "95 % confidence interval of the difference; null for a single replication."
    ) { $0?.interval95 },
    ResultField(
      "degrees_of_freedom", .optional(.number), "Of Welch's t; null for pairs and without spread."
    ) { $0?.degreesOfFreedom },
  ])
}

extension ResultObject<RunChange.MetricChange> {
  fileprivate static let metricChange = ResultObject(
    fields: [
      ResultField("unit", .text, "Unit of all values, as this run has it.") { $0.run.unit },
      ResultField("title", .text, "Name for people.") { $0.run.title },
      ResultField(
        "better", .text, "Which way is better. \(Metric.Direction.glossary)."
      ) { $0.run.better },
      ResultField("baseline_mean", .optional(.number), "Mean of the first run.") {
        $0.baseline.summary.mean
      },
      ResultField("run_mean", .optional(.number), "Mean of this run.") { $0.run.summary.mean },
    ] + ResultObject<MeanChange?>.meanChange.fields.map { $0.of { $0.change } } + [
      ResultField(
        "relative_difference", .optional(.number),
        "The difference as a part of the first run's mean; null if that is 0."
      ) { $0.relative },
      ResultField(
        "verdict", .optional(.word),
        "What became of it; null without an interval. \(ChangeVerdict.glossary)."
      ) { $0.verdict },
    ])
}

extension ResultType<[RunChange.MetricChange]> {
  fileprivate static let changes = Self(
    schema: [
      ("type", "object"),
      ("additionalProperties", .object(ResultObject<RunChange.MetricChange>.metricChange.schema)),
    ]
  ) { .object($0.map { ($0.metric, ResultObject.metricChange.json($0)) }) }
}

extension ResultObject<RunChange.CauseChange> {
  fileprivate static let cause = ResultObject(fields: [
    ResultField("state", .text, "What the time went to, as in `<state>_hours`.") {
      $0.state.identifier
    },
    ResultField("title", .text, "Name for people.") { $0.state.title },
    ResultField("baseline_share", .number, "Part of the wall time of the first run.") {
      $0.shares.baseline
    },
    ResultField("run_share", .number, "Part of the wall time of this run.") { $0.shares.run },
    ResultField(
      "share", .object(.meanChange),
      "Change of the share; without an interval for independent runs whose length varies."
    ) { $0.share },
    ResultField("baseline_gpu_hours", .optional(.number), "Mean GPU-hours of the first run.") {
      $0.gpuHours.baseline
    },
    ResultField("run_gpu_hours", .optional(.number), "Mean GPU-hours of this run.") {
      $0.gpuHours.run
    },
    ResultField("gpu_hours", .object(.meanChange), "Change of the GPU-hours.") { $0.hours },
    ResultField(
      "verdict", .optional(.word),
      "What became of the share; null without an interval. \(ChangeVerdict.glossary)."
    ) { $0.verdict },
  ])
}

extension ResultObject<ComparedFigures> {
  static let figure = ResultObject(fields: [
    ResultField("reference", .text, "Name of the reference.") { $0.figure.reference },
    ResultField("figure", .text, "The figure, as the reference names it.") { $0.figure.figure },
    ResultField("title", .text, "Publisher and title of the figure.") { $0.figure.title },
    ResultField("source", .text, "Where in the source it stands, or in which words.") {
      $0.figure.source
    },
    ResultField("unit", .text, "Unit of all values.") { $0.figure.unit },
    ResultField("observed", .number, "What was published.") { $0.figure.observed },
    ResultField(
      "runs", .list(.optional(.object(.entry))),
      "What each run makes of it; null where a run was not compared with it."
    ) { $0.entries },
  ])
}

extension ResultObject<StoredRun.ComparedFigure> {
  fileprivate static let entry = ResultObject(fields: [
    ResultField(
      "simulated", .optional(.number),
      "Mean over replications; null if the scenario has not what the figure counts."
    ) { $0.simulated },
    ResultField(
      "simulated_interval", .optional(.interval), "5 % and 95 % quantiles of what one run may show."
    ) { $0.simulatedInterval.flatMap(StoredSummary.range) },
    ResultField("p_value", .optional(.number), "Two-sided predictive p-value.") { $0.pValue },
    ResultField(
      "kind", .text, "What agreement is worth. \(ComparisonRow.Evidence.glossary)."
    ) { $0.kind },
    ResultField("verdict", .text, "What the comparison came to, in words.") { $0.verdict },
  ])
}
