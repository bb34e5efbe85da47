/// A validation for people at a terminal.
///
/// Two lines a figure, as 80 columns do not hold all that belongs to one beside each other.
public struct TerminalValidation: Sendable {
  /// Columns at which what was simulated begins.
  private static let simulationColumn = 30
  /// Columns that the p-value takes at the end of the line.
  private static let pValueColumns = 11

  let report: ValidationReport
  let style: TerminalReport.Style
  /// Whether figures that no scenario simulates are listed, and not only counted.
  let listsOpenFigures: Bool

  /// Prepares a text.
  public init(
    _ report: ValidationReport, style: TerminalReport.Style, listsOpenFigures: Bool = false
  ) {
    self.report = report
    self.style = style
    self.listsOpenFigures = listsOpenFigures
  }

  /// The whole text, each line ended by a line feed.
  public var text: String {
    let sections =
      [header] + report.parts.map(section) + [knownSection, openSection, summary]
    let lines = sections.filter { !$0.isEmpty }.joined(separator: [""])
    return lines.map { TerminalText.trimmed($0) + "\n" }.joined()
  }

  private var palette: TerminalPalette { TerminalPalette(isColoured: style.isColoured) }

  private var header: [String] {
    [
      palette.apply(.bold, to: "Published figures and simulations"), report.settingsText,
      line("observed", "simulated", "p"),
    ]
  }

  private func section(_ part: ValidationReport.Part) -> [String] {
    let name = TerminalText.plain(part.name)
    let title = TerminalText.plain(part.title)
    let heading = title.isEmpty || title == name ? name : "\(name) · \(title)"
    return [palette.apply(.bold, to: TerminalText.fitted(heading, to: style.width))]
      + part.comparison.rows.flatMap(lines)
  }

  private func lines(_ row: ComparisonRow) -> [String] {
    let verdict = "\(row.evidence.rawValue): \(Self.verdict(of: row))"
    let room = style.width - verdict.count - 4
    let title = TerminalText.fitted(TerminalText.plain(row.markedTitle), to: room)
    let first =
      "  \(TerminalText.left(title, room))  \(palette.apply(colour(of: row), to: verdict))"
    guard row.simulated != nil else { return [first] }
    return [
      first,
      line(row.observationText, row.simulationText, row.pValueText ?? ""),
    ]
  }

  /// "no evidence" is said once, at the end.
  private static func verdict(of row: ComparisonRow) -> String {
    row.standing == .disagreesAsKnown ? "\(row.plainVerdictText), known" : row.plainVerdictText
  }

  private func colour(of row: ComparisonRow) -> TerminalColour? {
    switch row.standing {
    case .agrees: row.evidence == .predicted ? .green : nil
    case .disagreesAsKnown: .yellow
    case .disagrees, .noLongerDisagrees: .red
    case .undecided, .inPart: nil
    }
  }

  private func line(_ observed: String, _ simulated: String, _ pValue: String) -> String {
    let start = TerminalText.left("    \(observed)  ", Self.simulationColumn)
    let middle = style.width - Self.pValueColumns - start.count
    return start + TerminalText.left(simulated, middle)
      + TerminalText.right(pValue, Self.pValueColumns)
  }

  private var knownSection: [String] {
    let known = report.knownDisagreements
    guard !known.isEmpty else { return [] }
    return [palette.apply(.bold, to: "Known disagreements")]
      + known.flatMap { part, row in
        let names = "\(part.name): \(row.title), \(row.plainVerdictText)"
        return indented(TerminalText.plain(names), by: 2)
          + indented(TerminalText.plain(row.explanation ?? ""), by: 4)
      }
  }

  private var openSection: [String] {
    guard let text = report.openText else { return [] }
    guard listsOpenFigures, let figures = report.openFigures else {
      return TerminalText.wrapped("\(text) (--all lists them).", to: style.width)
    }
    return TerminalText.wrapped("\(text):", to: style.width).map { palette.apply(.bold, to: $0) }
      + figures.flatMap { open in
        let value = "\(open.valueText) (\(open.reason))"
        let room = style.width - value.count - 4
        let title = TerminalText.fitted(TerminalText.plain(open.markedTitle), to: room)
        return ["  \(TerminalText.left(title, room))  \(TerminalText.plain(value))"]
      }
  }

  private var summary: [String] {
    report.summary.sentences.flatMap { TerminalText.wrapped($0, to: style.width) }
      + [""]
      + ValidationReport.legend.flatMap { TerminalText.wrapped($0, to: style.width) }
  }

  private func indented(_ text: String, by columns: Int) -> [String] {
    TerminalText.wrapped(text, to: style.width - columns).map {
      String(repeating: " ", count: columns) + $0
    }
  }
}
