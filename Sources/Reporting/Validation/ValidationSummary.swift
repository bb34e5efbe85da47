/// How many comparisons came to what.
public struct ValidationSummary: Sendable, Equatable {
  /// Comparisons of one kind.
  public struct Tally: Sendable, Equatable {
    /// All that could be decided.
    public var compared = 0
    /// Those of them that agree.
    public var agree = 0
    /// Bounds that hold in some of the runs only.
    public var inPart = 0
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
        case .inPart: inPart += 1
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
  /// Published figures that were compared: several scenarios may be compared with one.
  public let figures: Int
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
    figures = Set(rows.filter { $0.standing != .undecided }.map(\.identifier)).count
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
    [
      "\(Self.counted(compared, "comparison")) with \(Self.counted(figures, "published figure")).",
      Self.sentence("Predictions", predictions),
      Self.sentence("Calibrated, so no evidence", calibrations),
      undecided > 0 ? "\(undecided) more would need more replications." : nil,
      notSimulated > 0
        ? "\(notSimulated) more, of what their scenario does not simulate, are left out." : nil,
      chance,
    ].compactMap(\.self)
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func sentence(_ name: String, _ tally: Tally) -> String? {
    guard tally.compared > 0 else { return nil }
    var text = "\(name): \(tally.agree) of \(tally.compared) agree"
    if tally.agree < tally.compared {
      if tally.inPart > 0 { text += ", \(tally.inPart) hold in part of the runs" }
      text +=
        ", \(tally.disagreeAsKnown) disagree as known (explained), "
        + "\(tally.disagree) unexpectedly"
    }
    if tally.noLongerDisagree > 0 {
      text += "; \(tally.noLongerDisagree) of those that agree are said to disagree"
    }
    return text + "."
  }

  /// How many tests fail by chance.
  private var chance: String? {
    guard tests > 0 else { return nil }
    let expected = HumaneText.number(Double(tests) * Verdict.significance, decimals: 1)
    let noun = tests == 1 ? "1 test of a prediction" : "\(tests) tests of predictions"
    return "Of \(noun) at 5 % at most \(expected) would fail by chance if all scenarios were right."
  }
}
