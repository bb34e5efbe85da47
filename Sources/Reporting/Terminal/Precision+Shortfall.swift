import Experiments
import Statistics

extension Precision {
  /// Why this precision was not reached, in words; nil if it was.
  func shortfall(_ summary: Summary?) -> String? {
    guard let summary else {
      return "\(metric) has no value in some replication, so its precision can't be judged"
    }
    guard summary.minimum < summary.maximum else {
      return "\(metric) was the same in all of \(HumaneText.grouped(summary.count)) replications,"
        + " which says little about how precise it is"
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
