/// What happens to a session on its way: another speed, a pause, an orderly stop.
extension TrainingSession {
  /// Work that is in the newest checkpoint whose save had begun by `time`: a checkpoint holds the
  /// state from the moment its save begins.
  public func workInCheckpointsBegun(by time: Double) -> Double {
    let tolerance = 4 * time.ulp
    let elapsed = min(time, pauseBegin) - standing.time
    let saves = completedSaves(elapsed, tolerance: tolerance)
    if let stop {
      // While it waits for copies in flight the save that would have been next does not begin.
      let hasBegun = min(time, pauseBegin) >= stop.saveBegin - tolerance
      return hasBegun ? stop.work : saves * interval
    }
    if saves < fullSegments {
      let hasBegun = elapsed >= nextSaveBegin(after: saves) - tolerance
      return (hasBegun ? saves + 1 : saves) * interval
    }
    let hasBegun = savesAtEnd && elapsed >= lastSaveBegin - standing.time - tolerance
    return saves * interval + (hasBegun ? lastSegment : 0)
  }

  /// When the save that follows so many saves begins, in seconds from `standing` on.
  private func nextSaveBegin(after saves: Double) -> Double {
    saveEnd(saves + 1) - save - furtherSaves(at: saves + 1)
  }

  /// When the save at the end of the job begins, in seconds of the run.
  private var lastSaveBegin: Double { completion - safestSave - safestWrite }

  /// When the next verification that ends after `time` is over, in seconds of the run; nil if there
  /// is none.
  ///
  /// The state is verified just before each save.
  public func verificationEnd(after time: Double) -> Double? {
    if let stop {
      return stop.saveBegin > time + 4 * time.ulp && stop.isVerified ? stop.saveBegin : nil
    }
    let elapsed = time - standing.time
    let tolerance = 4 * time.ulp
    var saves = completedSaves(elapsed, tolerance: tolerance)
    if saves < fullSegments, nextSaveBegin(after: saves) <= elapsed + tolerance { saves += 1 }
    if saves < fullSegments { return standing.time + nextSaveBegin(after: saves) }
    return savesAtEnd && lastSaveBegin > time + tolerance && lastSaveBegin < .infinity
      ? lastSaveBegin : nil
  }

  /// Goes on at another speed from `time` on. Without effect on a job that comes to a stop: it
  /// works no more.
  public mutating func changeSpeed(to speed: Double, at time: Double) {
    precondition(speed > 0 && speed <= 1, "a job works at a share of its speed, not \(speed)")
    guard stop == nil, speed != self.speed else { return }
    let tolerance = 4 * time.ulp
    let elapsed = time - standing.time
    let saves = completedSaves(elapsed, tolerance: tolerance)
    let begin = saveEnd(saves)
    let length = segmentLength(after: saves)
    let progress = progress(at: time)
    let worked = worked(after: saves, begin: begin, elapsed: elapsed)
    let isWorking = worked < length - tolerance
    // In its last save the job has no work left that could be slow.
    guard isWorking || saves < fullSegments else { return }
    let copyEnd = copyEnd(saves, saveEnd: begin) - elapsed
    var furtherCopyEnds = SIMD4<Double>.zero
    for level in 1..<max(1, levels) {
      furtherCopyEnds[level - 1] = self.copyEnd(ofLevel: level, number: saves) - elapsed
    }
    let saveEnd =
      isWorking
      ? max((length - worked) / speed + verification, copyEnd) + save
        + furtherSaves(at: saves + 1)
      : saveEnd(saves + 1) - elapsed
    self.speed = speed
    cycle = max(interval / speed + verification, write) + save
    standing = Standing(
      time: time, saves: saves, worked: worked, copyEnd: copyEnd,
      furtherCopyEnds: furtherCopyEnds, saveEnd: saveEnd,
      degraded: progress.degraded, done: progress.done)
    completion = lastSegment < .infinity ? completionFromStanding : .infinity
  }

  /// Lets everything stand still from `time` on: work, saves, and copies in flight.
  public mutating func pause(at time: Double) {
    precondition(pauseBegin == .infinity, "the session is paused already")
    pauseBegin = time
  }

  /// Goes on at `time` from where the session was when it was paused.
  public mutating func resume(at time: Double) {
    let pause = time - pauseBegin
    precondition(pause >= 0, "the session is not paused, or till later than \(time) s")
    pauseBegin = .infinity
    paused += pause
    standing.time += pause
    completion += pause
    stop?.time += pause
    stop?.saveBegin += pause
  }

  /// Length of all pauses up to `time`, in seconds.
  @inlinable @inline(__always)
  public func paused(until time: Double) -> Double { paused + max(0, time - pauseBegin) }

  /// Asks the session to stop at `time` without losing work, and says when it will have.
  ///
  /// The job saves what it has, to the safest level, as soon as no other copy is in flight and waits
  /// until that is durable. A save that is under way is used; nothing is saved twice to one level.
  /// Returns nil when all work is done and only the last save is under way: then the job completes
  /// instead.
  public mutating func requestStop(at time: Double) -> OrderlyStop? {
    let elapsed = time - standing.time
    let tolerance = 4 * time.ulp
    let saves = completedSaves(elapsed, tolerance: tolerance)
    let begin = saveEnd(saves)
    let length = segmentLength(after: saves)
    let worked = worked(after: saves, begin: begin, elapsed: elapsed)
    let isSaving = worked >= length - tolerance
    if isSaving, saves >= fullSegments { return nil }
    let last = isSaving ? saves + 1 : saves
    let begun = isSaving ? saveEnd(saves + 1) : elapsed
    let ready = max(begun, copiesInFlight(after: last, saveEnd: isSaving ? begun : begin))
    // Whether the safest level lacks what was done.
    let isSafe = position(ofCheckpoint: last) == 0
    let isPartial = !isSaving && worked > tolerance
    let savesByItself = isPartial || !isSafe
    let (saveBegin, end): (Double, Double)
    if savesByItself {
      let verified = isPartial ? max(elapsed + verification, ready) : ready
      (saveBegin, end) = (verified, verified + safestSave + safestWrite)
    } else {
      (saveBegin, end) = (isSaving ? nextSaveBegin(after: saves) : ready, ready)
    }
    // Rounding must not put the stop before the request.
    stop = OrderlyStop(
      time: max(time, standing.time + end), work: saves * interval + worked, savesBefore: saves,
      usesSave: isSaving, savesByItself: savesByItself, isVerified: isPartial || isSaving,
      saveBegin: standing.time + (isSaving ? nextSaveBegin(after: saves) : saveBegin))
    return stop
  }
}
