/// What a comparison with one published figure came to.
public enum Verdict: Sendable, Equatable {
  /// The predictive p-value is at least 0.05: the observation is one that the simulation could
  /// well have produced.
  case agrees
  /// The predictive p-value (of the chi-square test for counts by class) is below 0.05.
  case disagrees
  /// The bound holds in at least 95 % of the replications.
  case holds
  /// The bound holds in at least 5 %, but fewer than 95 % of the replications: in this share.
  case holdsSometimes(share: Double)
  /// The bound holds in fewer than 5 % of the replications.
  case doesNotHold
  /// Too few replications for a p-value below 0.05.
  case undecided
  /// The scenario has not what the figure counts.
  case notSimulated

  /// Below this probability the simulation and the field contradict each other.
  static let significance = 0.05

  /// The verdict of a p-value that could not have been smaller than `least`.
  init(pValue: Double, least: Double = 0) {
    self =
      pValue < Self.significance
      ? .disagrees : least >= Self.significance ? .undecided : .agrees
  }

  init(shareHolding share: Double) {
    self =
      share >= 1 - Self.significance
      ? .holds : share < Self.significance ? .doesNotHold : .holdsSometimes(share: share)
  }

  /// Whether the published figure speaks against the scenario.
  public var isContradiction: Bool { self == .disagrees || self == .doesNotHold }
}
