import Statistics
import Testing

@Suite("Expected renewals of what is not new, or has a multiplied hazard")
struct AgedRenewalTests {
  /// The instance is in its second stage with chance p(t) = ½ + (p(0) − ½)·e^−2t, and fails with
  /// that rate; at an age a of its first life p(0) = a/(1 + a).
  @Test("An Erlang law of two stages of rate 1 fails t/2 + (p(0) − ½)·(1 − e^−2t)/2 times")
  func erlang() {
    let law = Lifetime.erlang(Erlang(stages: 2, mean: 2))
    let ages = [(age: 0.0, share: 0.25), (age: 1.0, share: 0.5), (age: 30.0, share: 0.25)]
    let second = 0.5 * 1 / 2 + 0.25 * 30 / 31
    for t in [0.01, 0.5, 1, 3, 20] {
      let exact = t / 2 - (second - 0.5) * PortableMath.expm1(-2 * t) / 2
      let renewals = law.expectedRenewals(within: t, hazardFactor: 1, ages: ages)
      #expect(agree(renewals, exact, relative: 1e-5), "t \(t)")
    }
  }

  @Test("A Weibull law with a multiplied hazard is one of another scale")
  func multiplied() {
    for (shape, factor) in [(0.7, 20.0), (3, 0.1), (1.5, 1e4)] {
      let law = Lifetime.weibull(Weibull(shape: shape, scale: 1))
      let scale = PortableMath.pow(factor, -1 / shape)
      let other = Lifetime.weibull(Weibull(shape: shape, scale: scale))
      for t in [0.1, 1, 10] {
        #expect(
          agree(
            law.expectedRenewals(within: t, hazardFactor: factor, ages: []),
            other.expectedRenewals(within: t), relative: 1e-9), "shape \(shape), t \(t)")
      }
    }
  }

  @Test("Rare failures of what is old are those of its hazard")
  func rare() {
    let law = Lifetime.weibull(Weibull(shape: 3, scale: 1e6))
    let renewals = law.expectedRenewals(
      within: 10, hazardFactor: 2, ages: [(age: 1000, share: 1)])
    let hazard = 2 * (law.cumulativeHazard(1010) - law.cumulativeHazard(1000))
    #expect(agree(renewals, hazard, relative: 1e-6))
  }

  @Test("Exponential lives have no age, fixed ones end at theirs, and no hazard fails nothing")
  func exact() {
    let ages = [(age: 1.0, share: 0.5), (age: 3.0, share: 0.5)]
    let exponential = Lifetime.exponential(Exponential(mean: 4))
    #expect(exponential.expectedRenewals(within: 10, hazardFactor: 3, ages: ages) == 7.5)
    let fixed = Lifetime.deterministic(Deterministic(value: 4))
    let counts = [0.9, 1, 3, 5].map {
      fixed.expectedRenewals(within: $0, hazardFactor: 9, ages: ages)
    }
    #expect(counts == [0, 0.5, 1, 1.5])
    let law = Lifetime.gamma(Gamma(shape: 2, mean: 1))
    #expect(law.expectedRenewals(within: 10, hazardFactor: 0, ages: []) == 0)
    #expect(law.expectedRenewals(within: 10, hazardFactor: 1e300, ages: ages) > 1e100)
  }

  @Test("The mean of what lies within a span is an integral of the survival function")
  func meanLength() {
    let exponential = Lifetime.exponential(Exponential(mean: 4))
    #expect(agree(exponential.meanLength(upTo: 2), -4 * PortableMath.expm1(-0.5), relative: 1e-14))
    #expect(Lifetime.deterministic(Deterministic(value: 4)).meanLength(upTo: 3) == 3)
    let erlang = Lifetime.erlang(Erlang(stages: 2, mean: 2))
    // ∫ (1 + t)·e^−t dt = 2 − (2 + t)·e^−t.
    #expect(agree(erlang.meanLength(upTo: 3), 2 - 5 * PortableMath.exp(-3), relative: 1e-3))
    #expect(erlang.meanLength(upTo: .infinity) == 2)
  }
}
