import Checkpointing
import ClusterModel
import Experiments
import Statistics
import Testing

@Suite("Nodes with next to no hazard") struct FrailtyAtEndsTests {
  /// With a variance of 40 most multipliers are below 10⁻⁹.
  @Test(
    "A lifetime that ends is not thinned for ever at its end", .timeLimit(.minutes(1)),
    arguments: [
      Lifetime.uniform(Uniform(low: 7200, high: 18_000)), .deterministic(.init(value: 14_400)),
    ])
  func ends(law: Lifetime) {
    let scenario = Scenario(
      cluster: Cluster(nodes: 20, gpusPerNode: 1),
      faults: [
        FaultClass(name: "f", per: .node, process: .lifetime(law), takesDown: .job)
      ],
      frailty: Frailty(.gamma(variance: 40), faults: [0]), job: Job(nodes: 20),
      checkpoint: CheckpointPolicy(interval: 3600, save: 0), horizon: 86_400)
    let result = Run.simulate(scenario, settings: RunSettings(replications: 5, threads: 1))
    #expect(result.faults[0].failures.allSatisfy { $0 >= 20 })
  }
}
