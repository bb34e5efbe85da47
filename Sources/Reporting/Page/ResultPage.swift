/// Results for people to read: as a page of HTML, or as Markdown.
public struct ResultPage {
  private let document: ReportDocument

  /// Lays results out, one after the other; two runs or more are set side by side first.
  ///
  /// - Parameters:
  ///   - results: at least one.
  ///   - references: all published figures that there are, for the units of the field.
  /// - Throws: `ResultError` or `InputError` for files of theirs that are damaged.
  public init(_ results: [StoredResult], references: [Reference]) throws {
    precondition(!results.isEmpty, "a page of nothing")
    let documents = try results.enumerated().map { index, result in
      let prefix = results.count > 1 ? "r\(index + 1)-" : ""
      return switch result {
      case .run(let run):
        try RunDocument(run: run, references: references, prefix: prefix).document()
      case .sweep(let sweep): SweepDocument(sweep: sweep, prefix: prefix).document()
      }
    }
    document = documents.count == 1 ? documents[0] : try Self.joined(documents, results)
  }

  private static func joined(
    _ documents: [ReportDocument], _ results: [StoredResult]
  ) throws -> ReportDocument {
    let runs = results.compactMap { result in
      if case .run(let run) = result { run } else { nil }
    }
    var comparison: ReportDocument?
    if (2...RunComparison.mostRuns).contains(runs.count) {
      let text = ComparisonText(comparison: try RunComparison(runs), tellsAll: false)
      comparison = ComparisonDocument(text: text, prefix: "").document
    }
    let parts = documents.flatMap { part in
      part.sections.enumerated().map { index, section in
        ReportDocument.Section(
          id: section.id, title: section.title, blocks: section.blocks,
          part: index == 0 ? ReportDocument.Part(title: part.title, subtitle: part.subtitle) : nil)
      }
    }
    // A comparison tells those of its runs.
    let warnings = documents.enumerated().flatMap { index, document in
      if case .run = results[index], comparison != nil { return [String]() }
      return document.warnings.map { "result \(index + 1): \($0)" }
    }
    return ReportDocument(
      title: comparison?.title ?? "\(documents.count) results",
      subtitle: comparison?.subtitle ?? "", warnings: (comparison?.warnings ?? []) + warnings,
      sections: (comparison?.sections ?? []) + parts)
  }

  /// One page of HTML that needs nothing else.
  public var html: String { HTMLPage(document: document).text }

  /// Markdown, without pictures.
  public var markdown: String { MarkdownView(document: document).text }
}
