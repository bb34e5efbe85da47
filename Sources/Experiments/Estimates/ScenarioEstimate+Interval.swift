import Checkpointing
import ClusterModel
import Statistics

extension ScenarioEstimate {
  /// What a formula for the interval takes the job to be.
  public struct IntervalBasis: Sendable {
    /// Mean training time from a start until what is not saved is lost, in seconds.
    public let meanTimeToInterruption: Double
    /// Mean time for which a checkpoint blocks the job, in seconds.
    public let save: Double
  }

  /// The rate that formulas for the interval assume.
  public var intervalBasis: IntervalBasis {
    IntervalBasis(
      meanTimeToInterruption: scenario.sessionLife(classes).mean,
      save: scenario.checkpoint.meanSave)
  }
}

extension Scenario {
  /// The scenario with its checkpoint interval computed if a formula is to give it.
  public var withComputedInterval: Scenario {
    guard case .computed = checkpoint.intervalRule else { return self }
    return ScenarioEstimate(self).scenario
  }

  /// How long training lasts until what is not saved is lost.
  func sessionLife(_ classes: [ScenarioEstimate.ClassRate]) -> SessionLife {
    let losing = classes.filter { $0.fault.symptom != .slow && losesWork($0.fault) }
    let constant = losing.filter { !$0.fault.isRenewedWithJob }.reduce(0) { $0 + $1.ofJob }
    let renewed = losing.filter(\.fault.isRenewedWithJob).compactMap {
      entry -> (law: Lifetime, count: Double)? in
      guard case .lifetime(let law) = entry.fault.process else { return nil }
      return (law, Double(entry.fault.count))
    }
    return SessionLife(rate: constant, lives: renewed)
  }

  /// Whether the job restarts from a checkpoint after a fault of a class.
  private func losesWork(_ fault: FaultClass) -> Bool {
    guard case .elastic = recovery.policy else { return true }
    return takesDownJob(fault) || fault.symptom == .corrupt
  }

  /// The interval that one tends to which adapts by a formula, in seconds: the formulas of one level,
  /// of the mean save.
  func adaptedInterval(
    by formula: IntervalFormula, _ classes: [ScenarioEstimate.ClassRate]
  ) -> Double {
    let mean = sessionLife(classes).mean
    guard mean < .infinity else { return checkpoint.interval }
    return checkpoint.interval(by: formula, meanTimeToInterruption: mean)
  }

  /// The interval by a formula, in seconds; at most the length of the run.
  func interval(
    by formula: IntervalFormula, _ classes: [ScenarioEstimate.ClassRate]
  ) -> Double {
    let life = sessionLife(classes)
    let longest = min(shortestRun, ClusterSimulation.longestRun)
    guard life.mean < .infinity else { return longest }
    let isExact = formula == .optimal
    let interval =
      if isExact, !checkpoint.furtherLevels.isEmpty {
        ScenarioEstimate.levels(of: self, classes).optimalInterval()
      } else if isExact,
        let verified = ScenarioEstimate.verified(of: self, classes, recovery: 0)
      {
        verified.optimalInterval()
      } else if isExact, life.constantRate == nil {
        OptimalInterval.numeric(save: checkpoint.meanSave, write: checkpoint.write, life: life)
      } else {
        checkpoint.interval(by: formula, meanTimeToInterruption: life.mean)
      }
    return min(longest, max(CheckpointPolicy.leastInterval, interval))
  }
}
