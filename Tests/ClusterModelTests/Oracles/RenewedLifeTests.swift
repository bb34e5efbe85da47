import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Lives of any law that begin anew with each restart follow their closed forms")
struct RenewedLifeTests {
  static let laws: [Lifetime] = [
    .weibull(.init(shape: 0.7, mean: 3000)), .weibull(.init(shape: 2, mean: 3000)),
    .lognormal(.init(mean: 3000, sigma: 1)), .gamma(.init(shape: 0.5, mean: 3000)),
    .gamma(.init(shape: 3, mean: 3000)),
  ]
  static let (detection, restart) = (90.0, 230.0)

  /// A job of one life and, with a rate, of a node's faults.
  static func scenario(
    _ law: Lifetime, lives: Int = 1, rate: Double = 0, work: Double?, policy: CheckpointPolicy,
    horizon: Double? = nil
  ) -> Scenario {
    var faults = [jobFault(law, count: lives)]
    if rate > 0 {
      faults.append(
        FaultClass(
          name: "node", per: .node, process: .lifetime(.exponential(mean: 4 / rate)),
          takesDown: .job))
    }
    return Scenario(
      cluster: Cluster(nodes: 4), faults: faults, job: Job(nodes: 4, work: work),
      checkpoint: policy,
      recovery: Recovery(
        detectCrash: .constant(detection), restart: .constant(restart), isExposed: false),
      horizon: horizon)
  }

  @Test("A segment takes (∫S + F·(D + R))/S on average", arguments: laws)
  func segment(law: Lifetime) {
    let (work, save) = (1500.0, 100.0)
    let runs = LongRuns(
      Self.scenario(law, work: work, policy: CheckpointPolicy(interval: work, save: save)),
      replications: 4000)
    let recovery = Self.detection + Self.restart
    // ∫S by Simpson's rule, of what the law itself says.
    let end = work + save
    let steps = 20_000
    let whole = (0...steps).reduce(0.0) { sum, index in
      let weight = index == 0 || index == steps ? 1.0 : index.isMultiple(of: 2) ? 2 : 4
      return sum + weight * law.survival(end * Double(index) / Double(steps))
    }
    let lasting = whole * end / Double(3 * steps)
    let held = law.survival(end)
    let byHand = (lasting + (1 - held) * recovery) / held
    let expected = SessionLife(rate: 0, lives: [(law, 1)])
      .segment(length: end, recovery: recovery)
    // Survival falls like a root near 0 for some of the laws.
    #expect(abs(expected / byHand - 1) < 1e-4)
    runs.expect("segment", expected, within: 0.02, \.wallSeconds)
    runs.expect("interruptions", (1 - held) / held, within: 0.05) {
      Double($0.unexpectedInterruptions)
    }
  }

  @Test(
    "Ages go on over checkpoints: jobs of several segments", arguments: laws, [true, false])
  func completion(law: Lifetime, savesAtEnd: Bool) {
    let policy = CheckpointPolicy(interval: 600, save: 40, write: 100, savesAtEnd: savesAtEnd)
    let work = 6.4 * 600.0
    let rate = 1 / 8000.0
    let expected = SessionLife(rate: rate, lives: [(law, 2)])
      .completion(work: work, policy: policy, recovery: Self.detection + Self.restart)
    let runs = LongRuns(
      Self.scenario(law, lives: 2, rate: rate, work: work, policy: policy), replications: 1500)
    runs.expect("completion", expected.time, within: 0.025, \.wallSeconds)
    runs.expect("interruptions", expected.interruptions, within: 0.05) {
      Double($0.unexpectedInterruptions)
    }
  }

  @Test("Ages go on over checkpoints: endless runs", arguments: laws)
  func longRun(law: Lifetime) {
    for policy in [
      CheckpointPolicy(interval: 600, save: 40),
      CheckpointPolicy(interval: 70, save: 20, write: 110),
    ] {
      let life = SessionLife(rate: 1 / 9000, lives: [(law, 1)])
      let recovery = Self.detection + Self.restart
      let runs = LongRuns(
        Self.scenario(law, rate: 1 / 9000, work: nil, policy: policy, horizon: 1e6))
      runs.expectETTR(life.ettr(policy: policy, recovery: recovery))
      runs.expect("interruptions", 1e6 / (life.mean + recovery), within: 0.02) {
        Double($0.unexpectedInterruptions)
      }
    }
  }
}
