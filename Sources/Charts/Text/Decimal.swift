/// Powers and logarithms to the base ten that are the same on every machine.
enum Decimal {
  /// 10 to a whole power, rounded correctly.
  static func power(_ exponent: Int) -> Double {
    if exponent > 308 { return .infinity }
    return Double("1e\(exponent)") ?? 0
  }

  /// The greatest whole n with 10ⁿ ≤ value, for a finite value > 0.
  static func exponent(of value: Double) -> Int {
    guard value > 0, value.isFinite else { return 0 }
    var exponent = Int((Double(value.exponent) * 0.301_029_995_663_981_2).rounded(.down))
    while exponent > -323, power(exponent) > value { exponent -= 1 }
    while power(exponent + 1) <= value { exponent += 1 }
    return exponent
  }

  /// The logarithm to the base ten of a finite value > 0, to about 10⁻¹⁵; else 0.
  static func logarithm(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    var exponent = Double(value.exponent)
    var mantissa = value.significand
    if mantissa > 1.414_213_562_373_095 {
      mantissa /= 2
      exponent += 1
    }
    // ln m = 2 artanh((m − 1)/(m + 1)), with |argument| ≤ 0.172.
    let z = (mantissa - 1) / (mantissa + 1)
    var series = 0.0
    for k in stride(from: 21, through: 1, by: -2) { series = series * z * z + 1 / Double(k) }
    let natural = exponent * 0.693_147_180_559_945_3 + 2 * z * series
    return natural * 0.434_294_481_903_251_8
  }
}
