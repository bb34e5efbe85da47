import ClusterModel
import Experiments
import Statistics

extension RunChange {
  /// Sets a run beside the first one.
  ///
  /// - Parameter paired: their replications, if they met the same random numbers.
  init(_ place: Int, _ run: StoredRun, less baseline: StoredRun, paired: PairedRuns?) {
    self.run = place
    method = paired == nil ? .independent : .paired
    pairs = paired?.count
    interval = paired?.interval ?? .student
    let known = MetricCatalogue.all.map(\.identifier)
    let others = baseline.result.metrics.keys.filter { !known.contains($0) }.sorted()
    metrics = (known + others).compactMap { metric in
      guard let old = baseline.result.metrics[metric], let new = run.result.metrics[metric] else {
        return nil
      }
      return MetricChange(
        metric: metric, baseline: old, run: new,
        change: Self.change(metric, run, less: baseline, paired),
        isComparable: run.isAlike(baseline) || !Self.totals.contains(metric))
    }
    // Sorting is stable: equal changes stay in the order of the states.
    causes = TimeState.allCases.compactMap { Self.cause($0, run, less: baseline, paired) }
      .sorted { $0.distance > $1.distance }
  }

  private static func change(
    _ metric: String, _ run: StoredRun, less baseline: StoredRun, _ paired: PairedRuns?
  ) -> MeanChange? {
    guard let new = run.result.metrics[metric], let old = baseline.result.metrics[metric],
      new.unit == old.unit, new.summary.mean != nil, old.summary.mean != nil
    else { return nil }
    if let paired { return paired.change(metric) }
    return MeanChange(run.sample(metric), less: baseline.sample(metric))
  }

  private static func cause(
    _ state: TimeState, _ run: StoredRun, less baseline: StoredRun, _ paired: PairedRuns?
  ) -> CauseChange? {
    let metric = "\(state.identifier)_hours"
    guard let new = run.time(metric), let old = baseline.time(metric), new.share + old.share > 0
    else { return nil }
    let share: MeanChange?
    let hours: MeanChange?
    if let paired {
      share = paired.changeOfShare(metric, of: wall)
      hours = paired.change(metric, unit: run.gpus, baselineUnit: baseline.gpus)
    } else {
      let areFixed = run.hasFixedLength && baseline.hasFixedLength
      share =
        areFixed
        ? MeanChange(
          run.sample(metric, unit: 1 / new.wall), less: baseline.sample(metric, unit: 1 / old.wall))
        : MeanChange(withoutInterval: new.share - old.share)
      hours = MeanChange(
        run.sample(metric, unit: run.gpus), less: baseline.sample(metric, unit: baseline.gpus))
    }
    return CauseChange(
      state: state, shares: (old.share, new.share), share: share,
      gpuHours: (old.hours * baseline.gpus, new.hours * run.gpus), hours: hours)
  }

  private static let wall = StoredRun.wall

  /// Metrics that grow with the length or the size of a run.
  private static let totals = Set(
    [
      "failures", "job_failures", "interruptions", "unexpected_interruptions",
      "planned_interruptions", "stalls", "failed_restarts", "unreadable_checkpoints",
      "undetected_corruptions", "corrupt_work_hours", "spares_min", "starvations", "repairs",
      "nodes_in_repair_mean", "retired_nodes", "restocked_nodes", "false_fixes", "gpu_hours",
      "gpu_hours_lost", "cost_lost",
    ] + TimeState.allCases.map { "\($0.identifier)_hours" })
}

extension StoredRun {
  static let wall = "wall_hours"

  /// The mean of a metric and how well it is known; in another unit if one is given.
  fileprivate func sample(_ metric: String, unit: Double = 1) -> WelchDifference.Sample {
    let summary = summary(metric)
    return WelchDifference.Sample(
      mean: (summary?.mean ?? .nan) * unit,
      standardError: (summary?.standardError ?? .nan) * unit, count: result.replications)
  }

  /// Mean hours of a metric and of the run, and the part that they are; nil where one is missing.
  fileprivate func time(_ metric: String) -> (hours: Double, wall: Double, share: Double)? {
    guard let hours = mean(metric), let wall = mean(Self.wall), wall > 0 else { return nil }
    return (hours, wall, hours / wall)
  }

  /// Whether both are of one length, or end when the work is done, and of one size.
  func isAlike(_ other: StoredRun) -> Bool { hasLength(of: other) && hasSize(of: other) }

  /// Whether both last as long, to 0.1 %, or end when the work is done.
  func hasLength(of other: StoredRun) -> Bool {
    if completes, other.completes { return true }
    guard let length = mean(Self.wall), let others = other.mean(Self.wall) else { return true }
    return (length - others).magnitude <= 1e-3 * max(length, others)
  }

  /// Whether both jobs have as many GPUs.
  func hasSize(of other: StoredRun) -> Bool {
    gpus.isNaN || other.gpus.isNaN || (gpus - other.gpus).magnitude <= 1e-6 * gpus
  }

  /// Whether a run ends when the work is done.
  private var completes: Bool { result.metrics["completion_hours"] != nil }

  /// Whether all replications are of one length.
  var hasFixedLength: Bool { summary(Self.wall)?.standardError == 0 }

  /// GPUs of the job, by GPU-hours and hours.
  var gpus: Double {
    guard let gpuHours = mean("gpu_hours"), let wall = mean(Self.wall), wall > 0 else {
      return .nan
    }
    let gpus = gpuHours / wall
    // A whole number, but for the rounding of the two to nine digits.
    return (gpus - gpus.rounded()).magnitude < 1e-6 * gpus ? gpus.rounded() : gpus
  }
}
