import Statistics

/// Law's sequential rule: replications go on until the interval of the mean is narrow enough.
///
/// With δ the half-width of the 95 % interval by Student's t and γ the wanted relative precision, a
/// sample is precise when δ/|mean| ≤ γ/(1 + γ). The interval then misses the true mean μ by more
/// than γ·|μ| in about one case of twenty: γ/(1 + γ) in place of γ allows for the mean's own error.
/// The chance is a little off for small samples: Documentation/Intervals.md has it measured.
///
/// Source: Law, "Simulation Modeling and Analysis", 5th edition, section 9.4.1.
public struct SequentialRule: Sendable, Equatable {
  /// A variance from fewer values may be far too small by luck, and would end the run.
  private static let leastCount = 30

  /// γ: the wanted half-width of the 95 % interval, as a part of the mean.
  public let relativePrecision: Double

  /// The rule for a relative precision between 0 and 1.
  public init(relativePrecision: Double) {
    precondition(
      relativePrecision > 0 && relativePrecision < 1,
      "a relative precision of \(relativePrecision) is not between 0 and 1")
    self.relativePrecision = relativePrecision
  }

  /// Whether the sample is precise enough, which fewer than 30 values never are.
  ///
  /// Values that are all equal are precise. Those whose mean is 0 otherwise never are.
  public func isMet(by moments: RunningMoments) -> Bool {
    isMet(count: moments.count, mean: moments.mean, standardError: moments.standardError)
  }

  /// Whether a sample with this mean and its standard error is precise enough.
  public func isMet(count: Int, mean: Double, standardError: Double) -> Bool {
    guard count >= Self.leastCount else { return false }
    return Self.halfWidth(count: count, standardError: standardError) <= target(ofMean: mean)
  }

  /// Replications that the rule is expected to need in all, from the spread so far: n·(δ/target)².
  ///
  /// At least 30, which is also the answer while there is no spread to go by. Infinite when there is
  /// spread about a mean of 0, or a value that is not finite.
  public func expectedCount(by moments: RunningMoments) -> Double {
    let least = Double(Self.leastCount)
    let halfWidth = Self.halfWidth(count: moments.count, standardError: moments.standardError)
    guard halfWidth != 0 else { return least }
    let ratio = halfWidth / target(ofMean: moments.mean)
    return ratio.isNaN ? .infinity : max(least, Double(moments.count) * ratio * ratio)
  }

  private static func halfWidth(count: Int, standardError: Double) -> Double {
    guard standardError != 0 else { return 0 }
    return StudentT.quantile(0.975, degreesOfFreedom: Double(count - 1)) * standardError
  }

  private func target(ofMean mean: Double) -> Double {
    relativePrecision / (1 + relativePrecision) * abs(mean)
  }
}
