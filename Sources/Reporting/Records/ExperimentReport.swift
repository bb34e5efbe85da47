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

  /// The result files, with the manifest at their end.
  ///
  /// - Parameter withCharts: whether Vega-Lite specifications of charts are among them.
  public func files(manifest: Manifest, withCharts: Bool = false) -> ResultFiles {
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
    files.append((Manifest.fileName, manifest.json.text()))
    return ResultFiles(files, possible: Self.fileNames(isSweep: isSweep, withCharts: true))
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

  private var isSweep: Bool {
    if case .sweep = self { true } else { false }
  }
}
