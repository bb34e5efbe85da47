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

    init(_ scenario: Scenario, classes: [ClassRate]) {
      let steps = scenario.recovery
      let topology = Topology(scenario.cluster)
      // A node that is kept ready needs no activation.
      func swap(_ fault: FaultClass) -> Double {
        let nodes = (topology.nodes - 1) / topology.units(of: max(.node, fault.takesDown)) + 1
        let isWarm = nodes <= scenario.cluster.warmSpares
        return steps.swap.mean + (isWarm ? 0 : scenario.cluster.spareActivation.mean)
      }
      func mean(_ value: (FaultClass) -> Double) -> Double {
        let striking = classes.filter { $0.ofJob > 0 && value($0.fault) > 0 }
        let rate = classes.reduce(0) { $0 + $1.ofJob }
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
      (restart, load) = (steps.restart.mean, scenario.storage[0].load.mean)
      let down = detection + diagnosis + replacement
      let exposed = classes.reduce(0) { $0 + ($1.fault.strikesOnlyInTraining ? 0 : $1.ofJob) }
      guard steps.isExposed, exposed > 0 else {
        total = down + restart + load
        return
      }
      // Each try is struck with chance c, and lasts c/λ; 1/(1 − c) tries come to one that holds.
      let struck = [steps.restart, scenario.storage[0].load].reduce(0.0) { chance, law in
        chance + (1 - chance) * law.chanceOfStrike(atRate: exposed)
      }
      total =
        struck < 1 && down < .infinity
        ? (struck / exposed + down) / (1 - struck) : .infinity
    }
  }
}
