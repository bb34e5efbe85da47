import Checkpointing
import ClusterModel
import Statistics
import Testing

/// 10,000 replications against the closed form e^{λR}(1/λ + D)(e^{λ(W+C)} − 1) a segment.
@Suite("The simulation agrees with the closed form for exponential faults")
struct ExponentialCompletionTests {
  struct Regime: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let rate, work, interval, save, downtime, restart: Double
    var savesAtEnd = true
    var isExposed = true

    var policy: CheckpointPolicy {
      CheckpointPolicy(interval: interval, save: save, savesAtEnd: savesAtEnd)
    }
  }

  static let regimes = [
    Regime(
      testDescription: "easy: a fault in 3 h, a save every 10 min",
      rate: 1 / 11124.0, work: 86400, interval: 600, save: 10, downtime: 90, restart: 230),
    Regime(
      testDescription: "λ(W + C) = 5",
      rate: 0.01, work: 2000, interval: 400, save: 100, downtime: 30, restart: 20),
    Regime(
      testDescription: "a restart that fails again and again, λR = 3",
      rate: 0.01, work: 1000, interval: 50, save: 5, downtime: 10, restart: 300),
    Regime(
      testDescription: "an interval that does not divide the work",
      rate: 1 / 2000.0, work: 10_000, interval: 700, save: 30, downtime: 60, restart: 120),
    Regime(
      testDescription: "an interval longer than the job",
      rate: 1 / 3000.0, work: 3600, interval: 86400, save: 60, downtime: 60, restart: 120),
    Regime(
      testDescription: "free checkpoints",
      rate: 1 / 1000.0, work: 20_000, interval: 500, save: 0, downtime: 60, restart: 120),
    Regime(
      testDescription: "a save five times the interval",
      rate: 1 / 1000.0, work: 2000, interval: 60, save: 300, downtime: 60, restart: 120),
    Regime(
      testDescription: "no save after the last segment",
      rate: 1 / 1000.0, work: 2500, interval: 600, save: 100, downtime: 60, restart: 120,
      savesAtEnd: false),
    Regime(
      testDescription: "a restart that is immune, a downtime of 48 h",
      rate: 1 / 1000.0, work: 5000, interval: 600, save: 100, downtime: 172_800, restart: 500,
      isExposed: false),
  ]

  @Test("Completion, its spread, interruptions, lost work and restarts", arguments: regimes)
  func agrees(regime: Regime) {
    let law = ExponentialCompletion(
      rate: regime.rate, downtime: regime.downtime, restart: regime.restart,
      restartIsExposed: regime.isExposed)
    let runs = simulate(
      oneNodeJob(
        rate: regime.rate, work: regime.work, policy: regime.policy, downtime: regime.downtime,
        restart: regime.restart, isExposed: regime.isExposed),
      replications: 10_000
    ).map(\.outcome)
    let time = law.completion(work: regime.work, policy: regime.policy)
    let wall = runs.map(\.wallSeconds)
    #expect(abs(deviation(of: wall, from: time.mean)) < 4)
    #expect(abs(varianceDeviation(of: wall, from: time.variance)) < 4)
    let interruptions = law.interruptions(work: regime.work, policy: regime.policy)
    let counts = runs.map { Double($0.unexpectedInterruptions) }
    #expect(abs(deviation(of: counts, from: interruptions.mean)) < 4)
    #expect(abs(varianceDeviation(of: counts, from: interruptions.variance)) < 4)
    let lost = law.meanLostWork(work: regime.work, policy: regime.policy)
    #expect(abs(deviation(of: runs.map { $0.ledger[.lostWork] }, from: lost)) < 4)
    let recovery = interruptions.mean * law.recovery.mean
    let down = runs.map { $0.ledger[.detection] + $0.ledger[.restart] }
    #expect(abs(deviation(of: down, from: recovery)) < 4)
    for run in runs {
      #expect(run.isComplete)
      #expect(abs(run.ledger[.productive] - regime.work) <= 1e-9 * run.wallSeconds)
    }
  }

  @Test("Without faults the completion time is exact to 1e-9", arguments: regimes)
  func exactWithoutFaults(regime: Regime) throws {
    let run = try #require(
      simulate(
        oneNodeJob(
          rate: 0, work: regime.work, policy: regime.policy, downtime: regime.downtime,
          restart: regime.restart),
        replications: 1
      ).first
    ).outcome
    let segments = (regime.work / regime.interval).rounded(.up)
    let saves = regime.savesAtEnd ? segments : segments - 1
    let expected = regime.work + saves * regime.save
    #expect(abs(run.wallSeconds - expected) <= 1e-9 * expected)
    #expect(abs(run.ledger[.checkpointSave] - saves * regime.save) <= 1e-9 * expected)
    #expect(run.interruptions == 0)
  }
}
