extension CheckpointPolicy {
  /// The least interval that a formula may give: saves that cost nothing have none.
  public static let leastInterval = 1e-3

  /// The interval by a formula, in seconds, for the policy's mean save.
  ///
  /// Several levels enter by their mean save alone, as if each outlived every fault.
  ///
  /// - Parameter meanTimeToInterruption: mean training time from a start until what is not saved is
  ///   lost, in seconds; positive.
  public func interval(by formula: IntervalFormula, meanTimeToInterruption mean: Double) -> Double {
    let interval =
      switch formula {
      case .young: OptimalInterval.young(save: meanSave, meanTimeToInterruption: mean)
      case .daly: OptimalInterval.daly(save: meanSave, meanTimeToInterruption: mean)
      case .optimal:
        OptimalInterval.exact(save: meanSave, write: write, meanTimeToInterruption: mean)
      }
    return max(Self.leastInterval, interval)
  }
}
