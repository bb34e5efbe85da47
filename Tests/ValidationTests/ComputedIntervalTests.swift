import Checkpointing
import ClusterModel
import Experiments
import Statistics
import Testing

@Suite("Intervals that a formula gives")
struct ComputedIntervalTests {
  /// Sixteen nodes that fault all in all once in `meanTime` seconds, in training.
  static func scenario(
    meanTime: Double, rule: IntervalRule, save: Double = 45, write: Double = 0,
    horizon: Double = 1e6
  ) -> Scenario {
    var isComputed = false
    if case .computed = rule { isComputed = true }
    return Scenario(
      cluster: Cluster(nodes: 16),
      faults: [
        FaultClass(
          name: "node", per: .node, process: .lifetime(.exponential(mean: 32 * meanTime)),
          takesDown: .job, atRisk: .training),
        FaultClass(name: "job", per: .job, process: .lifetime(.exponential(mean: 2 * meanTime))),
      ],
      job: Job(nodes: 16),
      checkpoint: CheckpointPolicy(
        interval: isComputed ? .infinity : 30, intervalRule: rule, save: save, write: write),
      recovery: Recovery(restart: .constant(200)), horizon: horizon)
  }

  @Test("They are those of the scenario's own rate", arguments: [600.0, 5000, 400_000])
  func computed(meanTime: Double) {
    func interval(_ formula: IntervalFormula, write: Double = 0) -> Double {
      Self.scenario(meanTime: meanTime, rule: .computed(formula), write: write, horizon: 1e9)
        .withComputedInterval.checkpoint.interval
    }
    let (young, daly, exact) = (
      OptimalInterval.young(save: 45, meanTimeToInterruption: meanTime),
      OptimalInterval.daly(save: 45, meanTimeToInterruption: meanTime),
      OptimalInterval.exact(save: 45, meanTimeToInterruption: meanTime)
    )
    // The rate is a sum of two.
    #expect(abs(interval(.young) / young - 1) < 1e-14)
    #expect(abs(interval(.daly) / daly - 1) < 1e-14)
    #expect(abs(interval(.optimal) / exact - 1) < 1e-14)
    let slow = OptimalInterval.exact(save: 45, write: 550, meanTimeToInterruption: meanTime)
    #expect(abs(interval(.optimal, write: 550) / slow - 1) < 1e-14)
  }

  @Test(
    "After many interruptions an adaptive one is near that of the true rate",
    arguments: IntervalFormula.allCases, [4000.0, 300])
  func adaptive(formula: IntervalFormula, meanTime: Double) throws {
    let run = LongRun(
      Self.scenario(
        meanTime: meanTime, rule: .adaptive(formula), horizon: 600 * (meanTime + 200)),
      replications: 16)
    let expected = CheckpointPolicy(interval: 1, save: 45)
      .interval(by: formula, meanTimeToInterruption: meanTime)
    try run.expect("checkpoint_interval_seconds", expected, within: 0.01)
  }

  @Test("One that adapts loses next to nothing against the computed one")
  func adapts() throws {
    let horizon = 500 * 4200.0
    let runs = [IntervalRule.adaptive(.optimal), .computed(.optimal)].map {
      LongRun(Self.scenario(meanTime: 4000, rule: $0, horizon: horizon))
    }
    let law = ExponentialCompletion(
      rate: 1 / 4000, downtime: 200, restart: 0, restartIsExposed: false)
    let best = OptimalInterval.exact(save: 45, meanTimeToInterruption: 4000)
    let expected = law.ettr(policy: CheckpointPolicy(interval: best, save: 45))
    for run in runs { try run.expect("ettr", expected, within: 0.005) }
  }

  @Test(
    "The best interval for lives that age beats its neighbours",
    arguments: [
      Lifetime.weibull(Weibull(shape: 0.7, mean: 3000)), .weibull(Weibull(shape: 2, mean: 3000)),
      .lognormal(Lognormal(mean: 3000, sigma: 1)), .gamma(Gamma(shape: 0.5, mean: 3000)),
    ])
  func agingOptimum(law: Lifetime) throws {
    let scenario = Scenario(
      cluster: Cluster(nodes: 1),
      faults: [FaultClass(name: "life", per: .job, process: .lifetime(law))], job: Job(nodes: 1),
      checkpoint: CheckpointPolicy(
        interval: .infinity, intervalRule: .computed(.optimal), save: 60),
      recovery: Recovery(restart: .constant(200)), horizon: 1e6)
    let best = scenario.withComputedInterval.checkpoint.interval
    let numeric = OptimalInterval.numeric(
      save: 60, life: SessionLife(rate: 0, lives: [(law, 1)]))
    #expect(abs(best / numeric - 1) < 1e-6)
    func ettr(_ factor: Double) throws -> [Double] {
      var other = scenario
      other.checkpoint.interval = best * factor
      other.checkpoint.intervalRule = .given
      let run = LongRun(other, replications: 16)
      return try #require(run.result.metrics.first { $0.metric.identifier == "ettr" }).values
        .compactMap(\.self)
    }
    let atBest = try ettr(1)
    for factor in [1.5, 1 / 1.5] {
      let gains = zip(atBest, try ettr(factor)).map { $0 - $1 }
      let summary = try #require(Summary(gains))
      #expect(summary.mean > 4 * summary.standardError, "\(factor)")
    }
  }
}
