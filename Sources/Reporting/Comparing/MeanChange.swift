import Statistics

/// What a mean of one run is more than that of another, with its 95 % confidence interval.
struct MeanChange: Sendable, Equatable {
  /// In the unit of the means, like the interval.
  let difference: Double
  /// Nil for a single replication.
  let standardError: Double?
  /// Nil for a single replication, and where it can't be told.
  let interval95: ClosedRange<Double>?
  /// Replications that both have, when they were set side by side one by one; nil otherwise.
  let pairs: Int?
  /// The first run's mean over the pairs; nil where it is that of all its replications.
  let baselineMean: Double?
  /// Of Welch's t; nil when there is no spread, and for pairs.
  let degreesOfFreedom: Double?

  /// The mean of differences that were taken replication by replication; nil if there are none.
  ///
  /// - Parameter baselineMean: the first run's mean over the same replications.
  init?(pairs differences: [Double], interval: MeanInterval, baselineMean: Double? = nil) {
    guard let summary = Summary(differences, interval: interval) else { return nil }
    difference = summary.mean
    standardError = summary.spread?.standardError
    interval95 = summary.spread?.interval95
    pairs = summary.count
    degreesOfFreedom = nil
    self.baselineMean = baselineMean
  }

  /// The difference of the means of independent samples; nil if one is not finite.
  init?(_ sample: WelchDifference.Sample, less other: WelchDifference.Sample) {
    let welch = WelchDifference(sample, less: other)
    let difference = sample.mean - other.mean
    guard difference.isFinite else { return nil }
    self.difference = difference
    standardError = welch?.standardError
    interval95 = welch?.interval95
    pairs = nil
    degreesOfFreedom = welch?.degreesOfFreedom
    baselineMean = nil
  }

  /// A difference that nothing says how sure it is; nil if it is not finite.
  init?(withoutInterval difference: Double) {
    guard difference.isFinite else { return nil }
    self.difference = difference
    (standardError, interval95, pairs, degreesOfFreedom) = (nil, nil, nil, nil)
    baselineMean = nil
  }

  /// The difference as a part of the first run's mean, which is `mean` over all its replications;
  /// nil if that is 0.
  func relative(to mean: Double?) -> Double? {
    guard let mean = baselineMean ?? mean, mean != 0 else { return nil }
    return difference / mean.magnitude
  }

  /// Whether the interval leaves out 0; nil without an interval.
  ///
  /// - Parameter scale: the larger of the two means. Files have nine digits of each value: what is
  ///   less than ten units of the last one may be their rounding.
  func isSeen(atScale scale: Double) -> Bool? {
    interval95.map { !$0.contains(0) && difference.magnitude > 1e-8 * scale.magnitude }
  }
}

/// What became of a metric, in a word.
enum ChangeVerdict: String, Sendable, CaseIterable {
  case better, worse, higher, lower
  case notSeen = "no_difference_seen"

  /// The verdict on a change; nil when there is no interval to tell it by.
  ///
  /// - Parameter better: `higher`, `lower`, or that there is no better and worse.
  init?(_ change: MeanChange, better: String, scale: Double) {
    guard let isSeen = change.isSeen(atScale: scale) else { return nil }
    let isHigher = change.difference > 0
    self =
      switch (isSeen, better) {
      case (false, _): .notSeen
      case (true, "higher"): isHigher ? .better : .worse
      case (true, "lower"): isHigher ? .worse : .better
      default: isHigher ? .higher : .lower
      }
  }

  /// The verdict for people.
  var text: String {
    self == .notSeen ? "no difference seen" : rawValue
  }
}

extension ChangeVerdict: ResultWord {
  var meaning: String {
    switch self {
    case .better: "the 95 % interval leaves out 0, on the side that is better"
    case .worse: "it leaves out 0, on the side that is worse"
    case .higher: "it is above 0, for what has no better and worse"
    case .lower: "it is below 0, for what has no better and worse"
    case .notSeen: "it holds 0: the replications show no difference"
    }
  }
}
