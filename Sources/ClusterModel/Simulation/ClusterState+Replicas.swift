import Checkpointing
import DiscreteEvents

/// An elastic job: it goes on without the replicas that a fault hits.
///
/// The replicas hold the same state, so nothing is lost as long as enough of them are left. A stall
/// of the whole job follows each fault; what is missing is replaced from then on, while the others
/// train, and in a stall everything of the session stands still.
extension ClusterState {
  /// The replicas of nodes that a fault hits take part no longer.
  mutating func replicasAreStruck(
    _ nodes: Range<Int>, in simulator: inout Simulator<ClusterEvent>
  ) {
    replicas.struck = 0
    for node in nodes {
      let record = inventory.record(of: node)
      guard record.state == .training else { continue }
      miss(replicas.replica(ofSeat: Int(record.place)), in: &simulator)
    }
  }

  /// A node of the job, if it is one, leaves its seat.
  mutating func replicaLoses(_ node: Int, in simulator: inout Simulator<ClusterEvent>) {
    let record = inventory.record(of: node)
    guard record.state == .training else { return }
    let replica = replicas.replica(ofSeat: Int(record.place))
    miss(replica, in: &simulator)
    replicas.losesSeat(of: replica)
  }

  private mutating func miss(_ replica: Int, in simulator: inout Simulator<ClusterEvent>) {
    accountForReplicas(at: simulator.now)
    if let event = replicas.miss(replica) { simulator.cancel(event) }
  }

  /// Replicas were hit, and enough are left.
  mutating func replicasAreHit(by source: Int, in simulator: inout Simulator<ClusterEvent>) {
    if replicas.struck > 0 {
      stallForFault(source, in: &simulator)
    } else if phase.isTraining {
      // Only some that were missed already lack more.
      replaceInReplicas(in: &simulator)
    }
  }

  private mutating func stallForFault(
    _ source: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    if isInterruption {
      outcome.unexpectedInterruptions += 1
      record(.interruption, at: simulator.now, fault: source)
    }
    outcome.stalls += 1
    replicas.stallsByFault = true
    enterStall(for: replicas.stall.next(), in: &simulator)
  }

  /// A slow node was found: its replica is dropped as if it had crashed.
  mutating func dropReplicas(
    withFaultAt position: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    let source = latentFaults[position].source
    replicasAreStruck(latentFaults[position].nodes, in: &simulator)
    repairLatentFault(at: position, in: &simulator)
    jobIsHit(by: source, in: &simulator)
  }

  /// Whether enough replicas would be left without those of some nodes.
  func canDropReplicas(of nodes: Range<Int>) -> Bool {
    let seats = nodes.filter { isAtWork($0) }.map { Int(inventory.record(of: $0).place) }
    return replicas.areEnough(without: Set(seats.map { replicas.replica(ofSeat: $0) }).count)
  }

  // MARK: Stalls

  /// The whole job stands still for `time`.
  private mutating func enterStall(
    for time: Double, in simulator: inout Simulator<ClusterEvent>
  ) {
    if phase == .stalled {
      closeStall(at: simulator.now)
    } else {
      session.pause(at: simulator.now)
      silenceTraining(in: &simulator)
    }
    cancelPhaseEnd(in: &simulator)
    phase = .stalled
    phaseBegan = simulator.now
    record(.phase, at: simulator.now)
    endPhase(after: time, in: &simulator)
  }

  /// Books a stall, or a part of it.
  mutating func closeStall(at time: Double) {
    outcome.ledger[.restart] += time - phaseBegan
    outcome.stalledSeconds += time - phaseBegan
  }

  /// The stall is over: the job goes on where it was.
  mutating func finishStall(in simulator: inout Simulator<ClusterEvent>) {
    closeStall(at: simulator.now)
    session.resume(at: simulator.now)
    phase = session.stop == nil ? .training : .stopping
    phaseBegan = simulator.now
    record(.phase, at: simulator.now)
    if throughput.isOn, replicas.stallsByFault { throughput.rampBegins(at: simulator.now) }
    replicas.stallsByFault = false
    takeUpTraining(in: &simulator)
  }

  // MARK: Replacement

  /// Puts spares into the vacant seats while the others train; `returned` are up already.
  mutating func replaceInReplicas(
    with returned: Range<Int> = 0..<0, in simulator: inout Simulator<ClusterEvent>
  ) {
    guard replicas.missed > 0 else { return }
    while inventory.missingNodes > 0, let node = takeSpare(in: &simulator) {
      if activation.takesTime, !returned.contains(node) { activation.call(at: simulator.now) }
    }
    nodesToSwapIn = 0
    for replica in 0..<replicas.replicas where replicas.awaitsReturn(replica) {
      var time = replicas.rejoin.next()
      if replicas.isFilledAnew(replica) {
        time += max(0, activation.allAreReady - simulator.now) + timeToSwapIn()
      }
      // Also one that does not return within the run is awaited: its time is drawn once.
      let event = ClusterEvent(kind: .replicaRejoins, index: Int32(replica))
      let end = min(simulator.now + time, .greatestFiniteMagnitude)
      replicas.willReturn(replica, by: simulator.schedule(event, at: end))
    }
  }

  /// The next spare goes to the replica that lacks the fewest nodes.
  mutating func chooseSeat() {
    let seats = inventory.vacantSeats
    let fewest = seats.indices.min { first, second in
      let (a, b) = (Int(seats[first]), Int(seats[second]))
      return (replicas.vacancies(ofSeat: a), a) < (replicas.vacancies(ofSeat: b), b)
    }
    if let fewest { inventory.vacantSeats.swapAt(fewest, seats.count - 1) }
  }

  /// A replica takes part again, perhaps after a stall of all.
  mutating func replicaRejoins(_ replica: Int, in simulator: inout Simulator<ClusterEvent>) {
    accountForReplicas(at: simulator.now)
    replicas.takesPartAgain(replica)
    let first = inventory.member(atSeat: replicas.seats(of: replica).lowerBound)
    record(.rejoined, at: simulator.now, node: first)
    guard phase.isTraining else { return }
    let stall = replicas.rejoinStall.next()
    guard stall == 0 else { return enterStall(for: stall, in: &simulator) }
    if !latentFaults.isEmpty { meetLatentFaults(in: &simulator) }
    resumeWithTraining(in: &simulator)
    updateSpeed(in: &simulator)
    if verification.isOn { scheduleVerification(in: &simulator) }
  }

  /// Nobody is awaited any more: the job is restarted as a whole. After a fault it swaps nodes in that
  /// were put in place but did not take part yet; a planned downtime has room for that.
  mutating func forgetReturns(
    afterFault isAfterFault: Bool, in simulator: inout Simulator<ClusterEvent>
  ) {
    accountForReplicas(at: simulator.now)
    replicas.stallsByFault = false
    if isAfterFault { nodesToSwapIn += replicas.filledAnew }
    for event in replicas.forgetReturns() { simulator.cancel(event) }
  }

  /// Lets the job train again with fewer replicas than have lost nodes: those that lack most give
  /// theirs to those that lack the fewest.
  mutating func regroup(in simulator: inout Simulator<ClusterEvent>) {
    let placed = inventory.jobNodes - inventory.missingNodes
    guard replicas.isOn, placed + inventory.spares >= replicas.leastNodes else { return }
    while !canTrain, let replica = replicas.mostIncomplete {
      for seat in replicas.seats(of: replica) {
        let node = inventory.member(atSeat: seat)
        let record = inventory.record(of: node)
        guard record.state == .training, Int(record.place) == seat else { continue }
        replicas.losesSeat(of: replica)
        inventory.leaveJob(node)
      }
      replicas.isGivenUp(replica)
      while !canTrain, inventory.spares > 0, takeSpare(in: &simulator) != nil {}
    }
  }

  /// Books the time that replicas were missed up to now, while a session was open.
  mutating func accountForReplicas(at time: Double) {
    let missed = replicas.missedSeconds(until: time)
    if phase.holdsSession { outcome.replicaSecondsMissed += missed }
  }
}
