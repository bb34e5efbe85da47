/// Durations as scenarios write them: a number, perhaps a space, and a unit.
enum DurationText {
  typealias Problem = QuantityText.Problem

  /// The units and their length in milliseconds; a year is 365.25 days.
  static let units: [(name: String, milliseconds: UInt128)] = [
    ("ms", 1), ("s", 1000), ("min", 60_000), ("h", 3_600_000), ("d", 86_400_000),
    ("w", 604_800_000), ("y", 31_557_600_000),
  ]

  /// The form of a duration as a regular expression, without the ranges.
  static let pattern = "^" + QuantityText.pattern + "(ms|s|min|h|d|w|y)$"

  /// The duration in seconds.
  ///
  /// The digits are multiplied by the unit as whole numbers and rounded to a `Double` once, so that
  /// "1.1min" is exactly "66s": a scenario does not depend on the units it is written in.
  static func seconds(_ text: String) throws(Problem) -> Double {
    let parts = try QuantityText.parts(text)
    guard let unit = units.first(where: { $0.name == parts.unit }) else {
      throw .unknownUnit(String(parts.unit))
    }
    let product = "\(parts.digits * unit.milliseconds)e\(parts.exponent - 3)"
    guard let seconds = Double(product), seconds.isFinite else { throw .tooManyDigits }
    return seconds
  }

  /// The unit that a reader probably meant by another word for it.
  static func unit(meantBy word: String) -> String? {
    let word = word.lowercased()
    if word == "m" || word.hasPrefix("minute") || word == "mins" { return "min" }
    if word.hasPrefix("ms") || word.hasPrefix("milli") { return "ms" }
    if word.hasPrefix("mo") { return nil }
    return units.first { $0.name.count == 1 && word.hasPrefix($0.name) }?.name
  }
}
