/// Published figures of a comparison, as texts.
enum ComparedFigureText {
  /// What was published, with no more digits than it was given.
  static func observed(_ figure: StoredRun.ComparedFigure) -> String {
    let sign =
      switch figure.bound {
      case "above": "> "
      case "below": "< "
      default: ""
      }
    let scaled = figure.unit == "ratio" ? 100 * figure.observed : figure.observed
    let decimals = (0..<6).first { decimals in
      let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
      return ((scaled * scale).rounded() / scale - scaled).magnitude < 1e-9 * scaled.magnitude
    }
    return sign + HumaneText.number(scaled, decimals: decimals ?? 6) + unit(figure)
  }

  /// What a run came to; a dash where it has not what the figure counts.
  static func simulated(_ figure: StoredRun.ComparedFigure?) -> String {
    guard let figure, let simulated = figure.simulated else { return HumaneText.missing }
    switch figure.unit {
    case "ratio": return HumaneText.percent(simulated)
    case "count": return HumaneText.number(simulated, decimals: 1)
    default: return HumaneText.short(simulated) + unit(figure)
    }
  }

  private static func unit(_ figure: StoredRun.ComparedFigure) -> String {
    figure.unit == "ratio" || figure.unit == "percent" ? " %" : ""
  }

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
