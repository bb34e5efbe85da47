import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Nodes that are not new")
struct CohortTests {
  static let time = FaultProcessTests.horizon
  static let installed = [Cohort(nodes: 30, age: 600), Cohort(nodes: 50, age: 4000)]

  static func scenario(_ law: Lifetime, per: Domain = .node, renews: Bool = true) -> Scenario {
    var scenario = FaultProcessTests.scenario([
      FaultProcessTests.fault(law, per: per, renews: renews)
    ])
    scenario.cluster.installed = installed
    return scenario
  }

  /// Hazard that the nodes gain until a time of the run; 20 of them are new.
  static func gain(_ law: Lifetime, until time: Double, burnIn: Double = 0) -> Double {
    (installed + [Cohort(nodes: 20, age: 0)]).reduce(0) { sum, cohort in
      let age = cohort.age + burnIn
      return sum + Double(cohort.nodes)
        * (law.cumulativeHazard(age + time) - law.cumulativeHazard(age))
    }
  }

  @Test(
    "The first failure of cohorts has the survival function Π (S(a + t) / S(a))^n",
    arguments: [
      Lifetime.weibull(.init(shape: 0.7, scale: 80_000)),
      .weibull(.init(shape: 3, scale: 12_000)), .lognormal(.init(median: 20_000, sigma: 1)),
      .gamma(.init(shape: 2, mean: 20_000)),
    ], [0.0, 1500])
  func firstFailure(law: Lifetime, burnIn: Double) {
    var scenario = Self.scenario(law)
    scenario.cluster.burnIn = burnIn
    let runs = simulate(scenario, replications: 3000).map(\.outcome)
    func failed(_ time: Double) -> Double {
      -PortableMath.expm1(-Self.gain(law, until: time, burnIn: burnIn))
    }
    let share = failed(Self.time)
    #expect(abs(deviation(of: runs.map { $0.firstFailure == nil ? 0 : 1 }, from: share)) < 4)
    let test = GoodnessOfFit.kolmogorovSmirnov(runs.compactMap(\.firstFailure)) {
      failed($0) / share
    }
    #expect(test.pValue > 6e-5)
  }

  @Test("Under minimal repair counts are Poisson with Σ n (H(a + T) − H(a))", arguments: [0.7, 3])
  func minimalRepair(shape: Double) {
    let law = Lifetime.weibull(.init(shape: shape, scale: 4000))
    let counts = simulate(Self.scenario(law, renews: false), replications: 2000)
      .map { Double($0.outcome.failures) }
    let mean = Self.gain(law, until: Self.time)
    #expect(abs(deviation(of: counts, from: mean)) < 4)
    #expect(abs(varianceDeviation(of: counts, from: mean)) < 4)
  }

  @Test(
    "What lives on racks and larger domains is as old as their first node",
    arguments: [(Domain.rack, 7), (.pod, 28), (.cluster, 100)])
  func largerDomains(per: Domain, size: Int) {
    // 100 nodes of which the first 30 are 600 s old, the next 50 are 4000 s old, the rest is new.
    let law = Lifetime.weibull(.init(shape: 3, scale: 2500))
    var scenario = Self.scenario(law, per: per, renews: false)
    scenario.cluster.nodesPerRack = 7
    let mean = stride(from: 0, to: 100, by: size).reduce(0.0) { sum, node in
      let age = node < 30 ? 600.0 : node < 80 ? 4000 : 0
      return sum + law.cumulativeHazard(age + Self.time) - law.cumulativeHazard(age)
    }
    let counts = simulate(scenario, replications: 2000).map { Double($0.outcome.failures) }
    #expect(abs(deviation(of: counts, from: mean)) < 4)
    #expect(abs(varianceDeviation(of: counts, from: mean)) < 4)
  }

  @Test("The job has no age")
  func job() {
    for renews in [true, false] {
      let law = Lifetime.weibull(.init(shape: 3, scale: 500))
      let old = Self.scenario(law, per: .job, renews: renews)
      var new = old
      new.cluster.installed = []
      #expect(
        simulate(old, replications: 30).map(\.outcome)
          == simulate(new, replications: 30).map(\.outcome))
    }
  }

  @Test(
    "Renewed instances begin at age 0, without burn-in",
    arguments: [0.7, 3], [(nil, 1.0), (120, 1), (60, 0.5)] as [(Double?, Double)])
  func renewing(shape: Double, repair: (time: Double?, fixes: Double)) {
    let life = Lifetime.weibull(.init(shape: shape, mean: 2000))
    var scenario = AgingFrailtyTests.scenario(
      life, frailty: nil, repair: repair.time, fixes: repair.fixes)
    scenario.cluster.installed = [.init(nodes: 9, age: 1500), .init(nodes: 4, age: 300)]
    scenario.cluster.burnIn = 700
    scenario.repair.restock = .constant(100)
    let nodes = [(2200.0, 9), (1000, 4), (700, 7)].map { age, count in
      let node = DrawnNode(
        law: life, instances: 2, age: age, repair: repair.time, fixes: repair.fixes, lead: 100,
        burnIn: 700)
      return (node, count)
    }
    AgingFrailtyTests.expect(scenario, drawnAs: nodes)
  }

  @Test("A bounded life is over when age and burn-in say so")
  func bounded() {
    // Lives of 700 s: nodes of 450 + 50 s fail at 200, 900; the others at 650.
    var scenario = FaultProcessTests.scenario(
      [FaultProcessTests.fault(.constant(700), per: .node)], nodes: 10)
    scenario.cluster.installed = [.init(nodes: 4, age: 450)]
    scenario.cluster.burnIn = 50
    var simulation = ClusterSimulation(scenario, seed: 1)
    let times = simulation.timeline(replication: 0).filter { $0.event == .fault }.map(\.time)
    #expect(
      times == Array(repeating: 200, count: 4) + Array(repeating: 650, count: 6)
        + Array(repeating: 900, count: 4))
  }

  @Test("Cohorts of one age are one pool, and ages mean nothing to constant rates")
  func neutral() {
    let law = Lifetime.weibull(.init(shape: 0.7, mean: 3000))
    func counts(_ installed: [Cohort], _ law: Lifetime) -> [Double] {
      var scenario = Self.scenario(law)
      scenario.cluster.installed = installed
      return simulate(scenario, replications: 1000).map { Double($0.outcome.failures) }
    }
    expectSameLaw(
      counts([.init(nodes: 100, age: 900)], law),
      counts(
        [.init(nodes: 50, age: 900), .init(nodes: 0, age: 7), .init(nodes: 50, age: 900)], law))
    let constant = Lifetime.exponential(mean: 5000)
    #expect(counts(Self.installed, constant) == counts([], constant))
  }

  @Test(
    "Rates grow with the cluster as a power of its GPUs",
    arguments: [0.7, 1, 3], [-0.5, 1, 1.65])
  func scale(shape: Double, exponent: Double) {
    // 800 GPUs, four times 200.
    let law: Lifetime =
      shape == 1
      ? .exponential(mean: 5000) : .weibull(.init(shape: shape, scale: 3000))
    var scenario = Self.scenario(law, renews: false)
    scenario.cluster.rateScale = RateScale(rateExponent: exponent, overGPUs: 200)
    scenario.cluster.spareNodes = 10  // do not count for the size
    scenario.cluster.sparesArePowered = false
    let mean = Double(powerOf: 4, exponent) * Self.gain(law, until: Self.time)
    let counts = simulate(scenario, replications: 300).map { Double($0.outcome.failures) }
    #expect(abs(deviation(of: counts, from: mean)) < 4)
    #expect(abs(varianceDeviation(of: counts, from: mean)) < 4)
    scenario.cluster.rateScale = RateScale(rateExponent: exponent, overGPUs: 800)
    var plain = scenario
    plain.cluster.rateScale = nil
    #expect(
      simulate(scenario, replications: 5).map(\.outcome)
        == simulate(plain, replications: 5).map(\.outcome))
  }

  @Test("A scaled hazard of renewed instances is that of another scale", arguments: [0.7, 3])
  func scaledRenewals(shape: Double) {
    func counts(_ scale: Double, exponent: Double?) -> [Double] {
      var scenario = AgingFrailtyTests.scenario(
        .weibull(.init(shape: shape, scale: scale)), frailty: nil, repair: 80)
      scenario.cluster.installed = []
      scenario.cluster.rateScale = exponent.map { RateScale(rateExponent: $0, overGPUs: 40) }
      return AgingFrailtyTests.counts(scenario)
    }
    // 160 GPUs over 40, to the power ½: twice the hazard.
    expectSameLaw(
      counts(3000, exponent: 0.5), counts(3000 * Double(powerOf: 2, -1 / shape), exponent: nil))
  }
}
