import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Hazards that change at given instants")
struct ScheduleTests {
  static let time = FaultProcessTests.horizon
  static let steps = [
    HazardStep(from: 200, factor: 3), HazardStep(from: 500, factor: 0),
    HazardStep(from: 800, factor: 0.5),
  ]

  static func scenario(
    _ law: Lifetime, steps: [HazardStep] = steps, nodes: Int = 100, renews: Bool = true,
    per: Domain = .node
  ) -> Scenario {
    var fault = FaultProcessTests.fault(law, per: per, renews: renews)
    fault.schedule = steps
    return FaultProcessTests.scenario([fault], nodes: nodes)
  }

  static func counts(_ scenario: Scenario, replications: Int = 2000) -> [Double] {
    simulate(scenario, replications: replications).map { Double($0.outcome.failures) }
  }

  @Test(
    "Constant rates and minimal repair make a Poisson process with ∫ s dH as its mean",
    arguments: [
      Lifetime.exponential(mean: 4000), .weibull(.init(shape: 0.7, scale: 5000)),
      .weibull(.init(shape: 3, scale: 1500)), .lognormal(.init(median: 3000, sigma: 1)),
    ], [0.0, 700])
  func poisson(law: Lifetime, age: Double) {
    var scenario = Self.scenario(law, renews: false)
    scenario.cluster.installed = [.init(nodes: 100, age: age)]
    let hazards = [0, 200, 500, 800, 1000].map { law.cumulativeHazard(age + $0) }
    let gains = zip(hazards, hazards.dropFirst()).map { $1 - $0 }
    let mean = 100 * zip(gains, [1, 3, 0, 0.5]).reduce(0) { $0 + $1.0 * $1.1 }
    let counts = Self.counts(scenario)
    #expect(abs(deviation(of: counts, from: mean)) < 4)
    #expect(abs(varianceDeviation(of: counts, from: mean)) < 4)
  }

  @Test("Faults lie where the factors put them, and none where the factor is 0")
  func times() {
    let shares = [200, 3 * 300, 0.5 * 200].map { $0 / 1200 }
    for law in [Lifetime.exponential(mean: 4000), .weibull(.init(shape: 1, mean: 4000))] {
      var simulation = ClusterSimulation(Self.scenario(law), seed: 1)
      let times = (0..<300).flatMap { replication in
        simulation.timeline(replication: replication).filter { $0.event == .fault }.map(\.time)
      }
      let counts = [0.0..<200, 200..<500, 800..<1000.1].map { span in
        Double(times.count { span.contains($0) })
      }
      let total = Double(times.count)
      #expect(counts.reduce(0, +) == total)
      let test = GoodnessOfFit.chiSquare(observed: counts, expected: shares.map { $0 * total })
      #expect(test.pValue > 6e-5)
    }
  }

  @Test("Renewed instances follow the schedule at their ages", arguments: [0.7, 3], [nil, 150.0])
  func renewing(shape: Double, repair: Double?) {
    let life = Lifetime.weibull(.init(shape: shape, mean: 1500))
    var scenario = AgingFrailtyTests.scenario(life, frailty: nil, repair: repair)
    scenario.faults[0].schedule = Self.steps
    scenario.cluster.installed = [.init(nodes: 8, age: 800)]
    let node = DrawnNode(law: life, instances: 2, repair: repair, steps: Self.steps)
    var old = node
    old.age = 800
    AgingFrailtyTests.expect(scenario, drawnAs: [(old, 8), (node, 12)])
  }

  @Test("A fault of the job is renewed with it and follows the schedule", arguments: [0.7, 3])
  func perJob(shape: Double) {
    let life = Lifetime.weibull(.init(shape: shape, mean: 200))
    var scenario = Self.scenario(life, nodes: 1, per: .job)
    scenario.recovery.restart = .constant(40)
    // The job trains again 40 s after a fault, as a node that is in repair for so long.
    let node = DrawnNode(law: life, repair: 40, steps: Self.steps)
    let drawn = node.counts(nodes: 1, until: Self.time, replications: 3000)
    expectSameLaw(Self.counts(scenario, replications: 3000), drawn)
  }

  @Test(
    "A factor of 1 changes nothing",
    arguments: [
      Lifetime.weibull(.init(shape: 0.7, mean: 3000)), .weibull(.init(shape: 3, mean: 1000)),
    ])
  func neutral(law: Lifetime) {
    for renews in [true, false] {
      let plain = simulate(Self.scenario(law, steps: [], renews: renews), replications: 50)
      let steps = [HazardStep(from: 0, factor: 1)]
      let same = simulate(Self.scenario(law, steps: steps, renews: renews), replications: 50)
      #expect(plain.map(\.outcome.failures) == same.map(\.outcome.failures))
    }
    let rate = Self.counts(
      Self.scenario(.exponential(mean: 5000), steps: [.init(from: 300, factor: 1)]))
    #expect(abs(deviation(of: rate, from: 20)) < 4)
    #expect(abs(varianceDeviation(of: rate, from: 20)) < 4)
  }

  @Test(
    "A factor of 0 switches a class off",
    arguments: [
      Lifetime.exponential(mean: 10), .weibull(.init(shape: 0.7, mean: 10)),
      .weibull(.init(shape: 3, mean: 10)), .lognormal(.init(median: 10, sigma: 1)),
      .uniform(.init(low: 0, high: 900)), .constant(400),
    ])
  func off(law: Lifetime) {
    let none = [HazardStep(from: 0, factor: 0)]
    #expect(Self.counts(Self.scenario(law, steps: none), replications: 5).allSatisfy { $0 == 0 })
    // From 300 to 700 only: what has outlived a bounded law by then has no hazard left.
    let pause = [HazardStep(from: 300, factor: 0), HazardStep(from: 700, factor: 1)]
    var simulation = ClusterSimulation(Self.scenario(law, steps: pause, nodes: 10), seed: 1)
    for replication in 0..<10 {
      let times = simulation.timeline(replication: replication)
        .filter { $0.event == .fault }.map(\.time)
      #expect(times.allSatisfy { $0 <= 300 || $0 >= 700 }, "\(times.filter { 300..<700 ~= $0 })")
      if law == .constant(400) { #expect(times.isEmpty) }
    }
  }

  @Test("A fixed lifetime ends at its end, whatever the positive factor")
  func atoms() {
    let steps = [HazardStep(from: 300, factor: 0.1), HazardStep(from: 700, factor: 20)]
    let runs = Self.counts(
      Self.scenario(.constant(400), steps: steps, nodes: 10), replications: 5)
    #expect(runs.allSatisfy { $0 == 20 })  // at 400 and at 800
  }

  @Test("A factor for all of the run is a rate", arguments: [0.7, 3])
  func constant(shape: Double) {
    let factor = 2.5
    func law(_ factor: Double) -> Lifetime {
      .weibull(.init(shape: shape, scale: 2000 * Double(powerOf: factor, -1 / shape)))
    }
    let steps = [HazardStep(from: 0, factor: factor)]
    expectSameLaw(
      Self.counts(Self.scenario(law(1), steps: steps), replications: 1000),
      Self.counts(Self.scenario(law(factor), steps: []), replications: 1000))
  }

  @Test("What only training breaks goes on by its schedule when it has waited")
  func training() {
    func counts(_ law: Lifetime) -> [Double] {
      var scenario = Self.scenario(law, nodes: 10)
      scenario.faults[0].atRisk = .training
      scenario.job.nodes = 6
      scenario.recovery.restart = .constant(30)
      return Self.counts(scenario)
    }
    expectSameLaw(counts(.exponential(mean: 300)), counts(.weibull(.init(shape: 1, mean: 300))))
  }
}
