import Checkpointing
import ClusterModel
import Statistics

/// What closed forms say of a scenario before it is simulated.
///
/// Scope: first the mean rate of every class over the run, then an endless run whose faults come
/// with these rates as a Poisson process. Left out: rates that change in the run, spares that run
/// out, racks and pods that the job comes to lie on as nodes are replaced, what slow and corrupt
/// faults cost before they are found, diagnoses that go wrong and health checks. All times are in
/// seconds, all rates in faults a second.
public struct ScenarioEstimate: Sendable {
  /// The rates of one fault class.
  public struct ClassRate: Sendable {
    /// The class.
    public let fault: FaultClass
    /// Instances on what the job uses.
    public let instances: Int
    /// Mean rate of one instance over the run, while it is at risk.
    public let ofInstance: Double

    /// Mean rate at which the class strikes the job while it trains.
    public var ofJob: Double { ofInstance * Double(instances) }
  }

  /// What is estimated.
  public let scenario: Scenario
  /// The fault classes, in the order of the scenario.
  public let classes: [ClassRate]
  /// Rate at which the job is struck while it trains.
  public let rate: Double
  let topology: Topology

  /// Estimates a scenario.
  public init(_ scenario: Scenario) {
    self.scenario = scenario
    topology = Topology(scenario.cluster, nodes: scenario.job.nodes)
    let span = min(scenario.horizon ?? .infinity, scenario.job.work ?? .infinity)
    let instances = scenario.faults.map { [topology] in $0.count * topology.units(of: $0.per) }
    let rates = zip(scenario.faults, instances).map { $0.meanRate(ofEach: $1, within: span) }
    let attempt = Self.attempt(scenario.faults, instances, rates, span: span)
    classes = zip(scenario.faults, instances).enumerated().map { index, entry in
      let (fault, instances) = entry
      return ClassRate(
        fault: fault, instances: instances,
        ofInstance: rates[index] ?? fault.meanRateRenewed(every: attempt))
    }
    rate = classes.reduce(0) { $0 + $1.ofJob }
  }

  /// Mean time for which the job trains at a stretch, on which the rates of what is renewed with it
  /// depend, and the other way round.
  private static func attempt(
    _ faults: [FaultClass], _ instances: [Int], _ rates: [Double?], span: Double
  ) -> Double {
    var attempt = span
    guard rates.contains(nil) else { return attempt }
    for _ in 0..<16 {
      var rate = 0.0
      for index in faults.indices {
        let each = rates[index] ?? faults[index].meanRateRenewed(every: attempt)
        rate += each * Double(instances[index])
      }
      attempt = min(span, 1 / rate)
    }
    return attempt
  }

  // MARK: Recovery

  /// Mean time from a fault until the job trains again, step by step.
  public struct Recovery: Sendable {
    /// Until the job is known to be down.
    public let detection: Double
    /// Finding out which node it was.
    public let diagnosis: Double
    /// Putting spares in the place of nodes that need a repair.
    public let replacement: Double
    /// Launch of the job.
    public let restart: Double
    /// Reading the checkpoint back.
    public let load: Double
    /// All of it, with the faults that strike in restart and load.
    public let total: Double
  }

  /// The mean recovery; without faults, as if each class struck equally often.
  public var recovery: Recovery {
    let steps = scenario.recovery
    let detection = mean { fault in
      switch fault.symptom {
      case .crash: steps.detectCrash.mean
      case .hang: steps.detectHang.mean
      // The job runs on until these are found.
      case .slow, .corrupt: 0
      }
    }
    let replacement =
      steps.swap.mean * mean { $0.takesDown != .job && $0.repairRoute != nil ? 1 : 0 }
    let exposed = classes.reduce(0) { sum, entry in
      entry.fault.atRisk == .powered && entry.fault.per != .job ? sum + entry.ofJob : sum
    }
    let law = ExponentialCompletion(
      rate: steps.isExposed ? exposed : 0, downtime: detection + steps.diagnose.mean + replacement,
      restart: steps.restart.mean + steps.load.mean)
    return Recovery(
      detection: detection, diagnosis: steps.diagnose.mean, replacement: replacement,
      restart: steps.restart.mean, load: steps.load.mean, total: law.recovery.mean)
  }

  /// Mean over the classes, weighted by how often they strike the job.
  private func mean(_ value: (FaultClass) -> Double) -> Double {
    guard rate > 0 else { return 0 }
    return classes.reduce(0) { $0 + $1.ofJob * value($1.fault) } / rate
  }

  // MARK: Training

  /// Effective training time ratio (ETTR) of an endless run, from 0 to 1.
  ///
  /// - Parameter interval: productive time between two saves, in seconds.
  public func ettr(interval: Double) -> Double {
    var policy = scenario.checkpoint
    policy.interval = interval
    return law.ettr(policy: policy) * (1 - plannedShare)
  }

  /// Mean of the work that a fault loses, in seconds: what was done since the last durable copy.
  public var lostWork: Double { law.lostWork(policy: scenario.checkpoint) }

  private var law: ExponentialCompletion {
    ExponentialCompletion(
      rate: rate, downtime: recovery.total, restart: 0, restartIsExposed: false)
  }

  /// Share of the time that planned interruptions take, each with the save before it.
  public var plannedShare: Double {
    guard let plan = scenario.maintenance else { return 0 }
    let stop = plan.downtime + scenario.checkpoint.save + scenario.checkpoint.write
    return min(1, stop / plan.every)
  }

  /// Length of the run: the horizon, or the work by the ETTR if that is done before.
  public var wallSeconds: Double {
    let work = scenario.job.work.map { $0 / ettr(interval: scenario.checkpoint.interval) }
    return min(scenario.horizon ?? .infinity, work ?? .infinity)
  }

  /// Share of the time in which the job trains or saves, and so can be struck.
  public var shareAtRisk: Double { (1 - plannedShare) / (1 + rate * recovery.total) }

  /// Faults that interrupt the job in the run.
  public var unexpectedInterruptions: Double { rate * shareAtRisk * wallSeconds }

  /// Planned interruptions in the run.
  public var plannedInterruptions: Double {
    guard let plan = scenario.maintenance, wallSeconds >= plan.first else { return 0 }
    return ((wallSeconds - plan.first) / plan.every).rounded(.down) + 1
  }

  // MARK: Repair

  /// Mean number of nodes in repair once as many break as come back, spares never lacking.
  ///
  /// By Little's law: nodes that break a second, times the mean time of their route.
  public var nodesInRepair: Double {
    classes.reduce(0) { sum, entry in
      guard let route = entry.fault.repairRoute else { return sum }
      let isPowered = entry.fault.atRisk == .powered && entry.fault.per != .job
      let broken = entry.ofJob * (isPowered ? 1 : shareAtRisk) * Double(nodesLost(by: entry.fault))
      return sum + broken * scenario.repairRoutes[route].meanTime
    }
  }

  /// Nodes that a fault takes down.
  private func nodesLost(by fault: FaultClass) -> Int {
    min(topology.nodes, topology.nodes / max(1, topology.units(of: fault.takesDown)))
  }
}

extension FaultClass {
  /// Mean rate of each of so many instances that are new when the run begins; nil if they are
  /// renewed whenever the job starts.
  fileprivate func meanRate(ofEach instances: Int, within span: Double) -> Double? {
    switch process {
    case .instants(let times): Double(times.count { $0 <= span }) / (span * Double(instances))
    case .lifetime(let law) where law.constantRate != nil: law.constantRate
    case .lifetime(let law) where !renews: law.cumulativeHazard(span) / span
    case .lifetime(let law): per == .job ? nil : law.expectedRenewals(within: span) / span
    }
  }

  /// Mean rate of an instance that is also renewed after every such time.
  fileprivate func meanRateRenewed(every attempt: Double) -> Double {
    guard case .lifetime(let law) = process else { return 0 }
    return law.expectedRenewals(within: attempt) / attempt
  }
}

extension RepairRoute {
  /// Mean time in repair, in seconds: each stage as often as the ones before it fail.
  fileprivate var meanTime: Double {
    var (time, reached) = (0.0, 1.0)
    for stage in stages {
      time += reached * stage.time.mean
      reached *= 1 - stage.fixes
    }
    return time
  }
}
