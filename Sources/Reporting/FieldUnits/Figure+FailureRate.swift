extension Figure {
  /// The rate of failures that a figure tells.
  struct PublishedRate: Equatable {
    /// The unit it was published in.
    let unit: FailureRate.Unit
    /// The least and the most; nil where only the other was published.
    var low: FailureRate?
    var high: FailureRate?
  }

  /// The rate of failures that was published here; nil for figures of other things.
  var publishedRate: PublishedRate? {
    switch kind {
    case .count(let metric, let observed, let exposure):
      guard Self.countsOfFailures.contains(metric) else { return nil }
      let rate = FailureRate(perGPUHour: Double(observed) / (exposure.gpuDays * 24))
      let unit: FailureRate.Unit =
        exposure == FailureRate.metaExposure ? .countAtMeta : .perThousandNodeDays
      return rate.map { PublishedRate(unit: publishedIn ?? unit, low: $0, high: $0) }
    case .rate(let metric, let observed):
      guard let unit = Self.units[metric],
        let rate = FailureRate(ofEightGPUs(observed.value, unit), in: unit)
      else { return nil }
      return PublishedRate(unit: publishedIn ?? unit, low: rate, high: rate)
    case .bound(let metric, let bound):
      guard let unit = Self.units[metric],
        let rate = FailureRate(ofEightGPUs(bound.limit, unit), in: unit)
      else {
        return nil
      }
      let isLeast = unit.isTime != bound.isAbove
      return PublishedRate(
        unit: publishedIn ?? unit, low: isLeast ? rate : nil, high: isLeast ? nil : rate)
    default: return nil
    }
  }

  /// What a value would be for nodes of 8 GPUs.
  private func ofEightGPUs(_ value: Double, _ unit: FailureRate.Unit) -> Double {
    let isOfNodes = unit == .nodesPerWeek || unit == .perThousandNodeDays
    return isOfNodes ? value * FailureRate.nodeGPUs / (gpusPerNode ?? FailureRate.nodeGPUs) : value
  }

  /// Counts of failures; planned interruptions are none.
  private static let countsOfFailures = ["unexpected_interruptions", "job_failures", "failures"]

  /// Metrics that are rates of failures, with their units.
  private static let units: [String: FailureRate.Unit] = [
    "nodes_broken_per_week_percent": .nodesPerWeek,
    "failures_per_1000_node_days": .perThousandNodeDays,
    "gpu_hours_per_failure": .gpuHours,
  ]
}

extension Figure.Bound {
  fileprivate var isAbove: Bool {
    if case .above = self { true } else { false }
  }
}
