import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("What happens in the stalls of an elastic job")
struct ElasticStallTests {
  typealias Exact = ExactTimelineTests
  typealias Elastic = ElasticTimeline

  @Test("A node that is retired as it breaks is replaced after the stall, as any other is")
  func retiredAtOnce() {
    // Goes on at 62 with three of four, whole at 99 with 77.75 done.
    var scenario = Elastic.scenario([Elastic.fault(at: [50])], horizon: 110)
    scenario.repair.retirement = .init(failures: 1, within: 1)
    let run = Exact.run(scenario)
    Exact.expect(run, [.productive: 88.75, .degraded: 9.25, .restart: 12])
    #expect(run.retiredNodes == 1 && run.repairs == 0 && run.replicaSecondsMissed == 49)
  }

  @Test("Those that were drained with it, too")
  func drainedAndRetired() {
    // Two of four are out of service at 50, of which one is back at once: both replicas are whole
    // at 99, with 18.5 done since 62.
    var scenario = Elastic.scenario([Elastic.fault(at: [50])], horizon: 110)
    scenario.cluster.nodesPerRack = 2
    scenario.faults[0].takesDown = .rack
    scenario.faults[0].isRepairedTogether = true
    scenario.repair.retirement = .init(failures: 1, within: 1)
    let run = Exact.run(scenario)
    Exact.expect(run, [.productive: 79.5, .degraded: 18.5, .restart: 12])
    #expect(run.retiredNodes == 1 && run.repairs == 1 && run.replicaSecondsMissed == 98)
  }

  @Test("A restart out of the stall for a return is an interruption of its own")
  func restartInRejoinStall() {
    // The replica is back at 99, where all stand still until 103. A fault of the job at 101 loses
    // 77.75; the job is back at 134.
    let faults = [Elastic.fault(at: [50]), Elastic.fault(.job, at: [101])]
    let run = Exact.run(Elastic.scenario(faults, horizon: 150, rejoinStall: 4))
    Exact.expect(
      run,
      [
        .productive: 16, .lostWork: 77.75, .degraded: 9.25, .restart: 12 + 2 + 20, .detection: 3,
        .diagnosis: 4, .load: 6,
      ])
    #expect(run.unexpectedInterruptions == 2 && run.stalls == 1)
    #expect(run.replicaSecondsMissed == 49)
  }

  @Test("So it is after a restart out of the stall for a fault, which is one with that fault")
  func restartInEitherStall() {
    // Down from 58 to 91; the node is back at 350, takes part at 387, and all stand still to 391.
    // Saves from 224⅓ and from 367⅔; at 387 another 12⅓ · ¾ done.
    let faults = [Elastic.fault(at: [50]), Elastic.fault(.job, at: [58, 389])]
    let run = Exact.run(Elastic.scenario(faults, horizon: 390, spares: 0, rejoinStall: 4))
    let lost = (387 - 20 - 91) * 0.75 - 200
    Exact.expect(
      run,
      [
        .productive: 200, .lostWork: 50 + lost, .degraded: (200 + lost) / 3,
        .checkpointSave: 20, .restart: 8 + 20 + 2, .detection: 3 + 1, .diagnosis: 4, .load: 6,
      ])
    #expect(run.unexpectedInterruptions == 2 && run.stalls == 1)
  }

  @Test("A fault of a replica in the stall for a return is an interruption, and stalls anew")
  func faultInRejoinStall() {
    // Stalled from 50 to 62, from 99 to 101, and from there to 113; no spare is left then.
    let run = Exact.run(
      Elastic.scenario([Elastic.fault(at: [50, 101])], horizon: 133, rejoinStall: 4))
    Exact.expect(
      run, [.productive: 77.75 + 15, .degraded: 9.25 + 5, .restart: 12 + 2 + 12])
    #expect(run.unexpectedInterruptions == 2 && run.stalls == 2)
    #expect(run.replicaSecondsMissed == 49 + 32)
  }

  @Test("A slow fault without a repair that is found in a stall stops the job after it")
  func slowJobFound() {
    // At half the speed from 20, found at 60 in the stall from 50 to 62: 35 done, saved by 72. Cured
    // by the restart until 98, and at three quarters of the speed from there.
    let slow = Elastic.fault(.job, at: [20], symptom: .slow)
    let run = Exact.run(
      Elastic.scenario([slow, Elastic.fault(at: [50])], horizon: 138, spares: 0))
    Exact.expect(
      run,
      [
        .productive: 35 + 30, .degraded: 15 + 10, .checkpointSave: 10, .restart: 12 + 20,
        .load: 6,
      ])
    #expect(run.unexpectedInterruptions == 2 && run.stalls == 1 && run.jobFailures == 2)
  }

  @Test("So does a slow node without which too few replicas would be left")
  func slowNodeFound() throws {
    // The same, but then the slow node is replaced until 79: back and whole at 105.
    let faults = [Elastic.fault(at: [20], symptom: .slow), Elastic.fault(at: [50])]
    let scenario = Elastic.scenario(faults, horizon: 150, spares: 2, minimum: 3)
    let run = try Elastic.run(scenario, where: !=).outcome
    Exact.expect(
      run,
      [
        .productive: 35 + 45, .degraded: 15, .checkpointSave: 10, .replacement: 7,
        .restart: 12 + 20, .load: 6,
      ])
    #expect(run.unexpectedInterruptions == 2 && run.stalls == 1 && run.jobFailures == 2)
    #expect(run.fewestSpares == 0)
  }

  @Test("A slow node that can be missed is dropped in the stall, which begins anew")
  func slowNodeDropped() throws {
    // Stalled until 72, whole at 109 with 18.5 done meanwhile.
    let faults = [Elastic.fault(at: [20], symptom: .slow), Elastic.fault(at: [50])]
    let scenario = Elastic.scenario(faults, horizon: 150, spares: 2)
    let run = try Elastic.run(scenario, where: !=).outcome
    Exact.expect(
      run, [.productive: 35 + 18.5 + 41, .degraded: 15 + 18.5, .restart: 22])
    #expect(run.unexpectedInterruptions == 1 && run.stalls == 2 && run.jobFailures == 2)
  }
}
