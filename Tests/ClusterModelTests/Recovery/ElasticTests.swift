import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Elastic replicas")
struct ElasticTests {
  typealias Exact = ExactTimelineTests
  typealias Elastic = ElasticTimeline

  @Test("One fault: a stall, three quarters of the speed until the replica is back, and no loss")
  func oneFault() {
    // Goes on at 62, whole again at 99: 27.75 done meanwhile. The other 22.25 by 121.25, saved by
    // 131.25.
    let run = Exact.run(Elastic.scenario([Elastic.fault(at: [50])], horizon: 150))
    Exact.expect(
      run, [.productive: 118.75, .degraded: 9.25, .checkpointSave: 10, .restart: 12])
    #expect(run.unexpectedInterruptions == 1 && run.stalls == 1 && run.failures == 1)
    #expect(run.replicaSecondsMissed == 49 && run.fewestSpares == 0 && run.starvations == 0)
  }

  @Test("A second fault in a stall begins another, and counts as no other interruption")
  func twoInOneStall() {
    // Stalled from 50 to 70; both are back at 107 with 18.5 done at half the speed.
    let run = Exact.run(Elastic.scenario([Elastic.fault(at: [50, 58])], horizon: 150, spares: 2))
    Exact.expect(
      run, [.productive: 101.5, .degraded: 18.5, .checkpointSave: 10, .restart: 20])
    #expect(run.unexpectedInterruptions == 1 && run.stalls == 2 && run.failures == 2)
    #expect(run.replicaSecondsMissed == 8 + 2 * (12 + 37))
  }

  @Test("A fault in a stall is void if restarts are not exposed")
  func shieldedStall() {
    let run = Exact.run(
      Elastic.scenario([Elastic.fault(at: [50, 58])], horizon: 150, spares: 2, isExposed: false))
    Exact.expect(
      run, [.productive: 118.75, .degraded: 9.25, .checkpointSave: 10, .restart: 12])
    #expect(run.failures == 1)
  }

  @Test("A fault of a replica that is missed already only puts its return off")
  func missedReplicaHit() throws {
    // Two nodes a replica; at 80 the other node of the same one, or the spare in it, which is node
    // 4: at half the speed from 62 to 117, with 27.5 done.
    let scenario = Elastic.scenario(
      [Elastic.fault(at: [50, 80])], horizon: 150, spares: 2, replicas: 2, minimum: 1)
    let run = try Elastic.run(scenario) { $1 == 4 || $0 / 2 == $1 / 2 }.outcome
    Exact.expect(
      run, [.productive: 100.5, .degraded: 27.5, .checkpointSave: 10, .restart: 12])
    #expect(run.unexpectedInterruptions == 1 && run.stalls == 1 && run.failures == 2)
    #expect(run.replicaSecondsMissed == 67)
  }

  @Test("With fewer than the minimum the job restarts from its checkpoint and loses work")
  func belowMinimum() throws {
    // At 80 the second one (node 4 is the spare in the seat of the first): 63.5 done since the start
    // are lost. Back at 120, whole.
    let scenario = Elastic.scenario(
      [Elastic.fault(at: [50, 80])], horizon: 150, spares: 2, minimum: 3)
    let run = try Elastic.run(scenario) { $1 != 4 }.outcome
    Exact.expect(
      run,
      [
        .productive: 30, .lostWork: 63.5, .degraded: 4.5, .restart: 12 + 20, .detection: 3,
        .diagnosis: 4, .replacement: 7, .load: 6,
      ])
    #expect(run.unexpectedInterruptions == 2 && run.stalls == 1)
    #expect(run.replicaSecondsMissed == 30)
    // In the stall it is one interruption.
    let inStall = Exact.run(
      Elastic.scenario([Elastic.fault(at: [50, 58])], horizon: 110, spares: 2, minimum: 3))
    Exact.expect(
      inStall,
      [
        .productive: 12, .lostWork: 50, .restart: 8 + 20, .detection: 3, .diagnosis: 4,
        .replacement: 7, .load: 6,
      ])
    #expect(inStall.unexpectedInterruptions == 1)
  }

  @Test("Without a spare the job goes on with fewer until the node is back")
  func noSpares() {
    // Back at 350, takes part at 387. Saves from 128⅔ and from 272; 78.75 done from 282 to 387.
    let run = Exact.run(Elastic.scenario([Elastic.fault(at: [50])], horizon: 400, spares: 0))
    Exact.expect(
      run,
      [
        .productive: 50 + 50 + 100 + 78.75 + 13, .degraded: 50 / 3 + 100 / 3 + 26.25,
        .checkpointSave: 20, .restart: 12,
      ])
    #expect(run.starvations == 0 && run.replicaSecondsMissed == 337 && run.repairs == 1)
  }

  @Test("Replicas that lack nodes after a restart are missed only while the job trains")
  func restartWithFewer() {
    // A job-wide fault at 100 restarts the job with three replicas: down from 100 to 133. 28.5 were
    // done since 62. Missed from 50 to 100 and from 133 on.
    let faults = [Elastic.fault(at: [50]), Elastic.fault(.job, at: [100])]
    let run = Exact.run(Elastic.scenario(faults, horizon: 173, spares: 0))
    Exact.expect(
      run,
      [
        .productive: 30, .lostWork: 78.5, .degraded: 9.5 + 10, .restart: 12 + 20, .detection: 3,
        .diagnosis: 4, .load: 6,
      ])
    #expect(run.replicaSecondsMissed == 50 + 40)
  }

  @Test("All may stand still as a replica takes part again")
  func rejoinStall() {
    let run = Exact.run(
      Elastic.scenario([Elastic.fault(at: [50])], horizon: 150, rejoinStall: 4))
    Exact.expect(
      run, [.productive: 114.75, .degraded: 9.25, .checkpointSave: 10, .restart: 16])
    #expect(run.unexpectedInterruptions == 1 && run.stalls == 1)
  }

  @Test("A planned stop while a replica is missed, after which it takes part")
  func plannedStop() {
    // At 70 with 56 done: saved by 80, down until 130.
    let plan = Maintenance(every: 1e6, first: 70, downtime: 50)
    let run = Exact.run(
      Elastic.scenario([Elastic.fault(at: [50])], horizon: 150, maintenance: plan))
    Exact.expect(
      run,
      [.productive: 76, .degraded: 2, .checkpointSave: 10, .restart: 12, .planned: 50])
    #expect(run.replicaSecondsMissed == 30 && run.plannedInterruptions == 1)
  }

  @Test("A stall during an orderly stop puts it off, as a save stands still in it")
  func stallInStop() {
    // Asked for at 45, saving until 55 but for a stall from 50 to 62: down from 67 to 117.
    let plan = Maintenance(every: 1e6, first: 45, downtime: 50)
    let run = Exact.run(
      Elastic.scenario([Elastic.fault(at: [50])], horizon: 150, maintenance: plan))
    Exact.expect(
      run, [.productive: 78, .checkpointSave: 10, .restart: 12, .planned: 50])
    #expect(run.unexpectedInterruptions == 1 && run.plannedInterruptions == 1)
    #expect(run.replicaSecondsMissed == 17)
  }

  @Test("A job can complete at less than its speed")
  func completion() {
    let run = Exact.run(
      Elastic.scenario([Elastic.fault(at: [50])], horizon: nil, spares: 0, work: 80))
    Exact.expect(
      run, [.productive: 80, .degraded: 10, .checkpointSave: 10, .restart: 12])
    #expect(run.isComplete && run.wallSeconds == 112)
  }
}
