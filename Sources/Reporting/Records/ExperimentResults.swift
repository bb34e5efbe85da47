import Experiments
import Synchronization

/// Gathers what an execution comes to, and makes a report of it.
public final class ExperimentResults: Sendable {
  private let run = Mutex<RunResult?>(nil)
  private let sweep = SweepCollector()
  private let plan: ExperimentPlan

  /// Gathers the results of a plan.
  public init(_ plan: ExperimentPlan) {
    self.plan = plan
  }

  /// Takes the result of a point; from any thread.
  public func add(_ point: Int, _ result: RunResult) {
    if plan.variation == nil {
      run.withLock { $0 = result }
    } else {
      sweep.add(point, result)
    }
  }

  /// The report; nil when there is nothing to tell.
  ///
  /// - Parameters:
  ///   - references: the published figures that a run is compared with.
  ///   - missing: which parts are missing, in words.
  public func report(references: [Reference], missing: String? = nil) -> ExperimentReport? {
    guard plan.variation == nil else {
      let points = sweep.points
      return points.isEmpty
        ? nil : .sweep(SweepReport(plan: plan, points: points, missing: missing))
    }
    return run.withLock(\.self).map {
      .run(
        RunReport(
          document: plan.document, result: $0, references: references, missing: missing))
    }
  }
}
