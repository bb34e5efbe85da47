import Testing

@testable import Statistics

@Suite("Binomial law")
struct BinomialTests {
  private func stream(_ replication: Int) -> RandomStream {
    RandomStream(
      seed: 21, replication: UInt64(replication), stream: StreamIdentifier("binomial"))
  }

  /// P(count) through logarithms of factorials.
  private func chance(_ count: Int, of trials: Int, _ probability: Double) -> Double {
    let (k, n) = (Double(count), Double(trials))
    let ways = GSL.logGamma(n + 1) - GSL.logGamma(k + 1) - GSL.logGamma(n - k + 1)
    return PortableMath.exp(
      ways + k * PortableMath.log(probability) + (n - k) * PortableMath.log1p(-probability))
  }

  @Test(
    "Samples follow the law",
    arguments: [
      (1, 0.3), (2, 0.5), (10, 0.5), (20, 0.05), (20, 0.95), (1000, 0.01), (1000, 0.999),
      (2048, 0.02), (1_000_000, 3e-6), (1_000_000, 1e-7), (1_000_000, 0.37),
    ])
  func law(trials: Int, probability: Double) {
    let draws = 20_000.0
    let law = Binomial(trials: trials, probability: probability)
    var counts = [Int: Double]()
    for replication in 0..<Int(draws) {
      var stream = stream(replication)
      counts[law.sample(using: &stream), default: 0] += 1
    }
    // Neighbours are put together until 2 % of the samples are expected, within 8 standard errors
    // of the mean; what is beyond belongs to the ends.
    let mean = Double(trials) * probability
    let spread = 8 * (mean * (1 - probability) + 1).squareRoot() + 8
    let range = max(0, Int(mean - spread))...min(trials, Int(mean + spread))
    var (observed, expected) = ([Double](), [Double]())
    var (inCell, due) = (0.0, 0.0)
    for count in range {
      inCell += counts[count] ?? 0
      due += draws * chance(count, of: trials, probability)
      if due >= 0.02 * draws {
        observed.append(inCell)
        expected.append(due)
        (inCell, due) = (0, 0)
      }
    }
    if due > 0 {
      // The last cell is small: together with the one before it.
      let last = observed.count - 1
      observed[last] += inCell
      expected[last] += due
    }
    #expect(observed.reduce(0, +) == draws)
    if expected.count > 1 {
      let test = GoodnessOfFit.chiSquare(observed: observed, expected: expected)
      #expect(test.pValue > fourSigma)
    } else {
      // Nearly always 0: rare ones by their own number.
      let rare = draws - (counts[0] ?? 0)
      let most = draws * (1 - chance(0, of: trials, probability))
      #expect(abs(rare - most) < 4 * most.squareRoot())
    }
  }

  @Test("A sample is the first count whose distribution function reaches the luck")
  func inversion() {
    for (trials, probability) in [(30, 0.1), (30, 0.5), (30, 0.97), (7, 0.01)] {
      let law = Binomial(trials: trials, probability: probability)
      for replication in 0..<300 {
        var (one, other) = (stream(replication), stream(replication))
        let luck = other.uniform()
        var (count, sum) = (0, chance(0, of: trials, probability))
        while sum < luck {
          count += 1
          sum += chance(count, of: trials, probability)
        }
        #expect(law.sample(using: &one) == count)
      }
    }
  }

  @Test("What is certain is certain")
  func certain() {
    for (trials, probability, expected) in [
      (0, 0.0, 0), (0, 0.5, 0), (0, 1.0, 0), (1, 0.0, 0), (1, 1.0, 1), (1_000_000, 0.0, 0),
      (1_000_000, 1.0, 1_000_000),
    ] {
      let law = Binomial(trials: trials, probability: probability)
      for replication in 0..<20 {
        var stream = stream(replication)
        #expect(law.sample(using: &stream) == expected)
      }
    }
  }

  @Test("With the same luck more succeed at a higher probability, and one number is used")
  func monotone() {
    for trials in [1, 12, 1000, 1_000_000] {
      for replication in 0..<50 {
        var before = 0
        var after = stream(replication)
        _ = after.next()
        let next = after.next()
        for probability in [0, 1e-9, 1e-6, 1e-4, 0.01, 0.2, 0.5, 0.8, 0.99, 1 - 1e-6, 1] {
          var stream = stream(replication)
          let law = Binomial(trials: trials, probability: probability)
          let count = law.sample(using: &stream)
          #expect(count >= before && count <= trials)
          #expect(stream.next() == next)
          before = count
        }
      }
    }
  }
}
