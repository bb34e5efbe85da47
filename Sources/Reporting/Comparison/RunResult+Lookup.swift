import ClusterModel
import Experiments

extension RunResult {
  /// The values of a metric, one a replication; nil if the scenario has no such metric or a
  /// replication has no value.
  func values(of identifier: String) -> [Double]? {
    guard let found = metrics.first(where: { $0.metric.identifier == identifier }) else {
      return nil
    }
    let values = found.values.compactMap { $0 }
    return values.count == found.values.count && !values.isEmpty ? values : nil
  }

  /// Mean number of faults of a class that struck the job, per replication; nil if the scenario
  /// has no such class.
  func meanJobFailures(of fault: String) -> Double? {
    guard let found = faults.first(where: { $0.fault.name == fault }),
      !found.jobFailures.isEmpty
    else { return nil }
    return found.jobFailures.reduce(0) { $0 + Double($1) } / Double(found.jobFailures.count)
  }
}
