import ClusterModel
import Statistics

extension ScenarioEstimate {
  /// Mean time from a fault until the job trains again, step by step; 0 without faults. A mean may
  /// be infinite.
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

    /// The mean of those faults that `isCounted` says, with copies of a level read back.
    init(
      _ scenario: Scenario, classes: [ClassRate], loading level: Int = 0,
      isCounted: (ClassRate) -> Bool = { _ in true }
    ) {
      let steps = scenario.recovery
      let topology = Topology(scenario.cluster)
      let image = steps.policy.hotRestart == nil ? steps.image.mean : 0
      // A node that is kept ready needs no activation.
      func swap(_ fault: FaultClass) -> Double {
        let nodes = (topology.nodes - 1) / topology.units(of: max(.node, fault.takesDown)) + 1
        let isWarm = nodes <= scenario.cluster.warmSpares
        return steps.swap.mean + image + (isWarm ? 0 : scenario.cluster.spareActivation.mean)
      }
      func mean(_ value: (FaultClass) -> Double) -> Double {
        let counted = classes.filter(isCounted)
        let striking = counted.filter { $0.ofJob > 0 && value($0.fault) > 0 }
        let rate = counted.reduce(0) { $0 + $1.ofJob }
        return striking.reduce(0) { $0 + $1.ofJob / rate * value($1.fault) }
      }
      detection = mean { fault in
        switch fault.symptom {
        case .crash: steps.detectCrash.mean
        case .hang: steps.detectHang.mean
        // The job runs on until these are found.
        case .slow, .corrupt: 0
        }
      }
      diagnosis = steps.diagnose.mean
      replacement = mean { $0.takesDown != .job && $0.repairRoute != nil ? swap($0) : 0 }
      let start = steps.policy.hotRestart ?? steps.restart
      (restart, load) = (start.mean, scenario.storage[level].load.mean)
      let down = detection + diagnosis + replacement
      let exposed =
        steps.isExposed
        ? classes.reduce(0) { $0 + ($1.fault.strikesOnlyInTraining ? 0 : $1.ofJob) } : 0
      // Each try is struck with chance c, and lasts c/λ.
      let inRestart = exposed > 0 ? start.chanceOfStrike(atRate: exposed) : 0
      let holds = (1 - inRestart) * (1 - steps.restartFails)
      let inLoad =
        exposed > 0 ? scenario.storage[level].load.chanceOfStrike(atRate: exposed) : 0
      let struck = inRestart + holds * inLoad
      let fails = (1 - inRestart) * steps.restartFails
      let length =
        exposed > 0 ? struck / exposed : restart + (1 - steps.restartFails) * load
      guard struck + fails < 1, down < .infinity else {
        total = .infinity
        return
      }
      // A restart that failed by itself goes back to step 1 too, with all nodes there.
      let again = steps.restartFails > 0 ? fails * (steps.detectCrash.mean + diagnosis) : 0
      total = down + (length + struck * down + again) / (1 - struck - fails)
    }
  }
}
