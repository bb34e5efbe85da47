/// What the job is doing.
enum JobPhase: UInt8 {
  /// Working, or blocked by a save.
  case training
  /// Coming to an orderly stop: saving what it has.
  case stopping
  /// Standing still for a moment, without the loss of work: replicas leave or come.
  case stalled
  /// Down as planned.
  case planned
  // The steps of recovery, in their order.
  case detection, diagnosis, replacement, starved, healthCheck, restart, load

  /// The state of the ledger that this phase is booked under; training has its own account.
  var state: TimeState? {
    switch self {
    case .training, .stopping: nil
    case .planned: .planned
    case .detection: .detection
    case .diagnosis, .healthCheck: .diagnosis
    case .replacement: .replacement
    case .starved: .starved
    case .stalled, .restart: .restart
    case .load: .load
    }
  }

  /// Whether the job is up, so that a fault of it is an interruption.
  var isTraining: Bool {
    @inline(__always) get { self == .training || self == .stopping }
  }
  /// Whether a session of training is open, so that what it has not saved can be lost.
  var holdsSession: Bool {
    @inline(__always) get { isTraining || self == .stalled }
  }
  /// Whether the job is coming up, so that a fault sends it back to the first step.
  var isComingUp: Bool { self == .restart || self == .load }

  /// Name in the timeline.
  var name: String {
    switch self {
    case .training: "training"
    case .stopping: "stopping"
    case .stalled: "stalled"
    case .healthCheck: "health_check"
    case .planned, .detection, .diagnosis, .replacement, .starved, .restart, .load:
      state?.identifier ?? ""
    }
  }
}
