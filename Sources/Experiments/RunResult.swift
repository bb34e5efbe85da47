import ClusterModel
import Statistics

/// How a scenario is run: what, besides the scenario, decides the result (and the threads, which
/// do not).
public struct RunSettings: Sendable, Equatable {
  /// Number of independent replications; positive.
  public var replications: Int
  /// Seed of all random streams.
  public var seed: UInt64
  /// Threads to share the replications among; no result depends on it.
  public var threads: Int

  /// Creates settings; `replications` and `threads` must be positive.
  public init(replications: Int = 1000, seed: UInt64 = 1, threads: Int) {
    precondition(replications > 0 && threads > 0)
    self.replications = replications
    self.seed = seed
    self.threads = threads
  }
}

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
  /// How it was run.
  public let settings: RunSettings
  /// Every metric of the catalogue that the scenario has, in the order of the catalogue.
  public let metrics: [MetricResult]
  /// Every fault class, in the order of the scenario.
  public let faults: [FaultResult]
  /// What happened in the first replication.
  public let timeline: [TimelineEntry]
}
