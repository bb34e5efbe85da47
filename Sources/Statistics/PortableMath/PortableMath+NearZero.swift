// The forms that keep their digits when the argument is small.
extension PortableMath {
  /// log(1 + x), precise for small x, within 1.5 ulp.
  ///
  /// −∞ at −1, NaN below.
  @inlinable
  public static func log1p(_ x: Double) -> Double {
    let sum = 1 + x
    guard sum > 0, sum < .infinity else { return log(sum) }
    // What the sum lost, exactly; its share of the logarithm is linear, being below an ulp.
    let lost = x < 1 ? x - (sum - 1) : 1 - (sum - x)
    return log(sum) + lost / sum
  }

  /// exp(x) − 1, precise for small x, within 1.5 ulp.
  @inlinable
  public static func expm1(_ x: Double) -> Double {
    guard x > -40 else { return x.isNaN ? x : -1 }
    guard x < 40 else { return exp(x) }
    let exponent = (x * 0x1.71547652b82fep0 + 0x1.8p52) - 0x1.8p52
    let rest = x - exponent * ln2High
    let correction = exponent * ln2Low
    let r = rest - correction
    let rounding = (rest - r) - correction
    let power = powerOfTwo(Int(exponent))
    return (power * r + (power - 1)) + power * (rounding + expSeriesAfterSecond(r))
  }
}
