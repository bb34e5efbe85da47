/// Numbers as texts, for people and for files.
public enum NumberText {
  /// The number rounded to nine significant digits, in its shortest form; nil if it is not finite.
  ///
  /// Nine digits are fewer than the last bits in which processors differ (their `log` and `exp`
  /// do), so that files come out the same everywhere. Halves are rounded away from zero. Plain
  /// notation from 1e-5 and below 1e15, else `1.5e20`; a whole number has no point, and zero no
  /// sign.
  public static func nineDigits(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    let decimal = Decimal(value).rounded(toDigits: 9)
    return (value < 0 && !decimal.digits.isEmpty ? "-" : "") + decimal.text
  }

  /// The magnitude 0.d₁d₂d₃… × 10^exponent; no digits for zero.
  private struct Decimal {
    /// Neither the first nor the last one is a zero.
    var digits: [UInt8]
    var exponent: Int

    /// The shortest decimal that reads back as this finite number, from Swift's description.
    init(_ value: Double) {
      let parts = value.magnitude.description.split(separator: "e")
      let mantissa = (parts.first ?? "0").split(separator: ".", omittingEmptySubsequences: false)
      digits = mantissa.joined().utf8.map { $0 - UInt8(ascii: "0") }
      exponent = (mantissa.first?.count ?? 0) + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
      normalize()
    }

    func rounded(toDigits count: Int) -> Decimal {
      guard digits.count > count else { return self }
      var result = self
      result.digits = Array(digits.prefix(count))
      if digits[count] >= 5 {
        while result.digits.last == 9 { result.digits.removeLast() }
        if let last = result.digits.popLast() {
          result.digits.append(last + 1)
        } else {
          result.digits = [1]
          result.exponent += 1
        }
      }
      result.normalize()
      return result
    }

    private mutating func normalize() {
      let zeros = digits.prefix { $0 == 0 }.count
      digits.removeFirst(zeros)
      exponent -= zeros
      while digits.last == 0 { digits.removeLast() }
    }

    var text: String {
      func string(_ digits: some Sequence<UInt8>) -> String {
        String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
      }
      guard let first = digits.first else { return "0" }
      if exponent > 15 || exponent < -4 {
        let rest = digits.count > 1 ? "." + string(digits.dropFirst()) : ""
        return "\(first)\(rest)e\(exponent - 1)"
      }
      if exponent <= 0 {
        return "0." + String(repeating: "0", count: -exponent) + string(digits)
      }
      if digits.count <= exponent {
        return string(digits) + String(repeating: "0", count: exponent - digits.count)
      }
      return string(digits.prefix(exponent)) + "." + string(digits.dropFirst(exponent))
    }
  }
}
