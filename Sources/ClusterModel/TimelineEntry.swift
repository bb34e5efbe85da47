/// One thing that happened in a replication that was watched.
public struct TimelineEntry: Sendable, Equatable {
  /// What happened.
  public enum Event: String, Sendable {
    /// Something broke.
    case fault
    /// The job left training because of a fault.
    case interruption
    /// A fault was found that the job ran on with, or would have.
    case found
    /// The job left training as planned.
    case maintenance
    /// The job went over to the phase that is named.
    case phase
    /// A node went to repair.
    case repairStarted = "repair_started"
    /// A node came back.
    case repaired
    /// A node was taken out for good.
    case retired
    /// A new node took the place of a retired one.
    case restocked
    /// The job falls back to an older checkpoint, as newer ones are lost, unreadable or corrupt.
    case rolledBack = "rolled_back"
    /// A replica takes part again, the one with the node.
    case rejoined
    /// The job waits for nodes that will never come.
    case stalled
    /// The job has done its work.
    case completed
    /// The run ends before the job does.
    case end
    /// More happened than is told.
    case cut
  }

  /// Seconds since the start of the run.
  public var time: Double
  /// What happened.
  public var event: Event
  /// Name of the fault class, if one was involved.
  public var fault: String?
  /// Number of the node, if one was involved; the first of several.
  public var node: Int?
  /// What the job was doing at that moment.
  public var phase: String
  /// Work thrown away by this event, in seconds.
  public var lostSeconds: Double
  /// Productive time so far that is not lost, in seconds.
  public var progressSeconds: Double
  /// Spares that wait at that moment.
  public var spares: Int
  /// Nodes in repair at that moment.
  public var nodesInRepair: Int
}
