import Experiments
import ScenarioFormat
import Statistics

/// The words of `result.json` that come from a fixed list. Each has a meaning.
protocol ResultWord: RawRepresentable<String>, CaseIterable, Sendable {
  var meaning: String { get }
}

extension ResultWord {
  /// All words with their meanings, for a description.
  static var glossary: String {
    allCases.map { "`\($0.rawValue)`: \($0.meaning)" }.joined(separator: "; ")
  }
}

extension ComparisonRow.Evidence: ResultWord {
  var meaning: String {
    switch self {
    case .calibrated: "the scenario was fitted to the figure, so that agreement is no evidence"
    case .predicted: "the scenario was made without the figure, so that agreement is evidence"
    }
  }
}

extension ComparisonRow.Basis: ResultWord {
  var meaning: String {
    switch self {
    case .replications: "the replications as they are"
    case .poisson: "a Poisson law about the mean, scaled to the exposure of the figure"
    case .chiSquare: "Pearson's chi-square test of the mix of fault classes"
    }
  }
}

/// The side of a limit that a metric was said to be on.
enum BoundSide: String, ResultWord {
  case above, below

  var meaning: String {
    switch self {
    case .above: "more than it"
    case .below: "less than it"
    }
  }
}

extension Figure {
  /// The metric that it is of; nil for counts and shares of fault classes, and for mere values.
  var metric: String? {
    switch kind {
    case .count(let metric, _, _), .rate(let metric, _), .bound(let metric, _): metric
    case .counts, .share, .value: nil
    }
  }

  /// The side of a limit; nil for all else.
  var boundSide: BoundSide? {
    switch kind {
    case .bound(_, .above): .above
    case .bound(_, .below): .below
    case .count, .counts, .share, .rate, .value: nil
    }
  }
}

extension Metric.Direction: ResultWord {
  var meaning: String {
    switch self {
    case .higher: "more is better"
    case .lower: "less is better"
    case .neither: "there is no better or worse"
    }
  }
}

extension Verdict {
  /// What every `ComparisonRow.verdictText` matches, as a regular expression of ECMA-262.
  static let textPattern: String = {
    let fixed: [Verdict] = [
      .agrees, .disagrees, .holds, .doesNotHold, .undecided, .notSimulated,
    ]
    let words = fixed.map(\.text) + ["holds in [0-9]+ % of runs"]
    return "^(\(words.joined(separator: "|")))(, [^ ]+ % (lower|higher))?(, no evidence)?$"
  }()
}

extension MeanInterval: ResultWord {
  var meaning: String {
    switch self {
    case .student: "by Student's t"
    case .hall: "by Hall's transformation, for skewed values"
    case .bootstrap: "by the bootstrap-t, for skewed values"
    }
  }
}

extension PathCoordinates.Unit: ResultWord {
  var meaning: String {
    switch self {
    case .seconds: "durations"
    case .number: "plain numbers, counts and shares"
    }
  }
}
