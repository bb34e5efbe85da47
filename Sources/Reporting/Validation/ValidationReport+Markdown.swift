extension ValidationReport {
  /// The validation as GitHub shows it: a table a scenario, disagreements, summary.
  ///
  /// - Parameter listsOpenFigures: whether figures that no scenario simulates are listed, and not
  ///   only counted.
  public func markdown(listsOpenFigures: Bool = false) -> String {
    var blocks = [settingsText.capitalisedFirst + ".", Self.list(summary.sentences)]
    blocks.append(Self.table(Self.columns, parts.flatMap(Self.rows)))
    blocks.append(Self.list(Self.legend))
    let known = knownDisagreements
    if !known.isEmpty {
      blocks.append("## Known disagreements")
      blocks += known.map { part, row in
        "**\(MarkdownText.plain("\(part.name): \(row.title), \(row.plainVerdictText)")).** "
          + MarkdownText.plain(row.explanation ?? "")
      }
    }
    if let openText {
      blocks += ["## Not simulated", "\(openText)."]
      if listsOpenFigures, let openFigures {
        blocks.append(
          Self.table(
            ["Figure", "Published", "Why"],
            openFigures.map { [$0.markedTitle, $0.valueText, $0.reason] }))
      }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static let columns = [
    "Scenario", "Figure", "Observed", "Simulated", "p", "Kind", "Verdict",
  ]

  private static func rows(_ part: Part) -> [[String]] {
    part.comparison.rows.map { row in
      [
        part.name, row.markedTitle, row.observationText, row.simulationText, row.pValueText ?? "",
        row.evidence.rawValue,
        row.standing == .disagreesAsKnown
          ? "\(row.plainVerdictText), known" : row.plainVerdictText,
      ]
    }
  }

  private static func list(_ sentences: [String]) -> String {
    sentences.map { "- \(MarkdownText.plain($0))" }.joined(separator: "\n")
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> String {
    let rule = [[String](repeating: "---", count: header.count)]
    return ([header.map(MarkdownText.plain)] + rule + rows.map { $0.map(MarkdownText.plain) })
      .map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }
}
