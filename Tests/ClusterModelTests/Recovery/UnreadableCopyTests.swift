import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Copies that cannot be read, and those that are not kept")
struct UnreadableCopyTests {
  typealias Exact = ExactTimelineTests
  typealias Level = LevelTimeline

  /// A fault of the job at 350: 334 done; 300, 200, 100 in memory and 200 in storage.
  static func scenario(memory: Double, storage: Double, horizon: Double = 400) -> Scenario {
    var scenario = Level.scenario([Level.fault(.job, at: [350])], horizon: horizon)
    scenario.storage[0].unreadable = memory
    scenario.storage[1].unreadable = storage
    return scenario
  }

  @Test("The next older copy is read until one is good, the fastest of several first")
  func memoryUnreadable() {
    // Two tries of 1 s in memory, then storage: back at 385.
    let run = Exact.run(Self.scenario(memory: 1, storage: 0))
    Exact.expect(
      run,
      Level.sum(
        Level.way, [.productive: 215, .lostWork: 134, .checkpointSave: 16, .load: 1 + 1 + 6]))
    #expect(run.unreadableCopies == 2)
  }

  @Test("A copy that is not the newest does not matter")
  func storageUnreadable() {
    let run = Exact.run(Self.scenario(memory: 0, storage: 1))
    Exact.expect(
      run,
      Level.sum(Level.way, [.productive: 322, .lostWork: 34, .checkpointSave: 16, .load: 1]))
    #expect(run.unreadableCopies == 0)
  }

  @Test("If none is good the job begins anew, and loads that from the safest level")
  func noneReadable() {
    // 300, 200 and 200, 100, nothing: 1 + 1 + 6 + 1 + 6 s of loads, back at 392.
    let run = Exact.run(Self.scenario(memory: 1, storage: 1))
    Exact.expect(
      run,
      Level.sum(Level.way, [.productive: 8, .lostWork: 334, .checkpointSave: 16, .load: 15]))
    #expect(run.unreadableCopies == 4)
  }

  @Test("A copy that was read once can be read again")
  func readTwice() {
    var scenario = Self.scenario(memory: 0.5, storage: 0)
    scenario.faults[0].process = .instants([350, 395, 396, 397, 398, 399])
    scenario.recovery = Recovery()
    scenario.storage[0].load = .zero
    scenario.storage[1].load = .zero
    for run in simulate(scenario, replications: 200) {
      // At 350 either 300 is good, or 200 is in memory or in storage.
      #expect(run.outcome.unreadableCopies <= 2)
      #expect(run.outcome.unexpectedInterruptions == 6)
    }
  }

  @Test("The number of tries is geometric")
  func tries() {
    // Ten copies: the mean number of bad ones is Σ pᵏ for k = 1…10.
    let p = 0.4
    var scenario = Exact.scenario(faults: [1099], takesDown: .job, horizon: 1099)
    scenario.recovery = Recovery()
    scenario.storage = [CheckpointStorage(unreadable: p)]
    scenario.checkpoint = CheckpointPolicy(interval: 100, save: 0)
    let runs = simulate(scenario, replications: 4000).map(\.outcome)
    let mean = (1...10).reduce(0.0) { sum, k in sum + PortableMath.pow(p, Double(k)) }
    #expect(abs(deviation(of: runs.map { Double($0.unreadableCopies) }, from: mean)) < 4)
    for run in runs {
      let lost = 99 + 100 * Double(run.unreadableCopies)
      #expect(abs(run.ledger[.lostWork] - lost) < 1e-6)
    }
  }

  @Test("Any number of copies can be tried at one instant if loads take no time")
  func loadsOfNoLength() {
    // A hundred thousand: the stack would not hold them, were each within the last.
    let copies = 100_000
    let end = Double(copies) + 0.5
    var scenario = Exact.scenario(faults: [end], takesDown: .job, horizon: end + 0.25)
    scenario.recovery = Recovery()
    scenario.storage = [CheckpointStorage(unreadable: 1)]
    scenario.checkpoint = CheckpointPolicy(interval: 1, save: 0)
    let run = Exact.run(scenario)
    Exact.expect(run, [.productive: 0.25, .lostWork: end])
    #expect(run.unreadableCopies == copies)
  }

  @Test(
    "A late corruption goes back to the oldest copy that is kept, or to nothing",
    arguments: [(nil, 310.0), (4, 310), (3, 410), (1, 410)] as [(Int?, Double)])
  func kept(copies: Int?, lost: Double) {
    // Corrupt at 150, behind the copy of 100, found at 450 behind that of 400.
    let fault = LatentTimeline.fault(.corrupt, at: [150])
    var scenario = LatentTimeline.scenario([fault], horizon: 500, corrupt: 300)
    scenario.storage[0].kept = copies
    CorruptionTests.expect(
      Exact.run(scenario),
      [.productive: 13 + 410 - lost, .lostWork: lost, .checkpointSave: 40])
  }

  @Test("A copy of an orderly stop is one of those that are kept, and only once")
  func keptStop() {
    // Stops at 450 for a copy of 410, which is durable at 465, and from 515 on trains with copies
    // of 300 (of three), 400 and 410. Corrupt at 335, behind the save of 300; found at 530.
    let fault = LatentTimeline.fault(.corrupt, at: [335], ofJob: true)
    let plan = Maintenance(every: 1e6, first: 450, downtime: 50)
    for (copies, lost) in [(3, 125.0), (2, 425)] {
      var scenario = LatentTimeline.scenario(
        [fault], horizon: 530, corrupt: 195, maintenance: plan)
      scenario.storage[0].kept = copies
      let run = Exact.run(scenario)
      Exact.expect(
        run,
        [.productive: 425 - lost, .lostWork: lost, .checkpointSave: 40 + 15, .planned: 50])
    }
  }

  @Test("A stop that uses the save under way, or finds nothing to save, adds no copy")
  func keptWithoutNewCopy() {
    // Asked for in the save from 430 to 440 of 400, or at its end: copies of 300 and 400.
    let fault = LatentTimeline.fault(.corrupt, at: [335], ofJob: true)
    for time in [435.0, 440] {
      let plan = Maintenance(every: 1e6, first: time, downtime: 50)
      var scenario = LatentTimeline.scenario(
        [fault], horizon: 500, corrupt: 165, maintenance: plan)
      scenario.storage[0].kept = 2
      Exact.expect(
        Exact.run(scenario),
        [.productive: 300, .lostWork: 105, .checkpointSave: 40 + 5, .planned: 50])
    }
  }
}
