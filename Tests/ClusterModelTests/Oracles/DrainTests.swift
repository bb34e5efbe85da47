import Checkpointing
import ClusterModel
import Statistics
import Testing

/// Racks of four nodes; faults at given instants, so that every second can be added up by hand.
@Suite("Domains that are drained for one repair")
struct DrainTests {
  /// The job is on the first `jobNodes` nodes, the rest of all racks waits.
  static func scenario(
    faults times: [Double], racks: Int = 3, jobNodes: Int = 4, together: Bool = true,
    repair: Double = 100, fixes: Double = 1, crew: Int? = nil, takesDown: Domain = .rack
  ) -> Scenario {
    let fault = FaultClass(
      name: "switch", per: .node, process: .instants(times), takesDown: takesDown, repairRoute: 0,
      isRepairedTogether: together, atRisk: .training)
    let stage = RepairRoute.Stage(
      name: "tray", time: .constant(repair), fixes: fixes, crew: crew == nil ? nil : 0)
    return Scenario(
      cluster: Cluster(nodes: 4 * racks, nodesPerRack: 4, racksPerPod: 2), faults: [fault],
      repairRoutes: [RepairRoute(name: "drain", stages: [stage])],
      repair: RepairPolicy(crews: crew.map { [RepairCrew(name: "crew", size: $0)] } ?? []),
      job: Job(nodes: jobNodes), checkpoint: CheckpointPolicy(interval: 5, save: 0),
      recovery: Recovery(swap: .constant(5)), horizon: 1000)
  }

  static func outcome(_ scenario: Scenario) -> Outcome {
    simulate(scenario, replications: 1)[0].outcome
  }

  static func times(_ scenario: Scenario, _ event: TimelineEntry.Event) -> [Double] {
    var simulation = ClusterSimulation(scenario, seed: 1)
    return simulation.timeline(replication: 0).filter { $0.event == event }.map(\.time)
  }

  @Test("A rack's fault is one interruption and one visit of the crew, and all come back at once")
  func timeline() {
    let scenario = Self.scenario(faults: [100], crew: 1)
    #expect(Self.times(scenario, .repairStarted) == Array(repeating: 100, count: 4))
    #expect(Self.times(scenario, .repaired) == [200, 200, 200, 200])
    let run = Self.outcome(scenario)
    #expect(run.failures == 1 && run.unexpectedInterruptions == 1)
    #expect(run.repairs == 4 && run.nodeRepairSeconds == 400)
    #expect(run.crewVisits == 1 && run.crewBusySeconds == 100 && run.crewQueueSeconds == 0)
    #expect(run.ledger[.replacement] == 5 && run.starvations == 0)
    // One by one the same crew takes four times as long.
    let each = Self.scenario(faults: [100], together: false, crew: 1)
    #expect(Self.times(each, .repaired) == [200, 300, 400, 500])
    let slow = Self.outcome(each)
    #expect(slow.repairs == 4 && slow.crewVisits == 4 && slow.crewQueueSeconds == 100 + 200 + 300)
  }

  @Test("A starved job takes all nodes that come back at once", arguments: [4, 3, 2])
  func starvation(jobNodes: Int) {
    // The only rack is lost at 100 and back at 200, swapped in at 205.
    let run = Self.outcome(Self.scenario(faults: [100], racks: 1, jobNodes: jobNodes))
    ExactTimelineTests.expect(
      run, [.productive: 100 + 795, .starved: 100, .replacement: 5])
    #expect(run.starvations == 1 && run.fewestSpares == 0)
    #expect(run.noSpareSeconds == 100 + (jobNodes == 4 ? 900 : 0))
  }

  @Test("The job takes what there is, and the rest when the rack is back")
  func partOfTheJob() {
    // Two racks, the job on six nodes: at 100 one of them is lost, at 200 it is back.
    let run = Self.outcome(Self.scenario(faults: [100], racks: 2, jobNodes: 6))
    ExactTimelineTests.expect(run, [.productive: 100 + 795, .starved: 100, .replacement: 5])
  }

  @Test("A pod is drained as well, and what is in repair already stays there")
  func nested() {
    // Eight nodes of two racks in a pod. At 100 a rack is lost, at 150 the rest of the pod: its
    // leader is back at 250, the first rack at 200.
    var scenario = Self.scenario(faults: [100], racks: 4, jobNodes: 2)
    var pod = scenario.faults[0]
    pod.name = "pod"
    pod.per = .cluster
    pod.takesDown = .cluster
    pod.process = .instants([150])
    scenario.faults.append(pod)
    #expect(
      Self.times(scenario, .repairStarted)
        == Array(repeating: 100, count: 4) + Array(repeating: 150, count: 12))
    #expect(
      Self.times(scenario, .repaired)
        == Array(repeating: 200, count: 4) + Array(repeating: 250, count: 12))
    let run = Self.outcome(scenario)
    #expect(run.nodeRepairSeconds == 1600 && run.repairs == 16)
  }

  @Test("If the route does not cure, the first node is retired and the others come back")
  func retirement() {
    let scenario = Self.scenario(faults: [100], racks: 2, fixes: 0)
    #expect(Self.times(scenario, .retired) == [200])
    #expect(Self.times(scenario, .repaired) == [200, 200, 200])
    let run = Self.outcome(scenario)
    #expect(run.retiredNodes == 1 && run.repairs == 3)
    // The job of three nodes on one rack goes on with them, though one is gone.
    let starved = Self.outcome(Self.scenario(faults: [100], racks: 1, jobNodes: 3, fixes: 0))
    ExactTimelineTests.expect(starved, [.productive: 100 + 795, .starved: 100, .replacement: 5])
  }

  @Test("Only the first node counts a breakdown, and the others come back when it is retired")
  func breakdowns() {
    // The job goes from the first rack to the second at 100, back at 300 and to the second at 500,
    // when node 0 breaks for the second time; node 4 does at 700.
    var scenario = Self.scenario(faults: [100, 300, 500, 700], racks: 2)
    scenario.repair.retirement = .init(failures: 2, within: 1000)
    #expect(Self.times(scenario, .retired) == [500, 700])
    let returns: [Double] = [200, 200, 200, 200, 400, 400, 400, 400]
    #expect(Self.times(scenario, .repaired) == returns + [500, 500, 500, 700, 700, 700])
    let run = Self.outcome(scenario)
    #expect(run.ledger[.starved] == 0 && run.ledger[.replacement] == 4 * 5)
  }

  @Test("With a wrong diagnosis one innocent node is repaired, and the rack stays")
  func misdiagnosis() {
    var scenario = Self.scenario(faults: [100], racks: 3, jobNodes: 8)
    scenario.recovery.misdiagnosis = Misdiagnosis(
      missed: 0, wrong: 1, recurs: .constant(5000))
    // The domain of the innocent node is the node itself.
    let run = Self.outcome(scenario)
    #expect(run.repairs == 1 && run.nodeRepairSeconds == 100)
    scenario.recovery.misdiagnosis = Misdiagnosis(missed: 1, wrong: 0, recurs: .constant(5000))
    #expect(Self.outcome(scenario).repairs == 0)
  }

  @Test("A health check that finds a slow fault of a rack drains all of it")
  func slowFault() {
    var scenario = Self.scenario(faults: [100], racks: 2)
    scenario.faults[0].symptom = .slow
    scenario.faults[0].speed = 0.5
    scenario.recovery.detectSlow = .constant(40)
    #expect(Self.times(scenario, .repairStarted) == Array(repeating: 140, count: 4))
    #expect(Self.times(scenario, .repaired) == Array(repeating: 240, count: 4))
  }

  @Test("Together or one by one is the same for a domain of one node")
  func single() {
    func runs(_ together: Bool) -> [Outcome] {
      var scenario = Self.scenario(
        faults: [100, 150, 700], together: together, fixes: 0.5, crew: 1, takesDown: .node)
      scenario.faults.append(
        FaultProcessTests.fault(
          .weibull(.init(shape: 0.7, mean: 2000)), takesDown: .node, repair: 0)
      )
      scenario.faults[1].isRepairedTogether = together
      return simulate(scenario, replications: 20).map(\.outcome)
    }
    #expect(runs(true) == runs(false))
  }

  @Test(
    "Independent racks that are drained are alternating renewal processes", arguments: [0.7, 2])
  func renewals(shape: Double) {
    // What lives on a rack is renewed when the rack is back.
    let life = Lifetime.weibull(.init(shape: shape, mean: 1200))
    var scenario = Self.scenario(faults: [], racks: 10, jobNodes: 1)
    scenario.recovery = Recovery()
    scenario.faults[0].per = .rack
    scenario.faults[0].atRisk = .powered
    scenario.faults[0].process = .lifetime(life)
    let runs = simulate(scenario, replications: 1000).map(\.outcome)
    let node = DrawnNode(law: life, repair: 100)
    expectSameLaw(
      runs.map { Double($0.failures) }, node.counts(nodes: 10, until: 1000, replications: 1000))
    #expect(runs.allSatisfy { $0.repairs <= 4 * $0.failures && $0.repairs % 4 == 0 })
  }
}
