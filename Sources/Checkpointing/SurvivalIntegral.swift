/// Integrals of a function that falls from 1 to 0, over panels of ratio two from the top down.
///
/// Hazards may be infinite at 0, so panels shrink towards it. Each panel is halved until a rule of
/// 10 points and twice that rule agree to 1e-13, as far from 0 the function is not known any better; a
/// step of the function ends the halving after 50 times.
enum SurvivalIntegral {
  /// Nodes and weights of the Gauss–Legendre rule of 10 points on [−1, 1]; mpmath 1.3.0.
  private static let rule: [(node: Double, weight: Double)] = [
    (0.97390652851717172, 0.066671344308688138), (0.86506336668898451, 0.14945134915058059),
    (0.67940956829902441, 0.21908636251598204), (0.43339539412924719, 0.26926671930999636),
    (0.14887433898163121, 0.29552422471475287),
  ]

  /// ∫ of `survival` from `begin` to `end`, both finite.
  static func over(
    from begin: Double, to end: Double, _ survival: (Double) -> Double
  ) -> Double {
    var (sum, high) = (0.0, end)
    while high > begin, high > 0x1p-56 * sum, high > .leastNormalMagnitude {
      let low = max(begin, high / 2)
      sum += refined(low, high, gauss(low, high, survival), depth: 0, survival)
      high = low
    }
    return sum
  }

  private static func refined(
    _ low: Double, _ high: Double, _ whole: Double, depth: Int,
    _ survival: (Double) -> Double
  ) -> Double {
    let middle = low + (high - low) / 2
    let left = gauss(low, middle, survival)
    let right = gauss(middle, high, survival)
    let sum = left + right
    guard abs(sum - whole) > 1e-13 * sum, depth < 50 else { return sum }
    return refined(low, middle, left, depth: depth + 1, survival)
      + refined(middle, high, right, depth: depth + 1, survival)
  }

  private static func gauss(
    _ low: Double, _ high: Double, _ survival: (Double) -> Double
  ) -> Double {
    let half = (high - low) / 2
    let middle = low + half
    return rule.reduce(0) { sum, point in
      sum + point.weight
        * (survival(middle - half * point.node) + survival(middle + half * point.node))
    } * half
  }
}
