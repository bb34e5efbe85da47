/// How many comparisons came to what.
public struct ValidationSummary: Sendable, Equatable {
  /// Comparisons of one kind.
  public struct Tally: Sendable, Equatable {
    /// All that could be decided.
    public var compared = 0
    /// Those of them that agree.
    public var agree = 0
    /// Those that do not, as the scenario says and explains.
    public var disagreeAsKnown = 0
    /// Those that do not, and the scenario does not say so.
    public var disagree = 0
    /// Those that agree, although the scenario says that they do not; they are among `agree`.
    public var noLongerDisagree = 0

    init(_ standings: [Standing]) {
      for standing in standings where standing != .undecided {
        compared += 1
        switch standing {
        case .agrees: agree += 1
        case .disagreesAsKnown: disagreeAsKnown += 1
        case .disagrees: disagree += 1
        case .noLongerDisagrees: (agree, noLongerDisagree) = (agree + 1, noLongerDisagree + 1)
        case .undecided: break
        }
      }
    }
  }

  /// What the scenarios predict.
  public let predictions: Tally
  /// What they were fitted to, so that agreement is no evidence.
  public let calibrations: Tally
  /// Comparisons with too few replications to decide anything.
  public let undecided: Int
  /// Figures of what the scenario that names their reference does not simulate.
  public let notSimulated: Int
  /// Predictions that have a p-value: of this many one in twenty falls below 0.05 by chance if the
  /// scenarios are right, or fewer, as counts and rounded figures make p-values larger.
  public let tests: Int

  /// Counts rows.
  init(_ rows: [ComparisonRow]) {
    func tally(_ evidence: ComparisonRow.Evidence) -> Tally {
      Tally(rows.filter { $0.evidence == evidence }.map(\.standing))
    }
    predictions = tally(.predicted)
    calibrations = tally(.calibrated)
    undecided = rows.count { $0.verdict == .undecided }
    notSimulated = rows.count { $0.verdict == .notSimulated }
    tests = rows.count {
      $0.evidence == .predicted && $0.standing != .undecided && $0.simulated?.pValue != nil
    }
  }

  /// All comparisons that could be decided.
  public var compared: Int { predictions.compared + calibrations.compared }

  /// The summary in words, a sentence each.
  var sentences: [String] {
    var text = ["\(compared) published figures compared."]
    text.append(
      "Predictions: \(predictions.agree) of \(predictions.compared) agree, "
        + "\(predictions.disagreeAsKnown) disagree as known (explained), "
        + "\(predictions.disagree) unexpectedly.")
    let rest =
      calibrations.agree == calibrations.compared
      ? ""
      : "; \(calibrations.disagreeAsKnown) disagree as known, \(calibrations.disagree) unexpectedly"
    text.append(
      "Calibrated, so no evidence: \(calibrations.agree) of \(calibrations.compared) agree\(rest).")
    if undecided > 0 { text.append("\(undecided) more need more replications.") }
    if notSimulated > 0 {
      text.append("\(notSimulated) more are of what their scenario does not simulate.")
    }
    let revived = predictions.noLongerDisagree + calibrations.noLongerDisagree
    if revived > 0 { text.append("\(revived) known to disagree no longer do.") }
    if tests > 0 {
      let expected = HumaneText.number(Double(tests) * Verdict.significance, decimals: 1)
      text.append(
        "Of \(tests) tests of predictions at 5 % at most \(expected) would fail by chance if all "
          + "scenarios were right.")
    }
    return text
  }
}
