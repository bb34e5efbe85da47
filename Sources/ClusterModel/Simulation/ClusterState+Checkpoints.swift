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
    if isStopped, let stop = session.stop, stop.savesByItself {
      copies.add(
        toLevel: session.levels - 1, first: savedWork + stop.work, step: 1, count: 1, position: 0,
        every: 1, period: 1)
    }
  }

  /// Copies that do not outlive the loss of a domain are lost with it, also those that a session
  /// which goes on has begun.
  mutating func loseCopies(with domain: Domain, at time: Double) {
    for (level, storage) in scenario.storage.enumerated() where !storage.outlives(domain) {
      let work =
        phase.holdsSession ? savedWork + session.workInCheckpointsBegun(by: time) : .infinity
      copies.lose(level: level, upTo: work)
    }
    if !phase.holdsSession { settleCopies(at: time) }
  }

  /// The job, which is down, falls back to the newest copy that is left.
  mutating func settleCopies(at time: Double) {
    copies.removeLost()
    rollBack(upTo: .infinity, at: time)
  }

  /// Takes the job, which is down, back to the newest checkpoint that was begun before the oldest
  /// corruption in its state.
  mutating func rollBackCorruption(at time: Double) {
    rollBack(upTo: oldestCleanWork, at: time)
  }

  private mutating func rollBack(upTo work: Double, at time: Double) {
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
    tellLoss(at: time)
  }

  /// Tells of the work that is lost and that no interruption told of.
  private mutating func tellLoss(at time: Double) {
    guard let told = timeline?.lostSeconds else { return }
    let lost = outcome.ledger[.lostWork]
    let untold = lost - told
    if untold > 1e-9 * lost { record(.rolledBack, at: time, lost: untold) }
  }

  /// Work of the session that a restart would find saved.
  func restorableWork(_ progress: TrainingSession.Progress, at time: Double) -> Double {
    guard copies.areTracked else { return progress.durable }
    let newest = session.newestCopies(at: time)
    var work = 0.0
    for level in 0..<session.levels {
      let ofLevel = newest[level] * session.interval
      if !copies.isLost(level: level, work: savedWork + ofLevel) { work = max(work, ofLevel) }
    }
    if work > 0 { return work }
    return (copies.newest(withoutLost: true)?.work ?? 0) - savedWork
  }

  // MARK: Loading

  /// Step 5: reads back the newest copy there is.
  @inline(__always)
  mutating func load(in simulator: inout Simulator<ClusterEvent>) {
    enter(.load, for: steps.loads[levelToLoad].next(), in: &simulator)
  }

  /// The level of the copy that is read: what the job starts from lies with the safest one.
  private var levelToLoad: Int {
    @inline(__always) get { copies.areTracked ? copies.newest()?.level ?? session.levels - 1 : 0 }
  }

  /// The copy has been read, or turns out to be unreadable: then the next older one is.
  mutating func finishLoad(in simulator: inout Simulator<ClusterEvent>) {
    if copies.areTracked, let copy = copies.newest(), !copies.isProven(copy) {
      if copies.turnsOutUnreadable(copy) {
        outcome.unreadableCopies += 1
        copies.dropNewest(ofLevel: copy.level)
        settleCopies(at: simulator.now)
        // By an event in any case, so that loads without a length are no recursion.
        begin(.load, in: &simulator)
        let time = steps.loads[levelToLoad].next()
        return schedulePhaseEnd(at: simulator.now + time, in: &simulator)
      }
      copies.proven = copy
    }
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
    // A fault at the very start tells nothing.
    guard trained > 0 else { return policy.interval }
    return policy.interval(by: formula, meanTimeToInterruption: trained / Double(workLosses))
  }
}
