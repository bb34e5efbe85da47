import Checkpointing
import ClusterModel
import Experiments
import Statistics
import Testing

/// Ten nodes of one GPU and a run of 100 s, in which nothing is ever out of service.
private func scenario(
  _ law: Lifetime, per: Domain = .node, renews: Bool = true, bursts: Bursts? = nil,
  schedule: [HazardStep] = []
) -> Scenario {
  Scenario(
    cluster: Cluster(nodes: 10, gpusPerNode: 1),
    faults: [
      FaultClass(
        name: "f", per: per, process: .lifetime(law), takesDown: .job, renews: renews,
        bursts: bursts, schedule: schedule)
    ],
    job: Job(nodes: 10), checkpoint: CheckpointPolicy(interval: 10, save: 0), horizon: 100)
}

private func agree(_ a: Double, _ b: Double, relative: Double = 1e-12) -> Bool {
  abs(a - b) <= relative * abs(b)
}

@Suite("Rates by formula of what changes hazards") struct HazardEstimateTests {
  private let constant = Lifetime.exponential(Exponential(mean: 1e4))
  private let lemons = Frailty(.lemons(fraction: 0.1, multiplier: 21), faults: [0])

  private func failures(_ scenario: Scenario) -> Double {
    ScenarioEstimate(scenario).classes[0].ofInstance * 100
  }

  @Test("Constant rates are multiplied by the mean of lemons, the scale, the schedule and bursts")
  func multipliesConstantRates() {
    var scenario = scenario(
      constant, bursts: Bursts(meanSize: 2.5, delay: .zero),
      schedule: [HazardStep(from: 20, factor: 4), HazardStep(from: 60, factor: 0)])
    // Factors 1 for 20 s, 4 for 40 s, 0 for 40 s: 1.8 on average.
    #expect(agree(failures(scenario), 0.01 * 1.8 * 2.5))
    scenario.frailty = lemons
    #expect(agree(failures(scenario), 0.01 * 1.8 * 2.5 * 3))
    scenario.cluster.rateScale = RateScale(rateExponent: 2, overGPUs: 5)
    #expect(agree(failures(scenario), 0.01 * 1.8 * 2.5 * 3 * 4))
    scenario.cluster.installed = [Cohort(nodes: 3, age: 50)]
    #expect(agree(failures(scenario), 0.01 * 1.8 * 2.5 * 3 * 4))
  }

  @Test("The others of a burst miss the job where they strike what is switched off")
  func countsBursts() {
    var scenario = scenario(constant, bursts: Bursts(meanSize: 3, delay: .zero))
    scenario.cluster.spareNodes = 30
    #expect(agree(failures(scenario), 0.01 * 3))
    scenario.cluster.sparesArePowered = false
    #expect(agree(failures(scenario), 0.01 * 1.5))
  }

  @Test("Under minimal repair each age gathers its own hazard, in the parts of the schedule")
  func gathersHazard() {
    let law = Lifetime.weibull(Weibull(shape: 2, scale: 1000))
    var scenario = scenario(
      law, renews: false, schedule: [HazardStep(from: 40, factor: 3)])
    scenario.cluster.installed = [Cohort(nodes: 4, age: 200), Cohort(nodes: 1, age: 30)]
    scenario.cluster.burnIn = 10
    func gathered(_ age: Double) -> Double {
      let ends = [0.0, 40, 100].map { (age + $0) * (age + $0) / 1e6 }
      return ends[1] - ends[0] + 3 * (ends[2] - ends[1])
    }
    let expected = 0.4 * gathered(210) + 0.1 * gathered(40) + 0.5 * gathered(10)
    #expect(agree(failures(scenario), expected, relative: 1e-9))
    scenario.frailty = lemons
    #expect(agree(failures(scenario), 3 * expected, relative: 1e-9))
  }

  @Test("Where lives are renewed, lemons and others have their own, from the age of their cohort")
  func renewsByNode() {
    let law = Lifetime.weibull(Weibull(shape: 2, scale: 40))
    var scenario = scenario(law)
    scenario.frailty = lemons
    scenario.cluster.installed = [Cohort(nodes: 5, age: 20)]
    let ages = [(age: 20.0, share: 0.5), (age: 0.0, share: 0.5)]
    let expected = [(1.0, 0.9), (21, 0.1)].reduce(0) {
      $0 + $1.1 * law.expectedRenewals(within: 100, hazardFactor: $1.0, ages: ages)
    }
    #expect(agree(failures(scenario), expected))
    #expect(expected > 1.1 * law.expectedRenewals(within: 100))
  }

  @Test("Racks are as old as their first nodes, and so is the cluster; the job is new")
  func agesOfDomains() {
    let law = Lifetime.weibull(Weibull(shape: 2, scale: 1000))
    func hazard(_ age: Double) -> Double { ((age + 100) * (age + 100) - age * age) / 1e6 }
    for (per, expected) in [
      (Domain.gpu, 0.5 * hazard(300) + 0.5 * hazard(0)),
      (.rack, 0.75 * hazard(300) + 0.25 * hazard(0)), (.cluster, hazard(300)), (.job, hazard(0)),
    ] {
      var scenario = scenario(law, per: per, renews: false)
      scenario.cluster.nodesPerRack = 3
      scenario.cluster.installed = [Cohort(nodes: 5, age: 300)]
      if per == .rack { scenario.cluster.installed = [Cohort(nodes: 7, age: 300)] }
      #expect(agree(failures(scenario), expected, relative: 1e-9), "\(per)")
    }
  }

  @Test("What is renewed with the job is scaled too")
  func scalesJob() {
    let law = Lifetime.weibull(Weibull(shape: 2, scale: 20))
    let plain = ScenarioEstimate(
      scenario(.weibull(Weibull(shape: 2, scale: 10)), per: .job)
    ).rate
    var scaled = scenario(law, per: .job)
    scaled.cluster.rateScale = RateScale(rateExponent: 2, overGPUs: 5)
    #expect(agree(ScenarioEstimate(scaled).rate, plain, relative: 1e-9))
    let scheduled = scenario(law, per: .job, schedule: [HazardStep(from: 0, factor: 4)])
    #expect(agree(ScenarioEstimate(scheduled).rate, plain, relative: 1e-9))
  }

  @Test("A job on whole racks is struck by all of them, whether spares are powered or not")
  func countsRacks() {
    for isPowered in [true, false] {
      var scenario = scenario(constant, per: .rack)
      scenario.faults[0].takesDown = .rack
      scenario.cluster = Cluster(
        nodes: 60, gpusPerNode: 1, nodesPerRack: 10, spareNodes: 20, sparesArePowered: isPowered)
      scenario.job = Job(nodes: 30, nodesOfRack: 6)
      let estimate = ScenarioEstimate(scenario)
      #expect(estimate.classes[0].strikingInstances == 5)
      #expect(estimate.classes[0].instances == 8)
    }
  }

  @Test("A warm spare needs no activation, and of nodes repaired together one is retired")
  func sparesAndRepairs() {
    var scenario = scenario(constant)
    scenario.faults[0].takesDown = .node
    scenario.faults[0].repairRoute = 0
    scenario.repairRoutes = [
      RepairRoute(
        name: "r", stages: [.init(name: "s", time: .deterministic(.init(value: 5)), fixes: 0.5)])
    ]
    scenario.cluster.spareNodes = 10
    scenario.cluster.nodesPerRack = 5
    scenario.cluster.spareActivation = .deterministic(.init(value: 7))
    #expect(ScenarioEstimate(scenario).recovery.replacement == 7)
    scenario.cluster.warmSpares = 1
    #expect(ScenarioEstimate(scenario).recovery.replacement == 0)
    let retired = ScenarioEstimate(scenario).retiredNodes
    scenario.faults[0].takesDown = .rack
    #expect(ScenarioEstimate(scenario).recovery.replacement == 7)
    #expect(agree(ScenarioEstimate(scenario).retiredNodes, 5 * retired))
    scenario.faults[0].isRepairedTogether = true
    #expect(agree(ScenarioEstimate(scenario).retiredNodes, retired))
  }
}
