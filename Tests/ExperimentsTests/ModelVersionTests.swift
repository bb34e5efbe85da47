import ClusterModel
import Testing

@testable import Experiments

@Suite("The version of the model")
struct ModelVersionTests {
  @Test("belongs to these results: raise it when they change, with a line under Changed results")
  func belongsToResults() {
    // Of version 1, printed by this test. Whole numbers, so that they can be compared.
    let result = Run.simulate(
      SmallCluster.scenario(work: 8e5), settings: RunSettings(replications: 64, threads: 1))
    let microseconds = result.metrics.first { $0.metric.identifier == "wall_hours" }?.values
      .compactMap(\.self).reduce(0) { $0 &+ Int($1 * 3.6e9) &* 31 }
    let failures = result.faults.map { $0.failures.reduce(0, +) }
    #expect(ModelVersion.current == 1)
    #expect(microseconds == 1_637_605_271_850_145)
    #expect(failures == [705, 266])
  }
}
