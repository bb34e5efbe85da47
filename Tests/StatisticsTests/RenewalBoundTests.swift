import Statistics
import Testing

@Suite("Bounds and limits of expected renewals")
struct RenewalBoundTests {
  /// The relative error that `expectedRenewals` states.
  private static let error = 3e-4

  private static let rareLaws: [Lifetime] = [
    .weibull(Weibull(shape: 0.1, mean: 1)), .weibull(Weibull(shape: 3, mean: 1e16)),
    .gamma(Gamma(shape: 0.5, mean: 1e-3)), .lognormal(Lognormal(mean: 1e9, sigma: 2)),
    .pareto(Pareto(shape: 1.5, scale: 2)), .uniform(Uniform(low: 0, high: 1)),
    .competing(
      CompetingRisks(laws: [
        .weibull(Weibull(shape: 0.5, mean: 9)), .exponential(Exponential(mean: 4)),
      ])),
  ]

  @Test("Rare failures are as many as first failures, to the last digits", arguments: rareLaws)
  func rare(law: Lifetime) {
    for hazard in [1e-12, 1e-9, 1e-6] {
      let time = law.time(atCumulativeHazard: hazard)
      let first = -PortableMath.expm1(-law.cumulativeHazard(time))
      let ratio = law.expectedRenewals(within: time) / first
      #expect(ratio > 1 - 1e-12 && ratio < 1 + 2 * first + 1e-12, "hazard \(hazard): \(ratio)")
    }
  }

  /// Lorden, "On excess over the boundary", Annals of Mathematical Statistics 41 (1970).
  @Test("At least t/mean − 1, at most t/mean + variance/mean²", arguments: knownLaws)
  func lorden(known: KnownLaw) {
    for times in [0.3, 3.2, 500] {
      let renewals = known.law.expectedRenewals(within: times * known.mean)
      #expect(renewals >= (times - 1) * (1 - Self.error), "\(times) means")
      let most = times + known.variance / (known.mean * known.mean)
      #expect(renewals <= most * (1 + Self.error), "\(times) means")
    }
  }

  @Test("More time brings more failures", arguments: knownLaws)
  func monotone(known: KnownLaw) {
    var before = 0.0
    for step in 0..<6 {
      let time = known.mean * PortableMath.pow(6, Double(step - 2))
      let renewals = known.law.expectedRenewals(within: time)
      #expect(renewals >= before, "\(renewals) after \(before)")
      before = renewals
    }
  }

  @Test(
    "Many failures of a continuous law settle at t/mean + (variance/mean² − 1)/2",
    arguments: continuousLaws.filter(\.hasLightTail))
  func settled(known: KnownLaw) {
    let spread = known.variance / (known.mean * known.mean)
    let renewals = known.law.expectedRenewals(within: 40 * known.mean)
    #expect(agree(renewals, 40 + (spread - 1) / 2, relative: 1e-4))
    for times in [2000, 1e6] {
      let renewals = known.law.expectedRenewals(within: times * known.mean)
      #expect(agree(renewals, times + (spread - 1) / 2, relative: Self.error), "\(times) means")
    }
  }

  @Test("The unit of time doesn't matter")
  func scaling() {
    // Powers of two scale without rounding.
    for (time, renewals) in [1e-3, 1, 40, 1e6].map({ time in
      (time, Lifetime.weibull(Weibull(shape: 0.7, scale: 1)).expectedRenewals(within: time))
    }) {
      let slow = Lifetime.weibull(Weibull(shape: 0.7, scale: 0x1p30))
      #expect(slow.expectedRenewals(within: time * 0x1p30) == renewals, "time \(time)")
    }
  }

  /// t/E[min(T, t)] − 1 ≤ m: Erickson, "The strong law of large numbers when the mean is undefined",
  /// Transactions of the AMS 185 (1973), lemma 1; the upper bound is 2t/E[min(T, t)] − 1.
  @Test("Lives of infinite mean fail as often as their mean within the time says")
  func infiniteMean() {
    let law = Lifetime.pareto(Pareto(shape: 0.5, scale: 1))
    for time in [2, 100, 1e6, 1e12] {
      let quotient = time / (2 * time.squareRoot() - 1)
      let renewals = law.expectedRenewals(within: time)
      #expect(renewals >= quotient - 1 && renewals <= 2 * quotient - 1, "time \(time)")
    }
  }

  @Test("The widest laws and times give a finite number, never negative")
  func extremes() {
    let (shortest, longest) = (1e-3, 3.2e16)
    let laws = [shortest, longest].flatMap { mean -> [Lifetime] in
      let simple: [Lifetime] = [
        .weibull(Weibull(shape: 0.1, mean: mean)), .weibull(Weibull(shape: 100, mean: mean)),
        .lognormal(Lognormal(mean: mean, sigma: 10)),
        .lognormal(Lognormal(mean: mean, sigma: 1e-6)),
        .pareto(Pareto(shape: 0.1, scale: mean)), .gamma(Gamma(shape: 0.2, mean: mean)),
      ]
      let mixed = Lifetime.mixture(Mixture(parts: simple.map { .init(weight: 1, law: $0) }))
      return simple + [mixed, .competing(CompetingRisks(laws: [mixed, mixed, simple[0]]))]
    }
    for law in laws {
      for time in [1e-3, 3.2e10] {
        let renewals = law.expectedRenewals(within: time)
        #expect(renewals >= 0 && renewals < .infinity, "\(law) in \(time): \(renewals)")
      }
      #expect(law.expectedRenewals(within: 0) == 0)
      #expect(law.expectedRenewals(within: -1) == 0)
    }
  }

  @Test("Without a life, or without an end, failures are infinite")
  func infinite() {
    let nothing = Lifetime.mixture(Mixture(parts: [.init(weight: 1, law: .zero)]))
    #expect(nothing.expectedRenewals(within: 1) == .infinity)
    #expect(Lifetime.zero.expectedRenewals(within: 1) == .infinity)
    #expect(
      Lifetime.weibull(Weibull(shape: 2, mean: 1)).expectedRenewals(within: .infinity)
        == .infinity)
  }
}
