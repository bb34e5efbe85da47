/// Numbers as people read them, never as `nan` or `inf`.
enum NumberText {
  static let missing = "–"

  /// A number with so many decimals and commas between thousands; powers of ten when it is huge.
  static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return missing }
    let places = max(0, min(decimals, 15))
    let scale = Decimal.power(places)
    let scaled = (value.magnitude * scale).rounded()
    guard scaled < 9e15 else { return scientific(value) }
    let unit = Int(scale)
    let whole = Int(scaled)
    var text = grouped(whole / unit)
    if places > 0 {
      let fraction = String(whole % unit)
      text += "." + String(repeating: "0", count: places - fraction.count) + fraction
    }
    return value < 0 && whole != 0 ? "−\(text)" : text
  }

  /// A number with so many significant digits, all of its whole part below a million, and
  /// `M`, `G`, `T` from there on.
  static func significant(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite else { return missing }
    guard value != 0 else { return "0" }
    let exponent = Decimal.exponent(of: value.magnitude)
    if exponent >= 15 || exponent < -6 { return scientific(value) }
    if let unit = unit(of: value.magnitude, from: 1e6) {
      let decimals = digits - 1 - Decimal.exponent(of: value.magnitude / unit.size)
      return trimmed(value / unit.size, decimals: decimals) + unit.letter
    }
    return trimmed(value, decimals: digits - 1 - exponent)
  }

  /// The largest unit a magnitude has at least one of.
  static func unit(of magnitude: Double, from least: Double) -> (size: Double, letter: String)? {
    guard magnitude >= least, magnitude < 1e15 else { return nil }
    let units = [(1e12, " T"), (1e9, " G"), (1e6, " M"), (1e3, " k")]
    return units.first { $0.0 <= magnitude }.map { (size: $0.0, letter: $0.1) }
  }

  /// A number without zeros at its end.
  static func trimmed(_ value: Double, decimals: Int) -> String {
    var text = fixed(value, decimals: decimals)
    guard text.contains(".") else { return text }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// A power of ten: `1.5 × 10²⁰`, `10⁻⁹`.
  static func scientific(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : missing }
    var exponent = Decimal.exponent(of: value.magnitude)
    // In two steps, since the power itself may not be a number.
    let half = exponent / 2
    var mantissa = value.magnitude / Decimal.power(half) / Decimal.power(exponent - half)
    if mantissa >= 9.995 { (mantissa, exponent) = (1, exponent + 1) }
    let digits = trimmed(mantissa, decimals: 2)
    let sign = value < 0 ? "−" : ""
    let power = "10" + superscript(exponent)
    return digits == "1" ? sign + power : "\(sign)\(digits) × \(power)"
  }

  private static func superscript(_ exponent: Int) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let text = String(exponent.magnitude).compactMap { $0.wholeNumberValue.map { digits[$0] } }
    return (exponent < 0 ? "⁻" : "") + String(text)
  }

  private static func grouped(_ value: Int) -> String {
    let digits = String(value)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }
}
