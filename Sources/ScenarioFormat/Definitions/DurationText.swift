/// Durations as scenarios write them: a number, perhaps a space, and a unit.
enum DurationText {
  /// The units and their length in milliseconds; a year is 365.25 days.
  static let units: [(name: String, milliseconds: UInt128)] = [
    ("ms", 1), ("s", 1000), ("min", 60_000), ("h", 3_600_000), ("d", 86_400_000),
    ("w", 604_800_000), ("y", 31_557_600_000),
  ]

  /// The form of a duration as a regular expression, without the ranges.
  static let pattern = "^[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})? ?(ms|s|min|h|d|w|y)$"

  /// Why a text is no duration.
  enum Problem: Error, Equatable {
    case noNumber, negative, tooManyDigits, noUnit
    case unknownUnit(String)
  }

  /// The duration in seconds.
  ///
  /// The digits are multiplied by the unit as whole numbers and rounded to a `Double` once, so that
  /// "1.1min" is exactly "66s": a scenario does not depend on the units it is written in.
  static func seconds(_ text: String) throws(Problem) -> Double {
    var rest = Substring(text)
    if rest.first == "-" { throw .negative }
    let (digits, exponent) = try number(&rest)
    if rest.first == " " { rest.removeFirst() }
    guard !rest.isEmpty else { throw .noUnit }
    guard let unit = units.first(where: { $0.name == rest }) else {
      throw .unknownUnit(String(rest))
    }
    let product = "\(digits * unit.milliseconds)e\(exponent - 3)"
    guard let seconds = Double(product), seconds.isFinite else { throw .tooManyDigits }
    return seconds
  }

  /// Takes a number off the front: its digits as a whole number, and the power of ten beside them.
  private static func number(_ rest: inout Substring) throws(Problem) -> (UInt128, Int) {
    let whole = takeDigits(&rest)
    guard !whole.isEmpty else { throw .noNumber }
    var fraction: Substring = ""
    if rest.first == "." {
      rest.removeFirst()
      fraction = takeDigits(&rest)
      guard !fraction.isEmpty else { throw .noNumber }
    }
    var exponent = 0
    if rest.first == "e" || rest.first == "E" {
      rest.removeFirst()
      let sign = rest.first == "-" ? -1 : 1
      if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
      let power = takeDigits(&rest)
      guard !power.isEmpty else { throw .noNumber }
      guard power.count <= 3, let magnitude = Int(power) else { throw .tooManyDigits }
      exponent = sign * magnitude
    }
    // 25 digits times the longest unit stay below 2¹²⁸.
    guard whole.count + fraction.count <= 25, let digits = UInt128(whole + fraction) else {
      throw .tooManyDigits
    }
    return (digits, exponent - fraction.count)
  }

  private static func takeDigits(_ rest: inout Substring) -> Substring {
    let digits = rest.prefix { ("0"..."9").contains($0) && $0.isASCII }
    rest = rest.dropFirst(digits.count)
    return digits
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
