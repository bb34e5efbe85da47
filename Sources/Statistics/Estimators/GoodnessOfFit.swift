/// Tests of whether observations agree with an expectation or with each other.
public enum GoodnessOfFit {
  /// The outcome of a test; a small p-value speaks against agreement.
  public struct Outcome: Sendable, Equatable {
    public let statistic: Double
    public let pValue: Double
  }

  /// Pearson's chi-square test of counts against their expectations.
  ///
  /// `constraints` is how many numbers the expectations took from the counts: 1 when only their
  /// total was made equal, 0 when nothing was. The p-value is good if most expectations are at
  /// least 5. A count where none is expected gives an infinite statistic. Expectations that are the
  /// means of `runs` simulated runs have errors of their own, with 1/`runs` of the variance of a
  /// Poisson count: the statistic is made smaller by 1 + 1/`runs`.
  ///
  /// Source: Pearson, Philosophical Magazine 50 (1900).
  public static func chiSquare(
    observed: [Double], expected: [Double], constraints: Int = 1, runs: Double = .infinity
  ) -> (statistic: Double, degreesOfFreedom: Int, pValue: Double) {
    precondition(
      observed.count == expected.count, "\(observed.count) counts, \(expected.count) expectations")
    let degreesOfFreedom = observed.count - constraints
    precondition(degreesOfFreedom > 0, "no degrees of freedom in \(observed.count) counts")
    var statistic = 0.0
    for (count, expectation) in zip(observed, expected) where count != expectation {
      statistic += (count - expectation) * (count - expectation) / expectation
    }
    statistic /= 1 + 1 / runs
    // GSL knows no infinite argument.
    let pValue =
      statistic < .infinity
      ? GSL.gammaQ(statistic / 2, shape: Double(degreesOfFreedom) / 2) : 0
    return (statistic, degreesOfFreedom, pValue)
  }

  /// The one-sample Kolmogorov–Smirnov test against a continuous law, given by P(X ≤ x).
  ///
  /// The p-value is asymptotic: slightly too large for fewer than about 50 values.
  ///
  /// Source: Kolmogorov, Giornale dell'Istituto Italiano degli Attuari 4 (1933).
  public static func kolmogorovSmirnov(
    _ sample: [Double], distribution: (Double) -> Double
  ) -> Outcome {
    precondition(!sample.isEmpty, "a test needs at least one value")
    let count = Double(sample.count)
    var distance = 0.0
    for (index, value) in sample.sorted().enumerated() {
      let p = distribution(value)
      distance = max(distance, p - Double(index) / count, Double(index + 1) / count - p)
    }
    return Outcome(
      statistic: distance, pValue: kolmogorovUpperTail(count.squareRoot() * distance))
  }

  /// The two-sample Kolmogorov–Smirnov test, with the asymptotic p-value; ties make it larger.
  ///
  /// Source: Smirnov, Bulletin de l'Université de Moscou 2 (1939).
  public static func kolmogorovSmirnov(_ first: [Double], _ second: [Double]) -> Outcome {
    precondition(!first.isEmpty && !second.isEmpty, "a test needs at least one value")
    let a = first.sorted()
    let b = second.sorted()
    var i = 0
    var j = 0
    var distance = 0.0
    while i < a.count && j < b.count {
      let value = min(a[i], b[j])
      while i < a.count && a[i] <= value { i += 1 }
      while j < b.count && b[j] <= value { j += 1 }
      distance = max(
        distance, abs(Double(i) / Double(a.count) - Double(j) / Double(b.count)))
    }
    let count = Double(a.count) * Double(b.count) / Double(a.count + b.count)
    return Outcome(
      statistic: distance, pValue: kolmogorovUpperTail(count.squareRoot() * distance))
  }

  /// P(K > x) of Kolmogorov's limit law, by the series that converges faster on either side of 1.
  ///
  /// Source: Feller, "On the Kolmogorov–Smirnov limit theorems", Ann. Math. Stat. 19 (1948).
  static func kolmogorovUpperTail(_ x: Double) -> Double {
    guard x > 0.04 else { return 1 }
    var sum = 0.0
    if x < 1 {
      let rate = Double.pi * Double.pi / (8 * x * x)
      for odd in stride(from: 1.0, through: 15, by: 2) {
        sum += PortableMath.exp(-odd * odd * rate)
      }
      return 1 - (2 * Double.pi).squareRoot() / x * sum
    }
    var sign = 1.0
    for k in stride(from: 1.0, through: 8, by: 1) {
      sum += sign * PortableMath.exp(-2 * k * k * x * x)
      sign = -sign
    }
    return 2 * sum
  }
}
