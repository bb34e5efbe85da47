import ClusterModel
import Statistics

extension RunResult {
  /// The result of a point, from its batches in their order; there must be one.
  init(
    scenario: Scenario, settings: RunSettings, batches: [ReplicationBatch], withTimeline: Bool
  ) {
    let outcomes = batches.map(\.outcomes).joined()
    var timeline: [TimelineEntry] = []
    if withTimeline {
      var watched = ClusterSimulation(scenario, seed: settings.seed)
      timeline = watched.timeline(replication: 0)
    }
    self.init(
      scenario: scenario, settings: settings,
      replications: batches.flatMap { Array($0.first..<$0.first + $0.outcomes.count) },
      metrics: Self.metrics(of: scenario, settings.interval, outcomes),
      faults: Self.faults(of: scenario, batches, outcomes), timeline: timeline)
  }

  private static func metrics(
    of scenario: Scenario, _ interval: MeanInterval, _ outcomes: FlattenSequence<[[Outcome]]>
  ) -> [MetricResult] {
    MetricCatalogue.metrics(of: scenario).map { metric in
      let values = outcomes.map { metric.value($0, scenario) }
      let present = values.compactMap(\.self)
      return MetricResult(
        metric: metric, values: values,
        summary: present.count == values.count ? Summary(present, interval: interval) : nil)
    }
  }

  private static func faults(
    of scenario: Scenario, _ batches: [ReplicationBatch], _ outcomes: FlattenSequence<[[Outcome]]>
  ) -> [FaultResult] {
    let expected = ExpectedFailures(scenario, outcomes: outcomes)
    let classes = scenario.faults.count
    return scenario.faults.enumerated().map { index, fault in
      func column(_ counts: KeyPath<ReplicationBatch, [Int]>) -> [Int] {
        batches.flatMap { batch in
          let counts = batch[keyPath: counts]
          return stride(from: index, to: counts.count, by: classes).map { counts[$0] }
        }
      }
      return FaultResult(
        fault: fault, failures: column(\.failures), jobFailures: column(\.jobFailures),
        expected: expected.jobFailures(of: index))
    }
  }
}
