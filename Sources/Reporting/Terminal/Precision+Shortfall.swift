import Experiments
import Statistics

extension Precision {
  /// Why this precision was not reached, in words; nil if it was.
  func shortfall(_ summary: Summary?) -> String? {
    guard let summary else {
      return "\(metric) has no value in some replication, so its precision can't be judged"
    }
    guard
      !rule.isMet(
        count: summary.count, mean: summary.mean, standardError: summary.standardError)
    else { return nil }
    return
      "\(metric) was not known as precisely as asked after \(HumaneText.grouped(summary.count))"
      + " replications; --max-replications allows more"
  }
}
