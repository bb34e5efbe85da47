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
    let placed = scenario.job.nodes - inventory.missingNodes
    precondition(
      placed + inventory.spares + inventory.inRepair + inventory.retired == topology.nodes,
      "of \(topology.nodes) nodes \(placed) are in the job, \(inventory.spares) wait, "
        + "\(inventory.inRepair) are in repair and \(inventory.retired) retired")
    precondition(
      outcome.retiredNodes - outcome.restockedNodes == inventory.retired,
      "\(outcome.retiredNodes) nodes were retired and \(outcome.restockedNodes) replaced, "
        + "\(inventory.retired) are missing")
    precondition(
      !replicas.isOn || replicas.vacancies == inventory.missingNodes,
      "replicas lack \(replicas.vacancies) nodes, the job \(inventory.missingNodes)")
    checkCrews()
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

  /// No more of a crew are busy than there are, none is idle while a node waits, and whoever is
  /// with a crew is in repair.
  private func checkCrews() {
    var withCrews = 0
    for crew in repairs.crews {
      precondition(
        crew.busy <= crew.size && (crew.waiting == 0 || crew.busy == crew.size),
        "\(crew.busy) of a crew of \(crew.size) are busy while \(crew.waiting) nodes wait")
      withCrews += crew.busy + crew.waiting
    }
    precondition(
      withCrews <= inventory.inRepair,
      "\(withCrews) nodes are with a crew, \(inventory.inRepair) in repair")
  }
}
