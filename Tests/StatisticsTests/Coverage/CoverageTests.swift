import Foundation
import Testing

@testable import Statistics

/// Normal data are held to 0.9 %, which is 4 standard errors of 95 % in 10,000 experiments.
@Suite("Coverage of the intervals of a mean")
struct CoverageTests {
  @Test("On normal values the closed intervals hold the mean in 95 of 100 experiments")
  func normal() {
    let experiment = FixedCountExperiment(law: .normal, count: 30)
    for coverage in experiment.coverage(of: [.student, .hall], experiments: 10_000) {
      #expect(abs(coverage.share - 0.95) < 0.009, "\(coverage.text)")
    }
  }

  @Test("On normal values the bootstrap does, too")
  func normalBootstrap() {
    let experiment = FixedCountExperiment(law: .normal, count: 30)
    let coverage = experiment.coverage(of: [.bootstrap], experiments: 500)[0]
    #expect(coverage.agrees(with: 0.95), "\(coverage.text)")
  }

  // numpy 2.4.6 and scipy 1.17.1, 1,000,000 samples of default_rng(20240501).exponential: 0.927003
  // and 0.946906, standard error 0.0003.
  @Test("On 30 exponential values they cover what another program measured")
  func exponential() {
    let experiment = FixedCountExperiment(law: .exponential, count: 30)
    let coverage = experiment.coverage(of: [.student, .hall], experiments: 10_000)
    #expect(coverage[0].agrees(with: 0.927003, standardError: 0.0003), "\(coverage[0].text)")
    #expect(coverage[1].agrees(with: 0.946906, standardError: 0.0003), "\(coverage[1].text)")
  }

  // The same program, 40,000 runs of default_rng(20240501): 0.951175 with 425.7 values at a mean of
  // 10 and a deviation of 1, γ = 0.01; then 0.945675 with 496.3 exponential values, γ = 0.1.
  @Test("When the sequential rule is met, Student's interval covers what another program measured")
  func sequential() {
    let normal = SequentialExperiment(law: .normal, relativePrecision: 0.01)
      .run(experiments: 2000)
    #expect(normal.student.agrees(with: 0.951175, standardError: 0.0011), "\(normal)")
    #expect(abs(normal.meanCount / 425.7 - 1) < 0.02, "\(normal)")
    let exponential = SequentialExperiment(law: .exponential, relativePrecision: 0.1)
      .run(experiments: 2000)
    #expect(exponential.student.agrees(with: 0.945675, standardError: 0.0011), "\(exponential)")
    #expect(abs(exponential.meanCount / 496.3 - 1) < 0.02, "\(exponential)")
  }
}
