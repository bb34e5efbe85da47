/// The number that durations, sizes and bandwidths begin with.
enum QuantityText {
  /// A number as a regular expression, and perhaps a space.
  static let pattern = "[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})? ?"

  /// Why a text is no quantity.
  enum Problem: Error, Equatable {
    case noNumber, negative, tooManyDigits, noUnit
    case unknownUnit(String)
  }

  /// A number and what follows it.
  struct Parts {
    /// Its digits as a whole number; at most 25 of them, so that a unit of 10¹² stays below 2¹²⁸.
    var digits: UInt128
    /// The power of ten beside them.
    var exponent: Int
    /// The rest of the text after a space, if there is one; not empty.
    var unit: Substring
  }

  /// Takes a text apart.
  static func parts(_ text: String) throws(Problem) -> Parts {
    var rest = Substring(text)
    if rest.first == "-" { throw .negative }
    let (digits, exponent) = try number(&rest)
    if rest.first == " " { rest.removeFirst() }
    guard !rest.isEmpty else { throw .noUnit }
    return Parts(digits: digits, exponent: exponent, unit: rest)
  }

  /// Takes a number off the front: its digits as a whole number, and the power of ten beside them.
  static func number(_ rest: inout Substring) throws(Problem) -> (UInt128, Int) {
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
}
