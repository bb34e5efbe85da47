/// Mean and spread of values that come one at a time, which are not kept.
///
/// With each value x the n-th mean moves by (x − mₙ₋₁)/n, and the sum of squares about the mean
/// grows by (x − mₙ₋₁)(x − mₙ): no large sums cancel, and equal values have exactly no spread. In
/// the unit of the values. A value that is not finite makes mean or spread NaN for good.
///
/// Source: Welford, "Note on a method for calculating corrected sums of squares and products",
/// Technometrics 4 (1962).
public struct RunningMoments: Sendable, Equatable {
  /// How many values there have been.
  public private(set) var count = 0
  /// Their mean; 0 before the first.
  public private(set) var mean = 0.0
  /// Sum of the squared distances from the mean.
  private var squares = 0.0

  /// The moments of no values.
  public init() {}

  /// Takes in one more value.
  public mutating func add(_ value: Double) {
    count += 1
    let distance = value - mean
    mean += distance / Double(count)
    squares += distance * (value - mean)
  }

  /// With divisor count − 1; 0 for fewer than two values.
  public var standardDeviation: Double {
    count > 1 ? (squares / Double(count - 1)).squareRoot() : 0
  }

  /// standardDeviation/√count; 0 for fewer than two values.
  public var standardError: Double {
    count > 1 ? standardDeviation / Double(count).squareRoot() : 0
  }
}
