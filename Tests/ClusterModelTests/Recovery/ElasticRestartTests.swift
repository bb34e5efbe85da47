import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Restarts of an elastic job as a whole")
struct ElasticRestartTests {
  typealias Exact = ExactTimelineTests
  typealias Elastic = ElasticTimeline

  @Test("A job whose replicas all lack a node restarts with those that can be made whole")
  func regroups() throws {
    // Two nodes a replica; at 80 the other one is struck, at half the speed since 62: 59 done. What
    // is left of one is swapped into the other: back at 120, at half the speed until 417, which is
    // swap and rejoin after both nodes are back, at 350 and at 380.
    let scenario = Elastic.scenario(
      [Elastic.fault(at: [50, 80])], horizon: 200, spares: 0, replicas: 2, minimum: 1)
    let run = try Elastic.run(scenario) { $0 / 2 != $1 / 2 }.outcome
    Exact.expect(
      run,
      [
        .productive: 40, .lostWork: 59, .degraded: 9 + 40, .restart: 12 + 20, .detection: 3,
        .diagnosis: 4, .replacement: 7, .load: 6,
      ])
    #expect(run.starvations == 0 && run.replicaSecondsMissed == 30 + 80)
    var later = scenario
    later.horizon = 417 + 33
    let whole = try Elastic.run(later) { $0 / 2 != $1 / 2 }.outcome
    // Meanwhile 100 done by 320, saved by 330, and 43.5 by 417.
    #expect(whole.ledger[.productive] == 100 + 43.5 + 33 && whole.starvations == 0)
    #expect(whole.replicaSecondsMissed == 30 + 297)
  }

  @Test("It does so also if no node ever comes back, and completes")
  func regroupsForGood() throws {
    // Both nodes are retired after 10. At half the speed from 120 to 240, then the last save.
    var scenario = Elastic.scenario(
      [Elastic.fault(at: [50, 80])], horizon: nil, spares: 0, replicas: 2, minimum: 1, work: 60)
    scenario.repairRoutes[0].stages[0] = .init(name: "swap", time: .constant(10), fixes: 0)
    let run = try Elastic.run(scenario) { $0 / 2 != $1 / 2 }.outcome
    #expect(run.isComplete && run.wallSeconds == 250 && run.retiredNodes == 2)
    #expect(run.starvations == 0 && run.ledger[.starved] == 0)
  }

  @Test("A starved job does so as soon as one node has come back")
  func regroupsFromStarvation() throws {
    // Three nodes a replica, of which each loses one at 50 and at 51, and another one at 52 and at
    // 53. Starved from 58 until the first is back at 350: with that and with the last of the other
    // one replica is whole. In its swap the others come, which takes another one.
    let faults = [Elastic.fault(at: [50, 51, 52, 53])]
    var scenario = Elastic.scenario(faults, horizon: 400, spares: 0, replicas: 2, minimum: 1)
    scenario.cluster.nodes = 6
    scenario.job.nodes = 6
    var simulation = ClusterSimulation(scenario, seed: 1)
    let number = try #require(
      (0..<200).first { number in
        let faults = simulation.timeline(replication: number).filter { $0.event == .fault }
        let nodes = faults.compactMap(\.node)
        guard Set(nodes).count == 4 else { return false }
        return nodes[0] / 3 != nodes[1] / 3 && nodes[2] / 3 != nodes[3] / 3
      })
    let run = simulate(scenario, replications: number + 1)[number].outcome
    Exact.expect(
      run,
      [
        .productive: 10, .lostWork: 50, .restart: 1 + 20, .detection: 3, .diagnosis: 4,
        .starved: 292, .replacement: 14, .load: 6,
      ])
    #expect(run.starvations == 1 && run.unexpectedInterruptions == 1)
  }

  @Test("A fault that restarts the job while a replica is filled leaves the swap to be made")
  func owedSwap() {
    // A spare is in its seat since 62, but would take part at 99 only. The job is down from 80, with
    // 63.5 done, to 120, 7 of which it takes to swap the spare in.
    let faults = [Elastic.fault(at: [50]), Elastic.fault(.job, at: [80])]
    let run = Exact.run(Elastic.scenario(faults, horizon: 150))
    Exact.expect(
      run,
      [
        .productive: 30, .lostWork: 63.5, .degraded: 4.5, .restart: 12 + 20, .detection: 3,
        .diagnosis: 4, .replacement: 7, .load: 6,
      ])
    #expect(run.fewestSpares == 0 && run.replicaSecondsMissed == 30)
  }

  @Test("Once the replica takes part there is no swap to be made any more")
  func paidSwap() {
    // The replica is back at 99 with 77.75 done, the job down from 100 to 133.
    let faults = [Elastic.fault(at: [50]), Elastic.fault(.job, at: [100])]
    let run = Exact.run(Elastic.scenario(faults, horizon: 150))
    Exact.expect(
      run,
      [
        .productive: 17, .lostWork: 78.75, .degraded: 9.25, .restart: 12 + 20, .detection: 3,
        .diagnosis: 4, .load: 6,
      ])
  }

  @Test("So it is with a replica that needs no new node")
  func noSwap() {
    // Missed from 50 to 92; the job is down from 80 to 113.
    let faults = [Elastic.fault(at: [50], isTransient: true), Elastic.fault(.job, at: [80])]
    let run = Exact.run(Elastic.scenario(faults, horizon: 150))
    Exact.expect(
      run,
      [
        .productive: 37, .lostWork: 63.5, .degraded: 4.5, .restart: 12 + 20, .detection: 3,
        .diagnosis: 4, .load: 6,
      ])
  }
}
