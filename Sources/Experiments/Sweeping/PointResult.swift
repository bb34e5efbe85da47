import ClusterModel
import Statistics

/// What one point of a sweep came to, without the values of its replications.
public struct PointResult: Sendable {
  /// A metric over the replications of the point.
  public struct MetricResult: Sendable {
    /// What was measured.
    public let metric: Metric
    /// Mean, interval and quantiles; nil when a replication has no value.
    public let summary: Summary?
    /// This point's values less those of the first point, replication by replication; nil when one
    /// of the two has no value in a replication that both have.
    ///
    /// Both met the same random numbers, so the differences spread less than the values do.
    public let difference: Summary?
  }

  /// Index of the point, from 0.
  public let point: Int
  /// What was simulated.
  public let scenario: Scenario
  /// Number of replications.
  public let replications: Int
  /// Every metric that the scenario has, in the order of the catalogue.
  public let metrics: [MetricResult]

  /// Sums a point up, and sets it beside the first one.
  init(_ point: Int, _ result: RunResult, first: RunResult) {
    self.point = point
    scenario = result.scenario
    replications = result.replications.count
    let pairs = Self.pairs(result.replications, first.replications)
    metrics = result.metrics.map { entry in
      let other = first.metrics.first { $0.metric.identifier == entry.metric.identifier }
      return MetricResult(
        metric: entry.metric, summary: entry.summary,
        difference: other.flatMap {
          Self.difference(entry.values, $0.values, pairs, result.settings.interval)
        })
    }
  }

  /// The places of the replications that both points have.
  private static func pairs(_ left: [Int], _ right: [Int]) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var place = 0
    for (index, replication) in left.enumerated() {
      while place < right.count, right[place] < replication { place += 1 }
      if place < right.count, right[place] == replication { pairs.append((index, place)) }
    }
    return pairs
  }

  private static func difference(
    _ values: [Double?], _ first: [Double?], _ pairs: [(Int, Int)], _ interval: MeanInterval
  ) -> Summary? {
    let differences = pairs.compactMap { here, there in
      values[here].flatMap { value in first[there].map { value - $0 } }
    }
    return differences.count == pairs.count ? Summary(differences, interval: interval) : nil
  }
}
