/// Steps and values that read well on an axis.
enum NiceSteps {
  /// The steps of durations from a second to a thousand days, in seconds.
  private static let durations: [Double] =
    [1, 2, 5, 10, 20, 30]
    + [1, 2, 5, 10, 20, 30].map { $0 * 60 }
    + [1, 2, 3, 6, 12].map { $0 * 3600 }
    + [1, 2, 7, 14, 30, 60, 100, 200, 500, 1000].map { $0 * 86_400 }

  /// The least step at least so large: 1, 2 or 5 times a power of ten, or its like for time.
  static func step(atLeast least: Double, _ labels: AxisLabels) -> Double {
    switch labels {
    case .duration(let unit):
      let seconds = least * unit.seconds
      guard seconds > 0.5 else { return oneTwoFive(atLeast: seconds) / unit.seconds }
      if let fitting = durations.first(where: { $0 >= seconds * (1 - 1e-9) }) {
        return fitting / unit.seconds
      }
      return oneTwoFive(atLeast: seconds / 86_400) * (86_400 / unit.seconds)
    case .count: return max(1, oneTwoFive(atLeast: least))
    case .percent: return oneTwoFive(atLeast: least * 100) / 100
    case .number: return oneTwoFive(atLeast: least)
    }
  }

  static func oneTwoFive(atLeast least: Double) -> Double {
    guard least > 0, least.isFinite else { return 1 }
    let exponent = Decimal.exponent(of: least)
    for factor in [1.0, 2, 5] {
      let step = scaled(factor, exponent)
      if step >= least * (1 - 1e-9) { return step }
    }
    return Decimal.power(exponent + 1)
  }

  /// The values that read well between two positive ones, both included, each with its rank: 0 for
  /// those to keep when there is little room. Over more decades than said, only powers of ten.
  static func logarithmic(
    from lower: Double, to upper: Double, _ labels: AxisLabels, decades: Double = 3.2
  ) -> [(value: Double, rank: Int)] {
    let slack = 1e-9
    let range = lower * (1 - slack)...upper * (1 + slack)
    if case .duration(let unit) = labels {
      return durationValues(within: range, unit).filter { range.contains($0.value) }
    }
    let low = Decimal.exponent(of: lower)
    let high = Decimal.exponent(of: upper)
    let span = Decimal.logarithm(upper) - Decimal.logarithm(lower)
    let factors = span <= decades ? [1.0, 2, 5] : [1.0]
    return (low...max(low, high)).flatMap { exponent in
      factors.map { (value: scaled($0, exponent), rank: $0 == 1 ? 0 : 1) }
    }.filter { range.contains($0.value) }
  }

  private static func durationValues(
    within range: ClosedRange<Double>, _ unit: TimeUnit
  ) -> [(value: Double, rank: Int)] {
    let seconds = range.lowerBound * unit.seconds
    let days = range.upperBound * unit.seconds / 86_400
    var values: [(Double, Int)] = []
    if seconds < 1 {
      for exponent in max(-300, Decimal.exponent(of: seconds))..<0 {
        values += [(scaled(1, exponent), 0), (scaled(2, exponent), 2), (scaled(5, exponent), 2)]
      }
    }
    for size in [1.0, 60] {
      values += [(1, 0), (2, 2), (5, 2), (10, 1), (20, 2), (30, 2)].map { ($0.0 * size, $0.1) }
    }
    values += [(1, 0), (2, 2), (4, 2), (6, 1), (12, 2)].map { ($0.0 * 3600, $0.1) }
    values += [(1, 0), (2, 2), (7, 1), (14, 2), (30, 1), (60, 2)].map { ($0.0 * 86_400, $0.1) }
    if days >= 100 {
      for exponent in 2...max(2, min(300, Decimal.exponent(of: days))) {
        values.append((scaled(1, exponent) * 86_400, 0))
        values.append((scaled(3, exponent) * 86_400, 2))
      }
    }
    return values.map { (value: $0.0 / unit.seconds, rank: $0.1) }
  }

  /// factor × 10ⁿ, to the digit that is written so.
  private static func scaled(_ factor: Double, _ exponent: Int) -> Double {
    exponent < 0 ? factor / Decimal.power(-exponent) : factor * Decimal.power(exponent)
  }
}
