import DiscreteEvents

/// What the job runs on with, and how that is found.
///
/// A fault begins to matter, and its delay until it is found to run, in the first moment in which
/// the job trains with it: at once, or when the job next trains with one of its nodes. It ends
/// when its nodes go to repair, or with the next restart if there is nothing to repair. A
/// corruption is in the state of the job until that is restored from before it.
extension ClusterState {
  /// A fault strikes that does not stop the job.
  mutating func takeHold(
    _ blow: Blow, of source: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    let strikesTraining =
      blow.hitsJob && phase.isTraining
      && (blow.nodes.isEmpty || blow.nodes.contains { isAtWork($0) })
    // A job that is down is restarted anyway, which is all that a fault without a repair needs.
    guard strikesTraining || phase == .stalled || sources[source].needsRepair else { return }
    addLatentFault(blow, of: source, isMisdiagnosed: false, isCounted: blow.hitsJob)
    guard strikesTraining else { return }
    activate(latentFaults.count - 1, in: &simulator)
    if sources[source].symptom == .slow {
      updateSpeed(in: &simulator)
    } else if verification.isOn {
      scheduleVerification(in: &simulator)
    }
  }

  mutating func addLatentFault(
    _ blow: Blow, of source: Int, isMisdiagnosed: Bool, isCounted: Bool
  ) {
    latentFaults.append(
      LatentFault(
        number: latentFaultCount, source: source, center: blow.center, nodes: blow.nodes,
        isMisdiagnosed: isMisdiagnosed, isCounted: isCounted))
    latentFaultCount += 1
  }

  /// The job has been started: it is rid of what a restart cures.
  mutating func endWithRestart(in simulator: inout Simulator<ClusterEvent>) {
    var position = 0
    while position < latentFaults.count {
      let fault = latentFaults[position]
      let isClean = !isInSavedWork(fault)
      if isClean { latentFaults[position].cleanWork = .infinity }
      if isClean, fault.nodes.isEmpty || !sources[fault.source].needsRepair {
        removeLatentFault(at: position, in: &simulator)
      } else {
        position += 1
      }
    }
  }

  /// The job trains, perhaps with other nodes than before, and meets what they have.
  mutating func meetLatentFaults(in simulator: inout Simulator<ClusterEvent>) {
    for position in latentFaults.indices where isInJob(latentFaults[position]) {
      if latentFaults[position].isMisdiagnosed {
        guard latentFaults[position].event == nil else { continue }
        schedule(position, after: checks.recurs.next(), in: &simulator)
      } else if !latentFaults[position].isActive {
        activate(position, in: &simulator)
      }
    }
  }

  /// The job trains with a fault from now on.
  private mutating func activate(
    _ position: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    let source = latentFaults[position].source
    latentFaults[position].isActive = true
    if !latentFaults[position].isCounted { countJobFailure(source, at: simulator.now) }
    latentFaults[position].isCounted = true
    if sources[source].symptom == .corrupt {
      latentFaults[position].cleanWork =
        savedWork + session.workInCheckpointsBegun(by: simulator.now)
      schedule(position, after: checks.detectCorrupt.next(), in: &simulator)
    } else {
      schedule(position, after: checks.detectSlow.next(), in: &simulator)
    }
  }

  private mutating func schedule(
    _ position: Int, after delay: Double, in simulator: inout Simulator<ClusterEvent>
  ) {
    let time = simulator.now + delay
    guard time <= horizon, time < .infinity else { return }
    let event = ClusterEvent(kind: .latentFault, index: latentFaults[position].number)
    latentFaults[position].event = simulator.schedule(event, at: time)
  }

  /// The job leaves training: what strikes again does so only when it trains.
  mutating func silenceLatentFaults(in simulator: inout Simulator<ClusterEvent>) {
    for position in latentFaults.indices where latentFaults[position].isMisdiagnosed {
      if let event = latentFaults[position].event { simulator.cancel(event) }
      latentFaults[position].event = nil
    }
  }

  // MARK: What holds

  @inline(__always)
  func isInJob(_ fault: LatentFault) -> Bool {
    fault.nodes.isEmpty || fault.nodes.contains { isAtWork($0) }
  }

  /// Whether the job would go on from a corrupt state.
  @inline(__always)
  func isInState(_ fault: LatentFault) -> Bool {
    phase.holdsSession ? fault.cleanWork < .infinity : isInSavedWork(fault)
  }

  /// Whether what is saved holds the corruption; the same work may be summed up in another order.
  @inline(__always)
  private func isInSavedWork(_ fault: LatentFault) -> Bool {
    fault.cleanWork < savedWork - 1e-12 * savedWork
  }

  @inline(__always)
  func position(of number: Int32) -> Int? {
    latentFaults.firstIndex { $0.number == number }
  }

  // MARK: Finding

  /// A fault that the job runs on with is found, or strikes again.
  mutating func latentFaultShows(
    _ number: Int32, in simulator: inout Simulator<ClusterEvent>
  ) {
    if completesNow(simulator.now) { return complete(in: &simulator) }
    guard let position = position(of: number) else { return }
    latentFaults[position].event = nil
    let fault = latentFaults[position]
    if fault.isMisdiagnosed {
      removeLatentFault(at: position, in: &simulator)
      let blow = Blow(nodes: fault.nodes, center: fault.center, hitsJob: true)
      land(blow, of: fault.source, renewal: nil, in: &simulator)
      return
    }
    if isInState(fault) { return findCorruption(at: position, in: &simulator) }
    record(.found, at: simulator.now, fault: fault.source, node: fault.nodes.first)
    if replicas.isOn, phase.holdsSession, !fault.nodes.isEmpty, isInJob(fault),
      sources[fault.source].needsRepair, canDropReplicas(of: fault.nodes)
    {
      dropReplicas(withFaultAt: position, in: &simulator)
    } else if phase.holdsSession, isInJob(fault) {
      // In a stall: the job stops when it goes on.
      latentFaults[position].isFound = true
      if phase == .training { beginOrderlyStop(in: &simulator) }
    } else {
      repairLatentFault(at: position, in: &simulator)
      if phase.isComingUp, needsReplacement { replaceNodes(in: &simulator) }
      if replicas.isOn, phase.isTraining { replaceInReplicas(in: &simulator) }
    }
  }

  /// A corruption of the state is found: the job goes back to before the oldest there is.
  mutating func findCorruption(
    at position: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    let losesWork = phase.holdsSession
    let source = latentFaults[position].source
    let number = latentFaults[position].number
    if losesWork {
      countInterruption(by: source, backTo: oldestCleanWork, in: &simulator)
      repairFoundNodes(in: &simulator)
    } else {
      let node = latentFaults[position].nodes.first
      record(.found, at: simulator.now, fault: source, node: node)
    }
    let needsDiagnosis = losesWork || phase.isComingUp
    if needsDiagnosis { begin(.diagnosis, losingUnsaved: losesWork, in: &simulator) }
    rollBackCorruption(at: simulator.now)
    if let position = self.position(of: number) {
      let fault = latentFaults[position]
      removeLatentFault(at: position, in: &simulator)
      if !fault.nodes.isEmpty, sources[source].needsRepair {
        let blow = Blow(nodes: fault.nodes, center: fault.center, hitsJob: true)
        diagnose(blow, of: source, in: &simulator)
      }
    }
    if needsDiagnosis { endPhase(after: steps.diagnose.next(), in: &simulator) }
  }

  var oldestCleanWork: Double {
    @inline(__always) get {
      latentFaults.reduce(.infinity) { min($0, $1.cleanWork) }
    }
  }

  // MARK: Ending

  /// Sends the nodes to repair whose faults were found before the job stopped.
  mutating func repairFoundNodes(in simulator: inout Simulator<ClusterEvent>) {
    while let position = latentFaults.firstIndex(where: { $0.isFound }) {
      repairLatentFault(at: position, in: &simulator)
    }
  }

  /// Ends a fault that was found: the nodes that have it go to repair.
  mutating func repairLatentFault(
    at position: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    let fault = latentFaults[position]
    removeLatentFault(at: position, in: &simulator)
    guard sources[fault.source].needsRepair else { return }
    breakDown(fault.nodes, around: fault.center, by: fault.source, in: &simulator)
  }

  /// A node goes to repair, which cures all that it has; a corrupt state outlives that.
  mutating func cureLatentFaults(of node: Int, in simulator: inout Simulator<ClusterEvent>) {
    for position in latentFaults.indices.reversed()
    where latentFaults[position].nodes.contains(node) {
      guard !latentFaults[position].nodes.contains(where: { inventory.isInService($0) }) else {
        continue
      }
      if latentFaults[position].cleanWork < .infinity {
        latentFaults[position].nodes = 0..<0
      } else {
        removeLatentFault(at: position, in: &simulator)
      }
    }
  }

  private mutating func removeLatentFault(
    at position: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    if let event = latentFaults[position].event { simulator.cancel(event) }
    latentFaults.remove(at: position)
  }

  /// Counts what nobody found by the end of the run, after its books are closed.
  mutating func countUndetectedCorruptions() {
    guard !latentFaults.isEmpty else { return }
    let tolerance = 1e-9 * savedWork
    outcome.undetectedCorruptions = latentFaults.count { $0.cleanWork < savedWork - tolerance }
    if outcome.undetectedCorruptions > 0 {
      outcome.corruptSeconds = savedWork - oldestCleanWork
    }
  }
}
