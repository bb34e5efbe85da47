import Experiments
import Statistics
import Testing

@Suite("Stopping once the interval is narrow enough")
struct SequentialRuleTests {
  /// The moments of values in their order.
  private func moments(_ values: [Double]) -> RunningMoments {
    values.reduce(into: RunningMoments()) { $0.add($1) }
  }

  /// Mean 11.45, standard deviation 0.88: 10.0 to 12.9, each once.
  private let thirty = (0..<30).map { 10 + Double(7 * $0 % 30) / 10 }

  // numpy 2.4.6: mean, std(ddof=1) and sem as in `EstimatorTests`.
  @Test("Moments of values that come one at a time are those of the sample")
  func runningMoments() {
    let moments = moments([3.5, 1.25, 8, 2, 2.75, 11, 0.5])
    #expect(moments.count == 7)
    #expect(agree(moments.mean, 4.142857142857143, relative: 1e-14))
    #expect(agree(moments.standardDeviation, 3.8833435519996353, relative: 1e-14))
    #expect(agree(moments.standardError, 1.4677658991453226, relative: 1e-14))
  }

  @Test("Before the second value there is no spread, and equal values have exactly none")
  func noSpread() {
    #expect(moments([]) == RunningMoments())
    #expect(moments([]).standardError == 0)
    #expect(moments([3]).mean == 3)
    #expect(moments([3]).standardDeviation == 0)
    let equal = moments([Double](repeating: 0.1, count: 1000))
    #expect(equal.mean == 0.1)
    #expect(equal.standardError == 0)
  }

  @Test("A large offset does not spoil the running spread")
  func offset() {
    let moments = moments([1e9 + 1, 1e9 + 2, 1e9 + 3])
    #expect(moments.mean == 1e9 + 2)
    #expect(moments.standardDeviation == 1)
  }

  @Test("A value that is not finite makes the spread NaN for good")
  func notFinite() {
    #expect(moments([1, .infinity, 2]).standardDeviation.isNaN)
    #expect(moments([.infinity, 1, 2]).standardDeviation.isNaN)
    #expect(moments([1, .nan, 2]).mean.isNaN)
  }

  // scipy 1.17.1: h = t.ppf(.975, 29)·sem(x) is 0.0287096 of the mean; γ = h/(1 − h) = 0.0295582.
  @Test("The rule is met from the relative precision on that the half-width allows")
  func threshold() {
    let moments = moments(thirty)
    #expect(!SequentialRule(relativePrecision: 0.0295581).isMet(by: moments))
    #expect(SequentialRule(relativePrecision: 0.0295582).isMet(by: moments))
    #expect(SequentialRule(relativePrecision: 0.5).isMet(by: moments))
  }

  @Test("Negative values are as precise as their mirror images")
  func mirrored() {
    let moments = moments(thirty.map { -$0 })
    #expect(!SequentialRule(relativePrecision: 0.0295581).isMet(by: moments))
    #expect(SequentialRule(relativePrecision: 0.0295582).isMet(by: moments))
  }

  @Test("Fewer than 30 values are never precise enough")
  func tooFew() {
    let rule = SequentialRule(relativePrecision: 0.5)
    #expect(!rule.isMet(by: moments([])))
    #expect(!rule.isMet(by: moments([Double](thirty.dropLast()))))
    #expect(!rule.isMet(by: moments([Double](repeating: 1, count: 29))))
  }

  @Test("Thirty equal values are precise, zeros among them; a spread about 0 never is")
  func withoutSpread() {
    let rule = SequentialRule(relativePrecision: 1e-9)
    #expect(rule.isMet(by: moments([Double](repeating: 7, count: 30))))
    #expect(rule.isMet(by: moments([Double](repeating: 0, count: 30))))
    let aboutZero = moments((0..<30).map { $0 % 2 == 0 ? 1 : -1 })
    #expect(!SequentialRule(relativePrecision: 0.99).isMet(by: aboutZero))
    let broken = moments(thirty + [.nan])
    #expect(!SequentialRule(relativePrecision: 0.99).isMet(by: broken))
  }

  // scipy 1.17.1: n·(t.ppf(.975, n − 1)·sem(x)/(γ/(1 + γ)·mean(x)))².
  @Test("The expected number of replications grows with the square of the missing precision")
  func expectedCount() {
    func count(_ precision: Double, _ values: [Double]) -> Double {
      SequentialRule(relativePrecision: precision).expectedCount(by: moments(values))
    }
    #expect(agree(count(0.01, thirty), 252.24213498849846, relative: 1e-12))
    #expect(agree(count(0.02, thirty), 64.31543898687231, relative: 1e-12))
    #expect(agree(count(0.01, [Double](thirty[..<10])), 388.34093067845606, relative: 1e-12))
    #expect(count(0.05, thirty) == 30)
    #expect(count(0.05, []) == 30)
    #expect(count(0.05, [4]) == 30)
    #expect(count(0.05, [4, 4]) == 30)
    #expect(count(0.05, [1, -1]) == .infinity)
    #expect(count(0.05, [1, .nan, 2]) == .infinity)
  }
}
