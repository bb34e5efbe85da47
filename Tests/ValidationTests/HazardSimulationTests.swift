import Checkpointing
import ClusterModel
import Experiments
import Statistics
import Testing

private let hour = 3600.0
private let day = 86_400.0

/// 40 nodes and 10 spares, whose one class strikes the job about 100 times in 50 days, and costs it
/// no time but what is lost.
private func scenario(
  _ law: Lifetime = .exponential(Exponential(mean: 20 * day)), per: Domain = .node,
  takesDown: Domain = .job, renews: Bool = true, bursts: Bursts? = nil,
  schedule: [HazardStep] = []
) -> Scenario {
  Scenario(
    cluster: Cluster(nodes: 40, gpusPerNode: 1, nodesPerRack: 5, spareNodes: 10),
    faults: [
      FaultClass(
        name: "f", per: per, process: .lifetime(law), takesDown: takesDown, renews: renews,
        bursts: bursts, schedule: schedule)
    ],
    repairRoutes: [
      RepairRoute(
        name: "r",
        stages: [.init(name: "s", time: .deterministic(Deterministic(value: day)), fixes: 1)])
    ], job: Job(nodes: 40), checkpoint: CheckpointPolicy(interval: hour, save: 0), horizon: 50 * day
  )
}

/// The scenario of a case, under a name for the report.
struct HazardCase: Sendable, CustomTestStringConvertible {
  let name: String
  let scenario: Scenario
  var testDescription: String { name }

  init(_ name: String, _ scenario: Scenario, _ change: (inout Scenario) -> Void = { _ in }) {
    self.name = name
    var scenario = scenario
    change(&scenario)
    self.scenario = scenario
  }
}

private let steps = [
  HazardStep(from: 10 * day, factor: 4), HazardStep(from: 20 * day, factor: 0.5),
]
private let bursts = Bursts(meanSize: 3, delay: .exponential(Exponential(mean: hour)))
private let lemons = Frailty(.lemons(fraction: 0.1, multiplier: 11), faults: [0])
private let cohorts = [Cohort(nodes: 20, age: 100 * day), Cohort(nodes: 5, age: 10 * day)]
private let wearOut = Lifetime.weibull(Weibull(shape: 2.5, scale: 60 * day))
private let infantMortality = Lifetime.weibull(Weibull(shape: 0.6, scale: 30 * day))

@Suite("Formulas of what changes hazards, and the simulation") struct HazardSimulationTests {
  private static let settings = RunSettings(replications: 200, threads: 2)

  private func deviation(_ counts: [Int], from expected: Double) throws -> Double {
    let summary = try #require(Summary(counts.map(Double.init)))
    return (summary.mean - expected) / summary.standardError
  }

  @Test(
    "The job is struck as often as its rate says",
    arguments: [
      HazardCase("as given", scenario()),
      HazardCase("lemons", scenario()) { $0.frailty = lemons },
      HazardCase("frailty", scenario()) { $0.frailty = Frailty(.gamma(variance: 2), faults: [0]) },
      HazardCase("schedule", scenario(schedule: steps)),
      HazardCase("scale", scenario()) {
        $0.cluster.rateScale = RateScale(rateExponent: 1.5, overGPUs: 20)
      },
      HazardCase("minimal repair of ages", scenario(wearOut, renews: false, schedule: steps)) {
        $0.cluster.installed = cohorts
        $0.cluster.burnIn = 5 * day
        $0.frailty = lemons
      },
      HazardCase("old nodes, renewed", scenario(wearOut)) { $0.cluster.installed = cohorts },
      HazardCase("burnt-in nodes, renewed", scenario(infantMortality)) {
        $0.cluster.burnIn = 5 * day
      },
      HazardCase("old lemons, renewed", scenario(wearOut)) {
        $0.cluster.installed = cohorts
        $0.frailty = lemons
      },
      HazardCase("racks", scenario(wearOut, per: .rack)) { $0.cluster.installed = cohorts },
      HazardCase(
        "a job with a schedule from the start",
        scenario(
          .weibull(Weibull(shape: 0.7, mean: day)), per: .job,
          schedule: [HazardStep(from: 0, factor: 3)])),
      HazardCase("whole racks", scenario(per: .rack, takesDown: .rack)) {
        $0.cluster.nodes = 45
        $0.cluster.spareNodes = 5
        $0.job = Job(nodes: 27, nodesOfRack: 3)
      },
    ])
  func strikes(_ each: HazardCase) throws {
    let estimate = ScenarioEstimate(each.scenario)
    let result = Run.simulate(each.scenario, settings: Self.settings)
    let expected = estimate.rate * 50 * day
    #expect(try abs(deviation(result.faults[0].jobFailures, from: expected)) < 4)
  }

  @Test("Bursts strike the job with all of their faults that come in time")
  func strikesInBursts() throws {
    for isPowered in [true, false] {
      var scenario = scenario(bursts: bursts)
      scenario.cluster.sparesArePowered = isPowered
      let expected = ScenarioEstimate(scenario).rate * 50 * day
      let result = Run.simulate(scenario, settings: Self.settings)
      // Two of three follow by an hour: what comes after the end is a share of two thousandths.
      let counts = result.faults[0].jobFailures
      #expect(try abs(deviation(counts, from: expected * (1 - 2 / 3 * hour / (50 * day)))) < 4)
    }
  }

  @Test(
    "What is expected of a class is what its failures come to",
    arguments: [
      HazardCase("lemons", scenario()) { $0.frailty = lemons },
      HazardCase("schedule and scale", scenario(schedule: steps)) {
        $0.cluster.rateScale = RateScale(rateExponent: 1.5, overGPUs: 20)
        $0.job.work = 40 * day
      },
      HazardCase("bursts, whose delays are long", scenario(bursts: bursts)) {
        $0.faults[0].bursts?.delay = .exponential(Exponential(mean: 10 * day))
      },
      HazardCase("bursts, with repairs", scenario(takesDown: .node, bursts: bursts)) {
        $0.faults[0].bursts?.delay = .exponential(Exponential(mean: 2 * day))
        $0.faults[0].repairRoute = 0
      },
      HazardCase("bursts, spares switched off", scenario(bursts: bursts)) {
        $0.cluster.sparesArePowered = false
      },
    ])
  func expects(_ each: HazardCase) throws {
    var scenario = each.scenario
    scenario.recovery = Recovery(
      detectCrash: .deterministic(Deterministic(value: 300)),
      restart: .deterministic(Deterministic(value: 600)))
    let result = Run.simulate(scenario, settings: Self.settings).faults[0]
    let expected = try #require(result.expected)
    #expect(try abs(deviation(result.jobFailures, from: expected)) < 4)
  }

  @Test(
    "Nothing is expected where there is no formula",
    arguments: [
      HazardCase("lemons that are repaired", scenario(takesDown: .node)) {
        $0.frailty = lemons
        $0.faults[0].repairRoute = 0
      },
      HazardCase("lemons of a job that ends with its work", scenario()) {
        $0.frailty = lemons
        $0.job.work = 10 * day
      },
      HazardCase("a schedule in training", scenario(schedule: steps)) {
        $0.faults[0].atRisk = .training
      },
      HazardCase("bursts in training", scenario(bursts: bursts)) {
        $0.faults[0].atRisk = .training
      },
      HazardCase("bursts that spare restarts", scenario(bursts: bursts)) {
        $0.recovery.isExposed = false
      },
      HazardCase("bursts with a schedule", scenario(bursts: bursts, schedule: steps)),
      HazardCase("false fixes", scenario(takesDown: .node)) {
        $0.faults[0].repairRoute = 0
        $0.repairRoutes[0].stages[0].falseFix = 0.5
        $0.repair.returnsMultiplier = 20
      },
    ])
  func expectsNothing(_ each: HazardCase) {
    let result = Run.simulate(each.scenario, settings: RunSettings(replications: 2, threads: 1))
    #expect(result.faults[0].expected == nil)
  }
}
