import ClusterModel

/// One replication, and what is wrong with its books.
struct Replication: Equatable {
  let scenario: Scenario
  let outcome: Outcome
  let failures: [Int]
  let jobFailures: [Int]

  /// Simulates the replication of this number.
  init(_ number: Int, of simulation: inout ClusterSimulation, _ scenario: Scenario) {
    var failures = [Int](repeating: -1, count: scenario.faults.count)
    var jobFailures = failures
    outcome = failures.withUnsafeMutableBufferPointer { failures in
      jobFailures.withUnsafeMutableBufferPointer { jobFailures in
        simulation.run(replication: number, failures: failures, jobFailures: jobFailures)
      }
    }
    self.scenario = scenario
    self.failures = failures
    self.jobFailures = jobFailures
  }

  /// What cannot be; empty if all is well.
  var problems: [String] {
    (timeLaws + countLaws + nodeLaws).filter { !$0.holds }.map { "\($0.law): \(outcome)" }
  }

  private typealias Law = (law: String, holds: Bool)

  private var slack: Double { 1e-9 * outcome.wallSeconds }

  private var timeLaws: [Law] {
    let (ledger, wall) = (outcome.ledger, outcome.wallSeconds)
    let horizon = scenario.horizon ?? .infinity
    let downtime = scenario.maintenance?.downtime ?? 0
    let planned = Double(outcome.plannedInterruptions) * downtime
    let work = scenario.job.work ?? .infinity
    return [
      ("the wall time is finite", wall.isFinite && wall >= 0),
      ("the ledger adds up", abs(ledger.total - wall) <= slack),
      ("no state has less than no time", TimeState.allCases.allSatisfy { ledger[$0] >= -slack }),
      ("the run ends at its horizon", wall <= horizon),
      (
        "a run that is not complete reaches its horizon",
        outcome.isComplete || wall == horizon || horizon == .infinity
      ),
      (
        "a complete job did its work",
        !outcome.isComplete || abs(ledger[.productive] - work) <= slack
      ),
      ("no job does more than its work", ledger[.productive] <= work + slack),
      ("planned downtime is that of the plan", isRefreshed || ledger[.planned] <= planned + slack),
      (
        "only the last downtime is cut short",
        isRefreshed || ledger[.planned] >= planned - downtime - slack
      ),
      (
        "a slow job is as slow as its faults",
        isSlowedOtherwise
          || ledger[.degraded]
            <= (ledger[.productive] + ledger[.lostWork]) * (1 / leastSpeed - 1) + slack
      ),
    ]
  }

  /// Whether planned stops are not those of the maintenance alone.
  private var isRefreshed: Bool { scenario.throughput?.refresh != nil }

  /// Whether the job is slow for other reasons than its faults.
  private var isSlowedOtherwise: Bool {
    if case .elastic = scenario.recovery.policy { return true }
    return scenario.throughput != nil
  }

  private var leastSpeed: Double { scenario.faults.compactMap(\.speed).min() ?? 1 }

  private var countLaws: [Law] {
    let lost = outcome.wallSeconds - outcome.ledger[.productive]
    let span = outcome.longestSpanWithoutFailure
    let first = outcome.firstFailure
    return [
      ("classes add up to all failures", failures.reduce(0, +) == outcome.failures),
      ("classes add up to the job's", jobFailures.reduce(0, +) == outcome.jobFailures),
      (
        "the job's failures are among all",
        zip(failures, jobFailures).allSatisfy { $0 >= $1 && $1 >= 0 }
      ),
      (
        "a fault that interrupts is the job's",
        outcome.unexpectedInterruptions <= outcome.jobFailures
      ),
      (
        "nothing is lost without a cause",
        outcome.interruptions > 0 || hasSaves || lost - outcome.ledger[.degraded] <= slack
      ),
      (
        "work is lost by faults alone",
        outcome.unexpectedInterruptions > 0 || outcome.ledger[.lostWork] <= slack
          || losesWorkInStops
      ),
      ("a first failure is one of the job's", (first == nil) == (outcome.jobFailures == 0)),
      ("the first failure lies in the run", (first ?? 0) <= outcome.wallSeconds),
      (
        "the longest span is at least the average one",
        span * Double(outcome.jobFailures + 1) >= outcome.wallSeconds - slack
          && span <= outcome.wallSeconds
      ),
    ]
  }

  private var hasSaves: Bool {
    let policy = scenario.checkpoint
    return policy.meanSave > 0 || policy.write > 0 || policy.furtherLevels.contains { $0.write > 0 }
  }

  private var nodeLaws: [Law] {
    let (wall, nodes) = (outcome.wallSeconds, scenario.cluster.allNodes)
    let spares = nodes - scenario.job.nodes
    let hasRepair = scenario.faults.contains { $0.repairRoute != nil }
    let isQuiet = outcome.repairs + outcome.retiredNodes == 0 && outcome.nodeRepairSeconds == 0
    return [
      ("spares are among the nodes", (0...spares).contains(outcome.fewestSpares)),
      ("the spare pool is empty within the run", outcome.noSpareSeconds <= wall + slack),
      (
        "without spares the pool is always empty",
        spares > 0 || hasRepair || outcome.noSpareSeconds >= wall - slack
      ),
      ("nodes retire once", (0...nodes).contains(outcome.retiredNodes)),
      (
        "nodes in repair are among the nodes",
        outcome.nodeRepairSeconds <= (wall + slack) * Double(nodes)
      ),
      ("only routes repair", hasRepair || isQuiet),
      (
        "a job starves for want of a spare",
        // Spares that wait in a rack that is not whole do not help a job on whole racks.
        outcome.starvations == 0
          || ((outcome.fewestSpares == 0 || scenario.job.nodesOfRack != nil) && hasRepair)
      ),
      ("what is not fixed comes back", (0...outcome.repairs).contains(outcome.falseFixes)),
      (
        "only false fixes do",
        outcome.falseFixes == 0
          || scenario.repairRoutes.contains { $0.stages.contains { $0.falseFix > 0 } }
      ),
    ]
  }

  /// Whether a fault may have cost work in a planned downtime, while the job was not training: a
  /// corruption that is found then, or a node with the copies that were to be loaded, or a copy that
  /// can't be read when the node is replaced after it.
  private var losesWorkInStops: Bool {
    let isCorrupted = scenario.faults.contains { $0.symptom == .corrupt }
    let losesCopies = scenario.storage.contains { $0.unreadable > 0 || $0.survives != .cluster }
    return outcome.plannedInterruptions > 0 && outcome.jobFailures > 0
      && (isCorrupted || losesCopies)
  }

  /// Whether what was told of the replication is what was counted.
  func agrees(with timeline: [TimelineEntry]) -> Bool {
    let times = timeline.map(\.time)
    guard times == times.sorted(), (times.last ?? 0) <= outcome.wallSeconds else { return false }
    func count(_ event: TimelineEntry.Event) -> Int { timeline.count { $0.event == event } }
    if count(.cut) > 0 { return true }
    return count(.fault) == outcome.failures
      && count(.interruption) == outcome.unexpectedInterruptions
      && count(.maintenance) == outcome.plannedInterruptions
      && count(.repaired) == outcome.repairs && count(.retired) == outcome.retiredNodes
      && count(.completed) == (outcome.isComplete ? 1 : 0)
  }
}
