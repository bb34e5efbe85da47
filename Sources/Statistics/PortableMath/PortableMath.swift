/// Elementary functions that give the same bits on every processor.
///
/// A C library picks variants of `log`, `exp` and `pow` when the program loads, with fused
/// multiply-add where the processor has it, so its last bits differ from machine to machine. These
/// are written in additions, multiplications and divisions alone, which IEEE 754 rounds in one way,
/// and Swift never fuses. The errors stated were measured against the C library's `long double`
/// functions over millions of points; the tests hold them.
///
/// The method throughout: reduce the argument by powers of two, sum the Taylor series that is left
/// until its next term is below a quarter of an ulp, and add the largest term last.
public enum PortableMath {
  /// The first 42 bits of ln 2: multiplied by an exponent of at most 11 bits it stays exact.
  @usableFromInline static let ln2High = 0x1.62e42fefa38p-1
  /// ln 2 − `ln2High`.
  @usableFromInline static let ln2Low = 0x1.ef35793c7673p-45

  /// The natural logarithm, within 1 ulp.
  ///
  /// −∞ at 0, NaN below.
  @inlinable
  public static func log(_ x: Double) -> Double {
    guard x >= .leastNormalMagnitude, x < .infinity else { return logAtTheEnds(x) }
    let (exponent, mantissa) = reduced(x)
    // With s = f/(2 + f), log(1 + f) = 2 artanh s = 2s + 2s³/3 + 2s⁵/5 + …, and 2s = f − s·f: so the
    // exact f carries the result and every rounded term is small beside it.
    let f = mantissa - 1
    let s = f / (2 + f)
    let correction = s * (f - seriesAfterFirst(s * s))
    // Exact sum of the two largest terms: the first is 0 or the larger of the two.
    let high = exponent * ln2High
    let sum = high + f
    let rounding = f - (sum - high)
    return sum + (rounding - (correction - exponent * ln2Low))
  }

  /// The exponential function, within 1 ulp, subnormal results included.
  @inlinable
  public static func exp(_ x: Double) -> Double {
    exp(x, low: 0)
  }

  /// exp(x + low) for |low| up to 0.01, as if the sum had not been rounded.
  @inlinable
  static func exp(_ x: Double, low: Double) -> Double {
    guard x < 709.8 else { return x.isNaN ? x : .infinity }
    guard x > -745.2 else { return x.isNaN ? x : 0 }
    // Adding 1.5·2⁵² leaves the nearest whole number in the last bits.
    let exponent = (x * 0x1.71547652b82fep0 + 0x1.8p52) - 0x1.8p52
    let rest = x - exponent * ln2High
    let correction = exponent * ln2Low - low
    let r = rest - correction
    let rounding = (rest - r) - correction
    return scaled(1 + (r + (rounding + expSeriesAfterSecond(r))), by: Int(exponent))
  }

  /// exp(r) − 1 − r for |r| ≤ 0.35: r²/2! + … + r¹³/13!.
  @inlinable @inline(__always)
  static func expSeriesAfterSecond(_ r: Double) -> Double {
    let z = r * r
    let w = z * z
    let a = 1.0 / 2 + r * (1.0 / 6) + z * (1.0 / 24 + r * (1.0 / 120))
    let b = 1.0 / 720 + r * (1.0 / 5040) + z * (1.0 / 40_320 + r * (1.0 / 362_880))
    let c =
      1.0 / 3_628_800 + r * (1.0 / 39_916_800)
      + z * (1.0 / 479_001_600 + r * (1.0 / 6_227_020_800))
    return z * (a + w * (b + w * c))
  }

  /// (log((1 + s)/(1 − s)) − 2s)/s for z = s² ≤ 0.0295: 2z/3 + 2z²/5 + … + 2z¹⁰/21.
  @inlinable @inline(__always)
  static func seriesAfterFirst(_ z: Double) -> Double {
    let w = z * z
    let even = 2.0 / 3 + w * (2.0 / 7 + w * (2.0 / 11 + w * (2.0 / 15 + w * (2.0 / 19))))
    let odd = 2.0 / 5 + w * (2.0 / 9 + w * (2.0 / 13 + w * (2.0 / 17 + w * (2.0 / 21))))
    return z * (even + z * odd)
  }

  /// x = mantissa·2^exponent with the mantissa in [√½, √2), for normal x > 0.
  @inlinable @inline(__always)
  static func reduced(_ x: Double) -> (exponent: Double, mantissa: Double) {
    // Subtracting the bits of √½ makes the exponent field step at √½ instead of at 1.
    let exponent = Int64(bitPattern: x.bitPattern &- 0x3fe6_a09e_667f_3bcd) &>> 52
    let mantissa = Double(bitPattern: x.bitPattern &- UInt64(bitPattern: exponent &<< 52))
    return (Double(exponent), mantissa)
  }

  /// y·2^exponent for y about 1, rounded once.
  @inlinable @inline(__always)
  static func scaled(_ y: Double, by exponent: Int) -> Double {
    if exponent > -1022 && exponent < 1024 { return y * powerOfTwo(exponent) }
    let half = exponent / 2
    return y * powerOfTwo(half) * powerOfTwo(exponent - half)
  }

  /// 2^exponent for −1022 ≤ exponent ≤ 1023.
  @inlinable @inline(__always)
  static func powerOfTwo(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: exponent &+ 1023) &<< 52)
  }

  @usableFromInline
  static func logAtTheEnds(_ x: Double) -> Double {
    if x == 0 { return -.infinity }
    if x == .infinity { return x }
    return x > 0 ? log(x * 0x1p54) - 54 * (ln2High + ln2Low) : .nan
  }
}
