import ClusterModel

/// Which batches of an experiment are done, and which is to be simulated next.
struct BatchSchedule {
  /// A batch to be simulated.
  struct Task {
    let point: Int
    let replications: Range<Int>
  }

  private let experiment: Experiment
  private var points: [PointProgress]
  /// Index of the first point of which there may be something to take.
  private var firstOpen = 0
  /// Replications that are done.
  private(set) var replicationsDone = 0

  init(_ experiment: Experiment) {
    self.experiment = experiment
    points = experiment.points.map { scenario in
      PointProgress(
        batches: experiment.batchesOfPoint, demand: Self.demand(experiment.settings, scenario))
    }
  }

  private static func demand(
    _ settings: RunSettings, _ scenario: Scenario
  ) -> PointProgress.Demand? {
    guard let precision = settings.precision,
      let metric = MetricCatalogue.metrics(of: scenario).first(where: {
        $0.identifier == precision.metric
      })
    else { return nil }
    return PointProgress.Demand(rule: precision.rule) { metric.value($0, scenario) }
  }

  /// Takes the next batch for a thread; nil when there is nothing to do any more.
  ///
  /// First what is surely or probably needed, in the order of points; then, rather than let a thread
  /// idle, what may be needed.
  mutating func next() -> Task? {
    while firstOpen < points.count, points[firstOpen].isWhole || points[firstOpen].isTaken {
      firstOpen += 1
    }
    return first { $0.needed ?? $0.expected } ?? first { $0.mostUseful }
  }

  private mutating func first(_ limit: (PointProgress) -> Int) -> Task? {
    let perPoint = experiment.batchesOfPoint
    for point in points.indices.dropFirst(firstOpen) where !points[point].isWhole {
      let batch = points[point].take(below: limit(points[point])) {
        experiment.shard.holds(point * perPoint + $0)
      }
      if let batch {
        return Task(point: point, replications: experiment.replications(ofBatch: batch))
      }
    }
    return nil
  }

  /// Notes that a batch is done; false if it was there.
  mutating func add(_ batch: ReplicationBatch) -> Bool {
    guard points[batch.point].add(batch) else { return false }
    replicationsDone += batch.outcomes.count
    return true
  }

  /// The batches of a point in their order, when they have just become all that there are.
  mutating func takeWhole(_ point: Int) -> [ReplicationBatch]? { points[point].takeWhole() }

  /// Notes that a batch has been recorded and need not be kept; false if it was.
  mutating func skip(_ batch: ReplicationBatch) -> Bool {
    guard points[batch.point].skip(batch.first / ReplicationBatch.size) else { return false }
    replicationsDone += batch.outcomes.count
    return true
  }

  /// The batches of a point that is not whole, in their order.
  func batches(ofPartial point: Int) -> [ReplicationBatch] {
    points[point].done.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Numbers of the first batches, counted through all points, that are not there.
  func missing(atMost count: Int) -> [Int] {
    let all = points.indices.lazy.filter { !points[$0].isWhole }.flatMap { point in
      (0..<(points[point].needed ?? experiment.batchesOfPoint)).lazy
        .filter { points[point].done[$0] == nil }.map { point * experiment.batchesOfPoint + $0 }
    }
    return Array(all.prefix(count))
  }
}
