// Powers, through a logarithm carried in two words: the exponential turns an absolute error of its
// argument, which may be 700, into a relative one, so one word of logarithm would lose ten bits.
// Products are exact because their factors are cut to 26 bits first (Dekker, "A floating-point
// technique for extending the available precision", Numerische Mathematik 18, 1971).
extension PortableMath {
  /// x to the power y for x ≥ 0, within 1 ulp for |y| ≤ 10, 3 for |y| ≤ 100.
  ///
  /// 0 and ∞ go to their limits, anything to the power 0 is 1, and x < 0 gives NaN.
  @inlinable
  public static func pow(_ x: Double, _ y: Double) -> Double {
    guard x >= .leastNormalMagnitude, x < .infinity, x != 1 else {
      return powerAtTheEnds(x, y)
    }
    let logarithm = extendedLog(x)
    let head = upperHalf(logarithm.high)
    let tail = (logarithm.high - head) + logarithm.low
    let yHead = upperHalf(y)
    let high = head * yHead
    guard abs(high) < 760 else { return exp(high) }
    return exp(high, low: head * (y - yHead) + tail * y)
  }

  /// The `degree`-th root of x for x ≥ 0, within 1 ulp for a degree of 0.1 or more, 3 from
  /// 0.01.
  ///
  /// Unlike `pow(x, 1 / degree)` it does not suffer from the rounding of the reciprocal, which
  /// the logarithm of x would multiply.
  @inlinable
  public static func root(_ x: Double, degree: Double) -> Double {
    guard x >= .leastNormalMagnitude, x < .infinity, x != 1 else {
      return powerAtTheEnds(x, 1 / degree)
    }
    let logarithm = extendedLog(x)
    let reciprocal = 1 / degree
    let high = upperHalf(logarithm.high * reciprocal)
    guard abs(high) < 760 else { return exp(high) }
    let degreeHead = upperHalf(degree)
    let remainder = (logarithm.high - high * degreeHead) - high * (degree - degreeHead)
    return exp(high, low: (remainder + logarithm.low) * reciprocal)
  }

  /// log x = high + low, to about 2⁻⁵⁹ of the mantissa's share, for normal x.
  @inlinable @inline(__always)
  static func extendedLog(_ x: Double) -> (high: Double, low: Double) {
    let (exponent, mantissa) = reduced(x)
    // s = f/(2 + f) as its first 26 bits and what their product with the divisor leaves of f.
    let f = mantissa - 1
    let divisor = 2 + f
    let reciprocal = 1 / divisor
    let s = upperHalf(f * reciprocal)
    let head = upperHalf(divisor)
    let rest = (divisor - head) + (f - (divisor - 2))
    let sLow = ((f - s * head) - s * rest) * reciprocal
    let whole = s + sLow
    let tail = 2 * sLow + whole * seriesAfterFirst(whole * whole)
    let scale = exponent * ln2High
    let sum = scale + 2 * s
    let low = (2 * s - (sum - scale)) + (tail + exponent * ln2Low)
    let high = sum + low
    return (high, low - (high - sum))
  }

  /// The first 26 bits: the product of two such numbers is exact.
  @inlinable @inline(__always)
  static func upperHalf(_ x: Double) -> Double {
    Double(bitPattern: x.bitPattern & 0xffff_ffff_f800_0000)
  }

  @usableFromInline
  static func powerAtTheEnds(_ x: Double, _ y: Double) -> Double {
    if x == 1 || y == 0 { return 1 }
    if x == 0 { return y > 0 ? 0 : .infinity }
    if x == .infinity { return y > 0 ? .infinity : 0 }
    return x > 0 ? pow(x * 0x1p54, y) * pow(0x1p-54, y) : .nan
  }
}
