import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Orderly stops of jobs with several levels")
struct LevelStopTests {
  typealias Exact = ExactTimelineTests
  typealias Level = LevelTimeline

  static func maintenance(at time: Double) -> Maintenance {
    Maintenance(every: 1e6, first: time, downtime: 50)
  }

  @Test("A planned stop saves to the safest level, and the pattern begins anew")
  func plannedStop() {
    // At 150 with 148 done: saved at 160, durable at 165, down to 215. Memory 315…317, both
    // 417…419…429.
    for (fault, at, kept) in [(Domain.job, 330.0, 248.0), (.node, 330, 148)] {
      let run = Exact.run(
        Level.scenario(
          [Level.fault(fault, at: [at])], memory: .job, horizon: at,
          maintenance: Self.maintenance(at: 150)))
      Exact.expect(
        run,
        [
          .productive: kept, .lostWork: 261 - kept, .checkpointSave: 2 + 15 + 2, .planned: 50,
        ])
    }
    let calm = Exact.run(
      Level.scenario([], horizon: 430, maintenance: Self.maintenance(at: 150)))
    Exact.expect(
      calm, [.productive: 148 + 201, .checkpointSave: 2 + 15 + 14, .planned: 50])
  }

  @Test("One in a save to memory goes on to storage, and one in a save to both makes no other")
  func stopInSave() {
    // Asked for at 101: memory until 102, storage until 112, durable at 117, down to 167. Asked for
    // at 203: both until 214, durable at 219, down to 269.
    let inFirst = Exact.run(
      Level.scenario([], horizon: 170, maintenance: Self.maintenance(at: 101)))
    Exact.expect(inFirst, [.productive: 103, .checkpointSave: 17, .planned: 50])
    let inSecond = Exact.run(
      Level.scenario([], horizon: 270, maintenance: Self.maintenance(at: 203)))
    Exact.expect(inSecond, [.productive: 201, .checkpointSave: 2 + 17, .planned: 50])
  }

  @Test("A fault during a stop loses what the safest level does not hold, if the others are lost")
  func faultDuringStop() {
    // Asked for at 101; at 105 memory holds 100, at 116 storage does not yet.
    for (time, memory, lost) in [
      (101.5, Domain.node, 100.0), (105, .node, 0), (105, .job, 100), (116, .job, 100),
    ] {
      let run = Exact.run(
        Level.scenario(
          [Level.fault(.node, at: [time])], memory: memory, horizon: time,
          maintenance: Self.maintenance(at: 101)))
      Exact.expect(
        run, [.productive: 100 - lost, .lostWork: lost, .checkpointSave: time - 100])
    }
  }

  @Test("A node that is lost in a planned downtime takes its copies along")
  func lostInDowntime() {
    // Stopped from 160 on for a copy that is durable at 165; the job holds 248 in memory and 148 in
    // storage at 330, and stops again then: 261 in storage at 345. Its node fails at 350.
    var scenario = Level.scenario(
      [Level.fault(.node, at: [350])], memory: .job, horizon: 440,
      maintenance: Maintenance(every: 180, first: 150, downtime: 50))
    let run = Exact.run(scenario)
    // After it, at 395: swap, restart and load until 428.
    Exact.expect(
      run,
      [
        .productive: 261 + 12, .checkpointSave: 2 + 15 + 2 + 15, .planned: 100, .replacement: 7,
        .restart: 20, .load: 6,
      ])
    // If nothing outlives a node, it is all lost.
    scenario.storage[1].survives = .job
    Exact.expect(
      Exact.run(scenario),
      [
        .productive: 12, .lostWork: 261, .checkpointSave: 34, .planned: 100, .replacement: 7,
        .restart: 20, .load: 6,
      ])
  }

  @Test("A slow node leaves after a save to storage, which is loaded again")
  func slowNode() {
    // Slow from 20, found at 60 with 40 done, durable at 75, back at 108; memory 208…210.
    let slow = Level.fault(.node, at: [20], symptom: .slow)
    for memory in [Domain.job, .node] {
      let run = Exact.run(Level.scenario([slow], memory: memory, horizon: 215))
      Exact.expect(
        run,
        [
          .productive: 40 + 105, .degraded: 20, .checkpointSave: 15 + 2, .replacement: 7,
          .restart: 20, .load: 6,
        ])
    }
  }

  @Test("A slow rack takes the copies along that lie within it")
  func slowRack() {
    let slow = Level.fault(.rack, at: [110], symptom: .slow)
    // 8 of the second segment by 110, the other 92 by 294: saved to both until 306.
    let scenario = Level.scenario([slow], horizon: 360, slow: 186)
    // Found at 296: durable at 311, the rack leaves: back at 344 from storage, as memory is lost.
    Exact.expect(
      Exact.run(scenario),
      [
        .productive: 200 + 16, .degraded: 92, .checkpointSave: 2 + 17, .replacement: 7,
        .restart: 20, .load: 6,
      ])
    // A rack's copies in memory that outlive it are loaded.
    var kept = scenario
    kept.storage[0].survives = .rack
    Exact.expect(
      Exact.run(kept),
      [
        .productive: 200 + 21, .degraded: 92, .checkpointSave: 2 + 17, .replacement: 7,
        .restart: 20, .load: 1,
      ])
  }
}
