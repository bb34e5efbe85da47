import Checkpointing
import ScenarioFormat
import Statistics

@testable import ClusterModel
@testable import Experiments
@testable import Reporting
@testable import ScenarioFormat

/// A hand-made run: 54 days of 2,048 nodes of 8 GPUs in which replication r of 40 has 400 + r
/// unexpected interruptions, so that every mean and quantile can be told without a computer.
enum SampleRun {
  static let hour = 3600.0
  static let wall = 54 * 24 * hour

  static func fault(_ name: String, _ title: String, _ category: String) -> FaultClass {
    FaultClass(
      name: name, title: title, category: category, per: .gpu,
      process: .lifetime(.exponential(Exponential(mean: 1e9))))
  }

  static let scenario = scenario(faults: [
    fault("gpu", "Faulty GPU", "gpu"), fault("software_bug", "Software bug", "software"),
    fault("ssd", "SSD", "host"),
  ])

  static func scenario(faults: [FaultClass], nodes: Int = 2048) -> Scenario {
    Scenario(
      cluster: Cluster(accelerator: "H100", nodes: nodes, spareNodes: 64), faults: faults,
      job: Job(nodes: nodes), checkpoint: CheckpointPolicy(interval: 1800, save: 10),
      maintenance: Maintenance(every: 27 * hour, first: 27 * hour, downtime: 600),
      horizon: wall, cost: Cost(gpuHour: 2.5))
  }

  /// Replication r: 400 + r interruptions that cost 10 min of lost work and 3 min of restart each,
  /// 47 planned ones of 10 min, and a few seconds of saves.
  static func outcome(_ replication: Int) -> Outcome {
    var outcome = Outcome()
    outcome.wallSeconds = wall
    outcome.unexpectedInterruptions = 400 + replication
    outcome.plannedInterruptions = 47
    outcome.failures = 412 + replication
    outcome.jobFailures = 402 + replication
    outcome.firstFailure = hour
    outcome.longestSpanWithoutFailure = 12 * hour
    outcome.fewestSpares = 40
    outcome.ledger[.lostWork] = 600 * Double(400 + replication)
    outcome.ledger[.restart] = 180 * Double(400 + replication)
    outcome.ledger[.planned] = 600 * 47
    outcome.ledger[.checkpointSave] = 30
    outcome.ledger[.productive] = wall - outcome.ledger.total
    return outcome
  }

  static let faultCounts: [[Int]] = [
    (0..<40).map { 128 + $0 }, (0..<40).map { _ in 54 }, (0..<40).map { $0 % 5 },
  ]

  static func result(
    replications: Int = 40, scenario: Scenario = scenario, faultCounts: [[Int]] = faultCounts,
    outcome: (Int) -> Outcome = outcome
  ) -> RunResult {
    let outcomes = (0..<replications).map(outcome)
    return RunResult(
      scenario: scenario, settings: RunSettings(replications: replications, seed: 7, threads: 2),
      replications: Array(0..<replications),
      metrics: MetricCatalogue.metrics(of: scenario).map { metric in
        let values = outcomes.map { metric.value($0, scenario) }
        let present = values.compactMap(\.self)
        return RunResult.MetricResult(
          metric: metric, values: values,
          summary: present.count == values.count ? Summary(present) : nil)
      },
      faults: zip(scenario.faults, faultCounts).map { fault, counts in
        let counts = Array(counts.prefix(replications))
        return RunResult.FaultResult(
          fault: fault, failures: counts.map { $0 + 1 }, jobFailures: counts, expected: 148)
      },
      timeline: [
        TimelineEntry(
          time: 0, event: .phase, fault: nil, node: nil, phase: "training", lostSeconds: 0,
          progressSeconds: 0, spares: 64, nodesInRepair: 0),
        TimelineEntry(
          time: 3600, event: .interruption, fault: "gpu", node: 17, phase: "detection",
          lostSeconds: 600, progressSeconds: 3000, spares: 63, nodesInRepair: 1),
      ])
  }

  static func document(
    title: String = "Sample: 54 days on 16,384 H100 GPUs", calibratedOn: [String] = [],
    knownDisagreements: [KnownDisagreement] = [], settings: [String] = [],
    scenario: Scenario = scenario
  ) throws -> ScenarioDocument {
    ScenarioDocument(
      name: "sample", title: title, sources: [], references: ["llama3-2024", "imbue-2024"],
      calibratedOn: calibratedOn, knownDisagreements: knownDisagreements, scenario: scenario,
      canonical: .object([("name", "sample"), ("horizon", "54d")]), assumptions: [], warnings: [],
      settings: try settings.map { text in try Setting(text) })
  }

  /// The references that ship, from the checkout this test was compiled in.
  static let library: ReferenceLibrary = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return ReferenceLibrary(folder: "/\(root)/Scenarios/References")
  }()

  static func report(
    replications: Int = 40, calibratedOn: [String] = ["llama3-2024:unexpected_interruptions"],
    knownDisagreements: [KnownDisagreement] = [], settings: [String] = []
  ) throws -> RunReport {
    RunReport(
      document: try document(
        calibratedOn: calibratedOn, knownDisagreements: knownDisagreements, settings: settings),
      result: result(replications: replications),
      references: try library.load(["llama3-2024", "imbue-2024"]))
  }
}
