import Checkpointing
import DiscreteEvents

/// How the job trains, is interrupted, stops as planned and completes.
extension ClusterState {
  /// Takes the first step after a start.
  mutating func resumeTraining(in simulator: inout Simulator<ClusterEvent>) {
    let missing = inventory.missingNodes
    precondition(missing == 0, "training cannot resume with \(missing) nodes missing")
    begin(.training, in: &simulator)
    if !latentFaults.isEmpty { meetLatentFaults(in: &simulator) }
    schedulePhaseEnd(at: session.completion, in: &simulator)
    renewWithJob(in: &simulator)
    resumeWithTraining(in: &simulator)
    if maintenanceIsDue { beginOrderlyStop(in: &simulator) }
  }

  /// Books a session of training. What is not saved is lost when a fault ended it; otherwise, at
  /// an orderly stop and at the end of the run, it counts.
  mutating func closeSession(at time: Double, losingUnsaved: Bool) {
    let progress = session.progress(at: time)
    let kept = losingUnsaved ? progress.durable : progress.done
    outcome.ledger[.productive] += kept
    outcome.ledger[.lostWork] += progress.done - kept
    if progress.degraded > 0 { outcome.ledger[.degraded] += progress.degraded }
    outcome.ledger[.checkpointSave] += time - session.start - progress.done - progress.degraded
    savedWork += kept
  }

  /// A fault ends training, which goes on from the last durable checkpoint, or from a clean one
  /// that holds so much work.
  mutating func countInterruption(
    by source: Int, backTo cleanWork: Double = .infinity,
    in simulator: inout Simulator<ClusterEvent>
  ) {
    outcome.unexpectedInterruptions += 1
    guard timeline != nil else { return }
    let progress = session.progress(at: simulator.now)
    let lost = progress.done - min(progress.durable, cleanWork - savedWork)
    record(.interruption, at: simulator.now, fault: source, lost: lost)
  }

  /// Whether the job is complete at this instant: that wins over a fault.
  @inline(__always)
  func completesNow(_ now: Double) -> Bool {
    phase == .training && session.completion <= now + 4 * now.ulp
  }

  /// All work is done and saved.
  mutating func complete(in simulator: inout Simulator<ClusterEvent>) {
    outcome.isComplete = true
    isOver = true
    simulator.stop()
  }

  // MARK: Planned interruptions

  /// Schedules the next planned interruption, if there are any.
  mutating func scheduleMaintenance(in simulator: inout Simulator<ClusterEvent>) {
    guard let plan = scenario.maintenance else { return }
    let due = plan.first + maintenanceCount * plan.every
    guard due <= horizon else { return }
    simulator.schedule(ClusterEvent(kind: .maintenanceDue), at: due)
  }

  /// A planned interruption is due; one that finds the job down waits until it trains again, and
  /// is served if the job is down as planned, or has just been.
  mutating func maintenanceFallsDue(in simulator: inout Simulator<ClusterEvent>) {
    maintenanceCount += 1
    guard phase != .planned, plannedEnd < simulator.now else {
      return scheduleMaintenance(in: &simulator)
    }
    maintenanceIsDue = true
    scheduleMaintenance(in: &simulator)
    if phase == .training { beginOrderlyStop(in: &simulator) }
  }

  mutating func beginOrderlyStop(in simulator: inout Simulator<ClusterEvent>) {
    // Without a stop the job is in its last save: it completes instead.
    guard let stop = session.requestStop(at: simulator.now) else { return }
    if let phaseEnd { simulator.cancel(phaseEnd) }
    phaseEnd = nil
    phase = .stopping
    record(.phase, at: simulator.now)
    schedulePhaseEnd(at: stop.time, in: &simulator)
  }

  /// The job has stopped: as planned, or to be rid of a fault that was found.
  mutating func finishStop(in simulator: inout Simulator<ClusterEvent>) {
    if !latentFaults.isEmpty { repairFoundNodes(in: &simulator) }
    if maintenanceIsDue {
      enter(.planned, for: beginPlanned(in: &simulator), in: &simulator)
    } else {
      outcome.unexpectedInterruptions += 1
      record(.interruption, at: simulator.now)
      replaceNodes(in: &simulator)
    }
  }

  /// The planned downtime begins; returns how long it will last.
  private mutating func beginPlanned(in simulator: inout Simulator<ClusterEvent>) -> Double {
    maintenanceIsDue = false
    outcome.plannedInterruptions += 1
    record(.maintenance, at: simulator.now)
    return scenario.maintenance?.downtime ?? 0
  }
}
