import Checkpointing
import ClusterModel
import Statistics
import Testing

/// A crash is known after 3, a diagnosis takes 4, a swap 7, the program 11, a restart 20 or, with spares
/// that hold the program, 5, and a load 6.
@Suite("Hot spares, images and restarts that fail")
struct HotSpareTests {
  typealias Exact = ExactTimelineTests

  static func scenario(
    faults: [Double], spares: Int = 1, isHot: Bool = true, takesDown: Domain = .node,
    horizon: Double
  ) -> Scenario {
    var scenario = Exact.scenario(
      faults: faults, spares: spares, takesDown: takesDown, horizon: horizon)
    if isHot { scenario.recovery.policy = .hotSpare(restart: .constant(5)) }
    scenario.recovery.image = .constant(11)
    return scenario
  }

  @Test("A spare that waits holds the program: only the swap is paid, and a short restart")
  func hot() {
    let run = Exact.run(Self.scenario(faults: [50], horizon: 100))
    Exact.expect(
      run,
      [
        .productive: 25, .lostWork: 50, .detection: 3, .diagnosis: 4, .replacement: 7,
        .restart: 5, .load: 6,
      ])
  }

  @Test("With cold spares the program is distributed to nodes that are put in place")
  func cold() {
    let run = Exact.run(Self.scenario(faults: [50], isHot: false, horizon: 110))
    Exact.expect(
      run,
      [
        .productive: 9, .lostWork: 50, .detection: 3, .diagnosis: 4, .replacement: 18,
        .restart: 20, .load: 6,
      ])
  }

  @Test("Without a new node nothing is distributed, whatever the policy")
  func softwareFault() {
    for (isHot, restart) in [(true, 5.0), (false, 20)] {
      let run = Exact.run(
        Self.scenario(faults: [50], isHot: isHot, takesDown: .job, horizon: 100))
      Exact.expect(
        run,
        [
          .productive: 37 - restart, .lostWork: 50, .detection: 3, .diagnosis: 4,
          .restart: restart, .load: 6,
        ])
    }
  }

  @Test("A node that comes straight from repair makes the restart a cold one, and only that")
  func straightFromRepair() {
    // Starved from 57 to 350, back at 394.
    let run = Exact.run(Self.scenario(faults: [50], spares: 0, horizon: 400))
    Exact.expect(
      run,
      [
        .productive: 6, .lostWork: 50, .detection: 3, .diagnosis: 4, .starved: 293,
        .replacement: 18, .restart: 20, .load: 6,
      ])
    // One that came back at 350 and has waited since is as hot as any other.
    let waited = Exact.run(Self.scenario(faults: [50, 400], horizon: 450))
    // Back at 75; saves 175…185, 285…295, 395…; at 400 with 300 done, 200 durable. Back at 425.
    Exact.expect(
      waited,
      [
        .productive: 225, .lostWork: 50 + 100, .checkpointSave: 25, .detection: 6, .diagnosis: 8,
        .replacement: 14, .restart: 10, .load: 12,
      ])
  }

  @Test("After a cold restart the next one is hot again")
  func hotAgain() {
    var scenario = Self.scenario(faults: [50], spares: 0, horizon: 450)
    // A fault of the job at 410, 16 after the job is back.
    scenario.faults.append(
      FaultClass(name: "job", per: .job, process: .instants([410]), takesDown: .job))
    Exact.expect(
      Exact.run(scenario),
      [
        .productive: 22, .lostWork: 50 + 16, .detection: 6, .diagnosis: 8, .starved: 293,
        .replacement: 18, .restart: 20 + 5, .load: 12,
      ])
  }

  @Test("Restarts that fail are geometric, and each is known as a crash is")
  func failingRestarts() {
    let p = 0.35
    var scenario = Self.scenario(faults: [50], isHot: false, horizon: 5000)
    scenario.recovery.restartFails = p
    let runs = simulate(scenario, replications: 4000).map(\.outcome)
    for run in runs {
      let tries = Double(run.failedRestarts + 1)
      #expect(abs(run.ledger[.restart] - 20 * tries) < 1e-6)
      #expect(abs(run.ledger[.detection] - 3 * tries) < 1e-6)
      #expect(abs(run.ledger[.diagnosis] - 4 * tries) < 1e-6)
      #expect(run.ledger[.replacement] == 18 && run.ledger[.load] == 6)
      #expect(run.unexpectedInterruptions == 1 && run.jobFailures == 1)
    }
    let failed = runs.map { Double($0.failedRestarts) }
    #expect(abs(deviation(of: failed, from: p / (1 - p))) < 4)
    #expect(abs(varianceDeviation(of: failed, from: p / ((1 - p) * (1 - p)))) < 4)
  }

  @Test("Any number of restarts of no length can fail at one instant")
  func failingRestartsOfNoLength() {
    // A hundred thousand on average: the stack would not hold them, were each within the last.
    var scenario = Self.scenario(faults: [50], isHot: false, takesDown: .job, horizon: 60)
    scenario.recovery = Recovery(restartFails: 0.99999)
    scenario.storage = [CheckpointStorage()]
    let runs = simulate(scenario, replications: 4).map(\.outcome)
    for run in runs { Exact.expect(run, [.productive: 10, .lostWork: 50]) }
    // All of four are fewer than 80,000 with a chance of 0.9 %.
    #expect(runs.reduce(0) { $0 + $1.failedRestarts } > 80_000)
  }
}
