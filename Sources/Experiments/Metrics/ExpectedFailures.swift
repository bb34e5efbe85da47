import ClusterModel
import Statistics

/// Failures of the job that the rates of the classes and the time at risk predict.
struct ExpectedFailures {
  private let scenario: Scenario
  private let outcomes: FlattenSequence<[[Outcome]]>

  /// Predicts the means of the replications that came to these outcomes.
  init(_ scenario: Scenario, outcomes: FlattenSequence<[[Outcome]]>) {
    self.scenario = scenario
    self.outcomes = outcomes
  }

  /// Mean number of failures of the job by the class of this index; nil where there is no formula.
  ///
  /// For a constant rate λ the mean count is λ times the mean time at risk, summed over the
  /// instances. Racks and pods have no such formula: as nodes are replaced, the job comes to lie
  /// on more of them than it began on. Nodes that the job waits for are counted as if at risk.
  func jobFailures(of index: Int) -> Double? {
    let fault = scenario.faults[index]
    guard let rate = fault.constantRate,
      [.gpu, .node, .job].contains(fault.per), [.gpu, .node, .job].contains(fault.takesDown),
      // A fault that is misdiagnosed strikes again, at no rate of its own.
      fault.repairRoute == nil || !scenario.recovery.canMisdiagnose,
      fault.per == .job || !scenario.hasReturns,
      let multiplier = meanMultiplier(of: index),
      let time = timeAtRisk(of: fault), let others = othersOfBursts(of: fault)
    else { return nil }
    return multiplier * scenario.cluster.rateFactor * rate * (time + others)
  }

  /// Whether an instance on the job can be struck all the time.
  private func isAlwaysAtRisk(_ fault: FaultClass) -> Bool {
    !fault.strikesOnlyInTraining && scenario.recovery.isExposed
  }

  private func mean(_ value: (Outcome) -> Double) -> Double {
    outcomes.reduce(0) { $0 + value($1) } / Double(outcomes.count)
  }

  /// Mean multiplier of the job's nodes.
  ///
  /// That of all nodes only if none leaves the job, as lemons do more often than others, and if the
  /// time at risk is the same whatever they are.
  private func meanMultiplier(of index: Int) -> Double? {
    guard let frailty = scenario.frailty, frailty.faults.contains(index) else { return 1 }
    let isFixed = isAlwaysAtRisk(scenario.faults[index]) && scenario.job.work == nil
    let nodesStay = scenario.faults.allSatisfy { $0.repairRoute == nil || $0.takesDown == .job }
    return isFixed && nodesStay ? frailty.mean : nil
  }

  /// Mean time for which instances of the job can be struck, summed over them, each moment times the
  /// factor of the schedule.
  private func timeAtRisk(of fault: FaultClass) -> Double? {
    let instances = Double(fault.count * scenario.jobUnits(of: fault.per))
    guard fault.schedule.isEmpty else {
      guard isAlwaysAtRisk(fault) else { return nil }
      return instances * mean { fault.schedule.weightedTime(until: $0.wallSeconds) }
    }
    let isShielded = !scenario.recovery.isExposed
    return instances
      * mean { outcome in
        if fault.strikesOnlyInTraining { return outcome.trainingSeconds }
        let shielded = outcome.ledger[.restart] + outcome.ledger[.load]
        return outcome.wallSeconds - (isShielded ? shielded : 0)
      }
  }

  /// Time at risk in which the others of a burst would come by themselves: each follows a fault of
  /// any node, within the run, and strikes any instance, that of the job or not.
  private func othersOfBursts(of fault: FaultClass) -> Double? {
    guard let bursts = fault.bursts, bursts.meanSize > 1 else { return 0 }
    guard isAlwaysAtRisk(fault), fault.schedule.isEmpty,
      outcomes.allSatisfy({ $0.retiredNodes == 0 })
    else { return nil }
    let (all, onJob) = (scenario.cluster.allNodes, scenario.job.nodes)
    let wall = mean(\.wallSeconds)
    guard wall > 0 else { return 0 }
    let nodeTime =
      scenario.cluster.sparesArePowered
      ? Double(all) * wall - mean(\.nodeRepairSeconds) : Double(onJob) * wall
    let perNode = Double(fault.count * (fault.per == .gpu ? scenario.cluster.gpusPerNode : 1))
    let inTime = 1 - bursts.delay.meanLength(upTo: wall) / wall
    return perNode * nodeTime * (bursts.meanSize - 1) * inTime * Double(onJob) / Double(all)
  }
}

extension Recovery {
  /// Whether a node that has a fault may stay in the job.
  fileprivate var canMisdiagnose: Bool { misdiagnosis.missed + misdiagnosis.wrong > 0 }
}

extension Scenario {
  /// Whether nodes come back that fail more or less often than before.
  var hasReturns: Bool { repair.returnsMultiplier != 1 && falseFixShare > 0 }

  /// The greatest share of nodes that come back from a route of some fault class falsely fixed.
  var falseFixShare: Double {
    faults.compactMap(\.repairRoute).map { repairRoutes[$0].falseFixShare }.max() ?? 0
  }
}

extension RepairRoute {
  /// Share of the nodes that come back which are not fixed.
  private var back: (all: Double, falsely: Double) {
    var (reached, all, falsely) = (1.0, 0.0, 0.0)
    for stage in stages {
      all += reached * stage.fixes
      falsely += reached * stage.fixes * stage.falseFix
      reached *= 1 - stage.fixes
    }
    return (all, falsely)
  }

  /// Share of the nodes that come back from the route which are not fixed; 0 if none comes back.
  var falseFixShare: Double { back.all > 0 ? back.falsely / back.all : 0 }
}
