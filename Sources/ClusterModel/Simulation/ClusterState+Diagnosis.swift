import DiscreteEvents

/// Which nodes are sent to repair for a fault: by a diagnosis, and by a health check.
extension ClusterState {
  /// Sends the nodes of a fault to repair, or whoever is blamed for it.
  ///
  /// Only a fault that hits the job can be blamed on another: a spare tells itself.
  mutating func diagnose(
    _ blow: Blow, of source: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    guard blow.hitsJob, checks.misdiagnoses else {
      return breakDown(blow.nodes, around: blow.center, by: source, in: &simulator)
    }
    let diagnosis = checks.diagnosis()
    guard diagnosis != .right else {
      return breakDown(blow.nodes, around: blow.center, by: source, in: &simulator)
    }
    addLatentFault(blow, of: source, isMisdiagnosed: true, isCounted: true)
    if diagnosis == .wrong, let node = innocentNode(beside: blow.nodes) {
      breakDown(node..<node + 1, around: node, by: source, in: &simulator)
    }
  }

  /// Any other node of the job with equal chance; nil if there is none.
  private mutating func innocentNode(beside guilty: Range<Int>) -> Int? {
    let present = inventory.jobNodes - inventory.missingNodes
    guard present > guilty.count(where: { inventory.isInJob($0) }) else { return nil }
    while true {
      let node = inventory.member(atSeat: checks.chooseSeat(among: inventory.jobNodes))
      if inventory.isInJob(node), !guilty.contains(node) { return node }
    }
  }

  /// The health check before a restart is over: nodes that it found are replaced, and then the
  /// next check follows.
  mutating func finishHealthCheck(in simulator: inout Simulator<ClusterEvent>) {
    let suspects = latentFaults.filter { !$0.nodes.isEmpty && sources[$0.source].needsRepair }
    for suspect in suspects where suspect.nodes.contains(where: { inventory.isInJob($0) }) {
      guard checks.healthCheckFinds(), let position = position(of: suspect.number) else { continue }
      if isInState(latentFaults[position]) { rollBackCorruption(at: simulator.now) }
      record(.found, at: simulator.now, fault: suspect.source, node: suspect.nodes.first)
      repairLatentFault(at: position, in: &simulator)
    }
    if needsReplacement {
      replaceNodes(in: &simulator)
    } else {
      enterRestart(in: &simulator)
    }
  }
}
