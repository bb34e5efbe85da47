import Checkpointing
import ClusterModel
import Statistics
import Testing

/// Timelines of elastic jobs, to be added up by hand.
///
/// Four nodes, each a replica unless told otherwise; a fault stalls the job for 12, after which the
/// missing replica is replaced: swap 7, rejoin 30. Saves of 10 after each 100 s of work, durable at
/// once. A restart as a whole takes 3 + 4 + 7 + 20 + 6 s, a repair 300.
enum ElasticTimeline {
  static func scenario(
    _ faults: [FaultClass], horizon: Double?, spares: Int = 1, replicas: Int = 4,
    minimum: Int = 2, rejoinStall: Double = 0, work: Double? = nil,
    maintenance: Maintenance? = nil, misdiagnosis: Misdiagnosis = .never, isExposed: Bool = true,
    slow: Double = 40, corrupt: Double = 40, throughput: Throughput? = nil
  ) -> Scenario {
    let elastic = ElasticReplicas(
      replicas: replicas, minimum: minimum, stall: .constant(12), rejoin: .constant(30),
      rejoinStall: .constant(rejoinStall))
    return Scenario(
      cluster: Cluster(nodes: 4, gpusPerNode: 4, spareNodes: spares, sparesArePowered: false),
      faults: faults, repairRoutes: [LevelTimeline.repair], job: Job(nodes: 4, work: work),
      checkpoint: CheckpointPolicy(interval: 100, save: 10),
      storage: [CheckpointStorage(load: .constant(6))],
      recovery: Recovery(
        policy: .elastic(elastic), detectCrash: .constant(3), detectSlow: .constant(slow),
        detectCorrupt: .constant(corrupt), diagnose: .constant(4), misdiagnosis: misdiagnosis,
        swap: .constant(7), restart: .constant(20), isExposed: isExposed),
      maintenance: maintenance, throughput: throughput, horizon: horizon)
  }

  static func fault(
    _ domain: Domain = .node, at times: [Double], symptom: FaultClass.Symptom = .crash,
    isTransient: Bool = false, name: String? = nil
  ) -> FaultClass {
    var fault = LevelTimeline.fault(domain, at: times, symptom: symptom)
    if isTransient { fault.repairRoute = nil }
    fault.name = name ?? fault.name
    return fault
  }

  /// The first replication whose first two faults strike nodes that a condition holds for.
  static func run(
    _ scenario: Scenario, where condition: (Int, Int) -> Bool
  ) throws -> (outcome: Outcome, entries: [TimelineEntry]) {
    var simulation = ClusterSimulation(scenario, seed: 1)
    let runs = simulate(scenario, replications: 64)
    for replication in runs.indices {
      let entries = simulation.timeline(replication: replication)
      let nodes = entries.filter { $0.event == .fault }.prefix(2).compactMap(\.node)
      if nodes.count == 2, condition(nodes[0], nodes[1]) {
        return (runs[replication].outcome, entries)
      }
    }
    throw NoSuchReplication()
  }

  struct NoSuchReplication: Error {}
}
