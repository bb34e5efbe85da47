import Checkpointing
import ClusterModel
import Statistics
import Testing

/// Faults at given instants, so that queues can be added up by hand.
@Suite("Repair crews")
struct CrewTests {
  static let hour = 3600.0
  static let day = 86400.0
  static let week = WorkingHours(
    days: [.monday, .tuesday, .wednesday, .thursday, .friday], from: 8 * hour, to: 18 * hour)

  /// Racks of four nodes, the first of which is the job's; each fault takes down a rack.
  static func scenario(
    faults times: [Double], crew: RepairCrew, stages: [RepairRoute.Stage], racks: Int = 1,
    horizon: Double = 1000
  ) -> Scenario {
    Scenario(
      cluster: Cluster(nodes: 4 * racks, nodesPerRack: 4),
      faults: [
        FaultClass(
          name: "rack", per: .cluster, process: .instants(times), takesDown: .rack,
          repairRoute: 0)
      ],
      repairRoutes: [RepairRoute(name: "route", stages: stages)],
      repair: RepairPolicy(crews: [crew]),
      job: Job(nodes: 1), checkpoint: CheckpointPolicy(interval: 50, save: 0), horizon: horizon)
  }

  static func stage(_ time: Double, fixes: Double = 1, crew: Int? = 0) -> RepairRoute.Stage {
    RepairRoute.Stage(name: "stage", time: .constant(time), fixes: fixes, crew: crew)
  }

  /// When nodes came back, in order.
  static func returns(_ scenario: Scenario) -> [Double] {
    var simulation = ClusterSimulation(scenario, seed: 1)
    return simulation.timeline(replication: 0).filter { $0.event == .repaired }.map(\.time)
  }

  @Test("A bad day makes a queue, first come first served")
  func queue() {
    // Four nodes at once and two technicians of 50 s each: two are back after 50 s, two after 100.
    let scenario = Self.scenario(
      faults: [100], crew: RepairCrew(name: "crew", size: 2), stages: [Self.stage(50)])
    #expect(Self.returns(scenario) == [150, 150, 200, 200])
    let run = simulate(scenario, replications: 1)[0].outcome
    #expect(run.crewVisits == 4 && run.longestCrewQueue == 2)
    #expect(run.crewQueueSeconds == 2 * 50 && run.nodeRepairSeconds == 2 * 50 + 2 * 100)
    #expect(run.crewBusySeconds == 4 * 50 && run.crewWorkingSeconds == 2 * 1000)
  }

  @Test("A node that goes on to another stage of the same crew queues behind the others")
  func twoStages() {
    // One technician. All four take the first stage in turn, 100 to 140, then the second.
    let scenario = Self.scenario(
      faults: [100], crew: RepairCrew(name: "crew", size: 1),
      stages: [Self.stage(10, fixes: 0), Self.stage(20)])
    #expect(Self.returns(scenario) == [160, 180, 200, 220])
    let run = simulate(scenario, replications: 1)[0].outcome
    #expect(run.crewVisits == 8 && run.longestCrewQueue == 3)
    #expect(run.crewQueueSeconds == (0 + 10 + 20 + 30) + (30 + 40 + 50 + 60))
    #expect(run.crewBusySeconds == 4 * 30)
  }

  @Test("Nobody waits for a stage without a crew")
  func stageWithoutCrew() {
    // A reboot of 30 s that never helps, then one technician for 10 s each.
    let scenario = Self.scenario(
      faults: [100], crew: RepairCrew(name: "crew", size: 1),
      stages: [Self.stage(30, fixes: 0, crew: nil), Self.stage(10)])
    #expect(Self.returns(scenario) == [140, 150, 160, 170])
  }

  @Test("Who waits when the run ends has waited until then")
  func openQueue() {
    let scenario = Self.scenario(
      faults: [100], crew: RepairCrew(name: "crew", size: 1), stages: [Self.stage(300)],
      horizon: 500)
    let run = simulate(scenario, replications: 1)[0].outcome
    #expect(run.crewQueueSeconds == 3 * 300 + 2 * 100 && run.crewBusySeconds == 400)
    #expect(run.repairs == 1 && run.crewVisits == 4)
  }

  // MARK: Working hours

  @Test(
    "Work of three hours ends in working hours",
    arguments: [
      // Monday at 9; at 17, to end on Tuesday at 10; at 15, to end with the shift.
      [9.0, 12], [17, 24 + 10], [15, 18],
      // At night, in the morning, at the very end of a shift.
      [20, 24 + 11], [0, 11], [18, 24 + 11],
      // Friday at 17 and Saturday at noon, to end on Monday; the same ten weeks later.
      [96 + 17, 168 + 10], [120 + 12, 168 + 11], [1776 + 17, 1848 + 10],
    ] as [[Double]])
  func endOfWork(hours: [Double]) {
    let (begin, end) = (hours[0] * Self.hour, hours[1] * Self.hour)
    #expect(Self.week.end(ofWork: 3 * Self.hour, from: begin) == end)
    let worked = Self.week.worked(until: end) - Self.week.worked(until: begin)
    #expect(worked == 3 * Self.hour)
  }

  @Test("Long work spans weeks, and no work is done at once")
  func longAndShortWork() {
    // 50 h a week: 120 h from Monday at 8 end on Wednesday of the third week at 18 less 10 h.
    #expect(Self.week.end(ofWork: 120 * Self.hour, from: 0) == 15 * Self.day + 18 * Self.hour)
    #expect(Self.week.end(ofWork: 0, from: 20 * Self.hour) == 20 * Self.hour)
    let weekend = WorkingHours(days: [.sunday, .saturday], from: 0, to: Self.day)
    #expect(weekend.end(ofWork: 2 * Self.day + 5, from: 0) == 12 * Self.day + 5)
    #expect(weekend.worked(until: 13 * Self.day) == 3 * Self.day)
  }

  @Test("A queue is worked off in working hours")
  func queueOverNight() {
    // One technician, 4 h a node, from Monday at 16: until Tuesday at 10, 14, 18, then Wednesday.
    let scenario = Self.scenario(
      faults: [16 * Self.hour], crew: RepairCrew(name: "crew", size: 1, hours: Self.week),
      stages: [Self.stage(4 * Self.hour)], horizon: 7 * Self.day)
    #expect(
      Self.returns(scenario).map { ($0 - Self.day) / Self.hour } == [10, 14, 18, 24 + 12])
    let run = simulate(scenario, replications: 1)[0].outcome
    #expect(run.crewBusySeconds == 16 * Self.hour && run.crewWorkingSeconds == 50 * Self.hour)
    #expect(run.crewQueueSeconds == (18 + 22 + 26) * Self.hour)
  }
}
