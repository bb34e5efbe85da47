import Checkpointing
import ClusterModel
import Statistics
import Testing

/// Under a constant rate r, given the multiplier z of a node, its failures in T are Poisson with the
/// mean z·r·T: all counts are mixtures of Poisson laws (Johnson, Kemp, Kotz, *Univariate Discrete
/// Distributions*, section 8.3.2).
@Suite("Nodes that differ")
struct FrailtyTests {
  static let time = FaultProcessTests.horizon
  static let lemons = Frailty.Law.lemons(fraction: 0.1, multiplier: 20)

  static func fault(
    _ name: String, _ law: Lifetime, per: Domain = .node, count: Int = 1
  ) -> FaultClass {
    FaultClass(
      name: name, per: per, count: count, process: .lifetime(law), takesDown: .job)
  }

  /// A node has 0.1 failures of each class in the run on average, if its multiplier is 1.
  static func scenario(_ law: Frailty.Law, nodes: Int = 200, others: Int = 0) -> Scenario {
    var faults = [Self.fault("a", .exponential(mean: 10 * time))]
    if others > 0 { faults.append(Self.fault("b", .exponential(mean: 40 * time), per: .gpu)) }
    if others > 1 { faults.append(Self.fault("c", .exponential(mean: 10 * time))) }
    var scenario = FaultProcessTests.scenario(faults, nodes: nodes)
    scenario.frailty = Frailty(law, faults: others > 0 ? [0, 1] : [0])
    return scenario
  }

  @Test(
    "Counts are mixtures of Poisson laws",
    arguments: [
      lemons, .lemons(fraction: 0.02, multiplier: 250), .lemons(fraction: 0.5, multiplier: 0.1),
      .lemons(fraction: 1, multiplier: 3), .lemons(fraction: 0, multiplier: 1000),
      .gamma(variance: 0.01), .gamma(variance: 0.5), .gamma(variance: 1), .gamma(variance: 3),
      .gamma(variance: 30), .gamma(variance: 100),
    ])
  func counts(law: Frailty.Law) {
    let scenario = Self.scenario(law)
    let counts = simulate(scenario, replications: 2000).map { Double($0.outcome.failures) }
    let mean = 200 * 0.1 * Frailty(law, faults: []).mean
    #expect(abs(deviation(of: counts, from: mean)) < 4)
    let variance = mean + 200 * law.variance * 0.1 * 0.1
    #expect(abs(varianceDeviation(of: counts, from: variance)) < 4)
  }

  @Test(
    "The classes share the multipliers of their nodes; one that is not named does not",
    arguments: [lemons, .gamma(variance: 3)])
  func covariance(law: Frailty.Law) {
    // Class b has 8/40 = 0.2 failures a node.
    let runs = simulate(Self.scenario(law, others: 2), replications: 3000)
    func products(_ a: Int, _ b: Int) -> [Double] {
      let means = [a, b].map { index in
        runs.reduce(0) { $0 + Double($1.failures[index]) } / Double(runs.count)
      }
      return runs.map { (Double($0.failures[a]) - means[0]) * (Double($0.failures[b]) - means[1]) }
    }
    #expect(abs(deviation(of: products(0, 1), from: 200 * law.variance * 0.1 * 0.2)) < 4)
    #expect(abs(deviation(of: products(0, 2), from: 0)) < 4)
    #expect(abs(deviation(of: products(1, 2), from: 0)) < 4)
    let means = [0.1, 0.2].map { 200 * $0 * Frailty(law, faults: []).mean } + [200 * 0.1]
    for (index, mean) in means.enumerated() {
      #expect(abs(deviation(of: runs.map { Double($0.failures[index]) }, from: mean)) < 4)
    }
  }

  @Test(
    "With gamma frailty nothing has failed by t with the probability (1 + θ Λ(t))^(−N/θ)",
    arguments: [0.01, 0.5, 1, 3, 30], [0.7, 1, 3])
  func firstFailure(variance: Double, shape: Double) {
    // Source: Vaupel, Manton, Stallard, Demography 16 (1979): the Laplace transform of a gamma law.
    let nodes = 2.0
    let law = Weibull(shape: shape, mean: 1000)
    var scenario = FaultProcessTests.scenario(
      [Self.fault("a", shape == 1 ? .exponential(mean: 1000) : .weibull(law))], nodes: Int(nodes))
    scenario.frailty = Frailty(.gamma(variance: variance), faults: [0])
    let runs = simulate(scenario, replications: 2000).map(\.outcome)
    func failed(_ time: Double) -> Double {
      let hazard = law.cumulativeHazard(time)
      return -PortableMath.expm1(-nodes / variance * PortableMath.log1p(variance * hazard))
    }
    let share = failed(Self.time)
    #expect(abs(deviation(of: runs.map { $0.firstFailure == nil ? 0 : 1 }, from: share)) < 4)
    let test = GoodnessOfFit.kolmogorovSmirnov(runs.compactMap(\.firstFailure)) {
      failed($0) / share
    }
    #expect(test.pValue > 6e-5)
  }

  @Test(
    "With lemons nothing has failed by t with the probability ((1 − p) e^−Λ + p e^−MΛ)^N",
    arguments: [0.7, 1, 3])
  func firstFailureOfLemons(shape: Double) {
    let nodes = 5.0
    let law = Weibull(shape: shape, mean: 3000)
    var scenario = FaultProcessTests.scenario(
      [Self.fault("a", shape == 1 ? .exponential(mean: 3000) : .weibull(law))], nodes: Int(nodes))
    scenario.frailty = Frailty(.lemons(fraction: 0.3, multiplier: 20), faults: [0])
    let runs = simulate(scenario, replications: 4000).map(\.outcome)
    func failed(_ time: Double) -> Double {
      let hazard = law.cumulativeHazard(time)
      let alive = 0.7 * PortableMath.exp(-hazard) + 0.3 * PortableMath.exp(-20 * hazard)
      return 1 - PortableMath.pow(alive, nodes)
    }
    let share = failed(Self.time)
    #expect(abs(deviation(of: runs.map { $0.firstFailure == nil ? 0 : 1 }, from: share)) < 4)
    let test = GoodnessOfFit.kolmogorovSmirnov(runs.compactMap(\.firstFailure)) {
      failed($0) / share
    }
    #expect(test.pValue > 6e-5)
  }

  @Test("Lemons of multiplier 1 are like all others, and all lemons are a higher rate")
  func degenerate() {
    func counts(_ frailty: Frailty.Law?, rate: Double = 1) -> [Double] {
      var scenario = FaultProcessTests.scenario([
        Self.fault("a", .weibull(.init(shape: 0.7, scale: 3000 * Double(powerOf: rate, -1 / 0.7))))
      ])
      scenario.frailty = frailty.map { Frailty($0, faults: [0]) }
      return simulate(scenario, replications: 1000).map { Double($0.outcome.failures) }
    }
    expectSameLaw(counts(nil), counts(.lemons(fraction: 0.3, multiplier: 1)))
    expectSameLaw(counts(nil, rate: 2), counts(.lemons(fraction: 1, multiplier: 2)))
  }

  @Test("What fails of a class does not depend on which other classes there are")
  func independentOfOthers() {
    let alone = simulate(Self.scenario(Self.lemons), replications: 30)
    let three = simulate(Self.scenario(Self.lemons, others: 2), replications: 30)
    #expect(alone.map { $0.failures[0] } == three.map { $0.failures[0] })
  }
}
