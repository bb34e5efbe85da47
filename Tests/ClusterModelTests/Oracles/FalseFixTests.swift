import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Nodes that come back with their fault in them")
struct FalseFixTests {
  static let nodes = 20

  /// A class "fault" that sends its node to repair, and others that only count.
  static func scenario(
    _ law: Lifetime, count: Int = 1, repair: Lifetime, falseFix: Double, returns: Double,
    others: [FaultClass] = [], renews: Bool = true, fixes: Double = 1
  ) -> Scenario {
    let fault = FaultProcessTests.fault(
      law, per: .node, count: count, takesDown: .node, repair: 0, renews: renews)
    let stage = RepairRoute.Stage(name: "s", time: repair, fixes: fixes, falseFix: falseFix)
    var scenario = FaultProcessTests.scenario(
      [fault] + others, nodes: nodes, routes: [RepairRoute(name: "r", stages: [stage])],
      jobNodes: 1)
    scenario.repair.returnsMultiplier = returns
    return scenario
  }

  /// Time that a node spends as good, as falsely fixed and in repair, from good at 0, where it
  /// fails at the rates `good` and `bad` and repair has the rate `mend`: Kolmogorov's forward
  /// equations by Runge and Kutta's fourth order.
  static func times(
    good: Double, bad: Double, mend: Double, falseFix: Double, until end: Double
  ) -> (good: Double, bad: Double, broken: Double) {
    func slope(_ p: SIMD3<Double>) -> SIMD3<Double> {
      SIMD3(
        mend * (1 - falseFix) * p.z - good * p.x, mend * falseFix * p.z - bad * p.y,
        good * p.x + bad * p.y - mend * p.z)
    }
    let steps = 20_000
    let step = end / Double(steps)
    var (now, sum) = (SIMD3(1.0, 0, 0), SIMD3(0.0, 0, 0))
    for _ in 0..<steps {
      let before = now
      let a = slope(now)
      let b = slope(now + step / 2 * a)
      let c = slope(now + step / 2 * b)
      let d = slope(now + step * c)
      now += step / 6 * (a + 2 * (b + c) + d)
      sum += step / 2 * (before + now)
    }
    return (sum.x, sum.y, sum.z)
  }

  @Test(
    "Under constant rates a node alternates as a Markov chain does",
    arguments: [(0.4, 12.0), (1, 5), (0.1, 100), (0.5, 0.2)])
  func chain(falseFix: Double, returns: Double) {
    let others = [
      FrailtyTests.fault("counted", .exponential(mean: 4000), per: .gpu, count: 1),
      FrailtyTests.fault("rack", .exponential(mean: 400), per: .rack),
    ]
    let scenario = Self.scenario(
      .exponential(mean: 1500), repair: .exponential(mean: 40), falseFix: falseFix,
      returns: returns, others: others)
    let runs = simulate(scenario, replications: 1000)
    let rate = 1 / 1500.0
    let time = Self.times(
      good: rate, bad: returns * rate, mend: 1.0 / 40, falseFix: falseFix,
      until: FaultProcessTests.horizon)
    let nodes = Double(Self.nodes)
    let stress = nodes * (time.good + returns * time.bad)
    // GPUs fail with the node's multiplier, racks without: here a rack is one node.
    let expected = [rate * stress, 8.0 / 4000 * stress, nodes * (time.good + time.bad) / 400]
    for (index, mean) in expected.enumerated() {
      #expect(abs(deviation(of: runs.map { Double($0.failures[index]) }, from: mean)) < 4)
    }
    let down = runs.map { $0.outcome.nodeRepairSeconds }
    #expect(abs(deviation(of: down, from: nodes * time.broken)) < 4)
    let falseFixes = runs.map {
      Double($0.outcome.falseFixes) - falseFix * Double($0.outcome.repairs)
    }
    if falseFix < 1 { #expect(abs(deviation(of: falseFixes, from: 0)) < 4) }
  }

  @Test("Without false fixes, and with a multiplier of 1, nothing is changed")
  func neutral() {
    func runs(falseFix: Double, returns: Double, law: Lifetime) -> [Outcome] {
      simulate(
        Self.scenario(law, repair: .constant(40), falseFix: falseFix, returns: returns),
        replications: 20
      ).map {
        var outcome = $0.outcome
        outcome.falseFixes = 0
        return outcome
      }
    }
    for law in [Lifetime.exponential(mean: 800), .weibull(.init(shape: 0.7, mean: 800))] {
      let plain = runs(falseFix: 0, returns: 1, law: law)
      #expect(plain == runs(falseFix: 0.5, returns: 1, law: law))
      #expect(plain == runs(falseFix: 0, returns: 20, law: law))
    }
  }

  @Test(
    "With false fixes too a Weibull law of shape 1 is the exponential",
    arguments: [Domain.gpu, .node], [(true, 1.0), (false, 1), (true, 0.6)])
  func samePaths(per: Domain, repair: (renews: Bool, fixes: Double)) {
    func counts(_ law: Lifetime) -> [Double] {
      var scenario = Self.scenario(
        law, count: 2, repair: .constant(60), falseFix: 0.4, returns: 10, renews: repair.renews,
        fixes: repair.fixes)
      scenario.faults[0].per = per
      scenario.repair.restock = .constant(90)
      return AgingFrailtyTests.counts(scenario)
    }
    let mean = per == .gpu ? 40_000.0 : 5000
    expectSameLaw(counts(.exponential(mean: mean)), counts(.weibull(.init(shape: 1, mean: mean))))
  }

  @Test(
    "Hazards are multiplied from the return to a true repair, whatever the age",
    arguments: [
      (0.7, true), (0.7, false), (3, true), (3, false), (1.5, true),
    ], [false, true])
  func aging(law: (shape: Double, renews: Bool), hasLemons: Bool) {
    let life = Lifetime.weibull(.init(shape: law.shape, mean: 4000))
    var scenario = Self.scenario(
      life, count: 3, repair: .constant(60), falseFix: 0.5, returns: 8, renews: law.renews)
    var node = DrawnNode(
      law: life, instances: 3, repair: 60, renews: law.renews, falseFix: 0.5, returns: 8)
    if hasLemons {
      let lemons = Frailty.Law.lemons(fraction: 0.2, multiplier: 5)
      scenario.frailty = Frailty(lemons, faults: [0])
      node.multiplier = { lemons.sample(using: &$0) }
    }
    AgingFrailtyTests.expect(scenario, drawnAs: [(node, Self.nodes)])
  }

  @Test(
    "A new node has nothing of the fault, and cohorts keep their ages",
    arguments: [(0.7, true), (3, true), (3, false)])
  func restocking(law: (shape: Double, renews: Bool)) {
    let life = Lifetime.weibull(.init(shape: law.shape, mean: 5000))
    var scenario = Self.scenario(
      life, count: 3, repair: .constant(40), falseFix: 0.6, returns: 8, renews: law.renews,
      fixes: 0.7)
    scenario.repair.restock = .constant(50)
    scenario.cluster.installed = [.init(nodes: 8, age: 2000)]
    scenario.cluster.burnIn = 400
    var node = DrawnNode(
      law: life, instances: 3, age: 400, repair: 40, renews: law.renews, fixes: 0.7, lead: 50,
      burnIn: 400, falseFix: 0.6, returns: 8)
    let new = node
    node.age = 2400
    AgingFrailtyTests.expect(scenario, drawnAs: [(node, 8), (new, 12)])
  }

  @Test("A factor of a schedule goes on as well on nodes that came back", arguments: [0.7, 3])
  func scheduled(shape: Double) {
    let life = Lifetime.weibull(.init(shape: shape, mean: 3000))
    let steps = [
      HazardStep(from: 200, factor: 4), HazardStep(from: 500, factor: 0.5),
      HazardStep(from: 700, factor: 2),
    ]
    var scenario = Self.scenario(
      life, count: 2, repair: .constant(40), falseFix: 0.5, returns: 8)
    scenario.faults[0].schedule = steps
    let node = DrawnNode(
      law: life, instances: 2, repair: 40, falseFix: 0.5, returns: 8, steps: steps)
    AgingFrailtyTests.expect(scenario, drawnAs: [(node, Self.nodes)])
  }
}
