import Experiments
import Statistics

/// Two runs of the same seed, replication by replication: both met the same random numbers, so that
/// their differences spread less than they do.
struct PairedRuns {
  /// The values of one run that belong to the pairs, by metric.
  typealias Values = [String: [Double?]]

  private let baseline: Values
  private let run: Values
  /// Replications that both have.
  let count: Int
  /// How intervals are computed.
  let interval: MeanInterval

  /// Pairs the replications of the same number.
  init(
    _ run: (replications: [Int], values: Values),
    with baseline: (replications: [Int], values: Values),
    interval: MeanInterval
  ) {
    let places = Dictionary(
      uniqueKeysWithValues: baseline.replications.enumerated().map { ($1, $0) })
    let pairs = run.replications.enumerated().compactMap { place, number in
      places[number].map { (run: place, baseline: $0) }
    }
    self.run = run.values.mapValues { values in pairs.map { values[$0.run] } }
    self.baseline = baseline.values.mapValues { values in pairs.map { values[$0.baseline] } }
    count = pairs.count
    self.interval = interval
  }

  /// The change of a metric; nil if one of the two lacks it, or has no value in some pair.
  func change(_ metric: String) -> MeanChange? {
    guard let run = Self.whole(metric, of: run), let baseline = Self.whole(metric, of: baseline)
    else { return nil }
    return change(run, less: baseline)
  }

  /// The change of a metric that each run has in units of its own.
  func change(_ metric: String, unit: Double, baselineUnit: Double) -> MeanChange? {
    guard let run = Self.whole(metric, of: run), let baseline = Self.whole(metric, of: baseline)
    else { return nil }
    return change(run.map { $0 * unit }, less: baseline.map { $0 * baselineUnit })
  }

  /// The change of the share that one metric has of another: of the ratio of their means.
  ///
  /// Each replication counts with what it moves the ratio by, R + (h − Rw)/w̄ (the delta method);
  /// where all w are equal that is its own share.
  func changeOfShare(_ part: String, of whole: String) -> MeanChange? {
    guard let run = Self.shares(part, of: whole, in: run),
      let baseline = Self.shares(part, of: whole, in: baseline)
    else { return nil }
    return change(run, less: baseline)
  }

  private func change(_ values: [Double], less others: [Double]) -> MeanChange? {
    MeanChange(
      pairs: zip(values, others).map { $0 - $1 }, interval: interval,
      baselineMean: Summary(others)?.mean)
  }

  private static func shares(_ part: String, of whole: String, in values: Values) -> [Double]? {
    guard let parts = Self.whole(part, of: values), let wholes = Self.whole(whole, of: values),
      let partMean = Summary(parts)?.mean, let wholeMean = Summary(wholes)?.mean, wholeMean > 0
    else { return nil }
    let ratio = partMean / wholeMean
    return zip(parts, wholes).map { ratio + ($0 - ratio * $1) / wholeMean }
  }

  /// All values of a metric; nil if one is missing.
  private static func whole(_ metric: String, of values: Values) -> [Double]? {
    guard let column = values[metric] else { return nil }
    let present = column.compactMap(\.self)
    return present.count == column.count ? present : nil
  }
}
