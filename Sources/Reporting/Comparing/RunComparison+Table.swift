extension RunComparison {
  /// A row a run but the first, and metric; then the share of each state and its GPU-hours.
  public var table: CSVTable {
    var table = CSVTable(header: [
      "baseline", "run", "metric", "unit", "baseline_mean", "run_mean", "difference",
      "standard_error", "ci95_low", "ci95_high", "relative_difference", "pairs", "method",
    ])
    for change in changes {
      for metric in change.metrics {
        table.append(
          row(
            change, metric.metric, metric.run.unit,
            means: (metric.baseline.summary.mean, metric.run.summary.mean), metric.change))
      }
      for cause in change.causes {
        let state = cause.state.identifier
        table.append(row(change, "\(state)_share", "ratio", means: cause.shares, cause.share))
        table.append(
          row(change, "\(state)_gpu_hours", "gpu_hours", means: cause.gpuHours, cause.hours))
      }
    }
    return table
  }

  private func row(
    _ run: RunChange, _ metric: String, _ unit: String, means: (Double?, Double?),
    _ change: MeanChange?
  ) -> [CSVTable.Cell] {
    let relative = change?.relative(to: means.0)
    let numbers = [
      means.0, means.1, change?.difference, change?.standardError, change?.interval95?.lowerBound,
      change?.interval95?.upperBound, relative,
    ]
    return [.text(runs[0].label), .text(runs[run.run].label), .text(metric), .text(unit)]
      + numbers.map(CSVTable.Cell.init)
      + [change?.pairs.map(CSVTable.Cell.integer) ?? .empty, .text(run.method.rawValue)]
  }
}
