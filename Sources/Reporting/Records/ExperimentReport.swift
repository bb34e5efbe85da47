import ScenarioFormat

/// What is told about an experiment that has been carried out: its files, its tables, its JSON.
public enum ExperimentReport: Sendable {
  case run(RunReport)
  case sweep(SweepReport)

  /// The result files, in the order in which they are written.
  ///
  /// The same of any run, or of any sweep.
  static func fileNames(isSweep: Bool, withCharts: Bool) -> [String] {
    (isSweep ? SweepReport.fileNames : RunReport.fileNames)
      + (withCharts ? isSweep ? SweepReport.chartNames : RunReport.chartNames : [])
      + [Manifest.fileName]
  }

  /// The result files but the manifest.
  private func files(withCharts: Bool) -> [(name: String, text: String)] {
    var files: [(name: String, text: String)]
    let charts: [VegaChart]
    switch self {
    case .run(let report):
      files = zip(RunReport.fileNames, report.fileTexts).map { ($0, $1) }
      charts = withCharts ? report.charts : []
    case .sweep(let report):
      files = zip(SweepReport.fileNames, report.fileTexts).map { ($0, $1) }
      charts = withCharts ? [report.chart] : []
    }
    files += charts.map { ($0.fileName, $0.json.text()) }
    return files
  }

  /// `result.json`.
  public var resultJSON: JSONValue {
    switch self {
    case .run(let report): report.resultJSON
    case .sweep(let report): report.resultJSON
    }
  }

  /// What `--csv` writes: a row a point.
  public var wideTable: CSVTable {
    switch self {
    case .run(let report): report.wideTable
    case .sweep(let report): report.wideTable
    }
  }

  /// What a reader should mind about the result.
  public var warnings: [String] {
    switch self {
    case .run(let report): report.warnings
    case .sweep(let report): report.warnings
    }
  }

  /// Which parts are missing, in words; nil when it is whole.
  public var missing: String? {
    switch self {
    case .run(let report): report.missing
    case .sweep(let report): report.missing
    }
  }

  /// Names of the files that `write(to:manifest:withCharts:)` writes, in their order.
  public func fileNames(withCharts: Bool = false) -> [String] {
    switch self {
    case .run: Self.fileNames(isSweep: false, withCharts: withCharts)
    case .sweep: Self.fileNames(isSweep: true, withCharts: withCharts)
    }
  }

  /// Writes all files, the manifest last: a new one stands beside new files. While the records are
  /// there the files may be of two runs.
  ///
  /// The folder must have been taken: what killed processes left half-written in it is removed.
  ///
  /// - Parameter withCharts: whether to write Vega-Lite specifications of charts too.
  public func write(
    to folder: OutputFolder, manifest: Manifest, withCharts: Bool = false
  ) throws(OutputError) {
    folder.removeTemporaries(for: fileNames(withCharts: true))
    for file in files(withCharts: withCharts) { try folder.write(file.text, to: file.name) }
    try folder.write(manifest.json.text(), to: Manifest.fileName)
  }
}
