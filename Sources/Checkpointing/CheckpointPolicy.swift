/// When a job saves its state, and what a save costs.
///
/// Single level: every checkpoint goes to storage that outlives any fault of the cluster.
/// Work is done in segments of `interval`; after each one a save blocks the job for `save`, and
/// the copy is durable `write` later. While one copy is being written the next save waits.
public struct CheckpointPolicy: Sendable, Equatable {
  /// Productive time between two saves, in seconds; positive.
  public var interval: Double
  /// Time for which a save blocks the job, in seconds.
  public var save: Double
  /// Time from the end of a save until the copy can be restored from, in seconds.
  public var write: Double
  /// Whether a checkpoint also follows the last segment of a job with a given amount of work.
  public var savesAtEnd: Bool

  /// Creates a policy; times are in seconds.
  public init(interval: Double, save: Double, write: Double = 0, savesAtEnd: Bool = true) {
    precondition(interval > 0, "a checkpoint interval must be positive, not \(interval) s")
    precondition(save >= 0 && write >= 0, "a save takes no negative time: \(save) s, \(write) s")
    self.interval = interval
    self.save = save
    self.write = write
    self.savesAtEnd = savesAtEnd
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
