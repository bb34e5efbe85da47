import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Levels of checkpoints follow their closed form")
struct CheckpointLevelTests {
  struct Level: Sendable {
    let every: Int
    let save, load: Double
    let survives: Domain
    /// Seconds between the faults that it is the first to outlive.
    let meanTime: Double
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let interval: Double
    let levels: [Level]
    var restart = 100.0
    var horizon = 1e6
  }

  /// Faults of the job need the first level, those of nodes the second, and those of racks and of the
  /// cluster the last: of these a quarter each.
  static let two = [
    Level(every: 1, save: 6, load: 20, survives: .job, meanTime: 2500),
    Level(every: 6, save: 90, load: 400, survives: .cluster, meanTime: 15_000),
  ]
  static let three = [
    Level(every: 1, save: 6, load: 20, survives: .job, meanTime: 4000),
    Level(every: 4, save: 30, load: 90, survives: .node, meanTime: 9000),
    Level(every: 12, save: 120, load: 400, survives: .cluster, meanTime: 30_000),
  ]
  static let awkward = [
    Level(every: 1, save: 30, load: 20, survives: .job, meanTime: 700),
    Level(every: 2, save: 100, load: 90, survives: .rack, meanTime: 1500),
    Level(every: 4, save: 200, load: 1000, survives: .cluster, meanTime: 5000),
  ]
  /// Faults mostly find several levels saved at the newest checkpoint: the fastest is to be read.
  static let alike = [
    Level(every: 1, save: 1, load: 5, survives: .job, meanTime: 1500),
    Level(every: 2, save: 1, load: 300, survives: .node, meanTime: 12_000),
    Level(every: 4, save: 1, load: 3000, survives: .cluster, meanTime: 30_000),
  ]
  static let cases = [
    Case(
      testDescription: "the same work in copies of several levels", interval: 250.3,
      levels: alike),
    Case(testDescription: "two levels", interval: 300, levels: two),
    Case(
      testDescription: "two levels, an interval that is no binary number", interval: 300.1,
      levels: two),
    Case(testDescription: "three levels", interval: 250.3, levels: three),
    Case(
      testDescription: "three levels, saves broken off, faults every 7 min", interval: 60.7,
      levels: awkward),
    Case(
      testDescription: "a last level that is hardly ever reached", interval: 33.3,
      levels: [
        Level(every: 1, save: 3, load: 5, survives: .job, meanTime: 900),
        Level(every: 30, save: 60, load: 300, survives: .cluster, meanTime: 2000),
      ], horizon: 5e5),
  ]

  static func pattern(_ given: Case) -> MultilevelPattern {
    MultilevelPattern(
      levels: given.levels.map {
        MultilevelPattern.Level(
          every: $0.every, save: $0.save, recovery: given.restart + $0.load, rate: 1 / $0.meanTime)
      })
  }

  /// Eight nodes in racks of two; no fault strikes in a restart or a load.
  static func scenario(_ given: Case) -> Scenario {
    var faults: [FaultClass] = []
    func add(_ domain: Domain, meanTime: Double) {
      let instances = domain == .node ? 8.0 : domain == .rack ? 4 : 1
      faults.append(
        FaultClass(
          name: domain.rawValue, per: domain,
          process: .lifetime(.exponential(mean: meanTime * instances))))
    }
    add(.job, meanTime: given.levels[0].meanTime)
    for (before, level) in zip(given.levels, given.levels.dropFirst()) {
      let domains = [Domain.node, .rack, .cluster].filter {
        (before.survives == .job || $0 > before.survives) && $0 <= level.survives
      }
      for domain in domains { add(domain, meanTime: level.meanTime * Double(domains.count)) }
    }
    return Scenario(
      cluster: Cluster(nodes: 8, nodesPerRack: 2), faults: faults, job: Job(nodes: 8),
      checkpoint: CheckpointPolicy(
        interval: given.interval, save: given.levels[0].save,
        furtherLevels: given.levels.dropFirst().map {
          CheckpointLevel(every: $0.every, save: $0.save)
        }),
      storage: given.levels.map {
        CheckpointStorage(load: .constant($0.load), survives: $0.survives)
      },
      recovery: Recovery(restart: .constant(given.restart), isExposed: false),
      horizon: given.horizon)
  }

  @Test("ETTR, recovery and interruptions of an endless run", arguments: cases)
  func agrees(given: Case) throws {
    let pattern = Self.pattern(given)
    let cycle = try #require(pattern.cycle(interval: given.interval))
    let all = cycle.training + cycle.recovery
    let runs = LongRuns(Self.scenario(given))
    runs.expectETTR(pattern.ettr(interval: given.interval), within: 0.02)
    runs.expect("recovery", cycle.recovery / all, within: 0.03, \.shareDown)
    runs.expect("interruptions", given.horizon * pattern.rate * cycle.training / all, within: 0.02)
    {
      Double($0.unexpectedInterruptions)
    }
  }

  @Test("The best interval and number of segments beat their neighbours")
  func optimum() {
    let given = Case(testDescription: "two levels", interval: 300, levels: Self.two)
    func runs(every: Int, interval: Double) -> LongRuns {
      var scenario = Self.scenario(given)
      scenario.checkpoint.interval = interval
      scenario.checkpoint.furtherLevels[0].every = every
      return LongRuns(scenario)
    }
    let best = Self.pattern(given).optimalEvery()
    #expect(best.every > 2)
    let atBest = runs(every: best.every, interval: best.interval)
    for (every, interval) in [
      (best.every, best.interval * 1.5), (best.every, best.interval / 1.5),
      (best.every * 3, best.interval), (best.every / 3, best.interval),
    ] {
      atBest.expectBetter(
        than: runs(every: max(1, every), interval: interval), "every \(every), \(interval) s")
    }
  }
}
