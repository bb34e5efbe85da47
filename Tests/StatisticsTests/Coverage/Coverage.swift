import Foundation

/// How often an interval of the mean held the true one in many experiments.
struct Coverage: Sendable {
  private(set) var experiments = 0
  /// Experiments whose whole interval was below the true mean.
  private(set) var below = 0
  /// Experiments whose whole interval was above it.
  private(set) var above = 0
  /// Sum of widths, each over that of Student's interval of the same sample.
  private var widths = 0.0

  mutating func add(_ interval: ClosedRange<Double>, student: ClosedRange<Double>, mean: Double) {
    experiments += 1
    if interval.upperBound < mean { below += 1 }
    if interval.lowerBound > mean { above += 1 }
    let width = interval.upperBound - interval.lowerBound
    let reference = student.upperBound - student.lowerBound
    widths += reference > 0 ? width / reference : 1
  }

  var share: Double { 1 - Double(below + above) / Double(experiments) }
  var meanWidth: Double { widths / Double(experiments) }

  /// Whether the share is an expected one within 4 standard errors, its own and the expected one's.
  func agrees(with expected: Double, standardError: Double = 0) -> Bool {
    let variance = expected * (1 - expected) / Double(experiments) + standardError * standardError
    return abs(share - expected) < 4 * variance.squareRoot()
  }

  /// In percent: coverage, its standard error, and the misses below and above the true mean.
  var text: String {
    let standardError = (share * (1 - share) / Double(experiments)).squareRoot()
    return String(
      format: "%.1f ± %.1f (%.1f, %.1f)", 100 * share, 100 * standardError,
      100 * Double(below) / Double(experiments), 100 * Double(above) / Double(experiments))
  }

  /// That, and the width relative to Student's.
  var textWithWidth: String { text + String(format: " × %.2f", meanWidth) }
}
