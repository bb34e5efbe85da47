/// Whole numbers from those that needn't be.
enum WholeNumber {
  /// The whole number below a value, within bounds; the lower bound for what is no number.
  static func floor(_ value: Double, within range: ClosedRange<Int>) -> Int {
    guard value > Double(range.lowerBound) else { return range.lowerBound }
    guard value < Double(range.upperBound) else { return range.upperBound }
    return Int(value.rounded(.down))
  }
}
