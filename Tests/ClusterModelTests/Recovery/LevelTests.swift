import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Levels of checkpoints")
struct LevelTests {
  typealias Exact = ExactTimelineTests
  typealias Level = LevelTimeline

  @Test("A node's crash leaves the copies that outlive a node, and the pattern goes on behind them")
  func nodeLost() {
    // At 350 with 334 done, 300 of it in memory: back at 385. The next checkpoint is the fourth, to
    // both levels from 485 to 497.
    let run = Exact.run(Level.scenario([Level.fault(.node, at: [350])], horizon: 500))
    Exact.expect(
      run,
      Level.sum(
        Level.wayWithSwap,
        [.productive: 300 + 103, .lostWork: 34, .checkpointSave: 16 + 12, .load: 1]))
  }

  @Test("Copies in memory that do not outlive a node are lost with it, those in storage are not")
  func memoryLost() {
    // 200 in storage: back at 390, and the next checkpoint, a third one, is to memory alone.
    let expected = Level.sum(
      Level.wayWithSwap,
      [.productive: 200 + 108, .lostWork: 134, .checkpointSave: 16 + 2, .load: 6])
    let node = Level.fault(.node, at: [350])
    Exact.expect(Exact.run(Level.scenario([node], memory: .job, horizon: 500)), expected)
    let rack = Level.fault(.rack, at: [350])
    Exact.expect(Exact.run(Level.scenario([rack], horizon: 500)), expected)
  }

  @Test("A fault of the job alone leaves all copies")
  func jobFault() {
    let run = Exact.run(Level.scenario([Level.fault(.job, at: [350])], memory: .job, horizon: 500))
    Exact.expect(
      run,
      Level.sum(
        Level.way, [.productive: 300 + 110, .lostWork: 34, .checkpointSave: 16 + 12, .load: 1]))
  }

  @Test(
    "A copy outlives the loss of what its level survives, and of all that is smaller",
    arguments: [
      (Domain.job, [Domain.job]), (.node, [.job, .node]), (.rack, [.job, .node, .rack]),
      (.pod, [.job, .node, .rack, .pod]), (.cluster, [.job, .node, .rack, .pod, .cluster]),
    ])
  func survives(memory: Domain, survived: [Domain]) {
    for domain in [Domain.job, .node, .rack, .pod, .cluster] {
      let fault = Level.fault(domain, at: [350])
      let run = Exact.run(Level.scenario([fault], memory: memory, horizon: 351))
      let lost = survived.contains(domain) ? 34.0 : 134
      Exact.expect(
        run, [.productive: 334 - lost, .lostWork: lost, .checkpointSave: 16, .detection: 1])
      #expect(CheckpointStorage(survives: memory).outlives(domain) == survived.contains(domain))
    }
  }

  @Test("A single level that does not outlive a node is lost with it as well")
  func singleLevel() {
    var scenario = Exact.scenario(faults: [150], horizon: 200)
    scenario.storage[0].survives = .job
    Exact.expect(
      Exact.run(scenario),
      [
        .productive: 10, .lostWork: 140, .checkpointSave: 10, .detection: 3, .diagnosis: 4,
        .replacement: 7, .restart: 20, .load: 6,
      ])
  }

  @Test(
    "What is durable at each level when the fault comes",
    arguments: [
      // at, done; lost if memory outlives it, and if only storage does
      // at the end of the first save, in the second to memory, at its end, in that to storage
      (102.0, 100.0, 0.0, 100.0), (203, 200, 100, 200), (204, 200, 0, 200), (206, 200, 0, 200),
      // at the end of the save, with the copy in flight, and when it is durable
      (214, 200, 0, 200), (218, 204, 4, 204), (219, 205, 5, 5),
    ] as [(Double, Double, Double, Double)])
  func inSaves(at time: Double, done: Double, lost: Double, lostWithoutMemory: Double) {
    for (memory, lost) in [(Domain.node, lost), (.job, lostWithoutMemory)] {
      let fault = Level.fault(.node, at: [time])
      let run = Exact.run(Level.scenario([fault], memory: memory, horizon: time))
      Exact.expect(
        run, [.productive: done - lost, .lostWork: lost, .checkpointSave: time - done])
    }
  }

  @Test("A copy in memory counts before that of the same checkpoint in storage is made")
  func betweenLevels() {
    // At 206: 200 in memory, back at 234. The pattern begins anew: memory alone from 334 to 336.
    let run = Exact.run(Level.scenario([Level.fault(.job, at: [206])], horizon: 340))
    Exact.expect(
      run, Level.sum(Level.way, [.productive: 304, .checkpointSave: 2 + 4 + 2, .load: 1]))
  }

  @Test("A larger loss during the recovery of a smaller one takes the job further back")
  func largerLossInRecovery() {
    let node = Level.fault(.node, at: [350])
    // In the detection it costs no time but that of the load.
    let early = Exact.run(
      Level.scenario([node, Level.fault(.rack, at: [352])], horizon: 500))
    Exact.expect(
      early,
      Level.sum(
        Level.wayWithSwap,
        [.productive: 200 + 108, .lostWork: 134, .checkpointSave: 16 + 2, .load: 6]))
    // In the restart, from 364 on, it begins the recovery anew: back at 410.
    let late = Exact.run(Level.scenario([node, Level.fault(.rack, at: [370])], horizon: 500))
    Exact.expect(
      late,
      Level.sum(
        Level.wayWithSwap, Level.wayWithSwap,
        [.productive: 200 + 90, .lostWork: 134, .checkpointSave: 16, .restart: 6 - 20, .load: 6]))
    #expect(late.unexpectedInterruptions == 1 && late.failures == 2)
  }

  @Test("A smaller loss in a restart leaves the copies that are there")
  func smallerLossInRestart() {
    // The load from memory takes from 384 to 385; hit in the restart at 380: back at 415.
    let run = Exact.run(Level.scenario([Level.fault(.node, at: [350, 380])], horizon: 500))
    Exact.expect(
      run,
      Level.sum(
        Level.wayWithSwap, Level.wayWithSwap,
        [.productive: 300 + 85, .lostWork: 34, .checkpointSave: 16, .restart: 16 - 20, .load: 1]))
  }

  @Test("In the last segment, and in the last save, which is to the safest level")
  func lastSegment() {
    // 250 of work: done at 264, saved at 274, durable at 279.
    let node = Level.fault(.node, at: [250])
    let lost = Exact.run(Level.scenario([node], memory: .job, horizon: nil, work: 250))
    #expect(lost.isComplete && lost.wallSeconds == 290 + 50 + 15)
    Exact.expect(
      lost,
      Level.sum(
        Level.wayWithSwap, [.productive: 250, .lostWork: 36, .checkpointSave: 14 + 15, .load: 6]))
    let kept = Exact.run(Level.scenario([node], horizon: nil, work: 250))
    #expect(kept.isComplete && kept.wallSeconds == 285 + 50 + 15)
    let inSave = Exact.run(
      Level.scenario([Level.fault(.node, at: [270])], horizon: nil, work: 250))
    #expect(inSave.ledger[.lostWork] == 50 && inSave.wallSeconds == 305 + 50 + 15)
    let atEnd = Exact.run(
      Level.scenario([Level.fault(.cluster, at: [279])], horizon: nil, work: 250))
    #expect(atEnd.isComplete && atEnd.wallSeconds == 279 && atEnd.failures == 0)
  }

  @Test("Of three levels a restart loads the newest copy, and of two with as much the faster one")
  func threeLevels() {
    // At 540 both disk and storage hold 400, at 700 the disks 600.
    let early = Exact.run(Level.threeLevels([Level.fault(.node, at: [540])], horizon: 580))
    Exact.expect(
      early,
      Level.sum(
        Level.wayWithSwap, [.productive: 404, .lostWork: 82, .checkpointSave: 58, .load: 2]))
    // Back at 736 behind the sixth checkpoint: 836…838, and 938…940…950…980 to all levels.
    let node = Exact.run(Level.threeLevels([Level.fault(.node, at: [700])], horizon: 1000))
    Exact.expect(
      node,
      Level.sum(
        Level.wayWithSwap,
        [.productive: 600 + 220, .lostWork: 28, .checkpointSave: 72 + 44, .load: 2]))
    // Back at 740 behind the fourth: 840…842, 942…944…954.
    let rack = Exact.run(Level.threeLevels([Level.fault(.rack, at: [700])], horizon: 1000))
    Exact.expect(
      rack,
      Level.sum(
        Level.wayWithSwap,
        [.productive: 400 + 246, .lostWork: 228, .checkpointSave: 72 + 14, .load: 6]))
  }
}
