import Checkpointing
import ClusterModel
import Statistics
import Testing

/// Lifetimes that are not exponential on nodes that differ, against drawing every instance.
@Suite("Nodes that differ and age")
struct AgingFrailtyTests {
  static let nodes = 20

  /// A class of two instances a node that is of a mean life of 2,500 s.
  static func scenario(
    _ law: Lifetime, frailty: Frailty.Law?, repair: Double?, renews: Bool = true,
    fixes: Double = 1
  ) -> Scenario {
    var fault = FaultProcessTests.fault(
      law, per: .node, count: 2, takesDown: repair == nil ? .job : .node,
      repair: repair == nil ? nil : 0, renews: renews)
    fault.name = "aging"
    let routes = [
      RepairRoute(
        name: "r", stages: [.init(name: "s", time: .constant(repair ?? 0), fixes: fixes)])
    ]
    // A job of one node: the others wait, powered, and fail like it.
    var scenario = FaultProcessTests.scenario([fault], nodes: nodes, routes: routes, jobNodes: 1)
    scenario.frailty = frailty.map { Frailty($0, faults: [0]) }
    return scenario
  }

  static func counts(_ scenario: Scenario, replications: Int = 1000) -> [Double] {
    simulate(scenario, replications: replications).map { Double($0.outcome.failures) }
  }

  static func expect(
    _ scenario: Scenario, drawnAs nodes: [(DrawnNode, Int)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let drawn = DrawnNode.counts(nodes, until: FaultProcessTests.horizon, replications: 1000)
    expectSameLaw(counts(scenario), drawn, sourceLocation: sourceLocation)
  }

  @Test(
    "Pools of lemons and of frail nodes are like drawing every instance",
    arguments: [
      Frailty.Law.lemons(fraction: 0.2, multiplier: 10), .gamma(variance: 0.5),
      .gamma(variance: 4),
    ], [(0.7, true), (0.7, false), (3, true), (3, false)])
  func pools(frailty: Frailty.Law, law: (shape: Double, renews: Bool)) {
    let life = Lifetime.weibull(.init(shape: law.shape, mean: 2500))
    for repair in [nil, 150.0] {
      let node = DrawnNode(
        law: life, instances: 2, multiplier: { frailty.sample(using: &$0) }, repair: repair,
        renews: law.renews)
      Self.expect(
        Self.scenario(life, frailty: frailty, repair: repair, renews: law.renews),
        drawnAs: [(node, Self.nodes)])
    }
  }

  @Test(
    "Cohorts have lemons among them",
    arguments: [(0.7, true), (0.7, false), (3, true), (3, false)])
  func cohorts(law: (shape: Double, renews: Bool)) {
    let frailty = Frailty.Law.lemons(fraction: 0.2, multiplier: 10)
    let life = Lifetime.weibull(.init(shape: law.shape, mean: 4000))
    var scenario = Self.scenario(life, frailty: frailty, repair: 150, renews: law.renews)
    scenario.cluster.installed = [.init(nodes: 7, age: 500), .init(nodes: 6, age: 2500)]
    let node = DrawnNode(
      law: life, instances: 2, multiplier: { frailty.sample(using: &$0) }, repair: 150,
      renews: law.renews)
    var (young, old) = (node, node)
    (young.age, old.age) = (500, 2500)
    Self.expect(scenario, drawnAs: [(node, 7), (young, 7), (old, 6)])
  }

  @Test(
    "A new node has a multiplier of its own",
    arguments: [Frailty.Law.lemons(fraction: 0.3, multiplier: 12), .gamma(variance: 1)],
    [1.0, 0.7, 3])
  func restocking(frailty: Frailty.Law, shape: Double) {
    let life =
      shape == 1
      ? Lifetime.exponential(mean: 2500) : .weibull(.init(shape: shape, mean: 2500))
    var scenario = Self.scenario(life, frailty: frailty, repair: 30, fixes: 0.3)
    scenario.repair.restock = .constant(60)
    let node = DrawnNode(
      law: life, instances: 2, multiplier: { frailty.sample(using: &$0) }, repair: 30, fixes: 0.3,
      lead: 60)
    Self.expect(scenario, drawnAs: [(node, Self.nodes)])
  }

  @Test(
    "With lemons too a Weibull law of shape 1 is the exponential",
    arguments: [Domain.gpu, .node], [true, false])
  func samePaths(per: Domain, renews: Bool) {
    func counts(_ law: Lifetime) -> [Double] {
      var scenario = Self.scenario(
        law, frailty: .lemons(fraction: 0.2, multiplier: 15), repair: 100, renews: renews,
        fixes: 0.7)
      scenario.faults[0].per = per
      scenario.repair.restock = .exponential(mean: 100)
      return Self.counts(scenario)
    }
    let mean = per == .gpu ? 20_000.0 : 2500
    expectSameLaw(counts(.exponential(mean: mean)), counts(.weibull(.init(shape: 1, mean: mean))))
  }

  @Test("Spares that are switched off, and what only training breaks, under lemons")
  func suspensions() {
    func counts(_ law: Lifetime, atRisk: FaultClass.Exposure) -> [Double] {
      var scenario = Self.scenario(
        law, frailty: .lemons(fraction: 0.3, multiplier: 15), repair: 200)
      scenario.job.nodes = 8
      scenario.cluster.sparesArePowered = false
      scenario.faults[0].atRisk = atRisk
      scenario.recovery.restart = .constant(20)
      return Self.counts(scenario)
    }
    for atRisk in [FaultClass.Exposure.powered, .training] {
      expectSameLaw(
        counts(.exponential(mean: 2500), atRisk: atRisk),
        counts(.weibull(.init(shape: 1, mean: 2500)), atRisk: atRisk))
    }
  }
}
