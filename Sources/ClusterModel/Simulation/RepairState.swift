/// What the repair of one node has to do with that of others.
struct RepairState: ~Copyable {
  var crews: [CrewState]
  var history: BreakdownHistory
  var restocking: Restocking
  /// Multiplier of a node that comes back with its fault in it.
  let returnsMultiplier: Double

  init(_ policy: RepairPolicy) {
    crews = policy.crews.map(CrewState.init)
    history = BreakdownHistory(policy.retirement)
    restocking = Restocking(policy.restock)
    returnsMultiplier = policy.returnsMultiplier
  }

  /// Puts everything back to the start of a replication.
  mutating func begin(seed: UInt64, replication: UInt64) {
    for index in crews.indices { crews[index].reset() }
    history.reset()
    restocking.begin(seed: seed, replication: replication)
  }

  /// Closes the books of the crews at the end of the run.
  mutating func report(to outcome: inout Outcome, at time: Double) {
    for index in crews.indices {
      crews[index].settle(at: time)
      outcome.crewVisits += crews[index].visits
      outcome.crewQueueSeconds += crews[index].queueSeconds
      outcome.longestCrewQueue = max(outcome.longestCrewQueue, crews[index].longestQueue)
      outcome.crewBusySeconds += crews[index].busySeconds
      outcome.crewWorkingSeconds += crews[index].workingSeconds
    }
  }
}
