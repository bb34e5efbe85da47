import ClusterModel

/// Successive replications of one point of an experiment, and what they came to.
///
/// The unit of work: what a thread takes at a time, what is recorded at a time, and what shards
/// divide among themselves.
public struct ReplicationBatch: Sendable, Equatable {
  /// Replications in a batch; the last of a point may have fewer.
  public static let size = 32

  /// Index of the point, from 0.
  public let point: Int
  /// Number of the first replication, from 0; a multiple of `size`.
  public let first: Int
  /// What was measured, a value a replication.
  public let outcomes: [Outcome]
  /// Failures on all nodes and on the job: the fault classes of the first replication, then those of
  /// the next.
  public let failures: [Int]
  /// Failures that struck the job, in the same order.
  public let jobFailures: [Int]

  /// Puts a batch together that was simulated elsewhere.
  public init(
    point: Int, first: Int, outcomes: [Outcome], failures: [Int], jobFailures: [Int]
  ) {
    self.point = point
    self.first = first
    self.outcomes = outcomes
    self.failures = failures
    self.jobFailures = jobFailures
  }

  /// Simulates the replications of a range.
  ///
  /// - Parameter faults: number of fault classes of the scenario.
  init(
    point: Int, range: Range<Int>, faults: Int, simulation: inout ClusterSimulation
  ) {
    var outcomes: [Outcome] = []
    var failures = [Int](repeating: 0, count: range.count * faults)
    var jobFailures = failures
    outcomes.reserveCapacity(range.count)
    failures.withUnsafeMutableBufferPointer { failures in
      jobFailures.withUnsafeMutableBufferPointer { jobFailures in
        for (row, replication) in range.enumerated() {
          let classes = row * faults..<(row + 1) * faults
          outcomes.append(
            simulation.run(
              replication: replication,
              failures: UnsafeMutableBufferPointer(rebasing: failures[classes]),
              jobFailures: UnsafeMutableBufferPointer(rebasing: jobFailures[classes])))
        }
      }
    }
    self.init(
      point: point, first: range.lowerBound, outcomes: outcomes, failures: failures,
      jobFailures: jobFailures)
  }
}
