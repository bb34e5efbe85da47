import Experiments
import ScenarioFormat

/// Everything that is told about a sweep. Tables, JSON and the terminal's report are views of it.
public struct SweepReport: Sendable {
  /// What was carried out.
  public let plan: ExperimentPlan
  /// The points, in their order.
  public let points: [PointResult]
  /// Which parts are missing, in words; nil when the sweep is whole.
  public let missing: String?
  /// The numbers of the paths that vary, in the order of `paths`, for all points of the plan.
  public let coordinates: [PathCoordinates]

  /// Holds a result.
  public init(plan: ExperimentPlan, points: [PointResult], missing: String? = nil) {
    self.plan = plan
    self.points = points
    self.missing = missing
    coordinates = plan.points[0].indices.map { index in
      PathCoordinates(
        path: plan.points[0][index].path, values: plan.points.map { $0[index].value })
    }
  }

  /// The paths that vary.
  public var paths: [String] { plan.points[0].map(\.path) }

  /// The values of a point, in the order of `paths`, as they were given.
  func values(of point: PointResult) -> [String] { plan.points[point.point].map(\.value) }

  func unit(of metric: Metric, _ point: PointResult) -> String {
    guard metric.unit == "currency", let cost = point.scenario.cost else { return metric.unit }
    return cost.currency
  }

  /// What a reader should mind about the result.
  public var warnings: [String] {
    var warnings = missing.map { [$0] } ?? []
    if missing == nil, let precision = plan.run.precision {
      let shortfalls = points.compactMap { point in
        precision.shortfall(
          point.metrics.first { $0.metric.identifier == precision.metric }?.summary)
      }
      if let first = shortfalls.first {
        warnings.append(
          shortfalls.count == 1
            ? "at one point \(first)" : "at \(shortfalls.count) points, the first of them, \(first)"
        )
      }
    }
    let fewest = points.map(\.replications).min() ?? 0
    if fewest < 30 {
      let few = fewest == 1 ? "one replication" : "\(fewest) replications"
      warnings.append(
        "with \(few) a point (fewer than 30) the 95 % intervals are not to be relied on")
    }
    return warnings
  }
}
