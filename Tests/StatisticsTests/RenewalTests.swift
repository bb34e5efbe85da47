import Statistics
import Testing

@Suite("Expected renewals")
struct RenewalTests {
  // MARK: Closed forms

  @Test("An Erlang law of two stages of rate 1 fails t/2 − (1 − e^−2t)/4 times")
  func erlang() {
    let law = Lifetime.erlang(Erlang(stages: 2, mean: 2))
    for t in [0.01, 0.5, 1, 3, 20] {
      let exact = t / 2 + PortableMath.expm1(-2 * t) / 4
      #expect(agree(law.expectedRenewals(within: t), exact, relative: 1e-6), "t \(t)")
    }
  }

  @Test("The uniform law on (0, 1) fails e^t − 1 times up to t = 1")
  func uniform() {
    let law = Lifetime.uniform(Uniform(low: 0, high: 1))
    for t in [0.01, 0.3, 0.5, 0.9, 1] {
      let exact = PortableMath.expm1(t)
      #expect(agree(law.expectedRenewals(within: t), exact, relative: 2e-7), "t \(t)")
    }
  }

  /// The density of m is 1/mean + (Σ pᵢλᵢ − 1/mean)·e^−γt with γ = p₁λ₂ + p₂λ₁ (Cox, *Renewal
  /// Theory*, section 4.5).
  @Test("The hyperexponential law fails t/mean + (Σ pᵢλᵢ − 1/mean)·(1 − e^−γt)/γ times")
  func hyperexponential() {
    let law = Lifetime.mixture(
      Mixture(parts: [
        .init(weight: 0.25, law: .exponential(Exponential(mean: 0.1))),
        .init(weight: 0.75, law: .exponential(Exponential(mean: 2))),
      ]))
    let mean = 0.25 * 0.1 + 0.75 * 2
    let excess = 0.25 * 10 + 0.75 * 0.5 - 1 / mean
    let decay = 0.25 * 0.5 + 0.75 * 10
    for t in [0.01, 0.1, 1, 10] {
      let exact = t / mean - excess * PortableMath.expm1(-decay * t) / decay
      #expect(agree(law.expectedRenewals(within: t), exact, relative: 1e-5), "t \(t)")
    }
  }

  @Test("The exponential and the deterministic law are exact")
  func exact() {
    #expect(Lifetime.exponential(Exponential(mean: 4)).expectedRenewals(within: 1e9) == 2.5e8)
    let law = Lifetime.deterministic(Deterministic(value: 4))
    #expect([3.9, 4, 11, 12].map(law.expectedRenewals(within:)) == [0, 1, 2, 3])
  }

  /// By the recursion uₙ = Σ pₖ·uₙ₋ₖ of the chance of a renewal at n, with u₀ = 1.
  @Test("Atoms at whole numbers fail as the recursion on whole numbers says")
  func atoms() {
    let values = [3, 1, 4, 1, 5]
    let law = Lifetime.empirical(Empirical(values: values.map(Double.init)))
    var chances = [1.0]
    for n in 1...20 {
      chances.append(values.reduce(0) { $0 + ($1 <= n ? chances[n - $1] / 5 : 0) })
      let exact = chances.dropFirst().reduce(0, +)
      // Between two whole numbers: the steps themselves are rounded off.
      let error = abs(law.expectedRenewals(within: Double(n) + 0.5) - exact)
      #expect(error < 1e-5 * exact, "n \(n)")
    }
  }

  // MARK: Values computed elsewhere

  /// A law of mean 1, or of scale 1, and m at times.
  private struct Known: Sendable, CustomTestStringConvertible {
    let name: String
    let law: Lifetime
    let renewals: [(time: Double, expected: Double)]
    var testDescription: String { name }
  }

  /// mpmath 1.3.0 with 25 digits: invertlaplace((1 − s·L)/(s²·L), method "dehoog", degree 30), with
  /// L(s) = ∫ e^−st·S(t) dt by Gauss–Legendre in log t, 32 points a unit; the digits that degree
  /// 40 leaves. Gamma: L = (1 − (1 + s/shape)^−shape)/s, method "talbot", degree 60.
  private static let known = [
    Known(
      name: "weibull 0.3", law: .weibull(Weibull(shape: 0.3, mean: 1)),
      renewals: [(0.1, 1.448612), (1, 4.253414), (10, 17.467070), (100, 112.713104)]),
    Known(
      name: "weibull 0.7", law: .weibull(Weibull(shape: 0.7, mean: 1)),
      renewals: [(0.1, 0.24436669), (1, 1.3990932), (10, 10.566272), (100, 100.569343)]),
    Known(
      name: "weibull 1.5", law: .weibull(Weibull(shape: 1.5, mean: 1)),
      renewals: [(0.1, 0.02697363), (1, 0.7371647), (10, 9.7304992), (100, 99.730499)]),
    Known(
      name: "gamma 0.2", law: .gamma(Gamma(shape: 0.2, mean: 1)),
      renewals: [(0.1, 0.91704066), (1, 2.4852758), (10, 11.981353), (100, 102)]),
    Known(
      name: "gamma 5", law: .gamma(Gamma(shape: 5, mean: 1)),
      renewals: [(0.1, 1.7211580e-4), (1, 0.59156137), (10, 9.6), (100, 99.6)]),
    Known(
      name: "lognormal 1", law: .lognormal(Lognormal(mean: 1, sigma: 1)),
      renewals: [(0.1, 0.03583658), (1, 1.0809934), (10, 10.326930), (100, 100.359053)]),
    Known(
      name: "pareto 0.5", law: .pareto(Pareto(shape: 0.5, scale: 1)),
      renewals: [(1000, 19.453199), (10_000, 62.981300)]),
  ]

  @Test("Laws without a formula fail as their Laplace transform says", arguments: known)
  private func values(known: Known) {
    for (time, expected) in known.renewals {
      let renewals = known.law.expectedRenewals(within: time)
      #expect(agree(renewals, expected, relative: time <= 1 ? 3e-5 : 2e-4), "t \(time)")
    }
  }

  @Test("A mixture with an atom fails as often as it does by chance")
  func sampled() throws {
    let law = Lifetime.mixture(
      Mixture(parts: [
        .init(weight: 0.5, law: .deterministic(Deterministic(value: 2))),
        .init(weight: 0.5, law: .weibull(Weibull(shape: 0.5, scale: 1))),
      ]))
    var stream = RandomStream(seed: 7, replication: 0, stream: StreamIdentifier("renewals"))
    let counts = (0..<20_000).map { _ in
      var (time, count) = (law.sample(using: &stream), 0)
      while time <= 7 {
        count += 1
        time += law.sample(using: &stream)
      }
      return Double(count)
    }
    let summary = try #require(Summary(counts))
    let error = abs(law.expectedRenewals(within: 7) - summary.mean)
    #expect(error < 4 * summary.standardError)
  }
}
