/// A run's rate of failures and the published ones, in all units that the field uses.
struct FieldUnits {
  /// One rate, or what it lies between.
  struct Row {
    let label: String
    /// Who published it, and when; empty for the run.
    let publisher: String
    /// The unit it was published in; nil for the run.
    let unit: FailureRate.Unit?
    /// The rates between which it lies; nil where no limit is known.
    let low: FailureRate?
    let high: FailureRate?
    /// Whether it was read in the source itself; true for the run.
    let isFirstHand: Bool

    /// Where it stands among the others.
    fileprivate var middle: Double {
      switch (low?.perGPUHour, high?.perGPUHour) {
      case (let low?, let high?): (low * high).squareRoot()
      case (let one?, nil), (nil, let one?): one
      case (nil, nil): 0
      }
    }

    /// The rate in a unit, as people read it.
    func text(in unit: FailureRate.Unit) -> String {
      let ends = [low, high].map { $0.map { unit.text($0.value(in: unit)) } }
      let (least, most) = unit.isTime ? (ends[1], ends[0]) : (ends[0], ends[1])
      return switch (least, most) {
      case (let least?, let most?): least == most ? least : HumaneText.range(least, most)
      case (let least?, nil): "> \(least)"
      case (nil, let most?): "< \(most)"
      case (nil, nil): ""
      }
    }
  }

  /// The rows, those that fail most first.
  let rows: [Row]

  /// Sets a run's rate among those that were published; nil for a run without failures, or
  /// when nothing is known of others.
  init?(run: FailureRate?, label: String, references: [Reference]) {
    guard let run, !references.isEmpty else { return nil }
    let own = Row(
      label: label, publisher: "", unit: nil, low: run, high: run, isFirstHand: true)
    let published = references.compactMap(Self.row)
    rows = ([own] + published).enumerated().sorted {
      $0.element.middle != $1.element.middle
        ? $0.element.middle > $1.element.middle : $0.offset < $1.offset
    }.map(\.element)
  }

  /// The rate that a source has published first, with both of its limits.
  private static func row(_ reference: Reference) -> Row? {
    let figures = reference.figures.filter { $0.publishedRate != nil }
    let rates = figures.compactMap(\.publishedRate)
    guard var rate = rates.first, let figure = figures.first else { return nil }
    for other in rates.dropFirst() where other.unit == rate.unit {
      rate.low = rate.low ?? other.low
      rate.high = rate.high ?? other.high
    }
    let subject = commonWords(figures.map(\.title))
    return Row(
      label: "\(reference.publisher) \(reference.year): \(subject ?? figure.title)",
      publisher: ([reference.publisher] + (subject.map { [$0] } ?? [])
        + ["\(reference.year)\(figure.isFirstHand ? "" : "~")"]).joined(separator: " "),
      unit: rate.unit,
      low: rate.low, high: rate.high, isFirstHand: figure.isFirstHand)
  }

  /// The words that all titles begin with, of two or more: what both limits of a range are of.
  private static func commonWords(_ titles: [String]) -> String? {
    guard titles.count > 1, let first = titles.first else { return nil }
    let others = titles.dropFirst().map { $0.split(separator: " ") }
    let words = first.split(separator: " ").enumerated().prefix { place, word in
      others.allSatisfy { $0.indices.contains(place) && $0[place] == word }
    }
    return words.isEmpty ? nil : words.map(\.element).joined(separator: " ")
  }
}
