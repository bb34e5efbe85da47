import Statistics

extension FaultClass {
  /// Failures a second of one instance, if that is constant.
  public var constantRate: Double? {
    if case .lifetime(let law) = process { law.constantRate } else { nil }
  }

  /// Whether the class strikes at no other time than while the job trains.
  public var strikesOnlyInTraining: Bool { atRisk == .training || per == .job }
}
