/// A report as Markdown, as GitHub and GitLab read it, without its pictures.
struct MarkdownView {
  let document: ReportDocument

  /// The text, each line ended by a line feed.
  var text: String {
    var parts = ["# \(MarkdownText.plain(document.title))", MarkdownText.plain(document.subtitle)]
    parts += document.warnings.map { "> **Note:** \(MarkdownText.plain($0.capitalisedFirst))." }
    for section in document.sections {
      let blocks = section.blocks.compactMap(Self.text)
      if let part = section.part {
        parts += ["# \(MarkdownText.plain(part.title))", MarkdownText.plain(part.subtitle)]
      }
      if !blocks.isEmpty { parts += ["## \(MarkdownText.plain(section.title))"] + blocks }
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private static func text(_ block: ReportDocument.Block) -> String? {
    switch block {
    case .paragraph(let text): MarkdownText.plain(text)
    case .figures(let figures): figures.map(item).joined(separator: "\n")
    case .chart: nil
    case .table(let table): text(table)
    case .terms(let terms):
      terms.map { "- \(MarkdownText.plain($0.term)): \(MarkdownText.plain($0.text))" }
        .joined(separator: "\n")
    case .code(let code): MarkdownText.code(code)
    }
  }

  private static func item(_ figure: ReportDocument.KeyFigure) -> String {
    let details = MarkdownText.plain(figure.details.joined(separator: "; "))
    return "- \(MarkdownText.plain(figure.label)): **\(MarkdownText.plain(figure.value))**"
      + (details.isEmpty ? "" : " (\(details))")
  }

  private static func text(_ table: ReportDocument.Table) -> String {
    let header = line(table.columns.map { MarkdownText.plain($0.title) })
    let rule = "|" + table.columns.map { $0.isNumeric ? "--:|" : "---|" }.joined()
    var lines = [header, rule]
    for group in table.groups {
      if let heading = group.heading {
        lines.append(
          line(
            ["**\(MarkdownText.plain(heading))**"]
              + [String](repeating: "", count: table.columns.count - 1)))
      }
      for row in group.rows {
        let isStrong = row.standing == .strong
        lines.append(
          line(
            row.cells.map { cell in
              let text = MarkdownText.plain(cell)
              return isStrong && !text.isEmpty ? "**\(text)**" : text
            }))
      }
    }
    let remarks = table.groups.flatMap(\.rows).compactMap { row in
      row.remark.map { "- \(MarkdownText.plain(row.cells.first ?? "")): \(MarkdownText.plain($0))" }
    }
    let after = [remarks.joined(separator: "\n"), table.note.map(MarkdownText.plain) ?? ""]
    return ([lines.joined(separator: "\n")] + after.filter { !$0.isEmpty })
      .joined(separator: "\n\n")
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }
}
