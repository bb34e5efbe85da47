import Testing

@testable import Statistics

@Suite("Estimators")
struct EstimatorTests {
  // numpy 2 and scipy 1.17.1: mean, std(ddof=1), sem, quantile, t.interval(.95, 6, …).
  @Test("The summary of a sample is NumPy's and SciPy's")
  func summary() throws {
    let summary = try #require(Summary([3.5, 1.25, 8, 2, 2.75, 11, 0.5]))
    #expect(summary.count == 7)
    let pairs = [
      (summary.mean, 4.142857142857143), (summary.standardDeviation, 3.8833435519996353),
      (summary.standardError, 1.4677658991453226), (summary.minimum, 0.5),
      (summary.p05, 0.725), (summary.p25, 1.625), (summary.p50, 2.75), (summary.p75, 5.75),
      (summary.p95, 10.1), (summary.maximum, 11),
      (summary.interval95.lowerBound, 0.551363369531988),
      (summary.interval95.upperBound, 7.734350916182299),
    ]
    for (value, expected) in pairs {
      #expect(agree(value, expected, relative: 1e-13))
    }
  }

  @Test("Equal values have their value as mean, no spread and an interval of one point")
  func equalValues() throws {
    let summary = try #require(Summary([Double](repeating: 0.1, count: 1000)))
    #expect(summary.mean == 0.1)
    #expect(summary.standardDeviation == 0)
    #expect(summary.interval95 == 0.1...0.1)
  }

  @Test("A single value is all of its summary")
  func singleValue() throws {
    let summary = try #require(Summary([3]))
    #expect(summary.mean == 3)
    #expect(summary.standardError == 0)
    #expect(summary.p05 == 3)
    #expect(summary.interval95 == 3...3)
  }

  @Test("A large offset does not spoil the spread")
  func offset() throws {
    let summary = try #require(Summary([1e9 + 1, 1e9 + 2, 1e9 + 3]))
    #expect(summary.standardDeviation == 1)
    #expect(summary.mean == 1e9 + 2)
  }

  @Test("There is no summary without values or with one that is not finite")
  func noSummary() {
    #expect(Summary([]) == nil)
    #expect(Summary([1, .infinity]) == nil)
    #expect(Summary([.nan]) == nil)
  }

  // scipy 1.17.1: t.ppf(0.975, df).
  @Test(
    "Student's quantiles are SciPy's",
    arguments: [
      (1, 12.706204736174694), (2, 4.302652729749462), (3, 3.1824463052837078),
      (4, 2.7764451051977934), (5, 2.5705818356363146), (9, 2.262157162798205),
      (29, 2.045229642132703), (99, 1.9842169515864174), (999, 1.9623414611334493),
      (9999, 1.960201263621357), (1e6, 1.959966356814107),
    ])
  func studentT(degreesOfFreedom: Double, expected: Double) {
    let quantile = StudentT.quantile(0.975, degreesOfFreedom: degreesOfFreedom)
    #expect(agree(quantile, expected, relative: 1e-12))
    let mirrored = StudentT.quantile(0.025, degreesOfFreedom: degreesOfFreedom)
    #expect(agree(mirrored, -expected, relative: 1e-12))
  }

  // mpmath 1.3.0, 40 digits: roots of gammainc(c, 0, m, regularized=True) = 0.025 and of
  // gammainc(c + 1, m, inf, regularized=True) = 0.025; for 100,000 scipy 1.17.1 chi2.ppf/2.
  @Test(
    "The interval of a Poisson mean is Garwood's",
    arguments: [
      (0, 0, 3.6888794541139363), (1, 0.025317807984289876, 5.571643390938899),
      (4, 1.0898653736263249, 10.241588675403698),
      (54, 40.56646197254475, 70.45828639371071),
      (148, 125.11681671418408, 173.85703550628406),
      (419, 379.8359249559671, 461.1059126913667),
      (100_000, 99381.15266374472, 100621.74473974388),
    ])
  func garwood(count: Int, lower: Double, upper: Double) {
    let interval = PoissonInterval.garwood(count: count)
    #expect(agree(interval.lowerBound, lower, relative: 1e-12))
    #expect(agree(interval.upperBound, upper, relative: 1e-12))
  }

  @Test("The ends of Garwood's interval give the count a tail of half the rest")
  func garwoodTails() {
    for level in [0.5, 0.9, 0.99] {
      let interval = PoissonInterval.garwood(count: 17, level: level)
      let tail = (1 - level) / 2
      #expect(agree(Poisson.upperTail(17, mean: interval.lowerBound), tail, relative: 1e-12))
      #expect(agree(Poisson.lowerTail(17, mean: interval.upperBound), tail, relative: 1e-12))
    }
  }

  // scipy 1.17.1: poisson.cdf(k, mean) and poisson.sf(k − 1, mean).
  @Test("Poisson tails are SciPy's, far ones too")
  func poissonTails() {
    #expect(agree(Poisson.lowerTail(419, mean: 450), 0.07401127827457395, relative: 1e-12))
    #expect(agree(Poisson.lowerTail(3, mean: 3), 0.6472318887822313, relative: 1e-12))
    #expect(agree(Poisson.lowerTail(0, mean: 3), 0.04978706836786395, relative: 1e-12))
    #expect(agree(Poisson.upperTail(419, mean: 380), 0.025504385040295754, relative: 1e-12))
    #expect(agree(Poisson.upperTail(1000, mean: 500), 3.298272797068251e-86, relative: 1e-11))
    #expect(Poisson.lowerTail(-1, mean: 3) == 0)
    #expect(Poisson.upperTail(0, mean: 3) == 1)
    #expect(Poisson.lowerTail(0, mean: 0) == 1)
    #expect(Poisson.upperTail(1, mean: 0) == 0)
  }

  @Test("The version of the library is two or three numbers")
  func version() {
    let numbers = GSLVersion.string.split(separator: ".").map { Int($0) }
    #expect(numbers.count >= 2)
    #expect(numbers.allSatisfy { $0 != nil })
  }
}
