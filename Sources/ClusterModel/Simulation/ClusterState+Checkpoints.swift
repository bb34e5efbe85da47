import Checkpointing
import DiscreteEvents

/// Which copies there are to restart from, and what is lost if the newest can't be used.
extension ClusterState {
  /// Notes the copies that the session which ends now has made, before it is booked.
  mutating func keepCopies(withStop isStopped: Bool, at time: Double) {
    let newest = session.newestCopies(at: time)
    for level in 0..<session.levels {
      let first = session.firstCheckpoint(ofLevel: level)
      let every = session.every(level)
      guard newest[level] >= first else { continue }
      copies.add(
        toLevel: level, first: savedWork + first * session.interval,
        step: every * session.interval, count: (newest[level] - first) / every + 1,
        position: session.position(ofCheckpoint: first), every: every, period: session.period)
    }
    if isStopped, let stop = session.stop {
      copies.add(
        toLevel: session.levels - 1, first: savedWork + stop.work, step: 1, count: 1, position: 0,
        every: 1, period: 1)
    }
  }

  /// Copies that do not outlive the loss of a domain are lost with it; those of a session that goes
  /// on, at its end.
  mutating func loseCopies(with domain: Domain, at time: Double) {
    for (level, storage) in scenario.storage.enumerated() where !storage.outlives(domain) {
      copies.lost |= 1 << level
    }
    if !phase.holdsSession { settleCopies(at: time) }
  }

  /// The job, which is down, falls back to the newest copy that is left.
  mutating func settleCopies(at time: Double) {
    copies.loseCopies()
    rollBack(upTo: .infinity, at: time)
  }

  /// Takes the job, which is down, back to the newest checkpoint that was begun before the oldest
  /// corruption in its state.
  mutating func rollBackCorruption(at time: Double, isTold: Bool = false) {
    rollBack(upTo: oldestCleanWork, at: time, isTold: isTold)
  }

  private mutating func rollBack(upTo work: Double, at time: Double, isTold: Bool = false) {
    var target = min(savedWork, work)
    if copies.areTracked {
      let copy = copies.newest(upTo: work)
      target = min(target, copy?.work ?? 0)
      copies.position = copy?.position ?? 0
      copies.discard(after: target)
    }
    let lost = savedWork - target
    // The same work, summed up in another order.
    guard lost > 1e-12 * savedWork else { return }
    outcome.ledger[.productive] -= lost
    outcome.ledger[.lostWork] += lost
    savedWork = target
    if !isTold { record(.rolledBack, at: time, lost: lost) }
  }

  /// Work of the session that a restart would find saved.
  func restorableWork(_ progress: TrainingSession.Progress, at time: Double) -> Double {
    guard copies.areTracked else { return progress.durable }
    let newest = session.newestCopies(at: time)
    var work = 0.0
    for level in 0..<session.levels where copies.lost & 1 << level == 0 {
      work = max(work, newest[level] * session.interval)
    }
    if work > 0 { return work }
    return (copies.newestKept?.work ?? 0) - savedWork
  }

  // MARK: Loading

  /// Step 5: reads back the newest copy there is.
  mutating func load(in simulator: inout Simulator<ClusterEvent>) {
    let level = copies.areTracked ? copies.newest()?.level ?? session.levels - 1 : 0
    enter(.load, for: steps.loads[level].next(), in: &simulator)
  }

  /// The copy has been read, or turns out to be unreadable: then the next older one is.
  mutating func finishLoad(in simulator: inout Simulator<ClusterEvent>) {
    guard copies.areTracked else { return resumeTraining(in: &simulator) }
    let copy = copies.newest()
    if let copy, !copy.isSame(as: copies.proven) {
      let unreadable = scenario.storage[copy.level].unreadable
      if unreadable > 0, readLuck.uniform() < unreadable {
        outcome.unreadableCopies += 1
        copies.dropNewest(ofLevel: copy.level)
        settleCopies(at: simulator.now)
        return load(in: &simulator)
      }
    }
    // A job that begins anew makes other copies of the same work.
    copies.proven = copy
    resumeTraining(in: &simulator)
  }

  // MARK: The interval

  /// The interval of the next session if it is computed anew, of the interruptions so far.
  var adaptedInterval: Double? {
    @inline(__always) get { isAdaptive ? intervalOfLosses : nil }
  }

  private var intervalOfLosses: Double {
    guard case .adaptive(let formula) = policy.intervalRule, workLosses > 0 else {
      return policy.interval
    }
    let ledger = outcome.ledger
    let trained =
      ledger[.productive] + ledger[.lostWork] + ledger[.checkpointSave] + ledger[.degraded]
    return policy.interval(by: formula, meanTimeToInterruption: trained / Double(workLosses))
  }
}
