import ClusterModel
import Experiments
import Testing

/// Holds a run to be the same to the last bit on any number of threads.
func expectSameOnAnyNumberOfThreads(
  _ scenario: Scenario, replications: Int, _ comment: Comment,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  func run(threads: Int) -> RunResult {
    Run.simulate(
      scenario, settings: RunSettings(replications: replications, seed: 3, threads: threads))
  }
  let one = run(threads: 1)
  for threads in [2, 16] {
    let other = run(threads: threads)
    #expect(
      one.metrics.map(\.values) == other.metrics.map(\.values), comment,
      sourceLocation: sourceLocation)
    #expect(
      one.faults.map(\.failures) == other.faults.map(\.failures), comment,
      sourceLocation: sourceLocation)
    #expect(
      one.faults.map(\.jobFailures) == other.faults.map(\.jobFailures), comment,
      sourceLocation: sourceLocation)
    #expect(one.timeline == other.timeline, comment, sourceLocation: sourceLocation)
  }
}

/// Holds a replication to be the same to the last bit whatever was simulated before it.
func expectSameInAnyOrder(
  _ scenario: Scenario, _ comment: Comment, sourceLocation: SourceLocation = #_sourceLocation
) {
  let inOrder = simulate(scenario, replications: 4)
  var simulation = ClusterSimulation(scenario, seed: 1)
  for number in [3, 1, 1, 0, 2] {
    let replication = Replication(number, of: &simulation, classes: scenario.faults.count)
    #expect(replication == inOrder[number], comment, sourceLocation: sourceLocation)
  }
}
