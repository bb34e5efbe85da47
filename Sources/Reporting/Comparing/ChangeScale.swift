/// How the numbers of one metric are told in a table: in which unit, and with how many decimals.
///
/// Means, changes and margins of a metric all have the same, so that they can be added up by eye.
struct ChangeScale {
  /// Stands behind the metric's name; empty where there is none to tell.
  let unit: String
  /// What a value is multiplied by.
  let factor: Double
  let decimals: Int

  /// Chooses unit and decimals.
  ///
  /// - Parameters:
  ///   - unit: that of the results.
  ///   - means: what is to be told.
  ///   - change: the difference, whose margin decides the decimals: it gets two digits.
  ///   - keepsUnit: whether the unit stays that of the results, but for thousands and millions.
  init(unit: String, means: [Double], change: MeanChange?, keepsUnit: Bool = false) {
    let largest = means.map(\.magnitude).max() ?? 0
    (self.unit, factor) =
      keepsUnit ? Self.prefixed("", largest) : Self.readable(unit, largest)
    let margin = (change?.margin).flatMap { $0 > 0 ? $0 : nil }
    let shown = margin ?? (largest > 0 ? largest / 10 : 1)
    decimals = Self.decimals(forTwoDigitsOf: shown * factor)
  }

  private static func readable(_ unit: String, _ largest: Double) -> (String, Double) {
    switch unit {
    case "ratio": ("%", 100)
    case "percent": ("%", 1)
    case "hours": duration(3600, largest)
    case "seconds": duration(1, largest)
    case "count", "per_1000_node_days": prefixed("", largest)
    case "gpu_hours": prefixed("GPU-hours", largest)
    default: prefixed(unit, largest)
    }
  }

  private static func duration(_ seconds: Double, _ largest: Double) -> (String, Double) {
    switch largest * seconds {
    case ..<120: ("s", seconds)
    case ..<7200: ("min", seconds / 60)
    case ..<3_600_000: ("h", seconds / 3600)
    default: ("d", seconds / 86_400)
    }
  }

  private static func prefixed(_ unit: String, _ largest: Double) -> (String, Double) {
    let (prefix, factor): (String, Double) =
      switch largest {
      case ..<99_999.5: ("", 1)
      case ..<999_500: ("k", 1e-3)
      case ..<999.5e6: ("M", 1e-6)
      case ..<999.5e9: ("G", 1e-9)
      default: ("T", 1e-12)
      }
    return ([prefix, unit].filter { !$0.isEmpty }.joined(separator: " "), factor)
  }

  private static func decimals(forTwoDigitsOf value: Double) -> Int {
    var scaled = value
    for decimals in 0..<4 {
      if scaled >= 9.95 { return decimals }
      scaled *= 10
    }
    return 4
  }

  // MARK: Texts

  /// A mean.
  func value(_ value: Double?) -> String {
    value.map { HumaneText.number($0 * factor, decimals: decimals) } ?? HumaneText.missing
  }

  /// A change, with its sign; `0` if it is none at all.
  func change(_ change: MeanChange?) -> String {
    guard let change else { return HumaneText.missing }
    return change.difference == 0 ? "0" : signed(change.difference)
  }

  /// Half the width of the interval; empty where it has none.
  func margin(_ change: MeanChange?) -> String {
    guard let margin = change?.margin, margin > 0 else { return "" }
    return "± " + HumaneText.number(margin * factor, decimals: decimals)
  }

  /// Both ends of the interval; empty where it has no width.
  func interval(_ change: MeanChange?) -> String {
    guard let interval = change?.interval95, interval.lowerBound < interval.upperBound else {
      return ""
    }
    return "\(signed(interval.lowerBound)) … \(signed(interval.upperBound))"
  }

  private func signed(_ value: Double) -> String {
    let text = HumaneText.number(value * factor, decimals: decimals)
    let isNothing = !text.contains { ("1"..."9").contains($0) }
    return value < 0 || isNothing ? text : "+\(text)"
  }
}

extension MeanChange {
  /// Half the width of the interval; nil without one.
  var margin: Double? { interval95.map { ($0.upperBound - $0.lowerBound) / 2 } }
}
