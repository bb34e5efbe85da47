import ClusterModel
import Statistics
import Testing

@testable import Experiments

@Suite("Differences between points of a sweep")
struct PointResultTests {
  private static func result(_ values: [Double?], numbers: [Int]? = nil) -> RunResult {
    let metric = MetricCatalogue.all[0]
    let present = values.compactMap(\.self)
    return RunResult(
      scenario: SmallCluster.scenario(),
      settings: RunSettings(replications: values.count, threads: 1),
      replications: numbers ?? Array(values.indices),
      metrics: [
        RunResult.MetricResult(
          metric: metric, values: values,
          summary: present.count == values.count ? Summary(present) : nil)
      ], faults: [], timeline: [])
  }

  @Test("are taken replication by replication")
  func arePaired() throws {
    // By hand: the values spread by 10, the differences are 1, 2, 3: mean 2, sd 1, SE 1/√3.
    let first = Self.result([10, 20, 30])
    let point = PointResult(1, Self.result([11, 22, 33]), first: first)
    let difference = try #require(point.metrics[0].difference)
    #expect(difference.mean == 2)
    #expect(difference.standardDeviation == 1)
    #expect(abs(difference.standardError - 0.577_350_269_189_626) < 1e-15)
    #expect(PointResult(0, first, first: first).metrics[0].difference?.maximum == 0)
  }

  @Test("are of the replications that both points have")
  func areOfCommonReplications() throws {
    let first = Self.result([10, 20, 30, 40], numbers: [0, 1, 4, 5])
    let point = PointResult(1, Self.result([21, 31, 99], numbers: [1, 4, 6]), first: first)
    let difference = try #require(point.metrics[0].difference)
    #expect(difference.count == 2)
    #expect(difference.mean == 1)
    #expect(
      PointResult(1, Self.result([1], numbers: [9]), first: first).metrics[0].difference == nil)
  }

  @Test("are not there when a value is missing")
  func needValues() {
    let point = PointResult(1, Self.result([1, nil]), first: Self.result([1, 2]))
    #expect(point.metrics[0].summary == nil)
    #expect(point.metrics[0].difference == nil)
  }

  @Test("wait for the first point, and are the same in whatever order points become whole")
  func waitForTheFirst() {
    let results = (0..<4).map { point in Self.result([1, 2, 4].map { $0 * Double(point + 1) }) }
    let means = [[0, 1, 2, 3], [3, 1, 0, 2], [2, 3, 1, 0]].map { order in
      let collector = SweepCollector()
      for point in order.dropLast(order.last == 0 ? 1 : 0) { collector.add(point, results[point]) }
      if order.last == 0 {
        #expect(collector.points.isEmpty)
        collector.add(0, results[0])
      }
      return collector.points.map { $0.metrics[0].difference?.mean }
    }
    #expect(means[0].count == 4)
    #expect(means[1] == means[0])
    #expect(means[2] == means[0])
  }

  @Test("With common random numbers they spread far less than the values do")
  func areNarrower() throws {
    let points = [3600.0, 3700].map { SmallCluster.scenario(interval: $0) }
    let results = SmallCluster.carryOut(
      Experiment(points: points, settings: RunSettings(replications: 400, threads: 2))
    ).results
    let point = PointResult(1, try #require(results[1]), first: try #require(results[0]))
    let entry = try #require(point.metrics.first { $0.metric.identifier == "ettr" })
    let own = try #require(entry.summary?.standardError)
    let paired = try #require(entry.difference?.standardError)
    // Two independent means would differ with a standard error of √2·own.
    #expect(paired < own)
  }
}
