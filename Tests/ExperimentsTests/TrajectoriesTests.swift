@testable import ClusterModel
import Statistics
import Testing

@testable import Experiments

@Suite("Trajectories") struct TrajectoriesTests {
  private func entry(
    _ time: Double, _ event: TimelineEntry.Event, spares: Int = 4, inRepair: Int = 0
  ) -> TimelineEntry {
    TimelineEntry(
      time: time, event: event, fault: nil, node: nil, phase: "training", lostSeconds: 0,
      progressSeconds: 0, spares: spares, nodesInRepair: inRepair)
  }

  @Test("Counts at an instant hold all that has happened until then; at the end spares are no more")
  func countsByHand() {
    let path = TrajectoryPath(
      [
        entry(0, .phase), entry(10, .fault), entry(10, .repairStarted, spares: 3, inRepair: 1),
        entry(10, .interruption, spares: 3, inRepair: 1), entry(15, .fault, spares: 3, inRepair: 1),
        entry(20, .repaired), entry(25, .completed),
      ], at: [0, 9.9, 10, 15, 25, 30])
    #expect(
      path.counts == [
        [0, 0, 1, 2, 2, 2], [0, 0, 1, 1, 1, 1], [4, 4, 3, 3, 4, nil], [0, 0, 1, 1, 0, nil],
      ])
  }

  @Test("They end where the replications do, are the same on any number of threads")
  func agreeWithMetrics() {
    let scenario = SmallCluster.scenario()
    let results = [1, 3].map { threads in
      Run.simulate(scenario, settings: RunSettings(replications: 130, seed: 5, threads: threads))
    }
    let courses = results.map { Trajectories(of: $0) }
    #expect(courses[0].times.count == 61 && courses[0].times.last == 1e6)
    for (course, metric) in zip(courses[0].courses, ["failures", "unexpected_interruptions"]) {
      let found = results[0].metrics.first { $0.metric.identifier == metric }
      let values = found?.values.compactMap { $0 } ?? []
      #expect(course.summaries.last == Summary(Array(values.prefix(100))))
    }
    for (one, three) in zip(courses[0].courses, courses[1].courses) {
      #expect(one.summaries == three.summaries)
    }
  }

  @Test("Of a job that is done failures stay counted, and spares are those of jobs that still run")
  func shrinkAtTheEnd() throws {
    let scenario = SmallCluster.scenario(work: 400_000)
    let result = Run.simulate(
      scenario, settings: RunSettings(replications: 50, seed: 1, threads: 2))
    let course = try #require(Trajectories(of: result).courses.first)
    #expect(course.summaries.allSatisfy { $0?.count == 50 })
    let means = course.summaries.compactMap { $0?.mean }
    #expect(means == means.sorted())
    let spares = Trajectories(of: result).courses[2].summaries.map { $0?.count ?? 0 }
    #expect(spares.first == 50 && spares.last ?? 2 <= 1)
    #expect(spares == spares.sorted(by: >))
  }
}
