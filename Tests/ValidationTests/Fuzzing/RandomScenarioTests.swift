import ClusterModel
import Experiments
import ScenarioFormat
import Statistics
import Testing

/// Scenarios drawn over the whole of the format, with everything asserted that holds in any run.
///
/// What the simulation asserts by itself at the end of a replication traps; the file that
/// `FuzzNote` leaves then tells which scenario it was.
@Suite("Random scenarios") struct RandomScenarioTests {
  private static let seeds = 4

  @Test(
    "A valid scenario is accepted, keeps its books, and comes out the same however it is run",
    arguments: UInt64(1)...UInt64(seeds))
  func keepsItsBooks(_ seed: UInt64) throws {
    let cases = FuzzSettings.cases(of: seed, sharing: FuzzSettings.scenarios, among: Self.seeds)
    let note = try FuzzNote("random-scenario", seed: seed)
    var refused = 0
    for each in cases {
      try note.write(each)
      var generator = ScenarioGenerator(each.stream("scenario"))
      let text = generator.scenario().text()
      let source = ScenarioSource(name: "case \(each)", bytes: Array(text.utf8))
      let scenario: Scenario
      do {
        scenario = try ScenarioReader.read(source).scenario.withComputedInterval
      } catch {
        Issue.record("\(error)\n\(text)")
        continue
      }
      let settings = RunSettings(replications: 2, seed: each.round, threads: 1)
      if Feasibility(scenario).refusal(settings: settings, memory: 1e10) != nil {
        refused += 1
        continue
      }
      try check(scenario, each)
    }
    try note.remove()
    #expect(refused * 20 <= max(20, cases.count), "\(refused) of \(cases.count) were refused")
  }

  /// Two replications, the same in the other order, and now and then more on several threads.
  private func check(_ scenario: Scenario, _ each: FuzzCase) throws {
    var simulation = ClusterSimulation(scenario, seed: each.round)
    let first = Replication(0, of: &simulation, scenario)
    let second = Replication(1, of: &simulation, scenario)
    for replication in [first, second] {
      for problem in replication.problems { Issue.record("case \(each): \(problem)") }
    }
    var again = ClusterSimulation(scenario, seed: each.round)
    #expect(Replication(1, of: &again, scenario) == second, "case \(each)")
    #expect(Replication(0, of: &again, scenario) == first, "case \(each)")
    let timeline = again.timeline(replication: 0)
    #expect(first.agrees(with: timeline), "case \(each)")
    if each.round.isMultiple(of: 25) { checkThreads(scenario, first, each) }
  }

  /// More replications than one thread takes at a time.
  private func checkThreads(_ scenario: Scenario, _ first: Replication, _ each: FuzzCase) {
    let results = [1, 3].map { threads in
      Run.simulate(
        scenario, settings: RunSettings(replications: 70, seed: each.round, threads: threads))
    }
    #expect(results[0].metrics.map(\.values) == results[1].metrics.map(\.values), "case \(each)")
    #expect(results[0].faults.map(\.failures) == results[1].faults.map(\.failures), "case \(each)")
    #expect(results[0].timeline == results[1].timeline, "case \(each)")
    #expect(results[0].faults.map { $0.failures[0] } == first.failures, "case \(each)")
    for metric in results[0].metrics {
      let isFinite = metric.values.allSatisfy { $0?.isFinite ?? true }
      #expect(isFinite, "case \(each): \(metric.metric.identifier)")
    }
  }
}
