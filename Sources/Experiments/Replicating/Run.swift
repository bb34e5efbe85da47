import ClusterModel
import Synchronization

/// Replications of one scenario.
public enum Run {
  /// Simulates all replications and summarises them.
  ///
  /// - Parameters:
  ///   - scenario: what to simulate.
  ///   - settings: seed, replications and threads.
  public static func simulate(_ scenario: Scenario, settings: RunSettings) -> RunResult {
    let result = Mutex<RunResult?>(nil)
    let execution = Execution(Experiment(points: [scenario], settings: settings)) { _, whole in
      result.withLock { $0 = whole }
    }
    execution.simulate { _ throws(Never) in }
    guard let result = result.withLock({ $0 }) else {
      preconditionFailure("a run without a result")
    }
    return result
  }
}
