import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Intervals that adapt to the interruptions so far")
struct AdaptiveIntervalTests {
  typealias Exact = ExactTimelineTests

  /// Faults of the job, 33 s down each time; saves of 10, at first after each 100 s of work.
  static func scenario(
    faults: [Double], horizon: Double, formula: IntervalFormula = .young
  ) -> Scenario {
    var scenario = Exact.scenario(faults: faults, takesDown: .job, horizon: horizon)
    scenario.checkpoint = CheckpointPolicy(
      interval: 100, intervalRule: .adaptive(formula), save: 10)
    return scenario
  }

  static func down(_ times: Double) -> [TimeState: Double] {
    [.detection: 3 * times, .diagnosis: 4 * times, .restart: 20 * times, .load: 6 * times]
  }

  @Test("Each session uses the interval for the mean training time between interruptions so far")
  func youngs() {
    // 150 of training until the first one, 77 until the second at 260, 100 until the third at 393.
    let scenario = Self.scenario(faults: [150, 260, 393], horizon: 393)
    let second = (2 * 10 * 150.0).squareRoot()
    let third = (2 * 10 * (150 + 77) / 2.0).squareRoot()
    let expected = LevelTimeline.sum(
      Self.down(2),
      [
        .productive: 100 + second + third, .lostWork: 40 + (67 - second) + (90 - third),
        .checkpointSave: 30,
      ])
    // Each replication begins with the interval as given.
    for run in simulate(scenario, replications: 3) { Exact.expect(run.outcome, expected) }
  }

  @Test("It may be by any formula", arguments: IntervalFormula.allCases)
  func formulas(formula: IntervalFormula) {
    let scenario = Self.scenario(faults: [150, 260], horizon: 260, formula: formula)
    let interval =
      switch formula {
      case .young: OptimalInterval.young(save: 10, meanTimeToInterruption: 150)
      case .daly: OptimalInterval.daly(save: 10, meanTimeToInterruption: 150)
      case .optimal: OptimalInterval.exact(save: 10, meanTimeToInterruption: 150)
      }
    Exact.expect(
      Exact.run(scenario),
      LevelTimeline.sum(
        Self.down(1),
        [.productive: 100 + interval, .lostWork: 40 + 67 - interval, .checkpointSave: 20]))
  }

  @Test("An interruption before any training tells nothing of the interval")
  func atStart() {
    // Back at 33 with the given interval; the next one after 117 of training, two in all.
    let run = Exact.run(Self.scenario(faults: [0, 150, 233], horizon: 233))
    let third = (2 * 10 * 117 / 2.0).squareRoot()
    Exact.expect(
      run,
      LevelTimeline.sum(
        Self.down(2),
        [.productive: 100 + third, .lostWork: 7 + 40 - third, .checkpointSave: 20]))
  }

  @Test("Saves of further levels enter by their mean, and so does the verification")
  func levels() {
    // A mean save of 2 + 10 / 2 + 3 = 10. After 100 of work a check of 3 and a save of 2.
    var scenario = LevelTimeline.scenario(
      [LevelTimeline.fault(.job, at: [150, 250])], horizon: 250)
    scenario.checkpoint.intervalRule = .adaptive(.young)
    scenario.checkpoint.verification = Verification(time: 3)
    // Back at 178 behind the first checkpoint: the next one is to both levels.
    let second = (2 * 10 * 150.0).squareRoot()
    Exact.expect(
      Exact.run(scenario),
      LevelTimeline.sum(
        LevelTimeline.way,
        [
          .productive: 100 + second, .lostWork: 45 + 72 - 15 - second, .checkpointSave: 5 + 15,
          .load: 1,
        ]))
  }

  @Test("A stall without loss is no interruption that asks for a shorter interval")
  func stalls() {
    var scenario = ElasticTimeline.scenario([ElasticTimeline.fault(at: [50])], horizon: 400)
    let given = Exact.run(scenario)
    scenario.checkpoint.intervalRule = .adaptive(.young)
    #expect(Exact.run(scenario) == given)
  }
}
