/// Periodic checkpoints of several levels, of which each one outlives more kinds of faults.
///
/// Work is done in segments of one interval. After segment n all levels whose `every` divides n are
/// saved one after the other, in their order; the copy of a level is complete when its own save
/// ends. A fault of kind k comes at the constant rate λ_k, loses all copies of the levels below k,
/// and the job goes back to the newest copy of level k or above: after copy n the next saves are
/// those of segment n + 1, so a save that a fault broke off is not made up for. What is loaded is the
/// lowest level that still holds that copy. No fault strikes during recovery. Times are in seconds.
///
/// Source: the pattern is that of Benoit et al. 2017, "Towards optimal multi-level checkpointing",
/// IEEE Transactions on Computers 66, with faults in saves too. Moody et al. 2010, "Design, modeling,
/// and evaluation of a scalable multi-level checkpointing system", SC10, solve a Markov chain of the
/// same kind for the SCR library.
public struct MultilevelPattern: Sendable, Equatable {
  /// A kind of copy, with the faults that need it.
  public struct Level: Sendable, Equatable {
    /// Segments from one save of this level to the next: 1 for the first level, then a multiple of
    /// that of the level before.
    public var every: Int
    /// Time for which a save blocks the job, C_k, in seconds.
    public var save: Double
    /// Mean time from a fault until training goes on, if a copy of this level is loaded, R_k; in
    /// seconds.
    public var recovery: Double
    /// Faults a second that copies of this level outlive and those of the level before do not, λ_k.
    public var rate: Double

    /// Creates a level; times are in seconds.
    public init(every: Int, save: Double, recovery: Double, rate: Double) {
      precondition(every >= 1, "a level is saved every \(every) segments")
      precondition(save >= 0 && recovery >= 0 && rate >= 0 && rate < .infinity)
      self.every = every
      self.save = save
      self.recovery = recovery
      self.rate = rate
    }
  }

  /// The levels, from the fastest to the safest; from one to four.
  public let levels: [Level]

  /// Creates a pattern.
  public init(levels: [Level]) {
    precondition(
      (1...CheckpointPolicy.mostLevels).contains(levels.count), "\(levels.count) levels")
    precondition(levels[0].every == 1, "the first level is saved after every segment")
    for (lower, upper) in zip(levels, levels.dropFirst()) {
      precondition(
        upper.every.isMultiple(of: lower.every),
        "\(upper.every) is not a multiple of \(lower.every)")
    }
    self.levels = levels
  }

  /// Faults a second, of all kinds.
  public var rate: Double { levels.reduce(0) { $0 + $1.rate } }

  /// Mean time for which the saves of a segment block the job, Σ C_k/e_k, in seconds.
  public var meanSave: Double { levels.reduce(0) { $0 + $1.save / Double($1.every) } }
}
