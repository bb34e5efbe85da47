import Checkpointing
import ClusterModel
import Experiments
import Statistics
import Testing

@Suite("What would not end or not fit is refused")
struct FeasibilityTests {
  static func refusal(_ scenario: Scenario, memory: Double = 1e10) -> String? {
    Feasibility(scenario).refusal(
      settings: RunSettings(replications: 1000, threads: 2), memory: memory)
  }

  static func job(
    _ law: Lifetime, renews: Bool = true, work: Double? = 1e6, interval: Double = 600
  ) -> Scenario {
    Scenario(
      cluster: Cluster(nodes: 100),
      faults: [
        FaultClass(
          name: "fault", per: .node, process: .lifetime(law), takesDown: .job, renews: renews)
      ],
      job: Job(nodes: 100, work: work),
      checkpoint: CheckpointPolicy(interval: interval, save: 10), horizon: work == nil ? 1e6 : nil)
  }

  @Test("An ordinary job is not")
  func ordinary() {
    #expect(Self.refusal(Self.job(.exponential(mean: 1e7))) == nil)
    #expect(Self.refusal(Self.job(.weibull(.init(shape: 0.7, mean: 1e7)))) == nil)
    #expect(Self.refusal(Self.job(.exponential(mean: 1e7), work: nil)) == nil)
  }

  @Test("A job whose segments never hold is, but not one that ends at a horizon")
  func hopeless() {
    let law = Lifetime.exponential(mean: 1e5)
    #expect(Self.refusal(Self.job(law, interval: 1e6))?.contains("never end") == true)
    #expect(Self.refusal(Self.job(law, work: nil, interval: 1e6)) == nil)
  }

  @Test("It is told how many years such a job would take", arguments: [true, false])
  func years(isExposed: Bool) throws {
    // λW = 30, on 100 nodes: the closed form, to one digit.
    var scenario = Self.job(.exponential(mean: 1e5), work: 90_000, interval: 30_000)
    scenario.checkpoint.save = 0
    scenario.recovery = Recovery(
      detectCrash: .constant(400), restart: .constant(600), isExposed: isExposed)
    let law = ExponentialCompletion(
      rate: 1e-3, downtime: 400, restart: 600, restartIsExposed: isExposed)
    let time = law.completion(work: 90_000, policy: scenario.checkpoint).mean
    let years = time / (365.25 * 86_400)
    // By hand: 3 · e³⁰ · 2000 s without exposure, and e^0.6 · 1400/2000 of that with it.
    let byHand = 3 * 1.0686475e13 * (isExposed ? 1.8221188 * 1400 : 2000) / 3.15576e7
    #expect(abs(years / byHand - 1) < 1e-7)
    let reason = try #require(Self.refusal(scenario))
    let attempts = isExposed ? 31 : 30
    #expect(
      reason == "a job hit every 16.7 min would make about e^\(attempts) attempts at a segment,"
        + " which take about \(Int((years / 1e9).rounded()))e9 years: it would never end")
    // An attempt less in e is not refused for its attempts.
    scenario.checkpoint.interval = isExposed ? 29_300 : 29_900
    #expect(Self.refusal(scenario)?.contains("attempts") != true)
  }

  @Test("Years beyond the range of numbers are told too")
  func manyYears() throws {
    // e^10000 is 8.8e4342, times 1e3 s in years of 3.15576e7 s; mpmath 1.3.0.
    let scenario = Self.job(.exponential(mean: 1e5), work: 9_999_990, interval: 1e8)
    let reason = try #require(Self.refusal(scenario))
    #expect(reason.contains("e^10000 attempts at a segment, which take about 3e4338 years"))
  }

  @Test("A storm of faults is, also under minimal repair and with lives of infinite mean")
  func storms() {
    for scenario in [
      Self.job(.exponential(mean: 10), work: nil),
      Self.job(.weibull(.init(shape: 6, scale: 86400)), renews: false, work: nil),
      Self.job(.pareto(.init(shape: 0.9, scale: 1)), work: nil),
    ] {
      #expect(Self.refusal(scenario)?.contains("faults") == true)
    }
  }

  @Test("So are bounded lives within a segment, and too few nodes")
  func endless() {
    var bounded = Self.job(.deterministic(.init(value: 1800)), interval: 3600)
    bounded.faults[0].per = .cluster
    #expect(Self.refusal(bounded)?.contains("lifetime") == true)
    var starved = Self.job(.exponential(mean: 1e8))
    starved.faults[0].takesDown = .node
    starved.repairRoutes = [
      RepairRoute(
        name: "r", stages: [.init(name: "s", time: .deterministic(.init(value: 1e8)), fixes: 1)])
    ]
    starved.faults[0].repairRoute = 0
    #expect(Self.refusal(starved)?.contains("in repair") == true)
  }

  @Test("A storm of planned stops is, and more replications than memory")
  func others() {
    var scenario = Self.job(.exponential(mean: 1e7))
    #expect(Self.refusal(scenario, memory: 1e6)?.contains("of memory") == true)
    scenario.maintenance = Maintenance(every: 0.001, first: 0, downtime: 0)
    scenario.checkpoint.save = 0
    #expect(Self.refusal(scenario)?.contains("planned stops") == true)
  }

  @Test("A schedule makes a job hopeless only if it neither ends before nor gets better")
  func schedules() {
    func refusal(_ schedule: [HazardStep]) -> String? {
      var scenario = Self.job(.exponential(mean: 1e7))
      scenario.faults[0].schedule = schedule
      return Self.refusal(scenario)
    }
    let storm = 1e4
    #expect(refusal([HazardStep(from: 0, factor: storm)])?.contains("never end") == true)
    #expect(refusal([HazardStep(from: 2e6, factor: storm)]) == nil)
    let passing = [HazardStep(from: 0, factor: storm), HazardStep(from: 1e5, factor: 1)]
    #expect(refusal(passing) == nil)
    #expect(refusal(passing + [HazardStep(from: 2e5, factor: storm)])?.isEmpty == false)
  }

  @Test("Scale, bursts, lemons and returns count in a storm")
  func multipliedStorms() {
    func refusal(_ change: (inout Scenario) -> Void) -> String? {
      var scenario = Self.job(.exponential(mean: 1e6), work: nil)
      change(&scenario)
      return Self.refusal(scenario)
    }
    // 100,000 faults in all.
    #expect(refusal { _ in } == nil)
    #expect(
      refusal { $0.cluster.rateScale = RateScale(rateExponent: 5, overGPUs: 80) }?
        .contains("faults") == true)
    #expect(
      refusal { $0.faults[0].bursts = Bursts(meanSize: 1e4, delay: .zero) } == nil)
    #expect(
      refusal {
        $0.faults[0].bursts = Bursts(meanSize: 1e4, delay: .zero)
        $0.frailty = Frailty(.lemons(fraction: 0.1, multiplier: 20), faults: [0])
      }?.contains("faults") == true)
    #expect(
      refusal {
        $0.faults[0].takesDown = .node
        $0.faults[0].repairRoute = 0
        $0.repairRoutes = [
          RepairRoute(name: "r", stages: [.init(name: "s", time: .zero, fixes: 1, falseFix: 1)])
        ]
        $0.repair.returnsMultiplier = 1e6
      }?.contains("faults") == true)
  }

  @Test("A lemon that stays in the job can keep it from ever ending, one that is repaired can not")
  func lemons() {
    var scenario = Self.job(.exponential(mean: 1e7))
    scenario.frailty = Frailty(.lemons(fraction: 1e-5, multiplier: 1e6), faults: [0])
    #expect(Self.refusal(scenario)?.contains("never end") == true)
    scenario.faults[0].takesDown = .node
    scenario.faults[0].repairRoute = 0
    scenario.repairRoutes = [
      RepairRoute(
        name: "r", stages: [.init(name: "s", time: .deterministic(.init(value: 10)), fixes: 1)])
    ]
    scenario.cluster.spareNodes = 10
    #expect(Self.refusal(scenario) == nil)
    scenario.frailty = Frailty(.gamma(variance: 100), faults: [0])
    #expect(Self.refusal(scenario) == nil)
  }
}
