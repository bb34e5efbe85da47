/// What can happen next in a simulated cluster.
struct ClusterEvent: BitwiseCopyable {
  enum Kind: UInt8 {
    /// A pool of a fault class strikes; `index` is the pool.
    case poolFailure
    /// A renewed instance fails; `index` is its entry among the renewals.
    case renewedFailure
    /// A fault of a class that came in a burst; `index` is the class.
    case burstFailure
    /// The job's current phase is over.
    case phaseEnd
    /// A stage of a node's repair is over; `index` is the node, `stage` its stage.
    case repairStageEnd
    /// A new node takes the place of a retired one; `index` is the node.
    case restock
    /// A planned interruption falls due.
    case maintenanceDue
    /// A fault that the job runs on with is found, or strikes again; `index` is its number.
    case latentFault
    /// The job's state has been verified before a save.
    case verified
    /// A replica takes part again; `index` is its number.
    case replicaRejoins
    /// The speed of the job changes as the time goes by.
    case speedChanges
    /// The job has trained so long that its speed is to be refreshed.
    case refreshDue
  }

  var kind: Kind
  var stage: UInt16 = 0
  var index: Int32 = 0

  /// What happens first when several things happen at one instant: a phase that ends then has
  /// ended, a node that comes back then is there, before anything breaks.
  var priority: UInt8 { kind.priority }
}

extension ClusterEvent.Kind {
  var priority: UInt8 {
    switch self {
    // Before the save that may end the phase at the same instant.
    case .verified: 0
    case .phaseEnd: 1
    case .repairStageEnd, .restock, .replicaRejoins, .speedChanges: 2
    case .maintenanceDue, .refreshDue: 3
    case .poolFailure, .renewedFailure, .burstFailure, .latentFault: 4
    }
  }
}
