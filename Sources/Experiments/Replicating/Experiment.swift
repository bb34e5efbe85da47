import ClusterModel

/// Scenarios that are simulated under the same settings: a run has one, a sweep one a point.
///
/// All points draw from the same random streams (common random numbers): replication r of one point
/// meets the same luck as replication r of another, as far as the scenarios are alike.
public struct Experiment: Sendable {
  /// What is simulated, a scenario a point.
  public let points: [Scenario]
  /// How.
  public let settings: RunSettings
  /// The part that is simulated here.
  public let shard: Shard

  /// Creates an experiment.
  ///
  /// A shard can't have a precision: when to stop is decided from all replications.
  public init(points: [Scenario], settings: RunSettings, shard: Shard = .whole) {
    precondition(shard == .whole || settings.precision == nil, "a shard can't have a precision")
    self.points = points.map(\.withComputedInterval)
    self.settings = settings
    self.shard = shard
  }

  /// Batches of a point, if none is spared by a precision.
  public var batchesOfPoint: Int {
    (settings.replications + ReplicationBatch.size - 1) / ReplicationBatch.size
  }

  /// Replications of all points that belong to the shard.
  public var replications: Int {
    guard shard != .whole else { return points.count * settings.replications }
    return (0..<points.count * batchesOfPoint).filter(shard.holds).reduce(0) {
      $0 + replications(ofBatch: $1 % batchesOfPoint).count
    }
  }

  /// The replications of a batch of any point.
  func replications(ofBatch batch: Int) -> Range<Int> {
    let first = batch * ReplicationBatch.size
    return first..<min(first + ReplicationBatch.size, settings.replications)
  }

  /// Whether a batch that was recorded can be one of this experiment.
  func holds(_ batch: ReplicationBatch) -> Bool {
    guard points.indices ~= batch.point, 0..<settings.replications ~= batch.first,
      batch.first % ReplicationBatch.size == 0
    else { return false }
    let index = batch.first / ReplicationBatch.size
    guard shard.holds(batch.point * batchesOfPoint + index) else { return false }
    let range = replications(ofBatch: index)
    let classes = points[batch.point].faults.count * range.count
    return batch.outcomes.count == range.count && batch.failures.count == classes
      && batch.jobFailures.count == classes
  }
}
