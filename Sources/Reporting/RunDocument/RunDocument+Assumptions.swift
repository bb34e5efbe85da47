import ScenarioFormat

extension RunDocument {
  /// What was simulated, in words, with where it is from.
  var assumptions: ReportDocument.Section? {
    guard let document = run.document else { return nil }
    let check = CheckReport(document, style: TerminalReport.Style(width: .max / 2))
    let words = (check.setting + check.recovery + check.spares).map {
      ReportDocument.Block.paragraph($0)
    }
    let notes = Self.text(document.canonical["notes"]).map { ReportDocument.Block.paragraph($0) }
    return ReportDocument.Section(
      "What was assumed", id: id("assumed"),
      words + [notes, defaults(document), sources(document)])
  }

  private func defaults(_ document: ScenarioDocument) -> ReportDocument.Block? {
    guard !document.assumptions.isEmpty else { return nil }
    let rows = document.assumptions.map { assumption in
      ReportDocument.Table.Row(cells: [
        assumption.path.joined(separator: "."),
        Self.text(assumption.value) ?? assumption.value.canonicalText(), assumption.source,
      ])
    }
    return .table(
      ReportDocument.Table(
        columns: [.text("Not in the scenario"), .text("Taken by default"), .text("From")],
        groups: [ReportDocument.Table.Group(rows: rows)], isFolded: rows.count > 6,
        title: "\(rows.count) figures that the scenario does not give"))
  }

  private func sources(_ document: ScenarioDocument) -> ReportDocument.Block? {
    guard !document.sources.isEmpty else { return nil }
    return .terms(document.sources.map { ("Source", $0) })
  }

  private static func text(_ value: JSONValue?) -> String? {
    if case .string(let text)? = value { text } else { nil }
  }
}
