/// One stretch of training, from the first step after a (re)start.
///
/// Where the job stands within its segments is arithmetic, so that a checkpoint costs no event:
/// work for `interval`, wait until the state is verified and the copy before is durable, save, and so
/// on. A cycle after
/// the first one therefore lasts max(`interval` / `speed` + verification, `write`) + `save`, and
/// longer where further levels are saved too. Times are seconds of the run, work is in seconds of
/// productive time at full speed. The speed may change on the way: what is in progress then, a
/// segment, a save, a copy in flight, goes on. A pause shifts all of it.
///
/// Scope: constant times of saves. Copies of further levels never delay the next save of their
/// level: each is durable by then.
///
/// A save that ends at the very instant of a fault is complete. As the instants are sums of
/// floating-point numbers, "the very instant" allows four units in the last place of the time.
@frozen
public struct TrainingSession: Sendable, Equatable, BitwiseCopyable {
  /// When the job took its first step, in seconds of the run.
  public internal(set) var start: Double
  /// When the job has done all of its work and saved it, in seconds of the run; infinite for a
  /// job without an end.
  public internal(set) var completion: Double
  /// Work a second, from just above 0 to 1; saves are as fast as ever.
  public internal(set) var speed: Double
  /// Productive time between two saves, in seconds.
  public internal(set) var interval: Double
  @usableFromInline let save: Double
  @usableFromInline let write: Double
  @usableFromInline let verification: Double
  @usableFromInline let further: FurtherLevels
  /// Number of the checkpoint that the session began from, within the pattern of levels.
  @usableFromInline var position: Double
  /// Number of segments that end in a periodic save: all but the last one.
  @usableFromInline var fullSegments: Double
  @usableFromInline var lastSegment: Double
  @usableFromInline let savesAtEnd: Bool
  /// From the end of one save to the end of the next, without further levels.
  @usableFromInline var cycle: Double
  /// Where the job stood when its speed last changed.
  @usableFromInline var standing: Standing
  /// The orderly stop that was asked for, if one was.
  public internal(set) var stop: OrderlyStop?
  /// When the pause began in which the session is, in seconds of the run; infinite if it is in none.
  public internal(set) var pauseBegin = Double.infinity
  /// Length of all pauses that are over, in seconds.
  public internal(set) var paused = 0.0

  /// Where the job stands at one moment; times are in seconds from then on.
  @usableFromInline struct Standing: Sendable, Equatable, BitwiseCopyable {
    /// The moment, in seconds of the run.
    @usableFromInline var time = 0.0
    /// Saves that are complete.
    @usableFromInline var saves = 0.0
    /// Work done in the current segment.
    @usableFromInline var worked = 0.0
    /// When the first level's copy of the last complete save is durable.
    @usableFromInline var copyEnd = 0.0
    /// The same of the last copy of each further level.
    @usableFromInline var furtherCopyEnds = SIMD4<Double>.zero
    /// When the next save ends.
    @usableFromInline var saveEnd = 0.0
    /// Time lost to slowness so far.
    @usableFromInline var degraded = 0.0
    /// Work done so far.
    @usableFromInline var done = 0.0
  }

  /// How a session that was asked to stop comes to its end.
  @frozen
  public struct OrderlyStop: Sendable, Equatable, BitwiseCopyable {
    /// When everything done so far is durable, in seconds of the run.
    public internal(set) var time: Double
    /// Productive time of the session up to the stop, all of it saved by then.
    public let work: Double
    @usableFromInline let savesBefore: Double
    /// Whether a periodic save that was under way is used.
    @usableFromInline let usesSave: Bool
    /// Whether the stop makes a copy of its own, at the safest level.
    public let savesByItself: Bool
    /// Whether its save is still to be verified, or being so, when it was asked for.
    @usableFromInline let isVerified: Bool
    /// When the save of the stop begins, in seconds of the run.
    @usableFromInline var saveBegin: Double
  }

  /// What a session has come to at some moment, in seconds of productive time.
  @frozen
  public struct Progress: Sendable, Equatable, BitwiseCopyable {
    /// Work done since the session's start.
    public let done: Double
    /// The part of it that could be restored from a checkpoint, of any level.
    public let durable: Double
    /// Seconds by which the work done would have taken less at full speed.
    public let degraded: Double
    /// What a fault at this moment throws away.
    public var atStake: Double { done - durable }

    @inlinable
    init(done: Double, durable: Double, degraded: Double) {
      self.done = done
      self.durable = durable
      self.degraded = degraded
    }
  }

  /// Begins a session at `start` with `work` left to do (infinite for a job without an end).
  public init(start: Double, work: Double, policy: CheckpointPolicy, speed: Double = 1) {
    self.start = start
    self.speed = speed
    interval = policy.interval
    save = policy.save
    write = policy.write
    verification = policy.verification?.time ?? 0
    further = FurtherLevels(policy.furtherLevels)
    savesAtEnd = policy.savesAtEnd
    (position, fullSegments, lastSegment, cycle, completion) = (0, 0, 0, 0, 0)
    standing = Standing(time: start)
    begin(at: start, work: work, speed: speed)
  }

  /// Begins the next session of the same job in the place of this one.
  ///
  /// - Parameters:
  ///   - start: the first step, in seconds of the run.
  ///   - work: productive time left to do, in seconds.
  ///   - speed: share of full speed.
  ///   - interval: another time between saves, in seconds, if it changes.
  ///   - position: number of the checkpoint that the job was restored from, within the pattern of
  ///     levels: 0 after one of all levels.
  public mutating func begin(
    at start: Double, work: Double, speed: Double = 1, interval: Double? = nil,
    position: Double = 0
  ) {
    precondition(work > 0, "a session needs work to do, not \(work) s")
    precondition(speed > 0 && speed <= 1, "a job works at a share of its speed, not \(speed)")
    self.start = start
    self.speed = speed
    self.position = position
    if let interval { self.interval = interval }
    stop = nil
    pauseBegin = .infinity
    paused = 0
    let segments = CheckpointPolicy.segments(of: work, interval: self.interval)
    fullSegments = segments - 1
    lastSegment = work.isFinite ? work - (segments - 1) * self.interval : .infinity
    cycle = max(self.interval / speed + verification, write) + save
    let firstSave = self.interval / speed + verification + save
    let isSingle = further.count == 0
    standing = Standing(
      time: start, saveEnd: isSingle ? firstSave : firstSave + furtherSaves(at: 1))
    // A call with the session would copy all of it.
    completion = lastSegment < .infinity ? completionFromStanding : .infinity
  }

  /// When all work will be done and saved if the job goes on from where it stood.
  var completionFromStanding: Double {
    let begin = saveEnd(fullSegments)
    let isFirst = standing.saves >= fullSegments
    let done = begin + (lastSegment - (isFirst ? standing.worked : 0)) / speed
    guard savesAtEnd else { return standing.time + done }
    let copies = copiesInFlight(after: fullSegments, saveEnd: begin)
    return standing.time + max(done + verification, copies) + safestSave + safestWrite
  }

  /// End of the save of this number, counted from the start, in seconds from `standing` on; 0 for
  /// one that was complete before.
  @inlinable @inline(__always)
  func saveEnd(_ count: Double) -> Double {
    let further = count - standing.saves
    guard further > 0 else { return 0 }
    let end = standing.saveEnd + (further - 1) * cycle
    return self.further.count == 0 ? end : end + furtherSaves(between: standing.saves + 1, count)
  }

  /// When the first level's copy of the last of so many saves is durable, in seconds from
  /// `standing` on.
  @inlinable @inline(__always)
  func copyEnd(_ saves: Double, saveEnd: Double) -> Double {
    guard further.count == 0 else { return copyEnd(ofLevel: 0, number: saves) }
    return saves > standing.saves ? saveEnd + write : standing.copyEnd
  }

  /// Saves that were complete `elapsed` seconds after `standing`.
  @inlinable @inline(__always)
  func completedSaves(_ elapsed: Double, tolerance: Double) -> Double {
    if let stop { return stop.savesBefore }
    let sinceFirst = elapsed - standing.saveEnd
    guard sinceFirst >= -tolerance else { return standing.saves }
    let further =
      self.further.count == 0
      ? ((sinceFirst + tolerance) / cycle).rounded(.down) : savesWithin(sinceFirst + tolerance)
    return min(fullSegments, standing.saves + further + 1)
  }

  @inlinable @inline(__always)
  func segmentLength(after saves: Double) -> Double {
    saves < fullSegments ? interval : lastSegment
  }

  /// Work done in the segment that follows so many saves, the last of which ended at `begin`.
  @inlinable @inline(__always)
  func worked(after saves: Double, begin: Double, elapsed: Double) -> Double {
    let before = saves > standing.saves ? 0 : standing.worked
    return min(segmentLength(after: saves), before + speed * max(0, elapsed - begin))
  }

  /// What the session has come to at `time`, in seconds of the run.
  @inlinable @inline(__always)
  public func progress(at time: Double) -> Progress {
    let tolerance = 4 * time.ulp
    let elapsed = min(time, pauseBegin) - standing.time
    let saves = completedSaves(elapsed, tolerance: tolerance)
    let begin = saveEnd(saves)
    let running = saves * interval + worked(after: saves, begin: begin, elapsed: elapsed)
    let done = stop?.work ?? running
    let durable =
      further.count == 0
      ? durableSaves(saves, saveEnd: begin, elapsed: elapsed + tolerance)
      : newestCopies(at: time).max()
    let degraded = standing.degraded + (done - standing.done) * (1 / speed - 1)
    return Progress(done: done, durable: min(durable * interval, done), degraded: degraded)
  }

  /// How many of so many saves are durable, of a single level.
  @inlinable @inline(__always)
  func durableSaves(_ saves: Double, saveEnd: Double, elapsed: Double) -> Double {
    if saves == 0 { return 0 }
    return copyEnd(saves, saveEnd: saveEnd) <= elapsed ? saves : saves - 1
  }
}
