import Checkpointing
import ClusterModel
import Statistics

/// Timelines of jobs that save to several levels, to be added up by hand.
///
/// Two nodes in a rack, and four spares in two other racks. After each 100 s of work a save of 2 s to
/// memory, after every second one of 10 s more to storage, durable 5 s later: 100…102, 202…204…214
/// (durable at 219), 314…316, 416…418…428 (433), 528…530. A crash is known after 3, a diagnosis takes
/// 4, a swap 7, a restart 20, a load 1 from memory and 6 from storage: 35 or 40 in all, 28 or 33
/// without a swap. A repair takes 300.
enum LevelTimeline {
  static func scenario(
    _ faults: [FaultClass], memory: Domain = .node, horizon: Double?, work: Double? = nil,
    maintenance: Maintenance? = nil, slow: Double = 40
  ) -> Scenario {
    Scenario(
      cluster: Cluster(
        nodes: 2, gpusPerNode: 4, nodesPerRack: 2, racksPerPod: 3, spareNodes: 4,
        sparesArePowered: false),
      faults: faults, repairRoutes: [repair], job: Job(nodes: 2, work: work),
      checkpoint: CheckpointPolicy(
        interval: 100, save: 2, furtherLevels: [CheckpointLevel(every: 2, save: 10, write: 5)]),
      storage: [
        CheckpointStorage(name: "memory", load: .constant(1), survives: memory),
        CheckpointStorage(name: "storage", load: .constant(6)),
      ],
      recovery: recovery(slow: slow), maintenance: maintenance, horizon: horizon)
  }

  /// The same with a disk of each node in between, for every second checkpoint, and storage for every
  /// fourth: 100…102, 202…204…214 (219), 314…316, 416…418…428 (433)…458 (508), 558…560,
  /// 660…662…672 (677). A load from disk takes 2.
  static func threeLevels(_ faults: [FaultClass], horizon: Double) -> Scenario {
    var scenario = scenario(faults, memory: .job, horizon: horizon)
    scenario.checkpoint.furtherLevels.append(CheckpointLevel(every: 4, save: 30, write: 50))
    scenario.storage.insert(
      CheckpointStorage(name: "disk", load: .constant(2), survives: .node), at: 1)
    return scenario
  }

  static let repair = RepairRoute(
    name: "repair", stages: [.init(name: "swap", time: .constant(300), fixes: 1)])

  static func recovery(slow: Double = 40) -> Recovery {
    Recovery(
      detectCrash: .constant(3), detectSlow: .constant(slow), detectCorrupt: .constant(1e9),
      diagnose: .constant(4), swap: .constant(7), restart: .constant(20))
  }

  /// Faults of a domain of the job; those of the job itself need no repair.
  static func fault(
    _ domain: Domain, at times: [Double], symptom: FaultClass.Symptom = .crash
  ) -> FaultClass {
    FaultClass(
      name: "\(domain.rawValue) \(symptom.rawValue)", per: domain == .job ? .node : domain,
      process: .instants(times), symptom: symptom, speed: symptom == .slow ? 0.5 : nil,
      takesDown: domain, repairRoute: domain == .job ? nil : 0)
  }

  /// The way back by steps.
  static let way: [TimeState: Double] = [.detection: 3, .diagnosis: 4, .restart: 20]
  static let wayWithSwap = way.merging([.replacement: 7]) { $1 }

  static func sum(_ parts: [TimeState: Double]...) -> [TimeState: Double] {
    parts.reduce([:]) { $0.merging($1, uniquingKeysWith: +) }
  }
}
