import Checkpointing
import ClusterModel
import Statistics

/// What checkpoint levels, elastic replicas and a drifting speed make of the ETTR.
extension ScenarioEstimate {
  /// The policy as one of a single level, whose saves are verified.
  public var singleLevel: CheckpointPolicy {
    var policy = scenario.checkpoint
    policy.save = policy.meanSave
    policy.furtherLevels = []
    policy.verification = nil
    return policy
  }

  /// ETTR of an endless run without planned interruptions, at full speed.
  func trainingETTR(interval: Double) -> Double {
    let ofReplicas = replicas?.ettr(stall: stall) ?? 1
    if let levels { return ofReplicas * levels.ettr(interval: interval) }
    if let verified { return verified.ettr(interval: interval) }
    var policy = singleLevel
    policy.interval = interval
    return ofReplicas * restartETTR(policy, rate: replicas.map(wholeJobRate) ?? rate)
  }

  /// The same of a job that restarts after each fault.
  private func restartETTR(_ policy: CheckpointPolicy, rate: Double) -> Double {
    let law = ExponentialCompletion(
      rate: rate, downtime: recovery.total, restart: 0, restartIsExposed: false)
    return law.ettr(policy: policy)
  }

  /// Checkpoints that are verified and so find corruptions; nil unless that is what the scenario has,
  /// with a single level of copies that are durable at once.
  public var verified: VerifiedCheckpointing? {
    Self.verified(of: scenario, classes, recovery: recovery.total)
  }

  static func verified(
    of scenario: Scenario, _ classes: [ClassRate], recovery: Double
  ) -> VerifiedCheckpointing? {
    let policy = scenario.checkpoint
    let corrupting = classes.filter { $0.fault.symptom == .corrupt }.reduce(0) { $0 + $1.ofJob }
    guard let verification = policy.verification, verification.finds == 1, corrupting > 0,
      policy.write == 0, policy.furtherLevels.isEmpty, recovery < .infinity
    else { return nil }
    if case .elastic = scenario.recovery.policy { return nil }
    let all = classes.reduce(0) { $0 + $1.ofJob }
    return VerifiedCheckpointing(
      faultRate: max(0, all - corrupting), corruptionRate: corrupting, recovery: recovery,
      rollback: recovery, verification: verification.time, save: policy.save)
  }

  /// The pattern of several levels; nil for a single one.
  ///
  /// Copies are taken to be durable when their save ends, and faults that no level outlives to need
  /// the last one.
  public var levels: MultilevelPattern? {
    scenario.checkpoint.furtherLevels.isEmpty ? nil : Self.levels(of: scenario, classes)
  }

  static func levels(of scenario: Scenario, _ classes: [ClassRate]) -> MultilevelPattern {
    let policy = scenario.checkpoint
    let first = CheckpointLevel(every: 1, save: policy.save + (policy.verification?.time ?? 0))
    return MultilevelPattern(
      levels: ([first] + policy.furtherLevels).enumerated().map { level, times in
        let needing = classes.filter {
          scenario.levelNeeded(by: $0.fault) == level && scenario.takesDownJob($0.fault)
        }
        let recovery = Recovery(scenario, classes: classes, loading: level) { entry in
          needing.isEmpty || scenario.levelNeeded(by: entry.fault) == level
        }
        return MultilevelPattern.Level(
          every: times.every, save: times.save, recovery: recovery.total,
          rate: needing.reduce(0) { $0 + $1.ofJob })
      })
  }

  /// The replicas of an elastic job, struck by the faults that take down less than the job; nil for
  /// any other job.
  public var replicas: ReplicaAvailability? {
    guard case .elastic(let policy) = scenario.recovery.policy else { return nil }
    let striking = classes.filter { !scenario.takesDownJob($0.fault) }
    let needsNode = striking.filter { $0.fault.repairRoute != nil && $0.fault.takesDown != .job }
    let rate = striking.reduce(0) { $0 + $1.ofJob }
    let replaced = rate > 0 ? needsNode.reduce(0) { $0 + $1.ofJob } / rate : 0
    let steps = scenario.recovery
    let swap = steps.swap.mean + steps.image.mean + scenario.cluster.spareActivation.mean
    // A mean may be infinite, and need not matter then.
    let missing = policy.rejoin.mean + (replaced > 0 ? replaced * swap : 0)
    return ReplicaAvailability(
      replicas: policy.replicas, rate: rate, missing: rate > 0 ? missing : 0)
  }

  /// Mean time for which each fault stalls an elastic job, with the return of its replica.
  var stall: Double {
    guard case .elastic(let policy) = scenario.recovery.policy else { return 0 }
    return policy.stall.mean + policy.rejoinStall.mean
  }

  /// Rate of the faults that stall an elastic job, while it trains.
  func stallRate(_ replicas: ReplicaAvailability) -> Double {
    replicas.rate * replicas.meanShareUp
  }

  /// Rate of the faults after which an elastic job restarts as a whole: those of all of it, and
  /// those that leave too few replicas.
  func wholeJobRate(_ replicas: ReplicaAvailability) -> Double {
    guard case .elastic(let policy) = scenario.recovery.policy else { return rate }
    let whole = classes.filter { scenario.takesDownJob($0.fault) }.reduce(0) { $0 + $1.ofJob }
    let least = replicas.chancesUp[policy.minimum]
    return whole + replicas.rate * Double(policy.minimum) / Double(policy.replicas) * least
  }

  /// Rate of the faults after which the job starts anew.
  private var stretchEnds: Double { replicas.map(wholeJobRate) ?? rate }

  /// Refreshes in a second of training: each ends a stretch that no fault has ended before, λ/(e^{λT}
  /// − 1) for a refresh after T and faults of the rate λ.
  private var refreshRate: Double {
    guard let every = scenario.throughput?.refresh, every <= scenario.shortestRun else { return 0 }
    return stretchEnds > 0 ? stretchEnds / PortableMath.expm1(stretchEnds * every) : 1 / every
  }

  /// Share of the time that refreshes leave, each with the save before it.
  var shareWithoutRefreshes: Double {
    let stop = (scenario.throughput?.refreshTime ?? 0) + scenario.stoppingSave
    return 1 / (1 + refreshRate * stop / (1 + timeLostToFaults))
  }

  /// Refreshing stops in the run.
  var refreshes: Double {
    refreshRate > 0 ? refreshRate * shareAtRisk * wallSeconds : 0
  }

  /// Mean share of full speed at which the job works when nothing is broken.
  ///
  /// The day's swing exactly; the drift over stretches of training that faults end, or a refresh:
  /// E∫(1 − d)^t dt / E∫dt up to the first of them.
  public var meanSpeed: Double {
    guard let throughput = scenario.throughput else { return 1 }
    let swing = 1 - throughput.diurnal / 2
    guard throughput.driftPerDay > 0 else { return swing }
    let sag = -PortableMath.log1p(-throughput.driftPerDay) / 86_400
    let ends = stretchEnds
    let until = min(throughput.refresh ?? .infinity, scenario.horizon ?? .infinity)
    func length(_ rate: Double) -> Double {
      guard rate > 0 else { return until }
      return until < .infinity ? -PortableMath.expm1(-rate * until) / rate : 1 / rate
    }
    guard until < .infinity || ends > 0 else { return swing }
    return swing * length(sag + ends) / length(ends)
  }
}

extension Scenario {
  /// The first level whose copies outlive a fault, or else the last one.
  fileprivate func levelNeeded(by fault: FaultClass) -> Int {
    storage.firstIndex { $0.outlives(fault.takesDown) } ?? storage.count - 1
  }

  /// Whether a fault takes down more of an elastic job than may be missed.
  func takesDownJob(_ fault: FaultClass) -> Bool {
    guard case .elastic(let policy) = recovery.policy, fault.takesDown != .job else { return true }
    let nodes = Topology(cluster).size(of: max(.node, fault.takesDown))
    let each = job.nodes / policy.replicas
    return (nodes - 1) / each + 1 > policy.replicas - policy.minimum
  }
}
