/// What one replication came to.
///
/// Counts of fault classes are not in it: they are written to buffers of the caller, an entry a
/// class.
public struct Outcome: Sendable, Equatable {
  /// Where the time went; its states add up to `wallSeconds`.
  public var ledger = Ledger()
  /// Length of the run in seconds.
  public var wallSeconds = 0.0
  /// Whether the job did all of its work; false for a job that runs until the horizon.
  public var isComplete = false
  /// Faults of all nodes, used and waiting, and of the job itself.
  public var failures = 0
  /// Faults that struck the job or its nodes, whether they interrupted it or came during a recovery.
  public var jobFailures = 0
  /// Times that a fault made the job leave training.
  public var unexpectedInterruptions = 0
  /// Times that the job left training as planned.
  public var plannedInterruptions = 0
  /// When the first fault of the job struck, in seconds; nil when none did.
  public var firstFailure: Double?
  /// The longest time between two faults of the job, its start and its end, in seconds.
  public var longestSpanWithoutFailure = 0.0
  /// Productive time between two saves when the run ended, in seconds.
  public var checkpointInterval = 0.0
  /// Restarts that failed by themselves.
  public var failedRestarts = 0
  /// Copies that turned out to be unreadable when they were to be loaded.
  public var unreadableCopies = 0
  /// Faults that an elastic job survived without a restart.
  public var stalls = 0
  /// Time that replicas were missed, while the job trained or stalled, summed over them, in seconds.
  public var replicaSecondsMissed = 0.0
  /// Time that the job stalled for replicas that left or came back, in seconds; `restart` in the
  /// ledger holds it.
  public var stalledSeconds = 0.0
  /// Fewest spares that were waiting at any time.
  public var fewestSpares = 0
  /// Time during which no spare was waiting, in seconds.
  public var noSpareSeconds = 0.0
  /// Times that the job had to wait for a node to come back.
  public var starvations = 0
  /// Nodes that came back from repair.
  public var repairs = 0
  /// Time that nodes spent in repair, summed over nodes, in seconds.
  public var nodeRepairSeconds = 0.0
  /// Nodes that were taken out for good: no stage of their route cured them, or they broke too
  /// often.
  public var retiredNodes = 0
  /// New nodes that took the place of retired ones.
  public var restockedNodes = 0
  /// Nodes that came back called fixed, and were not.
  public var falseFixes = 0
  /// Stages that came to a crew.
  public var crewVisits = 0
  /// Time that nodes waited for a crew, summed over nodes, in seconds.
  public var crewQueueSeconds = 0.0
  /// Most nodes that waited for one crew at any time.
  public var longestCrewQueue = 0
  /// Working time that crews spent on nodes, summed over their members, in seconds.
  public var crewBusySeconds = 0.0
  /// Working time of all crews, summed over their members, in seconds.
  public var crewWorkingSeconds = 0.0
  /// Silent corruptions in the state of the job when the run ended, not found by then.
  public var undetectedCorruptions = 0
  /// Productive time since the oldest of them, in seconds; `productive` in the ledger holds it.
  public var corruptSeconds = 0.0

  /// Creates an empty record.
  public init() {}

  /// Times that the job left training.
  public var interruptions: Int { unexpectedInterruptions + plannedInterruptions }
}
