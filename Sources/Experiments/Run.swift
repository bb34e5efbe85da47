import ClusterModel
import Dispatch
import Statistics
import Synchronization

/// Replications of one scenario, shared among threads.
///
/// Each replication is a pure function of (scenario, seed, number), and results are reduced in the
/// order of replications, so they are the same for any number of threads.
public enum Run {
  /// Replications that a thread takes at a time.
  private static let chunk = 64

  /// Simulates all replications and summarises them.
  ///
  /// - Parameters:
  ///   - scenario: what to simulate.
  ///   - settings: seed, replications and threads.
  ///   - progress: told now and then, from any thread, how many replications are done.
  public static func simulate(
    _ scenario: Scenario, settings: RunSettings, progress: (@Sendable (Int) -> Void)? = nil
  ) -> RunResult {
    let scenario = scenario.withComputedInterval
    let store = ReplicationStore(replications: settings.replications, faults: scenario.faults.count)
    let next = Atomic(0)
    let done = Atomic(0)
    let workers = min(settings.threads, (settings.replications + chunk - 1) / chunk)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      var simulation = ClusterSimulation(scenario, seed: settings.seed)
      while true {
        let first = next.wrappingAdd(chunk, ordering: .relaxed).oldValue
        guard first < settings.replications else { return }
        let last = min(first + chunk, settings.replications)
        for replication in first..<last { store.fill(replication, from: &simulation) }
        progress?(done.wrappingAdd(last - first, ordering: .relaxed).newValue)
      }
    }
    var watched = ClusterSimulation(scenario, seed: settings.seed)
    return RunResult(
      scenario: scenario, settings: settings, metrics: store.metrics(of: scenario),
      faults: store.faults(of: scenario), timeline: watched.timeline(replication: 0))
  }
}

/// Where the replications leave what they measured, each in its own place.
///
/// Unchecked: threads write to disjoint places, and nobody reads before all have written.
private final class ReplicationStore: @unchecked Sendable {
  private let outcomes: UnsafeMutableBufferPointer<Outcome>
  private let failures: UnsafeMutableBufferPointer<Int>
  private let jobFailures: UnsafeMutableBufferPointer<Int>
  private let faultCount: Int

  init(replications: Int, faults: Int) {
    faultCount = faults
    outcomes = .allocate(capacity: replications)
    outcomes.initialize(repeating: Outcome())
    failures = .allocate(capacity: replications * faults)
    failures.initialize(repeating: 0)
    jobFailures = .allocate(capacity: replications * faults)
    jobFailures.initialize(repeating: 0)
  }

  deinit {
    outcomes.deallocate()
    failures.deallocate()
    jobFailures.deallocate()
  }

  func fill(_ replication: Int, from simulation: inout ClusterSimulation) {
    let range = replication * faultCount..<(replication + 1) * faultCount
    outcomes[replication] = simulation.run(
      replication: replication,
      failures: UnsafeMutableBufferPointer(rebasing: failures[range]),
      jobFailures: UnsafeMutableBufferPointer(rebasing: jobFailures[range]))
  }

  func metrics(of scenario: Scenario) -> [RunResult.MetricResult] {
    MetricCatalogue.metrics(of: scenario).map { metric in
      let values = outcomes.map { metric.value($0, scenario) }
      let present = values.compactMap(\.self)
      return RunResult.MetricResult(
        metric: metric, values: values,
        summary: present.count == values.count ? Summary(present) : nil)
    }
  }

  func faults(of scenario: Scenario) -> [RunResult.FaultResult] {
    let expected = ExpectedFailures(scenario, outcomes: UnsafeBufferPointer(outcomes))
    return scenario.faults.enumerated().map { index, fault in
      func column(_ counts: UnsafeMutableBufferPointer<Int>) -> [Int] {
        stride(from: index, to: counts.count, by: faultCount).map { counts[$0] }
      }
      return RunResult.FaultResult(
        fault: fault, failures: column(failures), jobFailures: column(jobFailures),
        expected: expected.jobFailures(of: index))
    }
  }
}
