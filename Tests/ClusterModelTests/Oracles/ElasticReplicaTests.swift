import Checkpointing
import ClusterModel
import Experiments
import Statistics
import Testing

@Suite("Elastic replicas without stalls follow the binomial law")
struct ElasticReplicaTests {
  static let replicas = 12

  /// Replicas of one node each that fault once in `life` seconds; saves are free.
  static func scenario(
    life: Double, elastic: ElasticReplicas, repair: Lifetime? = nil,
    atRisk: FaultClass.Exposure = .training, isExposed: Bool = true, horizon: Double
  ) -> Scenario {
    Scenario(
      cluster: Cluster(nodes: elastic.replicas),
      faults: [
        FaultClass(
          name: "node", per: .node, process: .lifetime(.exponential(mean: life)),
          repairRoute: repair == nil ? nil : 0, atRisk: atRisk)
      ],
      repairRoutes: repair.map {
        [RepairRoute(name: "route", stages: [.init(name: "repair", time: $0, fixes: 1)])]
      } ?? [],
      job: Job(nodes: elastic.replicas), checkpoint: CheckpointPolicy(interval: 100, save: 0),
      recovery: Recovery(policy: .elastic(elastic), isExposed: isExposed), horizon: horizon)
  }

  static let laws: [Lifetime] = [
    .constant(700), .exponential(mean: 700), .lognormal(.init(mean: 700, sigma: 1)),
  ]

  @Test("Replicas that rejoin in any time are missed for its mean", arguments: laws)
  func rejoining(law: Lifetime) {
    let availability = ReplicaAvailability(
      replicas: Self.replicas, rate: Double(Self.replicas) / 4000, missing: 700)
    let runs = LongRuns(
      Self.scenario(
        life: 4000, elastic: ElasticReplicas(replicas: Self.replicas, rejoin: law),
        horizon: 2.5e5))
    runs.expectETTR(availability.meanShareUp)
    Self.expectMissed(runs, 1 - availability.meanShareUp)
    #expect(runs.runs.allSatisfy { $0.ledger[.lostWork] == 0 && $0.stalledSeconds == 0 })
  }

  @Test("Without spares they are missed for their repair and then the rejoin", arguments: laws)
  func repaired(law: Lifetime) {
    let availability = ReplicaAvailability(
      replicas: Self.replicas, rate: Double(Self.replicas) / 8000, missing: 2200)
    let runs = LongRuns(
      Self.scenario(
        life: 8000, elastic: ElasticReplicas(replicas: Self.replicas, rejoin: law),
        repair: .weibull(.init(shape: 0.8, mean: 1500)), horizon: 5e5))
    runs.expectETTR(availability.meanShareUp)
    Self.expectMissed(runs, 1 - availability.meanShareUp)
  }

  @Test("A fault of a powered replica that rejoins begins its rejoin anew")
  func struckAgain() {
    // A replica is up if it was not struck in the last 700 s: e^{−700/4000}. An exponential time to
    // rejoin does not care.
    let shares: [(Lifetime, Double)] = [
      (.constant(700), PortableMath.exp(-0.175)), (.exponential(mean: 700), 4000.0 / 4700),
    ]
    for (law, share) in shares {
      let runs = LongRuns(
        Self.scenario(
          life: 4000, elastic: ElasticReplicas(replicas: Self.replicas, rejoin: law),
          atRisk: .powered, horizon: 2.5e5))
      runs.expectETTR(share)
      Self.expectMissed(runs, 1 - share)
    }
  }

  @Test(
    "With a minimum the job works while so many are whole, at their share of its speed",
    arguments: [7, 9, 11])
  func minimum(minimum: Int) {
    // Nodes break and are repaired whatever the job does, and the restart takes no time: so the job
    // is at work as if it never had stopped, but for what it loses.
    let availability = ReplicaAvailability(
      replicas: Self.replicas, rate: Double(Self.replicas) / 5000, missing: 1250)
    for repair: Lifetime in [.constant(1250), .exponential(mean: 1250)] {
      let runs = LongRuns(
        Self.scenario(
          life: 5000, elastic: ElasticReplicas(replicas: Self.replicas, minimum: minimum),
          repair: repair, atRisk: .powered, horizon: 4e5))
      runs.expect("work", availability.meanSpeed(atLeast: minimum), within: 0.02) {
        $0.workDone / $0.wallSeconds
      }
      runs.expect("starved", availability.chanceOfFewer(than: minimum), within: 0.1) {
        $0.ledger[.starved] / $0.wallSeconds
      }
    }
  }

  @Test("Below the minimum a job whose nodes are all there begins with all of its replicas")
  func fallsBack() {
    // Of four replicas three are needed. With u up the job is struck at 4λu/4 and one rejoins at
    // μ(4 − u); struck with three up it restarts in 500 s with four. Work of a cycle from four to the
    // restart: E₄ = 1/4λ · 1 + E₃, E₃ = (3/4 + μE₄)/(3λ + μ); the time is the same without shares.
    let (life, rejoin, restart) = (3000.0, 1000.0, 500.0)
    let (strike, back) = (1 / life, 1 / rejoin)
    func cycle(shareOfThree: Double) -> Double {
      (1 / (4 * strike) + shareOfThree / (3 * strike + back)) / (1 - back / (3 * strike + back))
    }
    let elastic = ElasticReplicas(
      replicas: 4, minimum: 3, rejoin: .exponential(mean: rejoin))
    var scenario = Self.scenario(life: life, elastic: elastic, horizon: 6e5)
    scenario.recovery.restart = .constant(restart)
    let runs = LongRuns(scenario)
    let length = cycle(shareOfThree: 1) + restart
    runs.expect("work", cycle(shareOfThree: 0.75) / length) { $0.workDone / $0.wallSeconds }
    runs.expect("restarts", 6e5 / length, within: 0.02) { $0.ledger[.restart] / restart }
  }

  static func expectMissed(
    _ runs: LongRuns, _ share: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    // As the metric replicas_missed_mean has it.
    runs.expect(
      "missed", Double(Self.replicas) * share, within: 0.02, sourceLocation: sourceLocation
    ) {
      $0.replicaSecondsMissed / ($0.trainingSeconds + $0.stalledSeconds)
    }
  }
}
