import Checkpointing
import Statistics
import Testing

@testable import ClusterModel

/// Racks of four nodes of which the job uses three; faults strike a node of the job at given
/// instants, and what follows is the same whichever it is.
@Suite("Jobs on whole racks")
struct WholeRackTests {
  static func scenario(
    faults times: [Double], racks: Int = 2, jobRacks: Int = 1, repair: Double = 300,
    fixes: Double = 1, spareRacks: Int = 1
  ) -> Scenario {
    let fault = FaultClass(
      name: "tray", per: .node, process: .instants(times), repairRoute: 0, atRisk: .training)
    let stage = RepairRoute.Stage(name: "swap", time: .constant(repair), fixes: fixes)
    return Scenario(
      cluster: Cluster(
        nodes: 4 * (racks - spareRacks), nodesPerRack: 4, spareNodes: 4 * spareRacks),
      faults: [fault], repairRoutes: [RepairRoute(name: "route", stages: [stage])],
      job: Job(nodes: 3 * jobRacks, nodesOfRack: 3),
      checkpoint: CheckpointPolicy(interval: 5, save: 0),
      recovery: Recovery(swap: .constant(5)), horizon: 1000)
  }

  static func outcome(_ scenario: Scenario) -> Outcome {
    simulate(scenario, replications: 1)[0].outcome
  }

  /// Nodes that broke, in order.
  static func broken(_ scenario: Scenario, replication: Int = 0) -> [Int] {
    var simulation = ClusterSimulation(scenario, seed: 1)
    return simulation.timeline(replication: replication)
      .filter { $0.event == .repairStarted }.compactMap(\.node)
  }

  @Test("The spare of the rack is used first, then another rack, then the job starves")
  func timeline() {
    // 100: node of rack 0, the fourth enters; 150: another, so rack 1 takes its place; 200: the
    // fourth of rack 1 enters; 250: rack 1 has two good nodes, and rack 0 has two: starved until
    // the first node is back at 400 and rack 0 is whole enough, swapped in at 405.
    let scenario = Self.scenario(faults: [100, 150, 200, 250])
    let run = Self.outcome(scenario)
    ExactTimelineTests.expect(
      run, [.productive: 1000 - 4 * 5 - 150, .starved: 150, .replacement: 20])
    #expect(run.starvations == 1 && run.repairs == 4 && run.unexpectedInterruptions == 4)
    for replication in 0..<10 {
      let nodes = Self.broken(scenario, replication: replication)
      #expect(nodes.map { $0 / 4 } == [0, 0, 1, 1] && Set(nodes).count == 4)
    }
  }

  @Test("A starved job goes on with a node that is back in its own rack")
  func ownRack() {
    // One rack only: lost at 150 with its second node, back with the first at 400.
    let run = Self.outcome(Self.scenario(faults: [100, 150], racks: 1, spareRacks: 0))
    ExactTimelineTests.expect(
      run, [.productive: 1000 - 2 * 5 - 250, .starved: 250, .replacement: 10])
  }

  @Test("Nodes of a rack are spares of that rack only")
  func noLoans() {
    // Two racks for the job, none to spare: the second fault in one rack starves the job, though a
    // node of the other rack waits. So it is until the first node is back.
    var starved = 0
    for replication in 0..<40 {
      let scenario = Self.scenario(faults: [100, 150], jobRacks: 2, spareRacks: 0)
      let racks = Self.broken(scenario, replication: replication).map { $0 / 4 }
      let run = simulate(scenario, replications: replication + 1)[replication].outcome
      let isStarved = racks[0] == racks[1]
      ExactTimelineTests.expect(
        run,
        isStarved
          ? [.productive: 990 - 250, .starved: 250, .replacement: 10]
          : [.productive: 990, .replacement: 10])
      if isStarved { starved += 1 }
    }
    #expect(starved > 5 && starved < 35)
  }

  @Test("The nodes of a lost rack wait, and the rack is used again when it is whole enough")
  func rackReturns() {
    // 100, 150: rack 0 is lost, back in full at 450; 500, 550: rack 1 is lost, and rack 0 enters.
    let run = Self.outcome(Self.scenario(faults: [100, 150, 500, 550]))
    ExactTimelineTests.expect(run, [.productive: 980, .replacement: 20])
    #expect(run.fewestSpares == 3 && run.noSpareSeconds == 0)
    let racks = Self.broken(Self.scenario(faults: [100, 150, 500, 550, 900])).map { $0 / 4 }
    #expect(racks == [0, 0, 1, 1, 0])
  }

  @Test("The rack that has waited longest enters")
  func longestWaiting() {
    // Racks 0 to 2: 0 is lost at 110 and whole at 160, 1 at 210: then 2 enters; then 0.
    let times: [Double] = [100, 110, 200, 210, 300, 310, 400, 410, 500]
    let scenario = Self.scenario(faults: times, racks: 3, repair: 50)
    #expect(Self.broken(scenario).map { $0 / 4 } == [0, 0, 1, 1, 2, 2, 0, 0, 1])
  }

  @Test("Three of a rack that break at once move the job, all swapped in together")
  func wholeRack() {
    var scenario = Self.scenario(faults: [100], racks: 3)
    scenario.faults[0].takesDown = .rack
    var run = Self.outcome(scenario)
    ExactTimelineTests.expect(run, [.productive: 995, .replacement: 5])
    scenario = Self.scenario(faults: [100, 200], racks: 2)
    scenario.faults[0].takesDown = .rack
    for together in [false, true] {
      scenario.faults[0].isRepairedTogether = together
      run = Self.outcome(scenario)
      // Both racks are lost; rack 0 is back at 400.
      ExactTimelineTests.expect(run, [.productive: 790, .starved: 200, .replacement: 10])
    }
  }

  @Test("A run without a horizon ends when too few racks can ever be whole")
  func stalled() {
    // Nodes are retired 10 s after they broke: racks are lost for good with their second.
    var scenario = Self.scenario(faults: [100, 150, 200, 250, 300], repair: 10, fixes: 0)
    scenario.horizon = nil
    scenario.job.work = 1e6
    let run = Self.outcome(scenario)
    #expect(!run.isComplete && run.wallSeconds == 260 && run.retiredNodes == 4)
    // A new node in their place keeps it going: ordered at 110, it is there at 510.
    scenario.repair.restock = .constant(400)
    scenario.job.work = 800
    let restocked = Self.outcome(scenario)
    #expect(restocked.isComplete && restocked.ledger[.starved] == 260)
  }

  @Test(
    "With ample crews racks are whole as often as by the binomial law",
    arguments: [(3, 1), (2, 2), (4, 3)])
  func availability(nodesOfRack: Int, racks: Int) {
    // Nodes break and are mended independently, so that a rack of four has at least k good nodes
    // with the binomial probability; the job of one rack starves while none of them has.
    let (life, repair) = (1000.0, nodesOfRack == 2 ? 800.0 : 300)
    var scenario = Self.scenario(faults: [], racks: racks, repair: repair, spareRacks: racks - 1)
    scenario.faults[0].process = .lifetime(.exponential(mean: life))
    scenario.faults[0].atRisk = .powered
    scenario.recovery = Recovery()
    scenario.job = Job(nodes: nodesOfRack, nodesOfRack: nodesOfRack)
    scenario.horizon = 200_000
    let up = life / (life + repair)
    let down = 1 - up
    let chances = [
      down * down * down * down, 4 * up * down * down * down, 6 * up * up * down * down,
      4 * up * up * up * down, up * up * up * up,
    ]
    let lost = chances[..<nodesOfRack].reduce(0, +)
    let expected = (0..<racks).reduce(1.0) { product, _ in product * lost }
    let starved = simulate(scenario, replications: 40).map {
      $0.outcome.ledger[.starved] / $0.outcome.wallSeconds
    }
    #expect(abs(deviation(of: starved, from: expected)) < 4)
  }

  @Test("A job of two racks of three starves while fewer than two are whole")
  func twoOfThree() {
    let (life, repair) = (1000.0, 300.0)
    var scenario = Self.scenario(faults: [], racks: 3, jobRacks: 2, repair: repair)
    scenario.faults[0].process = .lifetime(.exponential(mean: life))
    scenario.faults[0].atRisk = .powered
    scenario.recovery = Recovery()
    scenario.horizon = 200_000
    let up = life / (life + repair)
    let whole = up * up * up * (up + 4 * (1 - up))
    let expected = 1 - whole * whole * (whole + 3 * (1 - whole))
    let starved = simulate(scenario, replications: 40).map {
      $0.outcome.ledger[.starved] / $0.outcome.wallSeconds
    }
    #expect(abs(deviation(of: starved, from: expected)) < 4)
  }

  @Test("Racks of one node are nodes")
  func singleNodes() {
    func counts(_ nodesOfRack: Int?) -> [Outcome] {
      var scenario = FaultProcessTests.scenario(
        [
          FaultProcessTests.fault(.exponential(mean: 3000), per: .node, takesDown: .node, repair: 0)
        ],
        nodes: 20, spares: 3,
        routes: [
          RepairRoute(
            name: "r", stages: [.init(name: "s", time: .exponential(mean: 200), fixes: 1)])
        ], recovery: Recovery(swap: .constant(3), restart: .constant(10)))
      scenario.job.nodesOfRack = nodesOfRack
      return simulate(scenario, replications: 1500).map(\.outcome)
    }
    let (nodes, racks) = (counts(nil), counts(1))
    expectSameLaw(nodes.map { $0.ledger[.productive] }, racks.map { $0.ledger[.productive] })
    expectSameLaw(nodes.map { $0.ledger[.starved] }, racks.map { $0.ledger[.starved] })
    expectSameLaw(nodes.map { Double($0.failures) }, racks.map { Double($0.failures) })
  }

  @Test("Seats, members and racks agree after any events")
  func seats() {
    for seed in 0..<200 as Range<UInt64> {
      var stream = RandomStream(seed: seed, replication: 0, stream: StreamIdentifier("racks"))
      let (ofRack, perRack) = (1 + stream.index(below: 3), 3)
      let (jobRacks, racks) = (1 + stream.index(below: 3), 5)
      let cluster = Cluster(nodes: perRack * racks, nodesPerRack: perRack)
      var inventory = NodeInventory(
        cluster: cluster, job: Job(nodes: ofRack * jobRacks, nodesOfRack: ofRack))
      var now = 0.0
      for _ in 0..<80 {
        now += 1
        let node = stream.index(below: cluster.nodes)
        let state = inventory.record(of: node).state
        switch state {
        case .training, .spare: inventory.sendToRepair(node, route: 0, at: now)
        case .inRepair where stream.uniform() < 0.2: inventory.retire(node, at: now)
        case .inRepair: inventory.returnFromRepair(node, at: now)
        case .retired: inventory.restock(node, at: now)
        }
        if stream.uniform() < 0.6 {
          while inventory.missingNodes > 0, inventory.takeSpare(at: now) != nil {}
          // All that can be done was done: a vacant seat has no spare in its rack.
          for seat in inventory.vacantSeats {
            let rack = inventory.racks.rack(ofSeat: Int(seat))
            #expect(inventory.racks.nodesWaiting(in: rack) == 0, "seed \(seed)")
          }
        }
        expectConsistency(of: inventory, cluster: cluster, seed: seed)
      }
    }
  }

  private func expectConsistency(
    of inventory: borrowing NodeInventory, cluster: Cluster, seed: UInt64
  ) {
    let ofRack = inventory.racks.nodesOfRack
    let vacant = Set(inventory.vacantSeats.map(Int.init))
    var members = Set<Int>()
    var racks = Set<Int>()
    for seat in 0..<inventory.jobNodes {
      let rack = inventory.racks.nodes(ofRack: inventory.racks.rack(ofSeat: seat))
      racks.insert(rack.lowerBound)
      guard !vacant.contains(seat) else { continue }
      let node = inventory.member(atSeat: seat)
      let record = inventory.record(of: node)
      let isTaken = members.insert(node).inserted
      #expect(isTaken && record.state == .training && Int(record.place) == seat, "seed \(seed)")
      #expect(rack.contains(node), "seed \(seed)")
    }
    #expect(racks.count == inventory.jobNodes / ofRack, "seed \(seed)")
    #expect(vacant.count == inventory.vacantSeats.count, "seed \(seed)")
    var states = [NodeInventory.State: Int]()
    for node in 0..<cluster.allNodes { states[inventory.record(of: node).state, default: 0] += 1 }
    #expect(states[.training, default: 0] == members.count, "seed \(seed)")
    #expect(states[.spare, default: 0] == inventory.spares, "seed \(seed)")
    #expect(states[.inRepair, default: 0] == inventory.inRepair, "seed \(seed)")
    #expect(states[.retired, default: 0] == inventory.retired, "seed \(seed)")
    var good = 0
    for first in stride(from: 0, to: cluster.allNodes, by: cluster.nodesPerRack) {
      let waiting = (first..<first + cluster.nodesPerRack)
        .filter { inventory.record(of: $0).state == .spare }
      let rack = Int32(first / cluster.nodesPerRack)
      #expect(inventory.racks.nodesWaiting(in: rack) == waiting.count, "seed \(seed)")
      var left = 0
      for node in first..<first + cluster.nodesPerRack
      where inventory.record(of: node).state != .retired { left += 1 }
      if left >= ofRack { good += 1 }
    }
    #expect(inventory.canFillJob == (good >= inventory.jobNodes / ofRack), "seed \(seed)")
  }
}
