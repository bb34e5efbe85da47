/// The numbers of a comparison as people read them, each with its unit.
extension ComparisonRow {
  /// What was published, with no more digits than it was given: "419", "> 90 %".
  var observedText: String {
    // Minutes that were published are hours of too many digits in a file.
    let digits = unit == "hours" ? 4 : nil
    return switch figure.kind {
    case .count, .counts: HumaneText.number(observed, decimals: 0)
    case .share, .rate, .value: HumaneText.published(observed, unit: unit, digits: digits)
    case .bound(_, .above): "> \(HumaneText.published(observed, unit: unit))"
    case .bound(_, .below): "< \(HumaneText.published(observed, unit: unit))"
    }
  }

  /// The exact interval of a count, or all that round to a rounded number; nil for all else.
  var observedIntervalText: String? {
    guard let interval = observedInterval, interval.lowerBound < interval.upperBound else {
      return nil
    }
    if case .count = figure.kind {
      return HumaneText.range(interval) { HumaneText.short($0) }
    }
    return HumaneText.range(interval) {
      HumaneText.published($0, unit: unit, digits: 4)
    }
  }

  /// The mean over replications; nil if the scenario has not what the figure counts.
  var simulatedText: String? {
    simulated.map { HumaneText.value($0.mean, unit: unit) }
  }

  /// 5 % and 95 % quantiles of what one run may show; nil where there are none.
  var predictionText: String? {
    simulated?.interval90.map { interval in
      unit == "count"
        ? HumaneText.countRange(interval)
        : HumaneText.range(interval) { HumaneText.value($0, unit: unit) }
    }
  }
}

extension HumaneText {
  /// Two values with an ellipsis between them; a unit that both have is told once.
  static func range(_ interval: ClosedRange<Double>, _ text: (Double) -> String) -> String {
    range(text(interval.lowerBound), text(interval.upperBound))
  }

  /// Two texts with an ellipsis between them; a unit that both have is told once.
  static func range(_ low: String, _ high: String) -> String {
    let unit = [" %", " min", " h"].first { low.hasSuffix($0) && high.hasSuffix($0) }
    guard let unit, !low.hasPrefix("<") else { return "\(low) … \(high)" }
    return "\(low.dropLast(unit.count)) … \(high)"
  }

  /// Quantiles of a count, to whole numbers.
  static func countRange(_ interval: ClosedRange<Double>) -> String {
    range(interval) { number($0, decimals: 0) }
  }

  /// A published number with no more digits than it was given, or at most so many.
  static func published(_ value: Double, unit: String, digits: Int? = nil) -> String {
    var (scaled, suffix) = inUnitForPeople(value, unit)
    if let digits { scaled = rounded(scaled, digits: digits) }
    let decimals = (0..<6).first { decimals in
      let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
      return ((scaled * scale).rounded() / scale - scaled).magnitude < 1e-9 * scaled.magnitude
    }
    return number(scaled, decimals: decimals ?? 6) + suffix
  }

  /// A simulated number in a unit of the results.
  static func value(_ value: Double, unit: String) -> String {
    switch unit {
    case "ratio": percent(value)
    case "count": number(value, decimals: 1)
    default:
      short(inUnitForPeople(value, unit).value) + inUnitForPeople(value, unit).suffix
    }
  }

  /// A number to so many significant digits.
  static func rounded(_ value: Double, digits: Int) -> Double {
    // Beyond these there are no digits that anyone would read.
    guard (1e-200...1e200).contains(value.magnitude) else { return value }
    var scale = 1.0
    while (value * scale).magnitude < 1 { scale *= 10 }
    while (value * scale).magnitude >= 10 { scale /= 10 }
    for _ in 1..<digits { scale *= 10 }
    return (value * scale).rounded() / scale
  }

  /// Shares in percent and short times in minutes, with what stands behind the number.
  private static func inUnitForPeople(
    _ value: Double, _ unit: String
  ) -> (value: Double, suffix: String) {
    switch unit {
    case "ratio": (100 * value, " %")
    case "percent": (value, " %")
    case "hours": value.magnitude < 1 ? (60 * value, " min") : (value, " h")
    default: (value, "")
    }
  }
}
