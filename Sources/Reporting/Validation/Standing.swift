/// What a comparison says of a scenario, given the disagreements that the scenario explains.
public enum Standing: String, Sendable, CaseIterable {
  /// The published figure does not speak against the scenario.
  case agrees
  /// A bound holds in some of the runs: it speaks neither for the scenario nor against it.
  case inPart = "holds_in_part"
  /// It does, as the scenario says and explains.
  case disagreesAsKnown = "disagrees_as_known"
  /// It does, and the scenario does not say so.
  case disagrees
  /// It does not, although the scenario says so.
  case noLongerDisagrees = "no_longer_disagrees"
  /// Nothing can be said: too few replications, or the scenario has not what the figure counts.
  case undecided

  /// Whether the scenario, or what it says of itself, has to be looked at.
  public var isProblem: Bool { self == .disagrees || self == .noLongerDisagrees }
}

extension ComparisonRow {
  /// What the comparison says of the scenario.
  public var standing: Standing {
    switch verdict {
    case .agrees, .holds: explanation == nil ? .agrees : .noLongerDisagrees
    case .holdsSometimes: .inPart
    case .disagrees, .doesNotHold: explanation == nil ? .disagrees : .disagreesAsKnown
    case .undecided, .notSimulated: .undecided
    }
  }
}

extension Standing: ResultWord {
  var meaning: String {
    switch self {
    case .agrees: "the figure does not speak against the scenario"
    case .inPart: "a bound holds in some of the runs only"
    case .disagreesAsKnown: "it does, as the scenario says and explains"
    case .disagrees: "it does, and the scenario does not say so"
    case .noLongerDisagrees: "it does not, although the scenario says so"
    case .undecided: "too few replications, or the scenario has not what the figure counts"
    }
  }
}
