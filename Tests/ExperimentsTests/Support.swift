import Checkpointing
import ClusterModel
import Statistics
import Synchronization

@testable import Experiments

/// A small cluster, quick to simulate, whose results differ from replication to replication.
enum SmallCluster {
  static func scenario(interval: Double = 3600, work: Double? = nil) -> Scenario {
    Scenario(
      cluster: Cluster(nodes: 4, gpusPerNode: 8, spareNodes: 1),
      faults: [
        FaultClass(
          name: "gpu", title: "GPU", category: "gpu", per: .gpu,
          process: .lifetime(.exponential(Exponential(mean: 3e6)))),
        FaultClass(
          name: "software", title: "Software", category: "software", per: .job,
          process: .lifetime(.exponential(Exponential(mean: 2e5)))),
      ],
      job: Job(nodes: 4, work: work), checkpoint: CheckpointPolicy(interval: interval, save: 10),
      horizon: 1e6)
  }

  /// All batches of an experiment, and the results of its points.
  static func carryOut(
    _ experiment: Experiment
  ) -> (batches: [ReplicationBatch], results: [Int: RunResult]) {
    let results = Mutex<[Int: RunResult]>([:])
    let batches = Mutex<[ReplicationBatch]>([])
    let execution = Execution(experiment) { point, result in
      results.withLock { $0[point] = result }
    }
    execution.simulate { batch throws(Never) in batches.withLock { $0.append(batch) } }
    return (batches.withLock(\.self), results.withLock(\.self))
  }
}

extension RunResult {
  /// The value of every metric in every replication.
  var values: [[Double?]] { metrics.map(\.values) }
}
