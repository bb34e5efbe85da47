import Checkpointing
import Statistics
import Testing

@testable import ClusterModel

@Suite("Spares that are kept ready")
struct WarmSpareTests {
  /// When each spare is up that is called at an instant, if the calls come in this order; spares
  /// take 30 s.
  static func ready(warm: Int, calls: [Double]) -> [Double] {
    let cluster = Cluster(
      nodes: 1, spareNodes: 10, spareActivation: .constant(30), warmSpares: warm)
    return calls.indices.map { last in
      // The time of the last of those that were called is that of the latest of all.
      var activation = SpareActivation(cluster)
      activation.begin(seed: 1, replication: 0)
      for call in calls[...last] { activation.call(at: call) }
      return activation.allAreReady
    }
  }

  @Test("So many are there at once, and others are made ready in their place")
  func calls() {
    #expect(Self.ready(warm: 0, calls: [10, 10, 100]) == [40, 40, 130])
    #expect(Self.ready(warm: 1, calls: [10, 10, 100]) == [10, 40, 100])
    #expect(Self.ready(warm: 2, calls: [10, 10, 10, 100]) == [10, 10, 40, 100])
    // The place is filled again at 40; at 20 a cold one would be up at 50.
    #expect(Self.ready(warm: 1, calls: [10, 20]) == [10, 40])
    #expect(Self.ready(warm: 1, calls: [10, 39, 41, 70]) == [10, 40, 69, 71])
    #expect(Self.ready(warm: 1, calls: [10, 40, 70]) == [10, 40, 70])
    #expect(Self.ready(warm: 3, calls: [1, 2, 3, 4, 5]) == [1, 2, 3, 31, 32])
  }

  @Test(
    "Recovery waits for the activation only when no warm spare is left",
    arguments: [(0, [30.0, 30]), (1, [0, 30]), (2, [0, 0])])
  func together(warm: Int, waits: [Double]) {
    // One node is lost at 50, or two at 50 and 52; step 3 begins at 57.
    for (faults, wait) in zip([[50.0], [50, 52]], waits) {
      var scenario = ExactTimelineTests.scenario(faults: faults, spares: 3, horizon: 200)
      scenario.checkpoint.interval = 2000
      scenario.cluster.spareActivation = .constant(30)
      scenario.cluster.warmSpares = warm
      ExactTimelineTests.expect(
        ExactTimelineTests.run(scenario),
        [
          .lostWork: 50, .detection: 3, .diagnosis: 4, .replacement: wait + 7, .restart: 20,
          .load: 6, .productive: 200 - 90 - wait,
        ])
    }
  }

  @Test("A warm spare that was taken a while ago has been replaced", arguments: [20.0, 60, 300])
  func refill(activation: Double) {
    // Faults at 50 and 150. Step 3 at 57: the warm one; the next one is up at 57 + activation.
    // Back at 90; the fault at 150 reaches step 3 at 157.
    var scenario = ExactTimelineTests.scenario(faults: [50, 150], spares: 3, horizon: 1000)
    scenario.checkpoint.interval = 2000
    scenario.cluster.spareActivation = .constant(activation)
    scenario.cluster.warmSpares = 1
    let wait = max(0, 57 + activation - 157)
    ExactTimelineTests.expect(
      ExactTimelineTests.run(scenario),
      [
        .lostWork: 50 + 60, .detection: 6, .diagnosis: 8, .replacement: wait + 14, .restart: 40,
        .load: 12, .productive: 1000 - 190 - wait,
      ])
  }

  @Test("As many warm spares as there are nodes make activation free")
  func allWarm() {
    var scenario = FaultProcessTests.scenario(
      [FaultProcessTests.fault(.exponential(mean: 3000), per: .node, takesDown: .node, repair: 0)],
      nodes: 10, spares: 40,
      routes: [
        RepairRoute(name: "r", stages: [.init(name: "s", time: .exponential(mean: 50), fixes: 1)])
      ], recovery: Recovery(restart: .constant(10)))
    let free = simulate(scenario, replications: 50).map(\.outcome.ledger)
    scenario.cluster.spareActivation = .exponential(mean: 5)
    let cold = simulate(scenario, replications: 50).map(\.outcome.ledger)
    scenario.cluster.warmSpares = 50
    let warm = simulate(scenario, replications: 50).map(\.outcome.ledger)
    #expect(free == warm && free != cold)
  }
}
