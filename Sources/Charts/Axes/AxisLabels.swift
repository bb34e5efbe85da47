/// What the values of an axis are and how they are written.
public enum AxisLabels: Sendable, Hashable {
  /// A number, with a unit behind it if there is one: `0.25`, `1,200 TB`, `1.5 M`.
  case number(unit: String = "")
  /// A share from 0 to 1: `90 %`.
  case percent
  /// A whole number of things: `400`, `12 k`, `1.5 M`.
  case count
  /// A duration in a unit: `5 min`, `1 h`, `2 d`.
  case duration(TimeUnit)

  /// A value by itself, to about three significant digits.
  public func text(_ value: Double) -> String {
    guard value.isFinite else { return NumberText.missing }
    switch self {
    case .number(let unit):
      return NumberText.significant(value, digits: 4) + (unit.isEmpty ? "" : " \(unit)")
    case .percent:
      return Self.percent(value)
    case .count:
      if value.magnitude < 0.1 { return NumberText.significant(value, digits: 2) }
      let decimals = value.magnitude < 10 ? 1 : 0
      if value.magnitude < 1e6 { return NumberText.trimmed(value, decimals: decimals) }
      return NumberText.significant(value)
    case .duration(let unit):
      let seconds = value * unit.seconds
      if value == 0 || !seconds.isFinite { return value == 0 ? "0" : NumberText.missing }
      let best = TimeUnit.largest(in: seconds)
      return NumberText.significant(seconds / best.seconds) + " \(best.symbol)"
    }
  }

  /// A share in percent with one decimal; with two where it, or what lacks to one, is below 1 %.
  private static func percent(_ share: Double) -> String {
    if share != 0, share.magnitude < 1e-4 {
      return NumberText.significant(100 * share, digits: 2) + " %"
    }
    let lacking = min(share.magnitude, (1 - share).magnitude) * 100
    let decimals = lacking == 0 ? 0 : lacking >= 1 ? 1 : 2
    return NumberText.fixed(100 * share, decimals: decimals) + " %"
  }

  /// A tick's value where ticks are a step apart.
  func tick(_ value: Double, step: Double, largest: Double) -> String {
    switch self {
    case .number(let unit):
      let text = Self.stepped(value, step: step, largest: largest, from: 1e6)
      return unit.isEmpty ? text : "\(text) \(unit)"
    case .percent:
      return Self.stepped(100 * value, step: 100 * step, largest: 100 * largest, from: 1e6) + " %"
    case .count:
      return Self.stepped(value, step: step, largest: largest, from: 1e4)
    case .duration(let unit):
      if value == 0 { return "0" }
      let stepUnit = TimeUnit.largest(in: step * unit.seconds)
      let ratio = unit.seconds / stepUnit.seconds
      let text = Self.stepped(
        value * ratio, step: step * ratio, largest: largest * ratio, from: 1e6)
      return "\(text) \(stepUnit.symbol)"
    }
  }

  private static func stepped(
    _ value: Double, step: Double, largest: Double, from least: Double
  ) -> String {
    guard value.isFinite, step > 0, step.isFinite, largest.isFinite else {
      return NumberText.scientific(value)
    }
    if value == 0 { return "0" }
    if largest >= 1e15 || largest < 1e-6 { return NumberText.scientific(value) }
    let unit = NumberText.unit(of: largest, from: least)
    let size = unit?.size ?? 1
    let text = NumberText.fixed(value / size, decimals: decimals(of: step / size))
    return text + (unit?.letter ?? "")
  }

  /// The decimals a step of one or two digits needs.
  private static func decimals(of step: Double) -> Int {
    let first = -Decimal.exponent(of: step)
    let scaled = step * Decimal.power(first)
    let isRound = (scaled - scaled.rounded()).magnitude < 1e-6
    return max(0, isRound ? first : first + 1)
  }
}
