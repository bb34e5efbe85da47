/// How the 95 % confidence interval of a mean is found from independent values.
///
/// Student's is exact for normal values. On skewed ones it is too short on the side of the tail:
/// the mean is then missed more often than in one case of twenty, nearly always above the interval
/// of a law with a tail to the right. The other two correct that to the next order in 1/√n. How
/// often each covers the mean of laws of known mean is in Documentation/Intervals.md.
public enum MeanInterval: String, Sendable, CaseIterable {
  /// Mean ± t·(standard error), symmetric, with the quantile of Student's t.
  case student
  /// Student's, transformed by the skewness of the sample.
  case hall
  /// From the spread of Student's t over resamples of the values: the bootstrap-t.
  case bootstrap

  /// The interval of values with this mean and standard deviation (divisor count − 1), in their
  /// unit.
  ///
  /// Just the mean for a single value or when all values are equal: the sample then says nothing
  /// about its spread. All numbers when the standard deviation is too large for a number.
  func interval95(
    of values: [Double], mean: Double, standardDeviation: Double
  ) -> ClosedRange<Double> {
    let standardError = standardDeviation / Double(values.count).squareRoot()
    guard standardError > 0 else { return mean...mean }
    guard standardError < .infinity else { return -.infinity ... .infinity }
    let bounds =
      switch self {
      case .student: Self.studentBounds(count: values.count)
      case .hall: Self.hallBounds(values.map { ($0 - mean) / standardDeviation })
      case .bootstrap: Self.bootstrapBounds(values.map { ($0 - mean) / standardDeviation })
      }
    return (mean - bounds.upper * standardError)...(mean - bounds.lower * standardError)
  }

  /// What (mean − true mean)/(standard error) lies between in 95 cases of 100.
  typealias Bounds = (lower: Double, upper: Double)

  static func studentBounds(count: Int) -> Bounds {
    let t = StudentT.quantile(0.975, degreesOfFreedom: Double(count - 1))
    return (-t, t)
  }
}
