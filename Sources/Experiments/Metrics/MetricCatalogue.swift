import ClusterModel

/// Every metric there is, in the order in which results list them.
public enum MetricCatalogue {
  /// All metrics; a new one is a row here, and every output follows.
  public static let all: [Metric] =
    time + interruptions + recoveries + rates + nodes + crews + money

  /// The metrics that a scenario has.
  public static func metrics(of scenario: Scenario) -> [Metric] {
    all.filter { $0.applies(scenario) }
  }

  private static let hour = 3600.0
  private static let day = 86400.0

  private static let time: [Metric] =
    [
      Metric("ettr", unit: "ratio", "Effective training time (ETTR)", better: .higher) { run, _ in
        ratio(run.ledger[.productive], run.wallSeconds)
      },
      Metric("wall_hours", unit: "hours", "Length of the run") { run, _ in
        run.wallSeconds / hour
      },
      Metric(
        "completion_hours", unit: "hours", "Completion time", better: .lower,
        applies: { $0.job.work != nil }
      ) { run, _ in run.isComplete ? run.wallSeconds / hour : nil },
      Metric(
        "completed", unit: "ratio", "Runs that did all of their work", better: .higher,
        applies: { $0.job.work != nil }
      ) { run, _ in run.isComplete ? 1 : 0 },
    ]
    + TimeState.allCases.map { state in
      Metric(
        "\(state.identifier)_hours", unit: "hours", "Time: \(state.title)",
        better: state == .productive ? .higher : .lower
      ) { run, _ in run.ledger[state] / hour }
    }

  private static let interruptions: [Metric] = [
    Metric("failures", unit: "count", "Failures of all nodes and the job", better: .lower) {
      run, _ in Double(run.failures)
    },
    Metric("job_failures", unit: "count", "Failures that struck the job", better: .lower) {
      run, _ in Double(run.jobFailures)
    },
    Metric("interruptions", unit: "count", "Interruptions", better: .lower) { run, _ in
      Double(run.interruptions)
    },
    Metric("unexpected_interruptions", unit: "count", "Unexpected interruptions", better: .lower) {
      run, _ in Double(run.unexpectedInterruptions)
    },
    Metric("planned_interruptions", unit: "count", "Planned interruptions") { run, _ in
      Double(run.plannedInterruptions)
    },
    Metric(
      "mttf_hours", unit: "hours", "Mean time to failure of the job (MTTF)", better: .higher
    ) { run, _ in ratio(run.wallSeconds / hour, Double(run.jobFailures)) },
    Metric("mtti_hours", unit: "hours", "Mean time to interruption (MTTI)", better: .higher) {
      run, _ in ratio(run.wallSeconds / hour, Double(run.interruptions))
    },
    Metric(
      "mttr_hours", unit: "hours", "Mean time from an interruption until training (MTTR)",
      better: .lower
    ) { run, _ in ratio(run.recoverySeconds / hour, Double(run.unexpectedInterruptions)) },
    Metric("first_failure_hours", unit: "hours", "First failure of the job", better: .higher) {
      run, _ in run.firstFailure.map { $0 / hour }
    },
    Metric(
      "longest_span_hours", unit: "hours", "Longest time without a failure", better: .higher
    ) { run, _ in run.longestSpanWithoutFailure / hour },
    Metric(
      "undetected_corruptions", unit: "count", "Corruptions not found by the end",
      better: .lower, applies: { $0.canBeCorrupted }
    ) { run, _ in Double(run.undetectedCorruptions) },
    Metric(
      "corrupt_work_hours", unit: "hours", "Productive time since the oldest of them",
      better: .lower, applies: { $0.canBeCorrupted }
    ) { run, _ in run.corruptSeconds / hour },
  ]

  /// How the job saved and came back.
  private static let recoveries: [Metric] = [
    Metric(
      "checkpoint_interval_seconds", unit: "seconds", "Checkpoint interval at the end",
      applies: { $0.checkpoint.intervalRule != .given }
    ) { run, _ in run.checkpointInterval },
    Metric(
      "failed_restarts", unit: "count", "Restarts that failed by themselves", better: .lower,
      applies: { $0.recovery.restartFails > 0 }
    ) { run, _ in Double(run.failedRestarts) },
    Metric(
      "unreadable_checkpoints", unit: "count", "Checkpoints that could not be read",
      better: .lower, applies: { $0.storage.contains { $0.unreadable > 0 } }
    ) { run, _ in Double(run.unreadableCopies) },
    Metric(
      "stalls", unit: "count", "Faults that the job survived without a restart",
      applies: \.isElastic
    ) { run, _ in Double(run.stalls) },
    Metric(
      "replicas_missed_mean", unit: "count", "Replicas missed, mean over the time trained",
      better: .lower, applies: \.isElastic
    ) { run, _ in ratio(run.replicaSecondsMissed, run.trainingSeconds + run.stalledSeconds) },
  ]

  /// The job's failures in the units of those who published theirs, per node of the job.
  private static let rates: [Metric] = [
    Metric(
      "nodes_broken_per_week_percent", unit: "percent", "Nodes broken a week", better: .lower
    ) { run, scenario in
      ratio(100 * Double(run.jobFailures), run.nodeDays(of: scenario) / 7)
    },
    Metric(
      "failures_per_1000_node_days", unit: "per_1000_node_days", "Failures in 1,000 node-days",
      better: .lower
    ) { run, scenario in ratio(1000 * Double(run.jobFailures), run.nodeDays(of: scenario)) },
    Metric(
      "gpu_hours_per_failure", unit: "gpu_hours", "GPU-hours a failure", better: .higher
    ) { run, scenario in ratio(run.gpuHours(of: scenario), Double(run.jobFailures)) },
  ]

  private static let nodes: [Metric] = [
    Metric("spares_min", unit: "count", "Fewest spares waiting", better: .higher) { run, _ in
      Double(run.fewestSpares)
    },
    Metric("spares_empty_percent", unit: "percent", "Time without a spare", better: .lower) {
      run, _ in ratio(100 * run.noSpareSeconds, run.wallSeconds)
    },
    Metric("starvations", unit: "count", "Times that the job waited for a node", better: .lower) {
      run, _ in Double(run.starvations)
    },
    Metric("repairs", unit: "count", "Nodes back from repair") { run, _ in Double(run.repairs) },
    Metric("nodes_in_repair_mean", unit: "count", "Nodes in repair, mean over time") { run, _ in
      ratio(run.nodeRepairSeconds, run.wallSeconds)
    },
    Metric("retired_nodes", unit: "count", "Nodes retired", better: .lower) { run, _ in
      Double(run.retiredNodes)
    },
    Metric(
      "restocked_nodes", unit: "count", "Nodes replaced by new ones",
      applies: { $0.repair.restock != nil }
    ) { run, _ in Double(run.restockedNodes) },
    Metric(
      "false_fixes", unit: "count", "Nodes back that were not fixed", better: .lower,
      applies: { $0.repairRoutes.contains { $0.stages.contains { $0.falseFix > 0 } } }
    ) { run, _ in Double(run.falseFixes) },
  ]

  /// The crews of a scenario that has any.
  private static let crews: [Metric] = [
    Metric(
      "repair_queue_hours", unit: "hours", "Mean wait for a repair crew", better: .lower,
      applies: \.hasCrews
    ) { run, _ in ratio(run.crewQueueSeconds / hour, Double(run.crewVisits)) },
    Metric(
      "repair_queue_max", unit: "count", "Most nodes that waited for a crew", better: .lower,
      applies: \.hasCrews
    ) { run, _ in Double(run.longestCrewQueue) },
    Metric(
      "crew_busy_percent", unit: "percent", "Working time of crews spent on nodes",
      applies: \.hasCrews
    ) { run, _ in ratio(100 * run.crewBusySeconds, run.crewWorkingSeconds) },
  ]

  private static let money: [Metric] = [
    Metric("gpu_hours", unit: "gpu_hours", "GPU-hours of the job") { run, scenario in
      run.gpuHours(of: scenario)
    },
    Metric("gpu_hours_lost", unit: "gpu_hours", "GPU-hours lost", better: .lower) {
      run, scenario in run.lostGPUHours(of: scenario)
    },
    Metric(
      "cost_lost", unit: "currency", "Money lost", better: .lower, applies: { $0.cost != nil }
    ) { run, scenario in
      scenario.cost.map { $0.gpuHour * run.lostGPUHours(of: scenario) }
    },
  ]

  /// A ratio, or nil when there is nothing to divide by.
  private static func ratio(_ numerator: Double, _ denominator: Double) -> Double? {
    denominator > 0 ? numerator / denominator : nil
  }
}

extension Scenario {
  fileprivate var hasCrews: Bool { !repair.crews.isEmpty }
  fileprivate var isElastic: Bool {
    if case .elastic = recovery.policy { true } else { false }
  }
  fileprivate var canBeCorrupted: Bool { faults.contains { $0.symptom == .corrupt } }
}

extension Outcome {
  /// Time between unexpected interruptions and the next step of training, in seconds.
  public var recoverySeconds: Double {
    ledger[.detection] + ledger[.diagnosis] + ledger[.replacement] + ledger[.starved]
      + ledger[.restart] + ledger[.load]
  }

  /// Time that the job trained, whether the work was saved or lost, in seconds.
  public var trainingSeconds: Double {
    ledger[.productive] + ledger[.checkpointSave] + ledger[.lostWork] + ledger[.degraded]
  }

  fileprivate func nodeDays(of scenario: Scenario) -> Double {
    Double(scenario.job.nodes) * wallSeconds / 86400
  }

  fileprivate func gpuHours(of scenario: Scenario) -> Double {
    Double(scenario.job.nodes * scenario.cluster.gpusPerNode) * wallSeconds / 3600
  }

  fileprivate func lostGPUHours(of scenario: Scenario) -> Double {
    let lost = wallSeconds - ledger[.productive]
    return Double(scenario.job.nodes * scenario.cluster.gpusPerNode) * lost / 3600
  }
}

extension TimeState {
  /// Name for people.
  public var title: String {
    switch self {
    case .checkpointSave: "checkpoint saves"
    case .lostWork: "lost work"
    case .productive, .detection, .diagnosis, .replacement, .starved, .restart, .load, .degraded,
      .planned:
      identifier
    }
  }
}
