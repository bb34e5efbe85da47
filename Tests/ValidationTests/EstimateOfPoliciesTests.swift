import Checkpointing
import ClusterModel
import Experiments
import Foundation
import Statistics
import Testing

/// What `clustersim check` says of levels, recovery policies and a drifting speed, and long runs.
@Suite("What is estimated of policies agrees with the simulation")
struct EstimateOfPoliciesTests {
  static let hour = 3600.0

  /// Sixteen nodes in racks of four, whose faults strike in training.
  static func scenario(_ change: (inout Scenario) -> Void) -> Scenario {
    func fault(_ domain: Domain, hours: Double, instances: Double) -> FaultClass {
      FaultClass(
        name: domain.rawValue, per: domain,
        process: .lifetime(.exponential(mean: hours * hour * instances)), atRisk: .training)
    }
    var scenario = Scenario(
      cluster: Cluster(nodes: 16, nodesPerRack: 4),
      faults: [
        fault(.job, hours: 2, instances: 1), fault(.node, hours: 3, instances: 16),
        fault(.rack, hours: 12, instances: 4),
      ],
      job: Job(nodes: 16), checkpoint: CheckpointPolicy(interval: 700.3, save: 40),
      storage: [CheckpointStorage(load: .constant(60))],
      recovery: Recovery(
        detectCrash: .exponential(mean: 60), diagnose: .constant(30),
        restart: .lognormal(Lognormal(mean: 240, sigma: 0.5))),
      horizon: 500 * hour)
    change(&scenario)
    return scenario
  }

  static func expectETTR(
    of scenario: Scenario, formula error: Double = 0,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let estimate = ScenarioEstimate(scenario)
    try LongRun(scenario).expect(
      "ettr", estimate.ettr(interval: estimate.scenario.checkpoint.interval), within: 0.01,
      formula: error, sourceLocation: sourceLocation)
  }

  static func setLevels(_ scenario: inout Scenario) {
    scenario.checkpoint.furtherLevels = [
      CheckpointLevel(every: 3, save: 60), CheckpointLevel(every: 9, save: 200),
    ]
    scenario.storage = zip([10.0, 100, 500], [Domain.job, .node, .cluster]).map {
      CheckpointStorage(load: .exponential(mean: $0), survives: $1)
    }
  }

  @Test("Levels, exactly")
  func levels() throws {
    let scenario = Self.scenario(Self.setLevels)
    let pattern = try #require(ScenarioEstimate(scenario).levels)
    #expect(pattern.levels.map(\.every) == [1, 3, 9])
    for (level, hours) in zip(pattern.levels, [2.0, 3, 12]) {
      #expect(abs(level.rate * hours * Self.hour - 1) < 1e-12)
    }
    #expect(pattern.levels.map(\.recovery) == [340, 430, 830])
    try Self.expectETTR(of: scenario)
  }

  @Test("Levels with the best interval")
  func levelsAtOptimum() throws {
    let scenario = Self.scenario {
      Self.setLevels(&$0)
      $0.checkpoint.interval = .infinity
      $0.checkpoint.intervalRule = .computed(.optimal)
    }
    let best = try #require(ScenarioEstimate(scenario).levels).optimalInterval()
    #expect(scenario.withComputedInterval.checkpoint.interval == best)
    try Self.expectETTR(of: scenario)
  }

  @Test("Hot spares, exactly while there are enough")
  func hotSpares() throws {
    // A job that comes to lie on more racks is struck more often: no faults of racks here.
    let scenario = Self.scenario {
      $0.faults.removeAll { $0.per == .rack }
      $0.cluster.spareNodes = 64
      $0.repairRoutes = [
        RepairRoute(name: "route", stages: [.init(name: "swap", time: .constant(7200), fixes: 1)])
      ]
      for index in $0.faults.indices where $0.faults[index].per != .job {
        $0.faults[index].repairRoute = 0
      }
      $0.recovery.policy = .hotSpare(restart: .exponential(mean: 40))
      $0.recovery.swap = .constant(50)
      $0.recovery.image = .constant(1000)
    }
    // A fault of the job is no reason to swap.
    let replaced = (1.0 / 3) / (1.0 / 2 + 1.0 / 3)
    let recovery = ScenarioEstimate(scenario).recovery.total
    #expect(abs(recovery - (60 + 30 + replaced * 50 + 40 + 60)) < 1e-9)
    try Self.expectETTR(of: scenario)
  }

  @Test("Restarts that fail, exactly, exposed or not", arguments: [true, false])
  func failingRestarts(isExposed: Bool) throws {
    try Self.expectETTR(
      of: Self.scenario {
        $0.recovery.restartFails = 0.3
        $0.recovery.isExposed = isExposed
        // Nodes stay, so that nothing is struck in the first three steps.
        for index in $0.faults.indices {
          $0.faults[index].atRisk = .powered
          $0.faults[index].takesDown = .job
        }
      })
  }

  @Test("Elastic replicas, exactly if they only stall")
  func stalls() throws {
    let scenario = Self.scenario {
      $0.faults.removeAll { $0.per != .node }
      $0.recovery.policy = .elastic(
        ElasticReplicas(
          replicas: 8, stall: .exponential(mean: 400), rejoinStall: .constant(200)))
    }
    #expect(abs(ScenarioEstimate(scenario).ettr(interval: 760) - 0.95 * 3 / (3 + 1.0 / 6)) < 1e-12)
    try Self.expectETTR(of: scenario)
  }

  @Test("Elastic replicas that are missed and restart, within the product of the shares")
  func elastic() throws {
    // Racks take half of the replicas, of which five are needed: the job restarts. Left out is that
    // it restarts with all replicas, and that faults of the job do: of the order of the product of
    // what is missed or stalled and what is lost in restarts.
    let scenario = Self.scenario {
      $0.faults[2].takesDown = .rack
      $0.cluster.nodesPerRack = 8
      $0.recovery.policy = .elastic(
        ElasticReplicas(
          replicas: 8, minimum: 5, stall: .constant(180), rejoin: .exponential(mean: 420)))
    }
    let estimate = ScenarioEstimate(scenario)
    let replicas = try #require(estimate.replicas)
    let alone = replicas.ettr(stall: 180)
    let restarts = estimate.ettr(interval: 700.3) / alone
    try Self.expectETTR(of: scenario, formula: (1 - alone) * (1 - restarts))
  }

  @Test("Verified saves without corruptions, exactly")
  func verification() throws {
    try Self.expectETTR(
      of: Self.scenario { $0.checkpoint.verification = Verification(time: 35) })
  }

  @Test("A drifting speed, as the product of its mean and the rest")
  func throughput() throws {
    // Saves take all of their time at any speed, so that they cost less of a slow job: an error of
    // the product of what drifts away and what is saved and lost.
    let scenario = Self.scenario {
      $0.throughput = Throughput(diurnal: 0.04, driftPerDay: 0.3)
      $0.horizon = 600 * Self.hour
    }
    let estimate = ScenarioEstimate(scenario)
    let drift = 1 - estimate.meanSpeed
    #expect(drift > 0.02)
    try Self.expectETTR(
      of: scenario, formula: drift * (1 - estimate.ettr(interval: 700.3) / estimate.meanSpeed))
  }

  @Test("A speed that only the day and its refreshes change, with their downtime")
  func refreshes() throws {
    // In 24 cycles of 73 h each of their hours comes at each hour of the day, so that the mean of the
    // product of swing and sag is the product of their means.
    let drift = 0.05
    let scenario = Self.scenario {
      $0.faults = []
      $0.checkpoint.save = 0
      $0.throughput = Throughput(
        diurnal: 0.1, driftPerDay: drift, refresh: 72 * Self.hour, refreshTime: Self.hour)
      $0.horizon = 4 * 24 * 73 * Self.hour
    }
    let estimate = ScenarioEstimate(scenario).ettr(interval: 700.3)
    let run = LongRun(scenario, replications: 1)
    let ettr = try #require(run.result.metrics.first { $0.metric.identifier == "ettr" })
    // The sag e^(−st) is simulated at the middle of each hour h: y/sinh y of its mean, with y = sh/2,
    // which is less by (sh)²/24 = 1.9e-7.
    let simulated = try #require(ettr.values[0])
    let middle = -PortableMath.log1p(-drift) / 24 / 2
    #expect(abs(simulated / estimate - middle / sinh(middle)) < 1e-11)
  }
}
