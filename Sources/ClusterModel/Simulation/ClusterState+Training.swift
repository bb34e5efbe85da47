import Checkpointing
import DiscreteEvents

/// How the job trains, is interrupted, stops as planned and completes.
extension ClusterState {
  /// Takes the first step after a start.
  mutating func resumeTraining(in simulator: inout Simulator<ClusterEvent>) {
    precondition(canTrain, "training cannot resume with \(inventory.missingNodes) nodes missing")
    let isAfterFailure = phase != .planned
    if replicas.isOn {
      // None is missed by a job that is down.
      accountForReplicas(at: simulator.now)
      replicas.allWholeTakePart()
    }
    begin(.training, in: &simulator)
    if !latentFaults.isEmpty { endWithRestart(in: &simulator) }
    if throughput.isOn {
      throughput.start(at: simulator.now, isAfterFailure: isAfterFailure)
    }
    takeUpTraining(in: &simulator)
  }

  /// The job trains from now on, after a start or a stall.
  @inline(__always)
  mutating func takeUpTraining(in simulator: inout Simulator<ClusterEvent>) {
    if replicas.isOn { replaceInReplicas(in: &simulator) }
    if !latentFaults.isEmpty { meetLatentFaults(in: &simulator) }
    if throughput.isOn { scheduleSpeedEvents(in: &simulator) }
    if throughput.isOn || replicas.isOn || !latentFaults.isEmpty {
      session.changeSpeed(to: jobSpeed, at: simulator.now)
    }
    // Rounding must not put an end into the past that a pause has shifted.
    let end = max(simulator.now, session.stop?.time ?? session.completion)
    schedulePhaseEnd(at: end, in: &simulator)
    if verification.isOn { scheduleVerification(in: &simulator) }
    renewWithJob(in: &simulator)
    resumeWithTraining(in: &simulator)
    if maintenanceIsDue || throughput.refreshIsDue || latentFaults.contains(where: \.isFound) {
      beginOrderlyStop(in: &simulator)
    }
  }

  /// Goes on at the speed that holds from now on.
  mutating func updateSpeed(in simulator: inout Simulator<ClusterEvent>) {
    guard phase == .training, jobSpeed != session.speed else { return }
    session.changeSpeed(to: jobSpeed, at: simulator.now)
    cancelPhaseEnd(in: &simulator)
    schedulePhaseEnd(at: session.completion, in: &simulator)
    if verification.isOn { scheduleVerification(in: &simulator) }
  }

  /// Share of full speed at which the job works now: it is as slow as its slowest node.
  var jobSpeed: Double {
    @inline(__always) get {
      let slowest = latentFaults.reduce(1) { speed, fault in
        fault.isActive && isInJob(fault) ? min(speed, sources[fault.source].speed) : speed
      }
      let share = replicas.isOn ? replicas.share : 1
      return throughput.isOn ? slowest * share * throughput.speed : slowest * share
    }
  }

  /// Books a session of training. What is not saved is lost when a fault ended it; otherwise, at
  /// an orderly stop and at the end of the run, it counts.
  mutating func closeSession(at time: Double, losingUnsaved: Bool) {
    let progress = session.progress(at: time)
    let kept = losingUnsaved ? progress.durable : progress.done
    outcome.ledger[.productive] += kept
    outcome.ledger[.lostWork] += progress.done - kept
    if progress.degraded > 0 { outcome.ledger[.degraded] += progress.degraded }
    outcome.ledger[.checkpointSave] +=
      time - session.start - session.paused(until: time) - progress.done - progress.degraded
    savedWork += kept
  }

  /// A fault ends training, which goes on from the last durable checkpoint, or from a clean one
  /// that holds so much work.
  mutating func countInterruption(
    by source: Int, backTo cleanWork: Double = .infinity,
    in simulator: inout Simulator<ClusterEvent>
  ) {
    let event: TimelineEntry.Event = isInterruption ? .interruption : .rolledBack
    if isInterruption { outcome.unexpectedInterruptions += 1 }
    workLosses += 1
    guard timeline != nil else { return }
    let progress = session.progress(at: simulator.now)
    let lost =
      progress.done - min(restorableWork(progress, at: simulator.now), cleanWork - savedWork)
    record(event, at: simulator.now, fault: source, lost: lost)
  }

  /// Whether a fault that hits the job now makes it leave training: one that a fault has stalled has
  /// left it before.
  var isInterruption: Bool { phase.isTraining || !replicas.stallsByFault }

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
    guard phase != .planned || throughput.isRefreshing, plannedEnd < simulator.now else {
      return scheduleMaintenance(in: &simulator)
    }
    maintenanceIsDue = true
    scheduleMaintenance(in: &simulator)
    if phase == .training { beginOrderlyStop(in: &simulator) }
  }

  mutating func beginOrderlyStop(in simulator: inout Simulator<ClusterEvent>) {
    // Without a stop the job is in its last save: it completes instead.
    guard session.stop == nil, let stop = session.requestStop(at: simulator.now) else { return }
    cancelPhaseEnd(in: &simulator)
    phase = .stopping
    record(.phase, at: simulator.now)
    schedulePhaseEnd(at: stop.time, in: &simulator)
    if verification.isOn { scheduleVerification(in: &simulator) }
  }

  /// The job has stopped: as planned, or to be rid of a fault that was found.
  mutating func finishStop(in simulator: inout Simulator<ClusterEvent>) {
    if !latentFaults.isEmpty { repairFoundNodes(in: &simulator) }
    if maintenanceIsDue || throughput.refreshIsDue {
      enter(.planned, for: beginPlanned(in: &simulator), in: &simulator)
    } else {
      outcome.unexpectedInterruptions += 1
      record(.interruption, at: simulator.now)
      replaceNodes(in: &simulator)
    }
  }

  /// The planned downtime begins; returns how long it will last.
  private mutating func beginPlanned(in simulator: inout Simulator<ClusterEvent>) -> Double {
    throughput.isRefreshing = !maintenanceIsDue
    maintenanceIsDue = false
    throughput.refreshIsDue = false
    outcome.plannedInterruptions += 1
    record(.maintenance, at: simulator.now)
    return throughput.isRefreshing ? throughput.refreshTime : scenario.maintenance?.downtime ?? 0
  }
}
