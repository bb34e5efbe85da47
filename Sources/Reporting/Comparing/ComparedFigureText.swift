/// Published figures of a comparison, as texts.
enum ComparedFigureText {
  /// The verdict in a sign: see `legend`.
  static func mark(_ figure: StoredRun.ComparedFigure?) -> String {
    guard let verdict = figure?.verdict else { return " " }
    if verdict.hasPrefix("agrees") || verdict == "holds" || verdict.hasPrefix("holds,") {
      return "✓"
    }
    if verdict.hasPrefix("disagrees") || verdict.hasPrefix("does not hold") { return "✗" }
    return verdict.hasPrefix("not simulated") ? " " : "~"
  }

  static let legend =
    "✓ agrees or holds, ✗ does not, ~ in part of the runs or can't be told; c: a run was calibrated"
    + " on it, where agreement is no evidence."

  /// Whether agreement of some run is no evidence.
  static func isCalibrated(_ figures: ComparedFigures) -> Bool {
    figures.entries.contains { $0?.kind == "calibrated" }
  }
}
