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
}
