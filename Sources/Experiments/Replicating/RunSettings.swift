import ClusterModel
import Statistics

/// How a scenario is run: what, besides the scenario, decides the result (and the threads, which
/// do not).
public struct RunSettings: Sendable, Equatable {
  /// Beyond this a mean has more digits than the model deserves.
  public static let mostReplications = 10_000_000

  /// Number of independent replications, with a precision at most so many; positive.
  public var replications: Int
  /// Seed of all random streams.
  public var seed: UInt64
  /// Threads to share the replications among; no result depends on it.
  public var threads: Int
  /// How the intervals of means are computed.
  public var interval: MeanInterval
  /// When fewer replications are enough; nil if they never are.
  public var precision: Precision?

  /// Creates settings; `replications` and `threads` must be positive.
  public init(
    replications: Int = 1000, seed: UInt64 = 1, threads: Int, interval: MeanInterval = .student,
    precision: Precision? = nil
  ) {
    precondition(replications > 0 && threads > 0)
    self.replications = replications
    self.seed = seed
    self.threads = threads
    self.interval = interval
    self.precision = precision
  }
}

/// How narrow the interval of a metric has to be.
public struct Precision: Sendable, Equatable {
  /// Identifier of the metric.
  public let metric: String
  /// When its interval is narrow enough.
  public let rule: SequentialRule

  /// Creates a demand on the metric of an identifier.
  public init(metric: String, rule: SequentialRule) {
    self.metric = metric
    self.rule = rule
  }

  /// Replications after which the rule is asked, again and again: so many more each time.
  public static let step = 2 * ReplicationBatch.size
}
