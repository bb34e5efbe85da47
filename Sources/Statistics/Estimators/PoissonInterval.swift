/// The confidence interval of a Poisson mean from one observed count.
public enum PoissonInterval {
  /// The exact (equal-tailed, conservative) interval: the means for which a count this low, or
  /// this high, would have a chance of more than (1 − level)/2.
  ///
  /// Its ends are quantiles of gamma laws of shape `count` and `count + 1`; the lower end of a
  /// count of 0 is 0.
  ///
  /// Source: Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936).
  public static func garwood(count: Int, level: Double = 0.95) -> ClosedRange<Double> {
    precondition(count >= 0, "a count of \(count) is not possible")
    precondition(level > 0 && level < 1, "a confidence level of \(level) is not possible")
    let tail = (1 - level) / 2
    let upper = Gamma(shape: Double(count) + 1, scale: 1)
      .time(atCumulativeHazard: -PortableMath.log(tail))
    guard count > 0 else { return 0...upper }
    let lower = Gamma(shape: Double(count), scale: 1)
      .time(atCumulativeHazard: -PortableMath.log1p(-tail))
    return lower...upper
  }
}
