/// One uninterrupted stretch of training, from the first step after a (re)start.
///
/// Where the job stands within its segments is arithmetic, so that a checkpoint costs no event:
/// work for `interval`, wait until the copy before is durable, save, and so on. A cycle after the
/// first one therefore lasts max(`interval`, `write`) + `save`. Times are seconds of the run, work
/// is in seconds of productive time. Scope: one level of checkpoints with constant times.
///
/// A save that ends at the very instant of a fault is complete. As the instants are sums of
/// floating-point numbers, "the very instant" allows four units in the last place of the time.
@frozen
public struct TrainingSession: Sendable, Equatable, BitwiseCopyable {
  /// When the job took its first step, in seconds of the run.
  public let start: Double
  /// When the job has done all of its work and saved it, in seconds of the run; infinite for a
  /// job without an end.
  public let completion: Double
  @usableFromInline let interval: Double
  @usableFromInline let save: Double
  @usableFromInline let write: Double
  /// Number of segments that end in a periodic save: all but the last one.
  @usableFromInline let fullSegments: Double
  @usableFromInline let lastSegment: Double
  /// The orderly stop that was asked for, if one was.
  public private(set) var stop: OrderlyStop?

  /// How a session that was asked to stop comes to its end.
  @frozen
  public struct OrderlyStop: Sendable, Equatable, BitwiseCopyable {
    /// When everything done so far is durable, in seconds of the run.
    public let time: Double
    /// Productive time of the session up to the stop, all of it saved by then.
    public let work: Double
    @usableFromInline let savesBefore: Double
  }

  /// What a session has come to at some moment, in seconds of productive time.
  @frozen
  public struct Progress: Sendable, Equatable, BitwiseCopyable {
    /// Work done since the session's start.
    public let done: Double
    /// The part of it that could be restored from a checkpoint.
    public let durable: Double
    /// What a fault at this moment throws away.
    public var atStake: Double { done - durable }
  }

  /// Begins a session at `start` with `work` left to do (infinite for a job without an end).
  public init(start: Double, work: Double, policy: CheckpointPolicy) {
    precondition(work > 0, "a session needs work to do, not \(work) s")
    self.start = start
    interval = policy.interval
    save = policy.save
    write = policy.write
    let segments = policy.segments(of: work)
    fullSegments = segments - 1
    lastSegment = work.isFinite ? work - (segments - 1) * policy.interval : .infinity
    guard work.isFinite else {
      completion = .infinity
      return
    }
    let begin = Self.saveEnd(fullSegments, policy.interval, policy.save, policy.write)
    let done = begin + lastSegment
    let saved = max(done, fullSegments > 0 ? begin + write : done) + save + write
    completion = start + (policy.savesAtEnd ? saved : done)
  }

  /// End of the n-th periodic save in seconds since the start; 0 for n = 0.
  private func saveEnd(_ count: Double) -> Double {
    Self.saveEnd(count, interval, save, write)
  }

  private static func saveEnd(
    _ count: Double, _ interval: Double, _ save: Double, _ write: Double
  ) -> Double {
    count > 0 ? interval + save + (count - 1) * (max(interval, write) + save) : 0
  }

  /// Periodic saves that were complete `elapsed` seconds after the start.
  private func completedSaves(_ elapsed: Double, tolerance: Double) -> Double {
    if let stop { return stop.savesBefore }
    let sinceFirst = elapsed - (interval + save)
    guard sinceFirst >= -tolerance else { return 0 }
    let cycle = max(interval, write) + save
    return min(fullSegments, ((sinceFirst + tolerance) / cycle).rounded(.down) + 1)
  }

  private func segmentLength(after saves: Double) -> Double {
    saves < fullSegments ? interval : lastSegment
  }

  /// What the session has come to at `time`, in seconds of the run.
  public func progress(at time: Double) -> Progress {
    let tolerance = 4 * time.ulp
    let elapsed = time - start
    let saves = completedSaves(elapsed, tolerance: tolerance)
    let begin = saveEnd(saves)
    let running = saves * interval + min(segmentLength(after: saves), max(0, elapsed - begin))
    let done = stop?.work ?? running
    let isLastDurable = begin + write <= elapsed + tolerance
    let durable = saves == 0 ? 0 : (isLastDurable ? saves : saves - 1) * interval
    return Progress(done: done, durable: min(durable, done))
  }

  /// Asks the session to stop at `time` without losing work, and says when it will have.
  ///
  /// The job saves what it has as soon as no other copy is in flight and waits until that is
  /// durable. A save that is under way is used; nothing is saved twice. Returns nil when all work
  /// is done and only the last save is under way: then the job completes instead.
  public mutating func requestStop(at time: Double) -> OrderlyStop? {
    let elapsed = time - start
    let tolerance = 4 * time.ulp
    let saves = completedSaves(elapsed, tolerance: tolerance)
    let begin = saveEnd(saves)
    let length = segmentLength(after: saves)
    let worked = min(length, max(0, elapsed - begin))
    let copyBefore = saves > 0 ? begin + write : 0
    let end: Double
    if worked >= length - tolerance {
      guard saves < fullSegments else { return nil }
      end = saveEnd(saves + 1) + write
    } else if worked <= tolerance {
      end = max(elapsed, copyBefore)
    } else {
      end = max(elapsed, copyBefore) + save + write
    }
    // Rounding must not put the stop before the request.
    stop = OrderlyStop(
      time: max(time, start + end), work: saves * interval + worked, savesBefore: saves)
    return stop
  }
}
