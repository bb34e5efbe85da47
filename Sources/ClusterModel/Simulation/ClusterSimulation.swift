import Checkpointing
import DiscreteEvents
import Statistics

/// A cluster and its job, simulated one replication after the other.
///
/// Scope: faults by class and domain that stop the job, slow it down or corrupt it, of instances that
/// age and nodes that differ, alone, in bursts and by a schedule; one route of repair a fault, crews,
/// false fixes, retirement and restocking, spares, whole racks, wrong diagnoses and health checks;
/// levels of checkpoints, restarts, hot spares and elastic replicas, planned interruptions, a speed
/// that drifts.
///
/// A replication is a pure function of (scenario, seed, replication). It costs
/// O(failures · log failures), whatever the size of the cluster: instances that never fail are
/// never drawn, and storage is kept from one replication to the next.
public struct ClusterSimulation: ~Copyable {
  /// A run without a horizon is given up after 1,000 years, in seconds.
  public static let longestRun = 1000 * 365.25 * 86_400
  let seed: UInt64
  var simulator = Simulator<ClusterEvent>()
  var state: ClusterState

  /// Prepares the storage for replications of a scenario under a seed.
  public init(_ scenario: Scenario, seed: UInt64) {
    precondition(
      scenario.checkpoint.interval < .infinity || scenario.checkpoint.intervalRule == .given,
      "the interval is to be computed before the scenario is simulated")
    self.seed = seed
    state = ClusterState(scenario)
  }

  /// Simulates one replication; counts of each fault class are written to the two buffers.
  ///
  /// - Parameters:
  ///   - replication: number of the replication, from 0.
  ///   - failures: an entry a fault class, set to its failures on all nodes and on the job.
  ///   - jobFailures: an entry a fault class, set to its failures that struck the job.
  /// - Returns: everything else that was measured.
  public mutating func run(
    replication: Int, failures: UnsafeMutableBufferPointer<Int>,
    jobFailures: UnsafeMutableBufferPointer<Int>
  ) -> Outcome {
    simulate(replication)
    for index in state.failures.indices {
      failures[index] = state.failures[index]
      jobFailures[index] = state.jobFailures[index]
    }
    return state.outcome
  }

  /// Simulates one replication and tells everything that happened in it.
  public mutating func timeline(replication: Int) -> [TimelineEntry] {
    state.timeline = Timeline()
    defer { state.timeline = nil }
    simulate(replication)
    return state.timeline?.entries ?? []
  }

  private mutating func simulate(_ replication: Int) {
    let horizon = state.horizon
    simulator.reset()
    state.begin(seed: seed, replication: UInt64(replication), in: &simulator)
    simulator.run(&state, until: horizon)
    // Nothing may be pending long before the horizon, but the run lasts until then.
    state.end(at: state.isOver ? simulator.now : horizon)
  }
}
