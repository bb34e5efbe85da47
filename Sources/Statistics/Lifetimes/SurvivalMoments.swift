/// Mean and variance from the survival function, for laws without a formula.
enum SurvivalMoments {
  /// ∫ S(t) dt; infinite if the integral still grows in the far tail.
  static func mean(of law: some LifetimeLaw) -> Double {
    integral(over: law) { law.survival($0) }
  }

  /// 2·∫ |t − m|·(F(t) below the mean m, S(t) above) dt: no difference of large squares.
  static func variance(of law: some LifetimeLaw) -> Double {
    let mean = mean(of: law)
    guard mean < .infinity else { return .infinity }
    return integral(over: law) { t in
      t < mean
        ? -2 * (mean - t) * PortableMath.expm1(-law.cumulativeHazard(t))
        : 2 * (t - mean) * law.survival(t)
    }
  }

  /// ∫ f dt over [0, ∞) to about 11 digits, for an f that varies as the law's survival does.
  ///
  /// The quantiles of a geometric series of hazards cut the axis into panels of the law's own
  /// scale; in each the integral is taken in log t, where power laws are smooth.
  private static func integral(
    over law: some LifetimeLaw, _ f: (Double) -> Double
  ) -> Double {
    let greatest = 1e300
    let ends = (0...32).map { step -> Double in
      let hazard = 1e-18 * PortableMath.pow(700e18, Double(step) / 32)
      let time = law.time(atCumulativeHazard: hazard)
      return min(greatest, max(.leastNormalMagnitude, time))
    }
    let last = ends[ends.count - 1]
    // A convergent integral gains ever less from each decade; a divergent one does not.
    if f(last) * last > 0.99 * f(last / 1e10) * (last / 1e10) {
      return .infinity
    }
    let logarithms = ends.map(PortableMath.log)
    func inLog(_ y: Double) -> Double {
      let t = PortableMath.exp(y)
      return f(t) * t
    }
    let panels = zip(logarithms, logarithms.dropFirst()).filter { $0 < $1 }
    let estimates = panels.map { gaussLegendre(from: $0, to: $1, inLog) }
    let start = gaussLegendre(from: 0, to: ends[0], f)
    let tolerance = 1e-13 * (start + estimates.reduce(0, +))
    return zip(panels, estimates).reduce(start) { sum, panel in
      sum
        + refined(
          from: panel.0.0, to: panel.0.1, estimate: panel.1, tolerance: tolerance, depth: 40,
          inLog)
    }
  }

  /// Halves the panel until the halves add up to the whole.
  private static func refined(
    from low: Double, to high: Double, estimate: Double, tolerance: Double, depth: Int,
    _ f: (Double) -> Double
  ) -> Double {
    let middle = low + (high - low) / 2
    let left = gaussLegendre(from: low, to: middle, f)
    let right = gaussLegendre(from: middle, to: high, f)
    if depth == 0 || abs(left + right - estimate) <= tolerance { return left + right }
    return refined(
      from: low, to: middle, estimate: left, tolerance: tolerance, depth: depth - 1, f)
      + refined(
        from: middle, to: high, estimate: right, tolerance: tolerance, depth: depth - 1, f)
  }

  /// The eight-point rule; nodes and weights from NIST DLMF table 3.5.4.
  private static func gaussLegendre(
    from low: Double, to high: Double, _ f: (Double) -> Double
  ) -> Double {
    let rule = [
      (0.183434642495649805, 0.362683783378361983),
      (0.525532409916328986, 0.313706645877887287),
      (0.796666477413626740, 0.222381034453374471),
      (0.960289856497536232, 0.101228536290376259),
    ]
    let centre = low + (high - low) / 2
    let half = (high - low) / 2
    return half
      * rule.reduce(0) { $0 + $1.1 * (f(centre - half * $1.0) + f(centre + half * $1.0)) }
  }
}
