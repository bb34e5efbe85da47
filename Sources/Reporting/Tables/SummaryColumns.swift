import Experiments
import Statistics

/// The columns of a tidy table that tell of a metric; all empty without a summary.
enum SummaryColumns {
  static let names = [
    "mean", "standard_error", "ci95_low", "ci95_high", "sd", "min", "p05", "p25", "p50", "p75",
    "p95", "max",
  ]

  static func cells(_ summary: Summary?) -> [CSVTable.Cell] {
    let numbers: [Double?] = [
      summary?.mean, summary?.spread?.standardError, summary?.spread?.interval95.lowerBound,
      summary?.spread?.interval95.upperBound, summary?.spread?.standardDeviation,
      summary?.minimum, summary?.p05, summary?.p25, summary?.p50, summary?.p75, summary?.p95,
      summary?.maximum,
    ]
    return numbers.map(CSVTable.Cell.init)
  }
}

/// The columns of a wide table that tell of a metric: mean and 95 % confidence interval.
enum WideColumns {
  static func names(of metric: Metric) -> [String] {
    ["mean", "ci95_low", "ci95_high"].map { "\(metric.identifier)_\($0)" }
  }

  static func cells(_ summary: Summary?) -> [CSVTable.Cell] {
    [
      CSVTable.Cell(summary?.mean), CSVTable.Cell(summary?.spread?.interval95.lowerBound),
      CSVTable.Cell(summary?.spread?.interval95.upperBound),
    ]
  }
}

extension Summary {
  /// The summary where it can tell of spread: not for a single value.
  var spread: Summary? { count > 1 ? self : nil }
}
