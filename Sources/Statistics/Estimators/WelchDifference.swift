/// The difference between the means of two independent samples, whose variances may differ.
///
/// The interval is that of Welch's t with the degrees of freedom of Satterthwaite,
/// (a + b)²/(a²/(m − 1) + b²/(n − 1)), where a and b are the squares of the standard errors. In the
/// unit of the means.
///
/// Sources: Satterthwaite, "An approximate distribution of estimates of variance components",
/// Biometrics Bulletin 2 (1946); Welch, "The generalization of 'Student's' problem when several
/// different population variances are involved", Biometrika 34 (1947).
public struct WelchDifference: Sendable, Equatable {
  /// What has to be known of a sample.
  public struct Sample: Sendable, Equatable {
    public let mean: Double
    public let standardError: Double
    /// How many values it has.
    public let count: Int

    /// Holds the figures of a sample.
    public init(mean: Double, standardError: Double, count: Int) {
      self.mean = mean
      self.standardError = standardError
      self.count = count
    }
  }

  /// The first mean less the second.
  public let mean: Double
  /// Its standard error.
  public let standardError: Double
  /// Nil when neither sample has any spread.
  public let degreesOfFreedom: Double?
  /// The 95 % confidence interval; just the difference when neither sample has any spread.
  public let interval95: ClosedRange<Double>

  /// The mean of one sample less that of another; nil unless both have two values or more, and all
  /// figures are finite.
  public init?(_ sample: Sample, less other: Sample) {
    let errors = [sample.standardError, other.standardError]
    guard sample.count > 1, other.count > 1, (sample.mean - other.mean).isFinite,
      errors.allSatisfy({ $0.isFinite && $0 >= 0 })
    else { return nil }
    let largest = max(sample.standardError, other.standardError)
    mean = sample.mean - other.mean
    guard largest > 0 else {
      (standardError, degreesOfFreedom, interval95) = (0, nil, mean...mean)
      return
    }
    // In parts of the larger one, whose square might be no number.
    let a = Self.square(sample.standardError / largest)
    let b = Self.square(other.standardError / largest)
    let freedom =
      Self.square(a + b)
      / (a * a / Double(sample.count - 1) + b * b / Double(other.count - 1))
    standardError = largest * (a + b).squareRoot()
    let half = StudentT.quantile(0.975, degreesOfFreedom: freedom) * standardError
    guard (mean - half).isFinite, (mean + half).isFinite else { return nil }
    degreesOfFreedom = freedom
    interval95 = (mean - half)...(mean + half)
  }

  private static func square(_ value: Double) -> Double { value * value }
}
