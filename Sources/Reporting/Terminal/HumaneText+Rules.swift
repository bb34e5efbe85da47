import Experiments
import Statistics

extension HumaneText {
  /// How intervals were computed; nothing for the usual way.
  static func intervals(_ interval: MeanInterval) -> String? {
    interval == .student ? nil : "\(interval.rawValue) intervals"
  }

  /// When replicating is to end.
  static func rule(_ precision: Precision) -> String {
    "Replications until the 95 % interval of \(precision.metric) is within ±"
      + " \(percent(precision.rule.relativePrecision, decimals: 2)) of its mean"
      + " (Law's sequential rule, applied every \(Precision.step) replications)."
  }
}
