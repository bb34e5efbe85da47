import Checkpointing
import ClusterModel
import Statistics
import Testing

/// Replications of one scenario, held to means that formulas give.
struct LongRuns {
  let runs: [Outcome]

  /// Simulates replications of a scenario.
  init(_ scenario: Scenario, replications: Int = 24, seed: UInt64 = 1) {
    runs = simulate(scenario, replications: replications, seed: seed).map(\.outcome)
  }

  /// Holds the mean of a figure to an expected one within 4 standard errors, of which each is at most
  /// `precision` of it: otherwise the test would prove nothing.
  func expect(
    _ name: String, _ expected: Double, within precision: Double = 0.01,
    sourceLocation: SourceLocation = #_sourceLocation, _ value: (Outcome) -> Double
  ) {
    guard let summary = Summary(runs.map(value)) else { return }
    let error = (summary.mean - expected) / summary.standardError
    #expect(
      abs(error) < 4, "\(name): \(summary.mean), not \(expected), is \(error) SE off",
      sourceLocation: sourceLocation)
    let share = summary.standardError / abs(expected)
    #expect(
      share < precision, "\(name): the SE is \(share) of it", sourceLocation: sourceLocation)
  }

  /// ETTR.
  func expectETTR(
    _ expected: Double, within precision: Double = 0.01,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expect("ETTR", expected, within: precision, sourceLocation: sourceLocation, \.ettr)
  }

  /// Whether the mean ETTR is greater than that of other runs with the same luck, beyond 4 standard
  /// errors of the difference.
  func expectBetter(
    than others: LongRuns, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let gains = zip(runs, others.runs).map { $0.ettr - $1.ettr }
    let error = deviation(of: gains, from: 0)
    #expect(error > 4, "\(name): better by \(error) SE only", sourceLocation: sourceLocation)
  }
}

extension Outcome {
  /// Effective training time ratio.
  var ettr: Double { ledger[.productive] / wallSeconds }
  /// Work that was done, whether it counts or was lost.
  var workDone: Double { ledger[.productive] + ledger[.lostWork] }
  /// Share of the run in which the job came back.
  var shareDown: Double {
    let states: [TimeState] = [.detection, .diagnosis, .replacement, .starved, .restart, .load]
    return states.reduce(0) { $0 + ledger[$1] } / wallSeconds
  }
}

/// Faults of the job alone, which leave every node in service and strike only in training.
func jobFault(
  _ law: Lifetime, name: String = "fault", count: Int = 1,
  symptom: FaultClass.Symptom = .crash
) -> FaultClass {
  FaultClass(name: name, per: .job, count: count, process: .lifetime(law), symptom: symptom)
}
