extension PortableMath {
  /// The gamma function of x > 0, to a relative error of 10⁻¹⁴; ∞ from 171.7 on.
  ///
  /// Stirling's series at an argument of at least 10, and Γ(x) = Γ(x + 1)/x below.
  ///
  /// Source: NIST DLMF 5.11.3.
  public static func gamma(_ x: Double) -> Double {
    guard x < 171.7 else { return x.isNaN ? x : .infinity }
    var z = x
    var product = 1.0
    while z < 10 {
      product *= z
      z += 1
    }
    let w = 1 / (z * z)
    let lowTerms = 1.0 / 12 - w * (1.0 / 360 - w * (1.0 / 1260 - w / 1680))
    let highTerms = 1.0 / 1188 - w * (691.0 / 360_360 - w / 156)
    let series = (lowTerms + w * w * w * w * highTerms) / z
    // z^(z − ½) would overflow before Γ does.
    let power = pow(z, z / 2 - 0.25)
    return (2 * Double.pi).squareRoot() * power * exp(-z, low: series) * power / product
  }
}
