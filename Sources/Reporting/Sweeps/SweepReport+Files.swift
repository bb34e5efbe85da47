extension SweepReport {
  /// Names of the result files but the manifest.
  static let fileNames = [
    "sweep.csv", "sweep_wide.csv", "differences.csv", "datapackage.json", "result.json",
  ]

  /// Their texts, in the same order.
  var fileTexts: [String] {
    [
      tidyTable.text(), wideTable.text(), differenceTable.text(),
      DataPackage(report: self).json.text(), resultJSON.text(),
    ]
  }

  /// Names of the files with charts.
  static let chartNames = ["sweep.vl.json"]
}
