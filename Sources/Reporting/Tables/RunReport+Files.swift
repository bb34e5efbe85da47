extension RunReport {
  /// Names of the result files but the manifest.
  static let fileNames = [
    "summary.csv", "replications.csv", "faults.csv", "comparison.csv", "timeline.csv",
    "trajectories.csv", "result.json",
  ]

  /// Their texts, in the same order.
  var fileTexts: [String] {
    [
      summaryTable.text(), replicationsTable.text(), faultsTable.text(), comparisonTable.text(),
      timelineTable.text(), trajectoriesTable.text(), resultJSON.text(),
    ]
  }

  /// Names of the files with charts, in the order of `charts`.
  static let chartNames = ["ettr.vl.json", "time.vl.json", "faults.vl.json", "comparison.vl.json"]

  /// Charts of the tables.
  var charts: [VegaChart] { [ettrChart, timeChart, faultsChart, comparisonChart] }
}
