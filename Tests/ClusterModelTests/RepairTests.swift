import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("How broken nodes come back")
struct RepairTests {
  @Test("A route takes the time of its stages, and retires what none of them cures")
  func stages() {
    // 60 % are cured by a reboot, half of the rest by a swap: 20 % are retired.
    let route = RepairRoute(
      name: "route",
      stages: [
        .init(name: "reboot", time: .exponential(mean: 10), fixes: 0.6),
        .init(name: "swap", time: .lognormal(.init(mean: 100, sigma: 1)), fixes: 0.5),
      ])
    // A hundred faults long before the end, so that every repair is over by then.
    let fault = FaultClass(
      name: "fault", per: .node, process: .instants((1...100).map(Double.init)), repairRoute: 0)
    var scenario = FaultProcessTests.scenario([fault], nodes: 500, routes: [route], jobNodes: 1)
    scenario.horizon = 1e6
    let runs = simulate(scenario, replications: 500).map(\.outcome)
    #expect(runs.allSatisfy { $0.failures == 100 && $0.repairs + $0.retiredNodes == 100 })
    let retired = runs.map { Double($0.retiredNodes) }
    #expect(abs(deviation(of: retired, from: 100 * 0.4 * 0.5)) < 4)
    #expect(
      abs(deviation(of: runs.map(\.nodeRepairSeconds), from: 100 * (10 + 0.4 * 100))) < 4)
  }

  @Test(
    "With ample crews the nodes in repair are binomial, whatever the law of the repair",
    arguments: [0.0, 1.5])
  func insensitivity(sigma: Double) {
    // Nodes fail and are repaired independently of each other, spares too, so at any time each is
    // in repair with probability ρ = R / (F + R) (Barlow and Proschan 1975, chapter 7): no spare
    // waits while at least as many are in repair as there are spares.
    let (nodes, spares, life, repair) = (20, 4, 1000.0, 100.0)
    let law: Lifetime =
      sigma > 0 ? .lognormal(.init(mean: repair, sigma: sigma)) : .constant(repair)
    let route = RepairRoute(name: "route", stages: [.init(name: "swap", time: law, fixes: 1)])
    let fault = FaultProcessTests.fault(
      .exponential(mean: life), per: .node, takesDown: .node, repair: 0)
    var scenario = FaultProcessTests.scenario(
      [fault], nodes: nodes, spares: spares, routes: [route])
    scenario.horizon = 100_000
    let runs = simulate(scenario, replications: 60).map(\.outcome)
    let down = repair / (life + repair)
    let all = nodes + spares
    var (term, below) = (1.0, 0.0)
    for _ in 0..<all { term *= 1 - down }
    for broken in 0..<spares {
      below += term
      term *= Double(all - broken) / Double(broken + 1) * down / (1 - down)
    }
    // The run begins with every node up; what that is worth is below R / horizon = 1e-3 of ρ.
    let noSpare = runs.map { $0.noSpareSeconds / $0.wallSeconds }
    #expect(abs(deviation(of: noSpare, from: 1 - below)) < 4)
    let inRepair = runs.map { $0.nodeRepairSeconds / $0.wallSeconds }
    #expect(abs(deviation(of: inRepair, from: Double(all) * down)) < 4)
  }
}
