/// A published figure that was read back, in the words of `ComparisonRow`.
extension StoredRun.ComparedFigure {
  /// What was published, with no more digits than it was given: "419", "> 90 %".
  var observedText: String {
    let sign = bound == "above" ? "> " : bound == "below" ? "< " : ""
    return sign + HumaneText.published(observed, unit: unit)
  }

  /// What it may have been, by chance or by rounding; nil where nothing is known of that.
  var observedIntervalText: String? {
    guard let range = observedInterval.flatMap(StoredSummary.range),
      range.lowerBound < range.upperBound
    else { return nil }
    return HumaneText.range(range) {
      unit == "count"
        ? HumaneText.number($0, decimals: 0) : HumaneText.published($0, unit: unit, digits: 4)
    }
  }

  /// The mean over replications; a dash if the scenario has not what the figure counts.
  var simulatedText: String {
    simulated.map { HumaneText.value($0, unit: unit) } ?? HumaneText.missing
  }

  /// What nine of ten runs lie between; nil where nothing is known of that.
  var simulatedIntervalText: String? {
    simulatedInterval.flatMap(StoredSummary.range).map { range in
      unit == "count"
        ? HumaneText.countRange(range)
        : HumaneText.range(range) { HumaneText.value($0, unit: unit) }
    }
  }

  /// The title, marked if the figure is second-hand.
  var markedTitle: String { firstHand ? title : "\(title) \(ComparisonRow.secondHandMark)" }
}
