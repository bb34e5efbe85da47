import ClusterModel
import Statistics

/// All that a run found out, in the order of replications.
public struct RunResult: Sendable {
  /// One metric over all replications.
  public struct MetricResult: Sendable {
    /// What was measured.
    public let metric: Metric
    /// A value a replication; nil where the metric has none (no first failure, say).
    public let values: [Double?]
    /// Mean, interval and quantiles; nil when a replication has no value.
    public let summary: Summary?
  }

  /// One fault class over all replications.
  public struct FaultResult: Sendable {
    /// The class.
    public let fault: FaultClass
    /// Failures of this class in each replication, on used and waiting nodes and on the job.
    public let failures: [Int]
    /// Faults of this class that struck the job or its nodes, in each replication.
    public let jobFailures: [Int]
    /// Mean of `jobFailures` that the rate and the simulated time at risk predict; nil unless the
    /// rate is constant.
    public let expected: Double?
  }

  /// What was simulated.
  public let scenario: Scenario
  /// How it was to be run.
  public let settings: RunSettings
  /// Numbers of the replications that were simulated, ascending; without holes from 0 but for a run
  /// of which parts are missing.
  public let replications: [Int]
  /// Every metric of the catalogue that the scenario has, in the order of the catalogue.
  public let metrics: [MetricResult]
  /// Every fault class, in the order of the scenario.
  public let faults: [FaultResult]
  /// What happened in replication 0; empty when there are several points.
  public let timeline: [TimelineEntry]
}
