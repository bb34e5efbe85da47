import ScenarioFormat

extension CheckReport {
  /// What the scenario was fitted to, and so can't predict.
  var evidence: [String] {
    let references = document.references.map(TerminalText.plain)
    guard !references.isEmpty else { return [] }
    let fitted = document.calibratedOn.count
    let calibrated =
      fitted == 0
      ? "It was fitted to none of their figures: what agrees is predicted."
      : "It was fitted to \(Self.count(fitted, "figure")) of them, so that their agreement is no "
        + "evidence; the others are predicted."
    return paragraph("A run is compared with \(Self.list(references)).", calibrated)
  }

  /// Columns that a default may take beside where it is from.
  private static let widestDefault = 24

  /// The figures that the scenario leaves to the defaults.
  var assumptions: [String] {
    let rows = document.assumptions.map { assumption in
      (
        key: assumption.path.joined(separator: "."),
        value: TerminalText.plain(assumption.value.shortText), source: assumption.source
      )
    }
    guard !rows.isEmpty else {
      return paragraph("Every figure is the scenario's own: no default was taken.")
    }
    let key = rows.map(\.key.count).max() ?? 0
    // A law is longer than what is told of it: that comes on the next line.
    let value = rows.map(\.value.count).filter { $0 <= Self.widestDefault }.max() ?? 0
    return paragraph("Not in the scenario, so taken by default:")
      + rows.flatMap { row in
        let indent = String(repeating: " ", count: key + value + 6)
        let start = "  \(TerminalText.left(row.key, key))  \(TerminalText.left(row.value, value))  "
        let lines = paragraph(row.source, width: style.width - indent.count).map { indent + $0 }
        guard let first = lines.first, row.value.count <= value else {
          return ["  \(TerminalText.left(row.key, key))  \(row.value)"] + lines
        }
        return [start + first.dropFirst(indent.count)] + lines.dropFirst()
      }
  }
}

extension JSONValue {
  /// A text without its quotes; anything else as JSON on one line.
  fileprivate var shortText: String {
    if case .string(let text) = self { text } else { canonicalText() }
  }
}
