import Checkpointing
import ClusterModel
import Statistics
import Testing

/// Faults at given instants, so that every ledger can be added up by hand.
@Suite("Exact timelines")
struct ExactTimelineTests {
  /// Two nodes and a spare; a fault of a node at the given times; saves at 100…110, 210…220.
  static func scenario(
    faults times: [Double], spares: Int = 1, symptom: FaultClass.Symptom = .crash,
    takesDown: Domain = .node, work: Double? = nil, horizon: Double? = 1000,
    maintenance: Maintenance? = nil, isExposed: Bool = true
  ) -> Scenario {
    Scenario(
      cluster: Cluster(nodes: 2, gpusPerNode: 4, spareNodes: spares, sparesArePowered: false),
      faults: [
        FaultClass(
          name: "fault", per: .node, process: .instants(times), symptom: symptom,
          takesDown: takesDown, repairRoute: takesDown == .job ? nil : 0, atRisk: .powered)
      ],
      repairRoutes: [
        RepairRoute(name: "repair", stages: [.init(name: "swap", time: .constant(300), fixes: 1)])
      ],
      job: Job(nodes: 2, work: work),
      checkpoint: CheckpointPolicy(interval: 100, save: 10, write: 5),
      storage: [CheckpointStorage(load: .constant(6))],
      recovery: Recovery(
        detectCrash: .constant(3), detectHang: .constant(60), diagnose: .constant(4),
        swap: .constant(7), restart: .constant(20), isExposed: isExposed),
      maintenance: maintenance, horizon: horizon)
  }

  static func run(_ scenario: Scenario) -> Outcome {
    simulate(scenario, replications: 1)[0].outcome
  }

  static func expect(
    _ outcome: Outcome, _ expected: [TimeState: Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for state in TimeState.allCases {
      let difference = abs(outcome.ledger[state] - (expected[state] ?? 0))
      #expect(
        difference <= 1e-9 * outcome.wallSeconds,
        "\(state): \(outcome.ledger[state]) s, not \(expected[state] ?? 0) s",
        sourceLocation: sourceLocation)
    }
  }

  @Test("A fault in work loses what is not durable")
  func inWork() {
    // At 150: 140 done, 100 durable. Back at 190; then saves at 290…300, …, the last one before
    // 1000 ends at 960: 7 saves of 10 s and 810 − 70 s of work.
    let run = Self.run(Self.scenario(faults: [150]))
    Self.expect(
      run,
      [
        .productive: 100 + 740, .lostWork: 40, .checkpointSave: 10 + 70, .detection: 3,
        .diagnosis: 4, .replacement: 7, .restart: 20, .load: 6,
      ])
    #expect(run.failures == 1 && run.unexpectedInterruptions == 1)
    #expect(run.repairs == 1 && run.nodeRepairSeconds == 300)
    #expect(run.fewestSpares == 0 && run.noSpareSeconds == 450 - 157)
  }

  @Test("A fault in a save loses the segment; at the instant a save ends the save is complete")
  func inSave() {
    // The copy of a save that has just ended is still being written: nothing is durable at 110.
    Self.expect(
      Self.run(Self.scenario(faults: [105], horizon: 105)),
      [.lostWork: 100, .checkpointSave: 5])
    Self.expect(
      Self.run(Self.scenario(faults: [110], horizon: 110)),
      [.lostWork: 100, .checkpointSave: 10])
    var scenario = Self.scenario(faults: [110], horizon: 110)
    scenario.checkpoint.write = 0
    Self.expect(Self.run(scenario), [.productive: 100, .checkpointSave: 10])
  }

  @Test("A fault while a copy is in flight loses what the copy would have saved")
  func inWrite() {
    Self.expect(
      Self.run(Self.scenario(faults: [114.5], horizon: 114.5)),
      [.lostWork: 104.5, .checkpointSave: 10])
    Self.expect(
      Self.run(Self.scenario(faults: [115], horizon: 115)),
      [.productive: 100, .lostWork: 5, .checkpointSave: 10])
  }

  @Test("A hang is noticed by the watchdog")
  func hang() {
    let run = Self.run(Self.scenario(faults: [150], symptom: .hang, horizon: 230))
    Self.expect(
      run,
      [
        .productive: 100, .lostWork: 40, .checkpointSave: 10, .detection: 60, .diagnosis: 4,
        .replacement: 7, .restart: 9,
      ])
  }

  @Test("A fault in a restart sends recovery back to its first step")
  func inRestart() {
    // Down at 50, restarting from 64 to 84; hit at 70, while the spare is in use: the job starves
    // until the first node is back at 350.
    let run = Self.run(Self.scenario(faults: [50, 70], horizon: 400))
    Self.expect(
      run,
      [
        .lostWork: 50, .detection: 3 + 3, .diagnosis: 4 + 4, .replacement: 7 + 7,
        .starved: 350 - 77, .restart: 6 + 20, .load: 6, .productive: 17,
      ])
    #expect(run.failures == 2 && run.unexpectedInterruptions == 1)
    #expect(run.starvations == 1)
  }

  @Test("A restart that is not exposed is not struck")
  func shieldedRestart() {
    let run = Self.run(Self.scenario(faults: [50, 70], horizon: 100, isExposed: false))
    #expect(run.failures == 1)
    Self.expect(
      run,
      [
        .lostWork: 50, .detection: 3, .diagnosis: 4, .replacement: 7, .restart: 20, .load: 6,
        .productive: 10,
      ])
  }

  @Test("A fault before the restart only adds a node to replace")
  func duringDetection() {
    // Two spares: both are swapped in together; the second fault costs no time.
    let run = Self.run(Self.scenario(faults: [50, 52], spares: 2, horizon: 100))
    Self.expect(
      run,
      [
        .lostWork: 50, .detection: 3, .diagnosis: 4, .replacement: 7, .restart: 20, .load: 6,
        .productive: 10,
      ])
    #expect(run.failures == 2 && run.unexpectedInterruptions == 1 && run.fewestSpares == 0)
  }

  @Test("A fault during a swap makes another swap")
  func duringSwap() {
    let run = Self.run(Self.scenario(faults: [50, 60], spares: 2, horizon: 100))
    Self.expect(
      run,
      [
        .lostWork: 50, .detection: 3, .diagnosis: 4, .replacement: 14, .restart: 20, .load: 6,
        .productive: 3,
      ])
  }

  @Test("A fault that takes the job down leaves every node in service")
  func softwareFault() {
    let run = Self.run(Self.scenario(faults: [50], spares: 0, takesDown: .job, horizon: 100))
    Self.expect(
      run,
      [.lostWork: 50, .detection: 3, .diagnosis: 4, .restart: 20, .load: 6, .productive: 17])
    #expect(run.nodeRepairSeconds == 0)
  }

  @Test("In the last segment the work before it is kept, and the job completes")
  func inLastSegment() {
    // 150 s of work: hit at 140 with 130 done and 100 durable; 40 s down; 50 s and a save left.
    let run = Self.run(Self.scenario(faults: [140], work: 150, horizon: nil))
    #expect(run.isComplete)
    #expect(run.wallSeconds == 140 + 40 + 50 + 10 + 5)
    Self.expect(
      run,
      [
        .productive: 150, .lostWork: 30, .checkpointSave: 10 + 15, .detection: 3, .diagnosis: 4,
        .replacement: 7, .restart: 20, .load: 6,
      ])
  }

  @Test("A completion wins over a fault at the same instant")
  func completionWins() {
    let run = Self.run(Self.scenario(faults: [175], work: 150, horizon: nil))
    #expect(run.isComplete && run.wallSeconds == 175 && run.unexpectedInterruptions == 0)
  }

  @Test("A planned interruption saves first and loses nothing")
  func maintenance() {
    let plan = Maintenance(every: 500, first: 160, downtime: 50)
    let run = Self.run(Self.scenario(faults: [], horizon: 300, maintenance: plan))
    Self.expect(
      run, [.productive: 150 + 75, .checkpointSave: 10 + 15, .planned: 50])
    #expect(run.plannedInterruptions == 1 && run.interruptions == 1)
  }

  @Test("A planned interruption that falls due as another one ends is served by it")
  func adjoiningMaintenance() {
    // Due at 100, 200, 300 …, each 100 long but for the save before it: of every other one the end
    // is when the next falls due.
    let plan = Maintenance(every: 100, first: 100, downtime: 100)
    var scenario = Self.scenario(faults: [], horizon: 600, maintenance: plan)
    scenario.checkpoint = CheckpointPolicy(interval: 1000, save: 0)
    let run = Self.run(scenario)
    Self.expect(run, [.productive: 300, .planned: 300])
    #expect(run.plannedInterruptions == 3)
  }

  @Test("A planned interruption that finds the job down is made up for")
  func postponedMaintenance() {
    let plan = Maintenance(every: 500, first: 60, downtime: 50)
    let run = Self.run(Self.scenario(faults: [50], horizon: 200, maintenance: plan))
    Self.expect(
      run,
      [
        .lostWork: 50, .detection: 3, .diagnosis: 4, .replacement: 7, .restart: 20, .load: 6,
        .planned: 50, .productive: 60,
      ])
  }

  @Test("A node that breaks during a planned interruption is replaced after it")
  func faultDuringMaintenance() {
    let plan = Maintenance(every: 500, first: 60, downtime: 50)
    let run = Self.run(Self.scenario(faults: [80], horizon: 200, maintenance: plan))
    // Stops at 75, down until 125, then swap, restart and load until 158.
    Self.expect(
      run,
      [
        .productive: 60 + 42, .checkpointSave: 15, .planned: 50, .replacement: 7, .restart: 20,
        .load: 6,
      ])
    #expect(run.unexpectedInterruptions == 0 && run.failures == 1)
  }

  @Test("A job whose nodes are all retired ends where it stalls")
  func stalled() {
    var scenario = Self.scenario(faults: [50], spares: 0, work: 150, horizon: nil)
    scenario.repairRoutes[0].stages[0].fixes = 0
    let run = Self.run(scenario)
    #expect(!run.isComplete && run.retiredNodes == 1 && run.wallSeconds == 350)
    Self.expect(run, [.lostWork: 50, .detection: 3, .diagnosis: 4, .starved: 293])
  }

  @Test("A job that lost a node for good ends, even if another node comes back later")
  func stalledWithOthersInRepair() {
    // Node 0 is back at 1050, after node 1 was retired at 350.
    var scenario = Self.scenario(faults: [50], spares: 0, work: 150, horizon: nil)
    scenario.faults[0].repairRoute = 1
    scenario.repairRoutes.append(
      RepairRoute(name: "long", stages: [.init(name: "swap", time: .constant(1000), fixes: 1)]))
    scenario.repairRoutes[0].stages[0].fixes = 0
    scenario.faults.append(
      FaultClass(name: "second", per: .node, process: .instants([50]), repairRoute: 0))
    let run = Self.run(scenario)
    #expect(!run.isComplete && run.retiredNodes == 1 && run.wallSeconds == 350)
  }

  @Test("Planned interruptions that overlap are one, and the job goes on between them")
  func overlappingMaintenance() {
    let plan = Maintenance(every: 60, first: 60, downtime: 100)
    let run = Self.run(Self.scenario(faults: [], work: 150, horizon: nil, maintenance: plan))
    // Trains to 60, saves to 75, down to 175 (120 is served by it); trains to 180, and so on.
    #expect(run.isComplete)
    #expect(run.ledger[.planned] == 100 * Double(run.plannedInterruptions))
  }

  @Test("The timeline tells what happened, in order")
  func timeline() {
    var simulation = ClusterSimulation(Self.scenario(faults: [150], horizon: 500), seed: 1)
    let entries = simulation.timeline(replication: 0)
    let told = entries.map { "\($0.time) \($0.event.rawValue) \($0.phase)" }
    #expect(
      told == [
        "0.0 phase training", "150.0 fault training",
        "150.0 repair_started training", "150.0 interruption training", "150.0 phase detection",
        "153.0 phase diagnosis", "157.0 phase replacement", "164.0 phase restart",
        "184.0 phase load", "190.0 phase training", "450.0 repaired training",
        "500.0 end training",
      ])
    #expect(entries.map(\.lostSeconds).reduce(0, +) == 40)
    let progress = entries.map(\.progressSeconds)
    #expect(progress == [0, 140, 140, 100, 100, 100, 100, 100, 100, 100, 340, 390])
  }
}
