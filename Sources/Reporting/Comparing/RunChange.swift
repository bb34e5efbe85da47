import ClusterModel
import Experiments
import Statistics

/// What one run is more or less than the first of a comparison.
struct RunChange: Sendable {
  /// How differences were taken.
  enum Method: String, Sendable, CaseIterable {
    case paired, independent
  }

  /// One metric that both runs have.
  struct MetricChange: Sendable {
    /// Identifier.
    let metric: String
    /// As the first run has it.
    let baseline: StoredMetric
    /// As this run has it.
    let run: StoredMetric
    /// Nil where one of the two has no mean, or the two are in different money.
    let change: MeanChange?
    /// Whether one of the two can be better: totals of runs of other length or size say nothing.
    let isComparable: Bool

    /// The difference as a part of the first run's mean; nil without one, or if that mean is 0.
    var relative: Double? { change?.relative(to: baseline.summary.mean) }

    /// Nil where the change has no interval, and for totals that can't be compared.
    var verdict: ChangeVerdict? {
      guard isComparable else { return nil }
      return change.flatMap { change in
        ChangeVerdict(
          change, better: run.better,
          scale: max(
            run.summary.mean?.magnitude ?? 0, baseline.summary.mean?.magnitude ?? 0))
      }
    }
  }

  /// Time that went to one state.
  struct CauseChange: Sendable {
    let state: TimeState
    /// The state's part of the wall time of both runs: the ratio of the means.
    let shares: (baseline: Double, run: Double)
    /// The change of the share; without an interval for independent runs of varying length.
    let share: MeanChange?
    /// GPU-hours in the state, their means.
    let gpuHours: (baseline: Double, run: Double)
    /// The change of the GPU-hours; nil where it can't be told.
    let hours: MeanChange?

    /// What became of the share; nil where its change has no interval.
    var verdict: ChangeVerdict? {
      share.flatMap { share in
        ChangeVerdict(
          share, better: state == .productive ? "higher" : "lower",
          scale: max(shares.baseline, shares.run))
      }
    }

    /// By how much the means moved.
    var distance: Double { (shares.run - shares.baseline).magnitude }
  }

  /// The place of the run in the comparison.
  let run: Int
  let method: Method
  /// Replications that both have, when they are paired.
  let pairs: Int?
  /// How the intervals of the changes are computed.
  let interval: MeanInterval
  /// The metrics that both have, in the order of the catalogue.
  let metrics: [MetricChange]
  /// Where the time went, the largest change first; states without any time in both are left out.
  let causes: [CauseChange]

  /// The change of a metric.
  subscript(metric: String) -> MetricChange? { metrics.first { $0.metric == metric } }
}
