import Statistics
import Testing

@Suite("The difference of two independent means") struct WelchDifferenceTests {
  private typealias Sample = WelchDifference.Sample

  /// By SciPy 1.17.1, `scipy.stats.ttest_ind(a, b, equal_var=False)`, of which `.df` and
  /// `.confidence_interval(0.95)`; a and b are in the second test's comment.
  @Test("Its interval is that of Welch's t as SciPy has it")
  func agreesWithSciPy() throws {
    // a = 12.1, 9.4, 14.2, 11.0, 10.7, 13.9, 9.9, 12.8
    // b = 8.3, 10.1, 7.7, 9.9, 8.8, 9.0, 6.4, 12.6, 9.7, 8.1
    let welch = try #require(
      WelchDifference(
        Sample(mean: 11.75, standardError: 0.6333020042376531, count: 8),
        less: Sample(mean: 9.06, standardError: 0.5294021785624484, count: 10)))
    #expect((welch.mean - 2.69).magnitude < 1e-12)
    #expect((try #require(welch.degreesOfFreedom) - 14.640765648092113).magnitude < 1e-9)
    #expect((welch.interval95.lowerBound - 0.9268658476974272).magnitude < 1e-9)
    #expect((welch.interval95.upperBound - 4.453134152302575).magnitude < 1e-9)
  }

  @Test("Samples of very different size and spread have the degrees of the one that matters")
  func weighsSamples() throws {
    // SciPy 1.17.1: stats.t.ppf(0.975, 7.394250145399243) × 1.5206906325745548 about 4.75.
    let welch = try #require(
      WelchDifference(
        Sample(mean: 52.25, standardError: 1.5, count: 8),
        less: Sample(mean: 47.5, standardError: 0.25, count: 1000)))
    #expect((welch.standardError - 1.5206906325745548).magnitude < 1e-12)
    #expect((try #require(welch.degreesOfFreedom) - 7.394250145399243).magnitude < 1e-9)
    #expect((welch.interval95.lowerBound - 1.192641721426396).magnitude < 1e-9)
    #expect((welch.interval95.upperBound - 8.307358278573604).magnitude < 1e-9)
  }

  @Test("Without spread the interval is just the difference")
  func needsNoSpread() throws {
    let welch = try #require(
      WelchDifference(
        Sample(mean: 3, standardError: 0, count: 5),
        less: Sample(mean: 1, standardError: 0, count: 5)))
    #expect(welch.interval95 == 2...2)
    #expect(welch.degreesOfFreedom == nil)
  }

  @Test("Standard errors whose squares are no numbers are no trouble")
  func takesExtremes() throws {
    for error in [1e-200, 1e200] {
      let sample = Sample(mean: 0, standardError: error, count: 20)
      let welch = try #require(WelchDifference(sample, less: sample))
      #expect((try #require(welch.degreesOfFreedom) - 38).magnitude < 1e-9)
      #expect((welch.standardError / error - 2.0.squareRoot()).magnitude < 1e-12)
    }
  }

  @Test(
    "Where a figure is missing there is no difference",
    arguments: [
      (1.0, 0.1, 1), (.nan, 0.1, 9), (.infinity, 0.1, 9), (1, .nan, 9), (1, .infinity, 9),
      (1, -0.1, 9), (0, 1e308, 9),
    ])
  func refusesWhatIsNoSample(mean: Double, error: Double, count: Int) {
    let good = Sample(mean: 1, standardError: 0.1, count: 9)
    let bad = Sample(mean: mean, standardError: error, count: count)
    #expect(WelchDifference(bad, less: good) == nil)
    #expect(WelchDifference(good, less: bad) == nil)
  }
}
