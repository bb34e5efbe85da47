import Statistics
import Testing

/// A law with what is known about it; the law tests run over all of them.
struct KnownLaw: CustomTestStringConvertible, Sendable {
  let name: String
  let law: Lifetime
  let mean: Double
  let variance: Double
  var least = 0.0
  /// Steps of the survival function: no density, no exact inverse.
  var hasAtoms = false
  /// The fourth moment is small enough for a sample's variance to be near normal.
  var hasLightTail = true

  var testDescription: String { name }

  var stream: RandomStream {
    RandomStream(seed: 20_240_101, replication: 0, stream: StreamIdentifier(name))
  }
}

/// Every law at least once, with shapes on both sides of what changes its character.
///
/// Moments without a short formula: mpmath 1.3.0 with 40 digits, from the Γ function, and for the
/// competing risks from quad of S(t) and of 2·t·S(t).
let knownLaws: [KnownLaw] = [
  KnownLaw(
    name: "exponential", law: .exponential(Exponential(mean: 2)), mean: 2, variance: 4),
  KnownLaw(
    name: "weibull 0.7", law: .weibull(Weibull(shape: 0.7, scale: 3)),
    mean: 3.79747051817185, variance: 30.841519982878385),
  KnownLaw(
    name: "weibull 1", law: .weibull(Weibull(shape: 1, scale: 2)), mean: 2, variance: 4),
  KnownLaw(
    name: "weibull 3", law: .weibull(Weibull(shape: 3, mean: 5)),
    mean: 5, variance: 3.302334018157985),
  KnownLaw(
    name: "gamma 0.05", law: .gamma(Gamma(shape: 0.05, scale: 4)), mean: 0.2, variance: 0.8,
    hasLightTail: false),
  KnownLaw(
    name: "gamma 0.5", law: .gamma(Gamma(shape: 0.5, mean: 1)), mean: 1, variance: 2),
  KnownLaw(
    name: "gamma 7.3", law: .gamma(Gamma(shape: 7.3, scale: 1.5)),
    mean: 10.95, variance: 16.425),
  KnownLaw(
    name: "lognormal 1.4", law: .lognormal(Lognormal(median: 10, sigma: 1.4)),
    mean: 26.644562419294168, variance: 4330.111771290884, hasLightTail: false),
  KnownLaw(
    name: "lognormal 0.2", law: .lognormal(Lognormal(mean: 10, sigma: 0.2)),
    mean: 10, variance: 4.081077419238823),
  KnownLaw(
    name: "erlang", law: .erlang(Erlang(stages: 3, mean: 6)), mean: 6, variance: 12),
  KnownLaw(
    name: "pareto 1.5", law: .pareto(Pareto(shape: 1.5, scale: 2)),
    mean: 6, variance: .infinity, least: 2, hasLightTail: false),
  KnownLaw(
    name: "pareto 5", law: .pareto(Pareto(shape: 5, mean: 4)),
    mean: 4, variance: 16.0 / 15, least: 3.2, hasLightTail: false),
  KnownLaw(
    name: "uniform from 0", law: .uniform(Uniform(low: 0, high: 3)), mean: 1.5, variance: 0.75),
  KnownLaw(
    name: "uniform", law: .uniform(Uniform(low: 2, high: 9)),
    mean: 5.5, variance: 49.0 / 12, least: 2),
  KnownLaw(
    name: "deterministic", law: .deterministic(Deterministic(value: 4)),
    mean: 4, variance: 0, least: 4, hasAtoms: true),
  KnownLaw(
    name: "hyperexponential",
    law: .mixture(
      Mixture(parts: [
        .init(weight: 3, law: .exponential(Exponential(mean: 1))),
        .init(weight: 7, law: .exponential(Exponential(mean: 20))),
      ])),
    mean: 14.3, variance: 356.11),
  KnownLaw(
    name: "bimodal mixture",
    law: .mixture(
      Mixture(parts: [
        .init(weight: 0.8, law: .lognormal(Lognormal(median: 1, sigma: 0.5))),
        .init(weight: 0.2, law: .lognormal(Lognormal(median: 8, sigma: 0.1))),
      ])),
    mean: 2.5145387958285026, variance: 8.05464881317592),
  KnownLaw(
    name: "mixture with an atom",
    law: .mixture(
      Mixture(parts: [
        .init(weight: 0.5, law: .deterministic(Deterministic(value: 2))),
        .init(weight: 0.5, law: .exponential(Exponential(mean: 3))),
      ])),
    mean: 2.5, variance: 4.75, hasAtoms: true),
  KnownLaw(
    name: "bathtub",
    law: .competing(
      CompetingRisks(laws: [
        .weibull(Weibull(shape: 0.7, scale: 50)), .exponential(Exponential(mean: 40)),
        .weibull(Weibull(shape: 4, scale: 30)),
      ])),
    mean: 13.781160515331388, variance: 111.70308139095222),
  KnownLaw(
    name: "competing with a limit",
    law: .competing(
      CompetingRisks(laws: [
        .exponential(Exponential(mean: 10)), .deterministic(Deterministic(value: 5)),
      ])),
    mean: 3.9346934028736658, variance: 2.5589899115924255, hasAtoms: true),
  KnownLaw(
    name: "empirical", law: .empirical(Empirical(values: [3, 1, 4, 1, 5])),
    mean: 2.8, variance: 2.56, least: 1, hasAtoms: true),
]

let continuousLaws = knownLaws.filter { !$0.hasAtoms }
