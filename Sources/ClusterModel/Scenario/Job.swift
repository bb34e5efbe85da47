/// The training job.
public struct Job: Sendable, Equatable {
  /// Which of the waiting nodes the job takes.
  public enum SpareChoice: String, Sendable, CaseIterable, BitwiseCopyable {
    /// The one that has waited longest.
    case longestWaiting = "longest_waiting"
    /// The one that broke least often; of those with as many failures, the one that has waited
    /// longest.
    case fewestFailures = "fewest_failures"
  }

  /// Nodes that the job needs, all of them, to make progress.
  public var nodes: Int
  /// Productive time to do, in seconds; nil for a job that runs until the horizon.
  public var work: Double?
  /// Which of the waiting nodes it takes.
  public var spareChoice: SpareChoice
  /// Nodes of each rack that the job uses if it lies on whole racks, the others being spares of
  /// their rack; nil for a job whose nodes may lie anywhere.
  public var nodesOfRack: Int?

  /// Creates a job of at least one node; `nodes` is a multiple of `nodesOfRack`.
  public init(
    nodes: Int, work: Double? = nil, spareChoice: SpareChoice = .longestWaiting,
    nodesOfRack: Int? = nil
  ) {
    precondition(nodes > 0, "a job needs at least one node, not \(nodes)")
    precondition(nodesOfRack.map { $0 > 0 && nodes % $0 == 0 } ?? true)
    self.nodes = nodes
    self.work = work
    self.spareChoice = spareChoice
    self.nodesOfRack = nodesOfRack
  }
}

/// Planned interruptions: the job checkpoints first, loses no work and pays the downtime.
///
/// One that falls due while the job is not training is made up for when training resumes.
public struct Maintenance: Sendable, Equatable {
  /// Time between two planned interruptions, in seconds of the run.
  public var every: Double
  /// When the first one is due, in seconds of the run.
  public var first: Double
  /// From the moment when all work is durable until the job trains again, in seconds.
  public var downtime: Double

  /// Creates a plan; times are in seconds.
  public init(every: Double, first: Double, downtime: Double) {
    precondition(every > 0 && first >= 0 && downtime >= 0)
    self.every = every
    self.first = first
    self.downtime = downtime
  }
}
