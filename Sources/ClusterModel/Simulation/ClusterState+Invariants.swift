extension ClusterState {
  /// What must hold at the end of every replication; checked in release builds too.
  func checkInvariants() {
    let ledger = outcome.ledger
    let wall = outcome.wallSeconds
    precondition(
      abs(ledger.total - wall) <= 1e-9 * wall,
      "the states of the ledger add up to \(ledger.total) s, the run lasted \(wall) s")
    for state in TimeState.allCases {
      precondition(
        ledger[state] >= -1e-9 * wall, "\(ledger[state]) s of \(state.identifier) is negative")
    }
    precondition(
      inventory.spares >= 0 && inventory.inRepair >= 0,
      "\(inventory.spares) spares, \(inventory.inRepair) nodes in repair")
    let placed = scenario.job.nodes - missingNodes
    precondition(
      placed + inventory.spares + inventory.inRepair + inventory.retired == topology.nodes,
      "of \(topology.nodes) nodes \(placed) are in the job, \(inventory.spares) wait, "
        + "\(inventory.inRepair) are in repair and \(inventory.retired) retired")
    for fault in latentFaults {
      precondition(
        fault.nodes.isEmpty || fault.nodes.contains { inventory.isInService($0) },
        "nobody in service has the fault of the nodes \(fault.nodes)")
    }
    precondition(
      outcome.corruptSeconds >= 0 && outcome.corruptSeconds <= ledger[.productive] + 1e-9 * wall,
      "\(outcome.corruptSeconds) s of the work are corrupt")
    if outcome.isComplete {
      precondition(
        abs(ledger[.productive] - work) <= 1e-9 * wall,
        "a job of \(work) s is complete after \(ledger[.productive]) s of productive time")
    }
  }
}
