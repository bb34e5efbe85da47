import Statistics

/// Law's sequential rule: replications go on until the interval of the mean is narrow enough.
///
/// With δ the half-width of the 95 % interval by Student's t and γ the wanted relative precision, a
/// sample is precise when δ/|mean| ≤ γ/(1 + γ). The interval then misses the true mean μ by more
/// than γ·|μ| in about one case of twenty: γ/(1 + γ) in place of γ allows for the mean's own error.
/// It covers the mean less often when values are skewed and the rule is met early, as measured in
/// Documentation/Intervals.md.
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
    guard moments.count >= Self.leastCount else { return false }
    return halfWidth(of: moments) <= target(of: moments)
  }

  /// Replications that the rule is expected to need in all, from the spread so far: n·(δ/target)².
  ///
  /// At least 30, which is also the answer while there is no spread to go by. Infinite when there is
  /// spread about a mean of 0, or a value that is not finite.
  public func expectedCount(by moments: RunningMoments) -> Double {
    let least = Double(Self.leastCount)
    let halfWidth = halfWidth(of: moments)
    guard halfWidth != 0 else { return least }
    let ratio = halfWidth / target(of: moments)
    return ratio.isNaN ? .infinity : max(least, Double(moments.count) * ratio * ratio)
  }

  private func halfWidth(of moments: RunningMoments) -> Double {
    guard moments.standardError != 0 else { return 0 }
    let degreesOfFreedom = Double(moments.count - 1)
    return StudentT.quantile(0.975, degreesOfFreedom: degreesOfFreedom) * moments.standardError
  }

  private func target(of moments: RunningMoments) -> Double {
    relativePrecision / (1 + relativePrecision) * abs(moments.mean)
  }
}
