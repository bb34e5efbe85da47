import Statistics

/// Numbers as a refusal tells them: rough, and of any size.
extension Feasibility {
  func seconds(_ value: Double) -> String {
    value < 60 ? "\((value * 10).rounded() / 10) s" : "\((value / 6).rounded() / 10) min"
  }

  func gigabytes(_ bytes: Double) -> String {
    "\((bytes / 1e8).rounded() / 10) GB"
  }

  /// e^`logarithm` to one digit, as a power of ten.
  func power(ofLog logarithm: Double) -> String {
    let decimal = logarithm / PortableMath.log(10)
    guard decimal < 1e15 else { return "infinitely many" }
    let exponent = decimal.rounded(.down)
    let mantissa = PortableMath.pow(10, decimal - exponent).rounded()
    let isNextPower = mantissa >= 10
    return "\(isNextPower ? 1 : Int(mantissa))e\(Int(exponent) + (isNextPower ? 1 : 0))"
  }

  func power(_ value: Double) -> String {
    guard value < .infinity else { return "infinitely many" }
    var (mantissa, exponent) = (value, 0)
    while mantissa >= 10, exponent < 400 {
      mantissa /= 10
      exponent += 1
    }
    return "\((mantissa * 10).rounded() / 10)e\(exponent)"
  }
}
