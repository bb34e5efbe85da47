/// Results for people to read: as a page of HTML, or as Markdown.
public struct ResultPage {
  private let document: ReportDocument

  /// Lays results out, one after the other.
  ///
  /// - Parameter references: all published figures that there are, for the units of the field.
  /// - Throws: `ResultError` or `InputError` for files of theirs that are damaged.
  public init(_ results: [StoredResult], references: [Reference]) throws {
    let documents = try results.enumerated().map { index, result in
      let prefix = results.count > 1 ? "r\(index + 1)-" : ""
      switch result {
      case .run(let run):
        return try RunDocument(run: run, references: references, prefix: prefix).document()
      case .sweep(let sweep):
        return SweepDocument(sweep: sweep, prefix: prefix).document()
      }
    }
    document = documents[0]
  }

  /// One page of HTML that needs nothing else.
  public var html: String { HTMLPage(document: document).text }

  /// Markdown, without pictures.
  public var markdown: String { MarkdownView(document: document).text }
}
