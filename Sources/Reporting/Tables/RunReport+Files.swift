extension RunReport {
  /// Names of the files that `write(to:manifest:)` writes, in their order.
  public static let fileNames = [
    "summary.csv", "replications.csv", "faults.csv", "comparison.csv", "timeline.csv",
    "result.json", "manifest.json",
  ]

  /// Writes all files of the run; the manifest last, so that where it stands the others are whole.
  public func write(to folder: OutputFolder, manifest: Manifest) throws(OutputError) {
    let texts = [
      summaryTable.text(), replicationsTable.text(), faultsTable.text(), comparisonTable.text(),
      timelineTable.text(), resultJSON.text(), manifest.json.text(),
    ]
    for (name, text) in zip(Self.fileNames, texts) { try folder.write(text, to: name) }
  }
}
