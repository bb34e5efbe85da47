import Experiments
import ScenarioFormat

/// Everything that is told about one run: the scenario, its result and the comparison with the
/// field. Tables, JSON and the terminal's report are views of it.
public struct RunReport: Sendable {
  /// The scenario as it was read, with its names and settings.
  public let document: ScenarioDocument
  /// What the run found out.
  public let result: RunResult
  /// The published figures beside it.
  public let comparison: Comparison

  /// Which parts are missing, in words; nil when the run is whole.
  public let missing: String?

  /// Compares a result with the references that its scenario names.
  public init(
    document: ScenarioDocument, result: RunResult, references: [Reference], missing: String? = nil
  ) {
    self.document = document
    self.result = result
    self.missing = missing
    comparison = Comparison(
      result: result, references: references, calibratedOn: document.calibratedOn,
      knownDisagreements: document.knownDisagreements)
  }

  /// What a reader should mind about the result.
  public var warnings: [String] {
    var warnings = (missing.map { [$0] } ?? []) + comparison.warnings
    let settings = result.settings
    if missing == nil, let precision = settings.precision {
      let metric = result.metrics.first { $0.metric.identifier == precision.metric }
      warnings +=
        precision.shortfall(metric?.summary).map { [$0] } ?? []
    }
    let replications = result.replications.count
    if replications < 30 {
      let few = replications == 1 ? "one replication" : "\(replications) replications"
      warnings.append("with \(few) (fewer than 30) the 95 % intervals are not to be relied on")
    }
    return warnings
  }
}
