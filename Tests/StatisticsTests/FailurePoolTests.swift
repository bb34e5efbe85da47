import Testing

@testable import Statistics

@Suite("Failure pool")
struct FailurePoolTests {
  /// What one replication gives: the failure times within the horizon, in order.
  private typealias Failures = [Double]

  private struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let law: Lifetime
    let instances: Int
    /// The horizon as a cumulative hazard.
    let horizon: Double
    var replications = 1000
    var testDescription: String { name }
  }

  // 1,000 instances of which 20 fail, as in a cluster; and 12 of which most do, where each
  // removal counts.
  private static let cases = [
    Case(
      name: "weibull 0.7", law: .weibull(Weibull(shape: 0.7, scale: 3)), instances: 1000,
      horizon: 0.02),
    Case(
      name: "weibull 1", law: .weibull(Weibull(shape: 1, scale: 3)), instances: 1000,
      horizon: 0.02),
    Case(
      name: "weibull 3", law: .weibull(Weibull(shape: 3, scale: 3)), instances: 1000,
      horizon: 0.02),
    Case(
      name: "gamma", law: .gamma(Gamma(shape: 2.5, scale: 3)), instances: 1000, horizon: 0.02),
    Case(
      name: "lognormal", law: .lognormal(Lognormal(median: 3, sigma: 1)), instances: 1000,
      horizon: 0.02),
    Case(
      name: "few of weibull 0.7", law: .weibull(Weibull(shape: 0.7, scale: 3)), instances: 12,
      horizon: 2, replications: 3000),
    Case(
      name: "few of weibull 3", law: .weibull(Weibull(shape: 3, scale: 3)), instances: 12,
      horizon: 2, replications: 3000),
  ]

  private func pooled(_ test: Case, replication: UInt64) -> Failures {
    var stream = RandomStream(
      seed: 11, replication: replication, stream: StreamIdentifier("pool"))
    var pool = FailurePool(instances: test.instances)
    var failures: Failures = []
    while pool.advance(using: &stream) < test.horizon {
      failures.append(test.law.time(atCumulativeHazard: pool.hazard))
      pool.removeOne()
    }
    return failures
  }

  private func oneByOne(_ test: Case, replication: UInt64) -> Failures {
    var stream = RandomStream(
      seed: 11, replication: replication, stream: StreamIdentifier("one by one"))
    let end = test.law.time(atCumulativeHazard: test.horizon)
    let lives = (0..<test.instances).map { _ in stream.exponential() }
    // Only the lives about the horizon need their time.
    return lives.filter { $0 < 1.001 * test.horizon }
      .map { test.law.time(atCumulativeHazard: $0) }
      .filter { $0 < end }
      .sorted()
  }

  @Test("The pool fails as its instances drawn one by one", arguments: cases)
  private func agreesWithBruteForce(test: Case) {
    let replications = 0..<UInt64(test.replications)
    let pool = replications.map { pooled(test, replication: $0) }
    let brute = replications.map { oneByOne(test, replication: $0) }
    let times = GoodnessOfFit.kolmogorovSmirnov(pool.flatMap { $0 }, brute.flatMap { $0 })
    #expect(times.pValue > fourSigma)
    let first = GoodnessOfFit.kolmogorovSmirnov(
      pool.compactMap(\.first), brute.compactMap(\.first))
    #expect(first.pValue > fourSigma)
    let last = GoodnessOfFit.kolmogorovSmirnov(
      pool.compactMap(\.last), brute.compactMap(\.last))
    #expect(last.pValue > fourSigma)
    let counts = GoodnessOfFit.kolmogorovSmirnov(
      pool.map { Double($0.count) }, brute.map { Double($0.count) })
    #expect(counts.pValue > fourSigma)
  }

  @Test("The number of failures is binomial", arguments: cases)
  private func countsAreBinomial(test: Case) {
    let p = -PortableMath.expm1(-test.horizon)
    let n = Double(test.instances)
    let replications = Double(test.replications)
    let counts = (0..<UInt64(test.replications)).map {
      Double(pooled(test, replication: $0).count)
    }
    let mean = counts.reduce(0, +) / replications
    let variance = n * p * (1 - p)
    #expect(abs(mean - n * p) < 4 * (variance / replications).squareRoot())
    let squares = counts.reduce(0) { $0 + ($1 - n * p) * ($1 - n * p) } / replications
    // The variance of a squared deviation: μ₄ − σ⁴ with the binomial's fourth central moment.
    let excess = 2 * variance * variance + variance * (1 - 6 * p * (1 - p))
    #expect(abs(squares - variance) < 4 * (excess / replications).squareRoot())
  }

  @Test("The first failure of N Weibull lives is Weibull", arguments: [0.7, 1, 3])
  func firstFailureIsWeibull(shape: Double) {
    let law = Lifetime.weibull(Weibull(shape: shape, scale: 3))
    let instances = 1_000_000.0
    let first = Weibull(shape: shape, scale: 3 * PortableMath.pow(instances, -1 / shape))
    let sample = (0..<4000).map { replication in
      var stream = RandomStream(
        seed: 3, replication: UInt64(replication), stream: StreamIdentifier("first"))
      var pool = FailurePool(instances: Int(instances))
      return law.time(atCumulativeHazard: pool.advance(using: &stream))
    }
    let test = GoodnessOfFit.kolmogorovSmirnov(sample) {
      -PortableMath.expm1(-first.cumulativeHazard($0))
    }
    #expect(test.pValue > fourSigma)
  }

  @Test("A trillion instances lose no digits", arguments: [0.7, 1, 3])
  func trillion(shape: Double) {
    let instances = 1_000_000_000_000
    let law = Lifetime.weibull(Weibull(shape: shape, scale: 3))
    let first = Weibull(shape: shape, scale: 3 * PortableMath.pow(1e12, -1 / shape))
    for replication in 0..<1000 as Range<UInt64> {
      let start = RandomStream(
        seed: 5, replication: replication, stream: StreamIdentifier("trillion"))
      var forPool = start
      var forLaw = start
      var pool = FailurePool(instances: instances)
      let time = law.time(atCumulativeHazard: pool.advance(using: &forPool))
      let expected = first.time(atCumulativeHazard: forLaw.exponential())
      #expect(agree(time, expected, relative: 1e-14))
    }
  }

  @Test("A pool of a certain age goes on from its hazard")
  func aged() {
    let start = RandomStream(seed: 1, replication: 0, stream: StreamIdentifier("aged"))
    var forNew = start
    var forOld = start
    var new = FailurePool(instances: 10)
    var old = FailurePool(instances: 10, hazard: 4)
    #expect(agree(old.advance(using: &forOld), 4 + new.advance(using: &forNew), relative: 1e-15))
  }

  @Test("An empty pool never fails")
  func empty() {
    var stream = RandomStream(seed: 1, replication: 0, stream: StreamIdentifier("empty"))
    var pool = FailurePool(instances: 1)
    pool.removeOne()
    #expect(pool.advance(using: &stream) == .infinity)
  }
}
