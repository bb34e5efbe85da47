import ClusterModel
import Experiments
import Statistics
import Testing

/// A scenario as `clustersim run` simulates it, held to what formulas say.
struct LongRun {
  let result: RunResult

  init(_ scenario: Scenario, replications: Int = 24) {
    result = Run.simulate(
      scenario, settings: RunSettings(replications: replications, threads: 2))
  }

  /// Summary of a metric over the replications.
  func summary(_ metric: String) throws -> Summary {
    try #require(result.metrics.first { $0.metric.identifier == metric }?.summary)
  }

  /// Holds the mean of a metric to an expected one within 4 standard errors and an error of the
  /// formula, each standard error being at most `precision` of it.
  func expect(
    _ metric: String, _ expected: Double, within precision: Double = 0.01,
    formula error: Double = 0, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let summary = try summary(metric)
    #expect(
      abs(summary.mean - expected) < 4 * summary.standardError + error * expected,
      "\(metric): \(summary.mean) ± \(summary.standardError), not \(expected)",
      sourceLocation: sourceLocation)
    #expect(
      summary.standardError < precision * expected, "\(metric)", sourceLocation: sourceLocation)
  }
}

extension Lifetime {
  static func constant(_ seconds: Double) -> Lifetime {
    .deterministic(Deterministic(value: seconds))
  }
  static func exponential(mean: Double) -> Lifetime { .exponential(Exponential(mean: mean)) }
}
