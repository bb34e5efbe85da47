extension MeanInterval {
  /// Resamples: the 25th and the 975th of 999 in order have 25/1000 beyond them.
  private static let resamples = 999
  /// Beyond this count the cost, count × resamples, would be felt, and Hall's bounds, which agree
  /// with these to order 1/n, are as good (Documentation/Intervals.md).
  static let greatestResampledCount = 2000

  /// The bounds of t for values with mean 0 and standard deviation 1, from resamples of them.
  ///
  /// Each resample draws as many values as there are, with replacement. Its
  /// t* = (mean − 0)/(standard error) has the spread about 0 that t has about the true mean. A
  /// resample of one value only has no standard error and counts as infinitely far. Where so many
  /// have that a bound is infinite (few values, or all but a few equal), and for more than 2000
  /// values, these are Hall's bounds.
  ///
  /// The draws are a fixed stream of random numbers: equal values in equal order have equal bounds.
  ///
  /// Source: Efron, "Nonparametric standard errors and confidence intervals", Canadian Journal of
  /// Statistics 9 (1981); Hall, "The Bootstrap and Edgeworth Expansion" (1992), chapter 3.
  static func bootstrapBounds(_ deviations: [Double]) -> Bounds {
    guard deviations.count <= greatestResampledCount else { return hallBounds(deviations) }
    var stream = RandomStream(
      seed: 0, replication: 0, stream: StreamIdentifier("interval/bootstrap"))
    var ratios = deviations.withUnsafeBufferPointer { deviations in
      (0..<resamples).map { _ in resampledT(deviations, using: &stream) }
    }
    ratios.sort()
    let tail = (resamples + 1) / 40
    let bounds = (lower: ratios[tail - 1], upper: ratios[resamples - tail])
    return bounds.lower > -.infinity && bounds.upper < .infinity ? bounds : hallBounds(deviations)
  }

  /// t of one resample.
  private static func resampledT(
    _ deviations: UnsafeBufferPointer<Double>, using stream: inout RandomStream
  ) -> Double {
    var (sum, squares) = (0.0, 0.0)
    for _ in 0..<deviations.count {
      let value = deviations[stream.index(below: deviations.count)]
      sum += value
      squares += value * value
    }
    guard sum != 0 else { return 0 }
    let count = Double(deviations.count)
    let spread = squares - sum * sum / count
    // What equal values leave is rounding, some 1e-13 of either term.
    guard spread > 1e-12 * squares else { return sum > 0 ? .infinity : -.infinity }
    return sum / (spread * count / (count - 1)).squareRoot()
  }
}
