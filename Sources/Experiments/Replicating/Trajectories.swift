import ClusterModel
import Statistics
import Synchronization

/// How some counts go on over the time of a run: their distribution over replications, at instants
/// that divide the run evenly.
///
/// The first replications are walked through once more, event by event: they say enough about a
/// band, and those that only count need not carry their course along. What has been counted stays
/// counted when a replication is over; spares and repairs are those of the replications that still
/// run then.
public struct Trajectories: Sendable {
  /// What is followed.
  public enum Series: String, Sendable, CaseIterable {
    /// Failures of all nodes and the job so far.
    case failures
    /// Unexpected interruptions so far.
    case interruptions = "unexpected_interruptions"
    /// Spares that wait.
    case spares
    /// Nodes in repair.
    case nodesInRepair = "nodes_in_repair"
  }

  /// One series over all instants.
  public struct Course: Sendable {
    public let series: Series
    /// A summary an instant; nil where no replication runs any more.
    public let summaries: [Summary?]
  }

  /// The instants, in seconds since the start.
  public let times: [Double]
  /// All series, in the order of their kind.
  public let courses: [Course]

  /// Replications that are followed at most.
  public static let mostReplications = 100
  /// Intervals between instants.
  static let intervals = 60

  /// Follows the first replications of a run, by as many threads as made it.
  public init(of result: RunResult) {
    let longest = result.metrics.first { $0.metric.identifier == "wall_hours" }?.summary?.maximum
    let end = min(result.scenario.horizon ?? .infinity, (longest ?? 0) * 3600)
    let times = (0...Self.intervals).map { end * Double($0) / Double(Self.intervals) }
    let paths = Self.paths(of: result, at: times)
    self.times = times
    courses = Series.allCases.enumerated().map { index, series in
      Course(
        series: series,
        summaries: times.indices.map { instant in
          Summary(paths.compactMap { $0.counts[index][instant] })
        })
    }
  }

  /// The counts of each replication that is followed, in their order.
  private static func paths(of result: RunResult, at times: [Double]) -> [TrajectoryPath] {
    let numbers = Array(result.replications.prefix(mostReplications))
    let next = Mutex(0)
    let paths = Mutex([TrajectoryPath?](repeating: nil, count: numbers.count))
    ThreadTeam.run(min(result.settings.threads, numbers.count)) {
      var simulation = ClusterSimulation(result.scenario, seed: result.settings.seed)
      while true {
        let index = next.withLock { next in
          defer { next += 1 }
          return next
        }
        guard index < numbers.count else { return }
        let path = TrajectoryPath(simulation.timeline(replication: numbers[index]), at: times)
        paths.withLock { $0[index] = path }
      }
    }
    return paths.withLock(\.self).compactMap(\.self)
  }
}

/// The course of one replication.
struct TrajectoryPath: Sendable {
  /// A list a series, with a count an instant; nil after the end of what is told of the replication,
  /// and for what is no count so far after its end.
  let counts: [[Double?]]

  /// Reads the counts off a timeline, as they are after all that happens until an instant.
  init(_ timeline: [TimelineEntry], at times: [Double]) {
    var counts = Trajectories.Series.allCases.map { _ in [Double?]() }
    var now = [Double](repeating: 0, count: counts.count)
    var told = 0
    for time in times {
      while told < timeline.count, timeline[told].time <= time {
        for (index, series) in Trajectories.Series.allCases.enumerated() {
          now[index] = series.value(after: timeline[told], from: now[index])
        }
        told += 1
      }
      let isOver = told == timeline.count && time > (timeline.last?.time ?? 0)
      let isCut = isOver && timeline.last?.event == .cut
      for (index, series) in Trajectories.Series.allCases.enumerated() {
        let isKnown = !isOver || (series.isCumulative && !isCut)
        counts[index].append(isKnown ? now[index] : nil)
      }
    }
    self.counts = counts
  }
}

extension Trajectories.Series {
  /// Whether it is a count so far, which stays when a replication is over.
  fileprivate var isCumulative: Bool { self == .failures || self == .interruptions }

  /// The count after an event.
  fileprivate func value(after entry: TimelineEntry, from value: Double) -> Double {
    switch self {
    case .failures: entry.event == .fault ? value + 1 : value
    case .interruptions: entry.event == .interruption ? value + 1 : value
    case .spares: Double(entry.spares)
    case .nodesInRepair: Double(entry.nodesInRepair)
    }
  }
}
