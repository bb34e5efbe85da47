import ScenarioFormat

/// What is told about an experiment that has been carried out: its files, its tables, its JSON.
public enum ExperimentReport: Sendable {
  case run(RunReport)
  case sweep(SweepReport)

  /// The result files, in the order in which they are written; the manifest is not among them.
  /// The same of any run, or of any sweep.
  static func fileNames(isSweep: Bool) -> [String] {
    (isSweep ? SweepReport.fileNames : RunReport.fileNames) + [Manifest.fileName]
  }

  /// The result files, with the manifest at their end.
  public func files(manifest: Manifest) -> ResultFiles {
    let results =
      switch self {
      case .run(let report): zip(RunReport.fileNames, report.fileTexts).map { ($0, $1) }
      case .sweep(let report): zip(SweepReport.fileNames, report.fileTexts).map { ($0, $1) }
      }
    return ResultFiles(results + [(Manifest.fileName, manifest.json.text())])
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
}
