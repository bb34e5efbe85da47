import ClusterModel

/// Types of badput as Google's goodput library names them (`BadputType` of ml-goodput-measurement
/// 0.0.15 and later), those that a simulated state belongs to.
enum GoodputName: String, ResultWord {
  case wastedProgress = "WASTED_PROGRESS_FROM_DISRUPTION"
  case infrastructureRecovery = "INFRASTRUCTURE_RECOVERY_FROM_DISRUPTION"
  case programStartup = "PROGRAM_STARTUP"
  case checkpointSave = "UNPRODUCTIVE_CHECKPOINT_SAVE_TIME"
  case checkpointRestore = "UNPRODUCTIVE_CHECKPOINT_RESTORE_TIME"

  var meaning: String {
    switch self {
    case .wastedProgress: "lost work"
    case .infrastructureRecovery:
      "detection, diagnosis, replacement and starved: from the disruption until the job is launched"
    case .programStartup:
      "restart, which holds what the library splits into device initialisation, training "
        + "preparation and program start-up"
    case .checkpointSave: "checkpoint saves that block"
    case .checkpointRestore: "load"
    }
  }
}

extension TimeState {
  /// The type of badput that this state belongs to; nil where none fits: a planned stop is told
  /// apart from disruptions there, and a job that trains slowly counts as productive.
  var goodputName: GoodputName? {
    switch self {
    case .lostWork: .wastedProgress
    case .detection, .diagnosis, .replacement, .starved: .infrastructureRecovery
    case .restart: .programStartup
    case .checkpointSave: .checkpointSave
    case .load: .checkpointRestore
    case .productive, .degraded, .planned: nil
    }
  }
}
