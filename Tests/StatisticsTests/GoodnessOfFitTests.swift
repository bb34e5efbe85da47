import Testing

@testable import Statistics

@Suite("Goodness of fit")
struct GoodnessOfFitTests {
  // scipy 1.17.1: chisquare([148, 72, 54, 35, 32], [150, 70, 50, 40, 31]).
  @Test("The chi-square test is SciPy's")
  func chiSquare() {
    let test = GoodnessOfFit.chiSquare(
      observed: [148, 72, 54, 35, 32], expected: [150, 70, 50, 40, 31])
    #expect(agree(test.statistic, 1.0610675883256528, relative: 1e-13))
    #expect(test.degreesOfFreedom == 4)
    #expect(agree(test.pValue, 0.9003990414513949, relative: 1e-12))
  }

  @Test("Free totals cost no degree of freedom, and impossible counts are refused")
  func chiSquareEdges() {
    let free = GoodnessOfFit.chiSquare(observed: [3, 5], expected: [4, 4], constraints: 0)
    #expect(free.degreesOfFreedom == 2)
    let impossible = GoodnessOfFit.chiSquare(observed: [3, 1], expected: [4, 0])
    #expect(impossible.statistic == .infinity)
    #expect(impossible.pValue == 0)
    #expect(GoodnessOfFit.chiSquare(observed: [4, 0], expected: [4, 0]).pValue == 1)
  }

  // scipy 1.17.1: kstwobign.sf(x).
  @Test(
    "Kolmogorov's limit law is SciPy's on both sides of 1",
    arguments: [
      (0.3, 0.9999906941986655), (0.5, 0.9639452436648751), (0.8, 0.5441424115741981),
      (0.999, 0.27107316411506394), (1, 0.26999967167735456), (1.36, 0.049485876755377876),
      (2, 0.0006709252557796953), (4, 2.532833109818835e-14), (0, 1), (0.01, 1),
    ])
  func kolmogorov(x: Double, expected: Double) {
    #expect(agree(GoodnessOfFit.kolmogorovUpperTail(x), expected, relative: 1e-13))
  }

  // scipy 1.17.1: kstest(a, "expon").statistic, ks_2samp(a, b).statistic, kstwobign.sf.
  @Test("The Kolmogorov–Smirnov statistics are SciPy's")
  func kolmogorovSmirnov() {
    let a = [0.1, 0.4, 0.7, 1.2, 2.9]
    let b = [0.3, 0.5, 0.6, 3.1, 4.4, 5.0, 7.5]
    let one = GoodnessOfFit.kolmogorovSmirnov(a) { -PortableMath.expm1(-$0) }
    #expect(agree(one.statistic, 0.1449767799435927, relative: 1e-13))
    #expect(agree(one.pValue, 0.9999383425449231, relative: 1e-13))
    let two = GoodnessOfFit.kolmogorovSmirnov(a, b)
    #expect(agree(two.statistic, 4.0 / 7, relative: 1e-15))
    #expect(agree(two.pValue, 0.29673421491026475, relative: 1e-13))
  }

  @Test("Ties between two samples count once: a sample agrees with itself")
  func ties() {
    let sample = [1.0, 1, 2, 2, 2, 5]
    let test = GoodnessOfFit.kolmogorovSmirnov(sample, sample)
    #expect(test.statistic == 0)
    #expect(test.pValue == 1)
  }
}
