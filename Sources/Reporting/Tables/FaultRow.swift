import ClusterModel
import Experiments
import Statistics

/// What is told about one fault class.
struct FaultRow {
  let fault: FaultClass
  /// Faults of the job that the rate predicts, if it is constant.
  let expected: Double?
  /// Faults that struck the job, over replications.
  let count: Summary?
  /// The class's part of all faults that struck the job; nil if there was none.
  let share: Double?
  /// Mean number of faults on used and waiting nodes and on the job.
  let allNodes: Double?
  /// What was published about the class for the same exposure.
  let published: Comparison.PublishedCount?
}

extension RunReport {
  /// The fault classes, in the order of the scenario.
  var faultRows: [FaultRow] {
    let counts = result.faults.map { Summary($0.jobFailures.map(Double.init)) }
    let total = counts.reduce(0) { $0 + ($1?.mean ?? 0) }
    return zip(result.faults, counts).map { entry, count in
      FaultRow(
        fault: entry.fault, expected: entry.expected, count: count,
        share: total > 0 ? count.map { $0.mean / total } : nil,
        allNodes: Summary(entry.failures.map(Double.init))?.mean,
        published: comparison.published(fault: entry.fault.name))
    }
  }
}
