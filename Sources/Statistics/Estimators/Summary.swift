/// Mean, spread and quantiles of a sample.
///
/// The sums run in the order of the values, so equal samples in equal order give equal bits.
public struct Summary: Sendable, Equatable {
  public let count: Int
  public let mean: Double
  /// standardDeviation/√count.
  public let standardError: Double
  /// With divisor count − 1; 0 for a single value.
  public let standardDeviation: Double
  public let minimum: Double
  public let p05: Double
  public let p25: Double
  public let p50: Double
  public let p75: Double
  public let p95: Double
  public let maximum: Double
  /// The 95 % confidence interval of the mean, by Student's t unless asked otherwise.
  ///
  /// Just the mean for a single value or when all values are equal: the sample then says nothing
  /// about its spread.
  public let interval95: ClosedRange<Double>

  /// The summary of the values, with the interval of their mean that is asked for; nil if there are
  /// none or one of them is not finite.
  public init?(_ values: [Double], interval: MeanInterval = .student) {
    guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return nil }
    let sorted = values.sorted()
    count = values.count
    mean = Self.mean(of: values)
    standardDeviation = Self.standardDeviation(of: values, mean: mean)
    standardError = standardDeviation / Double(count).squareRoot()
    minimum = sorted[0]
    p05 = Self.quantile(0.05, ofSorted: sorted)
    p25 = Self.quantile(0.25, ofSorted: sorted)
    p50 = Self.quantile(0.50, ofSorted: sorted)
    p75 = Self.quantile(0.75, ofSorted: sorted)
    p95 = Self.quantile(0.95, ofSorted: sorted)
    maximum = sorted[count - 1]
    interval95 = interval.interval95(
      of: values, mean: mean, standardDeviation: standardDeviation)
  }

  /// The mean, corrected by the mean of what it leaves: the second pass removes the rounding of
  /// the first, and equal values give exactly their value.
  private static func mean(of values: [Double]) -> Double {
    let count = Double(values.count)
    let first = values.reduce(0) { $0 + $1 / count }
    return first + values.reduce(0) { $0 + ($1 - first) } / count
  }

  private static func standardDeviation(of values: [Double], mean: Double) -> Double {
    guard values.count > 1 else { return 0 }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }

  /// The quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan,
  /// "Sample quantiles in statistical packages", American Statistician 50 (1996); the default of
  /// R and NumPy).
  static func quantile(_ p: Double, ofSorted sorted: [Double]) -> Double {
    let position = p * Double(sorted.count - 1)
    let index = Int(position)
    let low = sorted[index]
    let high = sorted[min(index + 1, sorted.count - 1)]
    return low + (position - Double(index)) * (high - low)
  }
}
