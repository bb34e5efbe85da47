/// What a job can be doing at any moment; every second of a run belongs to exactly one of these.
public enum TimeState: Int, Sendable, CaseIterable {
  /// Work that counts: saved, or not lost by the end of the run.
  case productive
  /// Blocked by a save, or by waiting for the copy before it to become durable.
  case checkpointSave
  /// Work that an interruption threw away.
  case lostWork
  /// Down, and nobody knows it yet.
  case detection
  /// Finding out which node it was.
  case diagnosis
  /// Putting spares in place.
  case replacement
  /// Waiting for a node to come back, as there is no spare.
  case starved
  /// Launch, rendezvous, communicator set-up.
  case restart
  /// Reading the checkpoint back.
  case load
  /// The share of running time lost to slowness or missing replicas.
  case degraded
  /// Planned interruptions.
  case planned

  /// Name in results.
  public var identifier: String {
    switch self {
    case .productive: "productive"
    case .checkpointSave: "checkpoint_save"
    case .lostWork: "lost_work"
    case .detection: "detection"
    case .diagnosis: "diagnosis"
    case .replacement: "replacement"
    case .starved: "starved"
    case .restart: "restart"
    case .load: "load"
    case .degraded: "degraded"
    case .planned: "planned"
    }
  }
}

/// The account of a run's time, by state, in seconds.
@frozen
public struct Ledger: Sendable, Equatable, BitwiseCopyable {
  // Eleven states in sixteen lanes: fixed storage without an allocation.
  @usableFromInline var lanes = SIMD16<Double>.zero

  /// Creates an account with nothing in it.
  @inlinable public init() {}

  /// Seconds spent in a state.
  @inlinable public subscript(state: TimeState) -> Double {
    get { lanes[state.rawValue] }
    set { lanes[state.rawValue] = newValue }
  }

  /// Seconds in all states together.
  public var total: Double { lanes.sum() }
}
