import ClusterModel
import Synchronization

/// The carrying out of an experiment, by threads that share its batches, or from records.
///
/// Each replication is a pure function of (scenario, seed, number), and results are made of the
/// batches in their order, so they are the same for any number of threads and whatever was recorded
/// before.
public final class Execution: Sendable {
  /// What is wrong with a batch that was recorded.
  public enum BadBatch: Error, Equatable {
    /// The experiment has none like it.
    case stranger
    /// It was there already.
    case duplicate
  }

  /// Told of each point that is whole, from any thread and in any order.
  public typealias PointIsWhole = @Sendable (_ point: Int, RunResult) -> Void

  private let experiment: Experiment
  private let schedule: Mutex<BatchSchedule>
  private let pointIsWhole: PointIsWhole

  /// Begins; a shard has no whole points.
  public init(_ experiment: Experiment, pointIsWhole: @escaping PointIsWhole) {
    self.experiment = experiment
    self.pointIsWhole = pointIsWhole
    schedule = Mutex(BatchSchedule(experiment))
  }

  /// Replications that are done.
  public var replicationsDone: Int { schedule.withLock { $0.replicationsDone } }

  /// Takes a batch from a record instead of simulating it.
  public func accept(_ batch: ReplicationBatch) throws(BadBatch) {
    guard experiment.holds(batch) else { throw .stranger }
    guard add(batch) else { throw .duplicate }
  }

  /// Simulates all batches that are not there.
  ///
  /// - Parameter batchIsDone: told of each, from any thread; if it throws, no more are begun and the
  ///   first error is thrown on.
  public func simulate<Problem: Error>(
    batchIsDone: @escaping @Sendable (ReplicationBatch) throws(Problem) -> Void
  ) throws(Problem) {
    let problem = Mutex<Problem?>(nil)
    let batches = experiment.points.count * experiment.batchesOfPoint
    ThreadTeam.run(min(experiment.settings.threads, batches)) {
      do throws(Problem) {
        try self.work(until: { problem.withLock { $0 != nil } }, batchIsDone)
      } catch {
        problem.withLock { $0 = $0 ?? error }
      }
    }
    if let problem = problem.withLock({ $0 }) { throw problem }
  }

  /// One thread's part.
  private func work<Problem: Error>(
    until isOver: () -> Bool, _ batchIsDone: (ReplicationBatch) throws(Problem) -> Void
  ) throws(Problem) {
    var task = schedule.withLock { $0.next() }
    while let first = task, !isOver() {
      let scenario = experiment.points[first.point]
      var simulation = ClusterSimulation(scenario, seed: experiment.settings.seed)
      // The storage serves all batches of a point.
      while let current = task, current.point == first.point, !isOver() {
        let batch = ReplicationBatch(
          point: current.point, range: current.replications, faults: scenario.faults.count,
          simulation: &simulation)
        try batchIsDone(batch)
        _ = add(batch)
        task = schedule.withLock { $0.next() }
      }
    }
  }

  /// Adds a batch; the thread that makes a point whole puts its result together.
  private func add(_ batch: ReplicationBatch) -> Bool {
    guard experiment.shard == .whole else { return schedule.withLock { $0.skip(batch) } }
    let (isNew, whole) = schedule.withLock { schedule in
      (schedule.add(batch), schedule.takeWhole(batch.point))
    }
    if let whole { tell(batch.point, whole) }
    return isNew
  }

  private func tell(_ point: Int, _ batches: [ReplicationBatch]) {
    pointIsWhole(
      point,
      RunResult(
        scenario: experiment.points[point], settings: experiment.settings, batches: batches,
        withTimeline: experiment.points.count == 1))
  }

  // MARK: What is not there

  /// Numbers of the first batches that are missing, counted through all points.
  public func missing(atMost count: Int) -> [Int] {
    schedule.withLock { $0.missing(atMost: count) }
  }

  /// Takes the points as they are, those without any replication left out.
  public func endPartially() {
    for point in experiment.points.indices {
      let batches = schedule.withLock { $0.batches(ofPartial: point) }
      if !batches.isEmpty { tell(point, batches) }
    }
  }
}
