/// What happens to a session on its way: another speed, an orderly stop.
extension TrainingSession {
  /// Work that is in the newest checkpoint whose save had begun by `time`: a checkpoint holds the
  /// state from the moment its save begins.
  public func workInCheckpointsBegun(by time: Double) -> Double {
    let tolerance = 4 * time.ulp
    let elapsed = time - standing.time
    let saves = completedSaves(elapsed, tolerance: tolerance)
    if let stop, time >= stop.saveBegin - tolerance { return stop.work }
    if saves < fullSegments {
      let hasBegun = elapsed >= saveEnd(saves + 1) - save - tolerance
      return (hasBegun ? saves + 1 : saves) * interval
    }
    let hasBegun = savesAtEnd && time >= completion - write - save - tolerance
    return saves * interval + (hasBegun ? lastSegment : 0)
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
    let saveEnd =
      isWorking
      ? max((length - worked) / speed, copyEnd) + save : saveEnd(saves + 1) - elapsed
    self.speed = speed
    cycle = max(interval / speed, write) + save
    standing = Standing(
      time: time, saves: saves, worked: worked, copyEnd: copyEnd, saveEnd: saveEnd,
      degraded: progress.degraded, done: progress.done)
    completion = completionFromStanding
  }

  /// Asks the session to stop at `time` without losing work, and says when it will have.
  ///
  /// The job saves what it has as soon as no other copy is in flight and waits until that is
  /// durable. A save that is under way is used; nothing is saved twice. Returns nil when all work
  /// is done and only the last save is under way: then the job completes instead.
  public mutating func requestStop(at time: Double) -> OrderlyStop? {
    let elapsed = time - standing.time
    let tolerance = 4 * time.ulp
    let saves = completedSaves(elapsed, tolerance: tolerance)
    let begin = saveEnd(saves)
    let length = segmentLength(after: saves)
    let worked = worked(after: saves, begin: begin, elapsed: elapsed)
    let copyBefore = copyEnd(saves, saveEnd: begin)
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
      time: max(time, standing.time + end), work: saves * interval + worked,
      savesBefore: saves, saveBegin: standing.time + end - write - save)
    return stop
  }
}
