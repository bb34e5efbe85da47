/// When a job saves its state, and what a save costs.
///
/// Work is done in segments of `interval`; after each one a save blocks the job for `save`, and
/// the copy is durable `write` later. While one copy is being written the next save waits. Further
/// levels of copies are saved after every so many segments, in their order and after the first; what
/// each level outlives is not this policy's business. All times are in seconds.
public struct CheckpointPolicy: Sendable, Equatable {
  /// Productive time between two saves, in seconds; positive.
  public var interval: Double
  /// Where the interval is from.
  public var intervalRule: IntervalRule
  /// Time for which a save of the first level blocks the job, in seconds.
  public var save: Double
  /// Time from the end of that save until the copy can be restored from, in seconds.
  public var write: Double
  /// The levels after the first one, from the fastest to the safest; at most three. Each one's
  /// `every` is a multiple of that of the level before.
  public var furtherLevels: [CheckpointLevel]
  /// The check of the job's state before each save, if there is one.
  public var verification: Verification?
  /// Whether a checkpoint also follows the last segment of a job with a given amount of work.
  public var savesAtEnd: Bool

  /// Levels that there can be in all.
  public static let mostLevels = 4

  /// Creates a policy; times are in seconds.
  public init(
    interval: Double, intervalRule: IntervalRule = .given, save: Double, write: Double = 0,
    furtherLevels: [CheckpointLevel] = [], verification: Verification? = nil,
    savesAtEnd: Bool = true
  ) {
    precondition(interval > 0, "a checkpoint interval must be positive, not \(interval) s")
    precondition(save >= 0 && write >= 0, "a save takes no negative time: \(save) s, \(write) s")
    precondition(furtherLevels.count < Self.mostLevels, "\(furtherLevels.count + 1) levels")
    var every = 1
    for level in furtherLevels {
      precondition(
        level.every.isMultiple(of: every), "\(level.every) is not a multiple of \(every)")
      every = level.every
    }
    self.interval = interval
    self.intervalRule = intervalRule
    self.save = save
    self.write = write
    self.furtherLevels = furtherLevels
    self.verification = verification
    self.savesAtEnd = savesAtEnd
  }

  /// Mean time for which a checkpoint blocks the job, over all levels and with the verification
  /// before it, in seconds.
  public var meanSave: Double {
    furtherLevels.reduce(save + (verification?.time ?? 0)) { $0 + $1.save / Double($1.every) }
  }

  /// Segments that `work` seconds make, the last of which may be shorter; infinite for endless work.
  ///
  /// A remainder that is only the rounding error of earlier subtractions is not a segment.
  func segments(of work: Double) -> Double {
    Self.segments(of: work, interval: interval)
  }

  static func segments(of work: Double, interval: Double) -> Double {
    let ratio = work / interval
    guard ratio < .infinity else { return .infinity }
    return max(1, (ratio - max(1e-9, 4 * ratio.ulp)).rounded(.up))
  }
}

/// A kind of copy that is made less often than every checkpoint.
public struct CheckpointLevel: Sendable, Equatable {
  /// Segments from one save of this level to the next.
  public var every: Int
  /// Time for which a save blocks the job, in seconds.
  public var save: Double
  /// Time from the end of the save until the copy can be restored from, in seconds; less than it
  /// takes until the next save of this level.
  public var write: Double

  /// Creates a level; times are in seconds.
  public init(every: Int, save: Double, write: Double = 0) {
    precondition(every >= 1 && save >= 0 && write >= 0)
    self.every = every
    self.save = save
    self.write = write
  }
}

/// A check of the job's state before each save, which finds silent corruptions.
public struct Verification: Sendable, Equatable {
  /// How long it takes, in seconds.
  public var time: Double
  /// Probability that it finds a corruption that is in the state.
  public var finds: Double

  /// Creates a check; `finds` is a probability.
  public init(time: Double, finds: Double = 1) {
    precondition(time >= 0 && (0...1).contains(finds))
    self.time = time
    self.finds = finds
  }
}

/// A formula for the interval between two checkpoints; see `OptimalInterval`.
public enum IntervalFormula: String, Sendable, CaseIterable {
  /// Young's first-order optimum.
  case young
  /// Daly's higher-order estimate.
  case daly
  /// The exact optimum.
  case optimal
}

/// Where a policy's interval is from.
public enum IntervalRule: Sendable, Equatable {
  /// The scenario gives it.
  case given
  /// A formula computes it once, of the rates that the scenario says.
  case computed(IntervalFormula)
  /// A formula computes it anew at each start of training, of the interruptions so far; before the
  /// first one it is as given.
  case adaptive(IntervalFormula)
}
