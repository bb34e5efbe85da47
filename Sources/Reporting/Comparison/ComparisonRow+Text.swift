extension ComparisonRow {
  /// Stands behind what was not read in the source itself.
  static let secondHandMark = "~"

  /// The title, marked if the figure is second-hand.
  var markedTitle: String { figure.isFirstHand ? title : "\(title) \(Self.secondHandMark)" }

  /// The verdict in words: "agrees", "disagrees, 12 % lower", "holds in 73 % of runs".
  ///
  /// Shares and rates tell how far off they are; agreement with a figure that the scenario was
  /// fitted to is called no evidence.
  public var verdictText: String {
    let isAgreement = verdict == .agrees || verdict == .holds
    return evidence == .calibrated && isAgreement
      ? "\(plainVerdictText), no evidence" : plainVerdictText
  }

  /// The verdict where it is told elsewhere what agreement is worth.
  var plainVerdictText: String {
    differenceText.map { "\(verdict.text), \($0)" } ?? verdict.text
  }

  /// The verdict where there is little room and calibrated rows stand apart: a share or a rate
  /// that agrees says only how far off it is.
  var shortVerdictText: String {
    guard let differenceText else { return verdict.text }
    return verdict == .agrees ? differenceText : "\(verdict.text), \(differenceText)"
  }

  /// "12 % lower"; nil for a difference under half a percent, and for counts and bounds.
  private var differenceText: String? {
    switch figure.kind {
    case .share, .rate: break
    case .count, .counts, .bound, .value: return nil
    }
    guard let difference = relativeDifference else { return nil }
    let percent = HumaneText.number(100 * difference.magnitude, decimals: 0)
    return percent == "0" ? nil : "\(percent) % \(difference < 0 ? "lower" : "higher")"
  }
}

extension Verdict {
  /// The verdict in words.
  var text: String {
    switch self {
    case .agrees: "agrees"
    case .disagrees: "disagrees"
    case .holds: "holds"
    case .holdsSometimes(let share): "holds in \(HumaneText.percent(share, decimals: 0)) of runs"
    case .doesNotHold: "does not hold"
    case .undecided: "undecided"
    case .notSimulated: "not simulated"
    }
  }
}
