import Checkpointing
import ClusterModel
import Statistics

/// What closed forms say of a scenario before it is simulated.
///
/// Scope: first the mean rate of every class over the run, then an endless run whose faults come
/// with these rates as a Poisson process. Left out: rates that change in the run, waiting for nodes
/// when spares run out, racks and pods that the job comes to lie on as nodes are replaced, what slow
/// and corrupt faults cost before they are found, diagnoses that go wrong and health checks.
///
/// The mean rates are those of the nodes that the job begins on, of their ages, with the scale of the
/// cluster, the mean of lemons and frailty, and all faults of bursts. They are exact for constant
/// rates and for minimal repair. Where lives are renewed under another law, a schedule enters by its
/// mean factor alone, and a gamma frailty not at all. Left out: that lemons leave the job when they
/// are repaired, that the faults of a burst come together, nodes that come back falsely fixed, moves
/// from rack to rack, and warm spares that are not ready again; copies that can't be read or are not
/// kept, what verifications find that are not sure to, power held down after failures; for elastic jobs
/// that all replicas are back after a restart, and that they wait for nodes when spares run out. All
/// times are in seconds, all rates in faults a second.
public struct ScenarioEstimate: Sendable {
  /// The rates of one fault class.
  public struct ClassRate: Sendable {
    /// The class.
    public let fault: FaultClass
    /// Instances in the cluster.
    public let instances: Int
    /// Instances whose faults strike the job, on average.
    public let strikingInstances: Double
    /// Mean rate of one instance over the run, while it is at risk, with all faults of its bursts.
    public let ofInstance: Double

    /// Mean rate at which the class strikes the job while it trains.
    public var ofJob: Double { ofInstance * strikingInstances }
  }

  /// What is estimated.
  public let scenario: Scenario
  /// The fault classes, in the order of the scenario.
  public let classes: [ClassRate]
  /// Rate at which the job is struck while it trains.
  public let rate: Double
  /// The mean recovery.
  public let recovery: Recovery
  /// Share of the time that planned interruptions take, each with the save before it; without
  /// refreshes.
  public let plannedShare: Double
  /// Length of the run: the horizon, or the work by the ETTR if that is done before.
  public private(set) var wallSeconds: Double

  /// Productive time between two saves that the formulas take, in seconds: for one that adapts the
  /// one that it tends to.
  public let interval: Double

  /// Estimates a scenario, with its interval computed if a formula gives it.
  public init(_ scenario: Scenario) {
    let classes = Self.classes(of: scenario)
    var resolved = scenario
    switch scenario.checkpoint.intervalRule {
    case .given: interval = scenario.checkpoint.interval
    case .computed(let formula):
      interval = scenario.interval(by: formula, classes)
      resolved.checkpoint.interval = interval
    case .adaptive(let formula):
      interval = scenario.adaptedInterval(by: formula, classes)
    }
    self.scenario = resolved
    self.classes = classes
    rate = classes.reduce(0) { $0 + $1.ofJob }
    recovery = Recovery(scenario, classes: classes) { scenario.takesDownJob($0.fault) }
    plannedShare = resolved.plannedShare
    wallSeconds = 0
    let work = scenario.job.work.map { $0 / ettr(interval: min($0, interval)) }
    wallSeconds = min(scenario.horizon ?? .infinity, work ?? .infinity)
  }

  // MARK: Training

  /// Effective training time ratio (ETTR) of an endless run, from 0 to 1; 0 if recoveries have no
  /// finite mean.
  ///
  /// - Parameter interval: productive time between two saves, in seconds.
  public func ettr(interval: Double) -> Double {
    guard recovery.total < .infinity, rate < .infinity else { return 0 }
    return trainingETTR(interval: interval) * meanSpeed * shareWithoutRefreshes * (1 - plannedShare)
  }

  /// Meta's first-order estimate of the ETTR; nil where it is out of its range, or is none of the
  /// policy.
  public var firstOrderETTR: Double? {
    guard recovery.total < .infinity, rate < .infinity, levels == nil, replicas == nil,
      meanSpeed == 1
    else { return nil }
    let law = ExponentialCompletion(
      rate: rate, downtime: recovery.total, restart: 0, restartIsExposed: false)
    return law.firstOrderETTR(policy: singleLevel).map { $0 * (1 - plannedShare) }
  }

  /// Mean of the work that a fault loses, in seconds: what was done since the last durable copy.
  /// Nil for several levels of copies.
  public var lostWork: Double? {
    guard rate < .infinity, levels == nil, replicas == nil else { return nil }
    return ExponentialCompletion(rate: rate, downtime: 0, restart: 0).lostWork(policy: singleLevel)
  }

  /// Share of the time in which the job trains or saves, and so can be struck.
  public var shareAtRisk: Double {
    (1 - plannedShare) * shareWithoutRefreshes / (1 + timeLostToFaults)
  }

  /// Time of recoveries and stalls for a second of training.
  var timeLostToFaults: Double {
    guard let replicas else { return rate > 0 ? rate * recovery.total : 0 }
    let whole = wholeJobRate(replicas)
    return stallRate(replicas) * stall + (whole > 0 ? whole * recovery.total : 0)
  }

  /// Faults that interrupt the job in the run.
  public var unexpectedInterruptions: Double {
    let rate = replicas.map { stallRate($0) + wholeJobRate($0) } ?? self.rate
    let share = rate > 0 ? shareAtRisk * rate : 0
    return share > 0 ? share * wallSeconds : 0
  }

  /// Planned interruptions in the run, with refreshes.
  public var plannedInterruptions: Double {
    guard let plan = scenario.maintenance, let period = scenario.plannedPeriod else {
      return refreshes
    }
    let planned =
      wallSeconds >= plan.first ? ((wallSeconds - plan.first) / period).rounded(.down) + 1 : 0
    return planned + refreshes
  }

  // MARK: Repair

  /// Mean number of nodes in repair over the run, spares and crews never lacking.
  ///
  /// By Little's law: nodes that break a second, times the mean time of their route within the run.
  ///
  public var nodesInRepair: Double {
    broken({ _ in true }, nodes: nodesLost) { $0.meanTime(within: wallSeconds) }
  }

  /// The same in an endless run, of nodes that break whether the job trains or waits.
  public var nodesInRepairWhileWaiting: Double {
    broken({ !$0.strikesOnlyInTraining }, nodes: nodesLost) { $0.meanTime(within: .infinity) }
  }

  /// Mean number of nodes that no stage of their route cures, in the run: of those that are repaired
  /// together one.
  public var retiredNodes: Double {
    broken({ _ in true }, nodes: { $0.isRepairedTogether ? 1 : nodesLost(by: $0) }) { route in
      route.stages.reduce(wallSeconds) { $0 * (1 - $1.fixes) }
    }
  }

  /// Nodes that a fault of the class takes down, on average.
  public func nodesLost(by fault: FaultClass) -> Double {
    guard fault.takesDown != .job else { return 0 }
    let topology = Topology(scenario.cluster)
    return Double(topology.nodes) / Double(topology.units(of: max(.node, fault.takesDown)))
  }

  /// Sum over the classes of the nodes that break a second, weighted by their route.
  private func broken(
    _ isCounted: (FaultClass) -> Bool, nodes: (FaultClass) -> Double,
    weight: (RepairRoute) -> Double
  ) -> Double {
    classes.reduce(0) { sum, entry in
      guard let route = entry.fault.repairRoute, isCounted(entry.fault), entry.ofInstance > 0 else {
        return sum
      }
      let faults =
        entry.fault.strikesOnlyInTraining
        ? entry.ofJob * shareAtRisk : entry.ofInstance * scenario.poweredInstances(of: entry.fault)
      return sum + faults * nodes(entry.fault) * weight(scenario.repairRoutes[route])
    }
  }
}

extension Scenario {
  /// Time from the beginning of one planned interruption to the next that is not served by it.
  fileprivate var plannedPeriod: Double? {
    maintenance.map { $0.every * ((plannedStop / $0.every).rounded(.down) + 1) }
  }

  /// Length of a planned interruption with the save before it.
  private var plannedStop: Double {
    (maintenance?.downtime ?? 0) + stoppingSave
  }

  /// Length of the save of an orderly stop, until it is durable.
  var stoppingSave: Double {
    let last = checkpoint.furtherLevels.last
    return (checkpoint.verification?.time ?? 0) + (last?.save ?? checkpoint.save)
      + (last?.write ?? checkpoint.write)
  }

  fileprivate var plannedShare: Double {
    guard let plan = maintenance, let period = plannedPeriod else { return 0 }
    guard let horizon, job.work == nil else { return plannedStop / period }
    let count = horizon >= plan.first ? ((horizon - plan.first) / period).rounded(.down) + 1 : 0
    return min(1, count * plannedStop / horizon)
  }
}

extension RepairRoute {
  /// Mean time in repair of what breaks at a random moment of a run, up to its end, in seconds.
  fileprivate func meanTime(within run: Double) -> Double {
    var (time, reached) = (0.0, 1.0)
    for stage in stages where reached > 0 {
      time += reached * stage.time.meanLength(within: run)
      reached *= 1 - stage.fixes
    }
    return time
  }
}
