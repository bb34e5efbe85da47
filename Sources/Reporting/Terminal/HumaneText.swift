/// Numbers as people read them: `1.57 M`, `2 h 47 min`, `92.6 %`, `1,000`.
///
/// What is not finite becomes an en dash: there is no value to tell.
enum HumaneText {
  static let missing = "–"

  /// A number with so many decimals and commas between thousands. Halves are rounded away from
  /// zero; a zero has no sign.
  static func number(_ value: Double, decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    guard let scaled = Int(exactly: (value.magnitude * scale).rounded()) else {
      // Too large for its decimals to matter, or not a number at all.
      return value.isFinite ? scientific(value) : missing
    }
    let unit = Int(scale)
    var text = grouped(scaled / unit)
    if decimals > 0 {
      let fraction = String(scaled % unit)
      text += "." + String(repeating: "0", count: decimals - fraction.count) + fraction
    }
    return value < 0 && scaled != 0 ? "−\(text)" : text
  }

  /// A whole number with commas between thousands: `16,384`.
  static func grouped(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = value < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }

  /// Three significant digits: `1.57 M`, `21.2 M`, `285 k`; but all of a whole part below 100,000.
  static func short(_ value: Double) -> String {
    for (unit, letter) in [(1e12, " T"), (1e9, " G"), (1e6, " M")]
    where value.magnitude >= 0.9995 * unit {
      return number(value / unit, decimals: decimals(forThreeDigitsOf: value / unit)) + letter
    }
    if value.magnitude >= 99_999.5 { return number(value / 1000, decimals: 0) + " k" }
    return number(value, decimals: decimals(forThreeDigitsOf: value))
  }

  /// A mean count: whole from ten on, below that with one decimal.
  static func count(_ value: Double) -> String {
    number(value, decimals: value.magnitude < 9.95 ? 1 : 0)
  }

  /// A share as percent with one decimal; a share that would show as zero but is not is `< 0.1 %`.
  static func percent(_ share: Double, decimals: Int = 1) -> String {
    guard share.isFinite else { return missing }
    let text = number(100 * share, decimals: decimals)
    let isLost = share > 0 && !text.contains { ("1"..."9").contains($0) }
    guard isLost else { return "\(text) %" }
    return "< \(decimals == 0 ? "1" : "0." + String(repeating: "0", count: decimals - 1) + "1") %"
  }

  /// A duration in its two largest units: `2 h 47 min`, `3 d 4 h`, `45 s`.
  static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds.magnitude < 1e15 else { return missing }
    if seconds < 60 { return "\(number(seconds, decimals: seconds < 9.95 ? 1 : 0)) s" }
    let units = [(86_400, "d", 3600, "h"), (3600, "h", 60, "min"), (60, "min", 1, "s")]
    for (large, largeName, small, smallName) in units where seconds >= Double(large) {
      let count = Int((seconds / Double(small)).rounded())
      let (whole, rest) = count.quotientAndRemainder(dividingBy: large / small)
      let tail = rest == 0 ? "" : " \(rest) \(smallName)"
      return "\(grouped(whole)) \(largeName)\(tail)"
    }
    return missing
  }

  /// Decimals with which a number has three significant digits, at most two.
  private static func decimals(forThreeDigitsOf value: Double) -> Int {
    switch value.magnitude {
    case ..<9.995: 2
    case ..<99.95: 1
    default: 0
    }
  }

  /// Beyond nine quadrillion: `1.5e20`.
  private static func scientific(_ value: Double) -> String { "\(value)" }
}
