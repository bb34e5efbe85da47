import Checkpointing
import ClusterModel
import Statistics
import Testing

/// Timelines of faults that the job runs on with, to be added up by hand.
///
/// Two nodes; saves at 100…110, 210…220, each copy durable 5 later. A crash is known after 3, a
/// diagnosis takes 4, a swap 7, a restart 20, a load 6 and a repair 300.
enum LatentTimeline {
  static func scenario(
    _ faults: [FaultClass], horizon: Double?, spares: Int = 1, work: Double? = nil,
    slow: Double = 40, corrupt: Double = 40, misdiagnosis: Misdiagnosis = .never,
    healthCheck: HealthCheck? = nil, maintenance: Maintenance? = nil
  ) -> Scenario {
    Scenario(
      cluster: Cluster(nodes: 2, gpusPerNode: 4, spareNodes: spares, sparesArePowered: false),
      faults: faults,
      repairRoutes: [
        RepairRoute(name: "repair", stages: [.init(name: "swap", time: .constant(300), fixes: 1)])
      ],
      job: Job(nodes: 2, work: work),
      checkpoint: CheckpointPolicy(interval: 100, save: 10, write: 5),
      storage: [CheckpointStorage(load: .constant(6))],
      recovery: Recovery(
        detectCrash: .constant(3), detectSlow: .constant(slow), detectCorrupt: .constant(corrupt),
        diagnose: .constant(4), misdiagnosis: misdiagnosis, swap: .constant(7),
        restart: .constant(20), healthCheck: healthCheck),
      maintenance: maintenance, horizon: horizon)
  }

  /// Faults of any node, which needs a repair then, or of the job, which does not.
  static func fault(
    _ symptom: FaultClass.Symptom, at times: [Double], speed: Double? = nil, ofJob: Bool = false,
    name: String? = nil
  ) -> FaultClass {
    FaultClass(
      name: name ?? symptom.rawValue, per: .node, process: .instants(times), symptom: symptom,
      speed: symptom == .slow ? speed ?? 0.5 : nil, takesDown: ofJob ? .job : .node,
      repairRoute: ofJob ? nil : 0)
  }

  /// A replication in which the nodes of the faults are the same, and one in which they differ.
  static func sameAndOther(_ scenario: Scenario) throws -> (same: Outcome, other: Outcome) {
    var simulation = ClusterSimulation(scenario, seed: 1)
    let runs = simulate(scenario, replications: 64)
    var (same, other): (Outcome?, Outcome?)
    for replication in runs.indices {
      let struck = simulation.timeline(replication: replication)
        .filter { $0.event == .fault }.prefix(2).map(\.node)
      if struck[0] == struck[1] {
        same = same ?? runs[replication].outcome
      } else {
        other = other ?? runs[replication].outcome
      }
    }
    return (try #require(same), try #require(other))
  }
}
