extension MeanInterval {
  /// The bounds of t for values with mean 0 and standard deviation 1, by their skewness.
  ///
  /// With a = skewness/√n, t + at²/3 + a²t³/27 + a/6 follows Student's law more closely than t
  /// itself: it has no skewness to order 1/√n, and it rises in t, so that its quantiles y turn into
  /// those of t: (3/a)(∛(1 + a(y − a/6)) − 1). The skewness is m₃/m₂^{3/2} of central moments with
  /// divisor n. However skewed the values, |a| < 1 and the bounds are finite, from 30 values on
  /// less than 8.6 standard errors away.
  ///
  /// Source: Hall, "On the removal of skewness by transformation", Journal of the Royal Statistical
  /// Society B 54 (1992), with Student's quantiles for the normal ones, which are short at n = 30.
  static func hallBounds(_ deviations: [Double]) -> Bounds {
    let count = Double(deviations.count)
    let cubes = deviations.reduce(0) { $0 + $1 * $1 * $1 } / count
    let ratio = count / (count - 1)
    let a = cubes * ratio * ratio.squareRoot() / count.squareRoot()
    let student = studentBounds(count: deviations.count)
    return (untransformed(student.lower, a), untransformed(student.upper, a))
  }

  /// The t whose transform is y.
  private static func untransformed(_ y: Double, _ a: Double) -> Double {
    // Far below any effect; the reciprocal would overflow.
    guard abs(a) > 1e-100 else { return y }
    let z = a * (y - a / 6)
    // Without cancellation for small a, where the transform hardly changes anything.
    guard z < -0.5 else { return 3 / a * PortableMath.expm1(PortableMath.log1p(z) / 3) }
    let root = PortableMath.root(abs(1 + z), degree: 3)
    return 3 / a * ((z < -1 ? -root : root) - 1)
  }
}
