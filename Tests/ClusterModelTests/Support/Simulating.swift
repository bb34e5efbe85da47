import Checkpointing
import ClusterModel
import Statistics

extension Lifetime {
  static func constant(_ seconds: Double) -> Lifetime { .deterministic(.init(value: seconds)) }
  static func exponential(mean: Double) -> Lifetime { .exponential(.init(mean: mean)) }
}

/// One replication with its counts by class.
struct Replication: Equatable {
  let outcome: Outcome
  let failures: [Int]
  let jobFailures: [Int]

  /// Simulates the replication of this number of a scenario with so many classes of faults.
  init(_ number: Int, of simulation: inout ClusterSimulation, classes: Int) {
    var failures = [Int](repeating: 0, count: classes)
    var jobFailures = failures
    outcome = failures.withUnsafeMutableBufferPointer { failures in
      jobFailures.withUnsafeMutableBufferPointer { jobFailures in
        simulation.run(replication: number, failures: failures, jobFailures: jobFailures)
      }
    }
    self.failures = failures
    self.jobFailures = jobFailures
  }
}

/// Simulates replications of a scenario one after the other.
func simulate(_ scenario: Scenario, replications: Int, seed: UInt64 = 1) -> [Replication] {
  var simulation = ClusterSimulation(scenario, seed: seed)
  return (0..<replications).map {
    Replication($0, of: &simulation, classes: scenario.faults.count)
  }
}

/// Standard errors between the mean of a sample and what it should be.
func deviation(of values: [Double], from expected: Double) -> Double {
  guard let summary = Summary(values), summary.standardError > 0 else { return .infinity }
  return (summary.mean - expected) / summary.standardError
}

/// Standard errors between the variance of a sample and what it should be; the error of the
/// variance follows from the sample's fourth moment (Rao 1973, section 6h.1).
func varianceDeviation(of values: [Double], from expected: Double) -> Double {
  let count = Double(values.count)
  let mean = values.reduce(0, +) / count
  let squares = values.map { ($0 - mean) * ($0 - mean) }
  let variance = squares.reduce(0, +) / (count - 1)
  let fourth = squares.reduce(0) { $0 + $1 * $1 } / count
  return (variance - expected) / ((fourth - variance * variance) / count).squareRoot()
}

/// A job on one node whose only fault stops it for a while and leaves the node in service.
func oneNodeJob(
  rate: Double, work: Double, policy: CheckpointPolicy, downtime: Double, restart: Double,
  isExposed: Bool = true
) -> Scenario {
  let faults =
    rate > 0
    ? [
      FaultClass(
        name: "fault", per: .node, process: .lifetime(.exponential(mean: 1 / rate)),
        takesDown: .job)
    ] : []
  return Scenario(
    cluster: Cluster(nodes: 1), faults: faults, job: Job(nodes: 1, work: work), checkpoint: policy,
    recovery: Recovery(
      detectCrash: .constant(downtime), restart: .constant(restart), isExposed: isExposed))
}
