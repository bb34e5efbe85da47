import Experiments
import ScenarioFormat

@testable import ClusterModel
@testable import Experiments
@testable import Reporting
@testable import ScenarioFormat

extension SampleRun {
  /// The files of a run as they would be written.
  static func files(
    seed: UInt64 = 7, replications: Int = 40, settings: [String] = [],
    scenario: Scenario = scenario, text: JSONValue? = nil, outcome: (Int) -> Outcome = outcome
  ) throws -> [String: String] {
    let sample = result(replications: replications, scenario: scenario, outcome: outcome)
    let run = RunSettings(replications: replications, seed: seed, threads: 1)
    let result = RunResult(
      scenario: sample.scenario, settings: run, replications: sample.replications,
      metrics: sample.metrics, faults: sample.faults, timeline: sample.timeline)
    let document = ScenarioDocument(
      name: "sample", title: "Sample", sources: [], references: [],
      calibratedOn: ["llama3-2024:unexpected_interruptions"], knownDisagreements: [],
      scenario: scenario,
      canonical: text ?? .object([("name", "sample"), ("horizon", "54d")]), assumptions: [],
      warnings: [], settings: try settings.map { text in try Setting(text) })
    let report = RunReport(
      document: document, result: result,
      references: try library.load(["llama3-2024", "imbue-2024"]))
    let manifest = Manifest(
      plan: ExperimentPlan(document, run: run), version: "0", commandLine: ["clustersim"],
      created: "2026-01-01T00:00:00Z")
    return [
      "result.json": report.resultJSON.text(), "replications.csv": report.replicationsTable.text(),
      "manifest.json": manifest.json.text(),
    ]
  }

  /// A run that was read back from its files.
  static func stored(_ place: String, _ files: [String: String]) throws -> StoredRun {
    guard case .run(let run) = try StoredResult(ResultSource(place: place, files: files)) else {
      throw SampleError.isSweep
    }
    return run
  }

  /// The same luck with 500 s of lost work an interruption instead of 600.
  static func quickerOutcome(_ replication: Int) -> Outcome {
    var outcome = outcome(replication)
    let saved = 100 * Double(outcome.unexpectedInterruptions)
    outcome.ledger[.lostWork] -= saved
    outcome.ledger[.productive] += saved
    return outcome
  }
}

enum SampleError: Error { case isSweep }
