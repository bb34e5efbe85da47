import Crypto
import Mustache

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the template of a page is filled with; its keys are the names of these members.
///
/// A key that is not there is looked for further out, so no two of them share a name.
struct PageView {
  let pageTitle: String
  let pageSubtitle: String
  let policy: String
  let style: String
  let notes: [String]
  let links: [Link]
  let sections: [SectionView]

  struct Link {
    let target: String
    let name: String
  }

  struct SectionView {
    let anchor: String
    let heading: String
    let part: PartView?
    let blocks: [BlockView]
  }

  /// A block, of which one member is there.
  struct BlockView {
    var paragraph: String?
    var hasFigures = false
    var figures: [FigureView]?
    var picture: PictureView?
    var table: TableView?
    var hasTerms = false
    var terms: [TermView]?
    var hasCode = false
    var words: [String]?
  }

  struct PartView {
    let partTitle: String
    let partSubtitle: String
  }

  struct FigureView {
    let label: String
    let value: String
    let details: [String]
  }

  struct PictureView {
    /// Markup that is not escaped any more.
    let markup: String
    let caption: String
  }

  struct TermView {
    let term: String
    let meaning: String
  }

  struct TableView {
    let isFolded: Bool
    let foldTitle: String
    let tableClass: String
    let columns: [ColumnView]
    let groups: [GroupView]
    let tableNote: String?
  }

  struct ColumnView {
    let columnClass: String
    let titleParts: [String]
  }

  struct GroupView {
    let groupHeading: String?
    let span: Int
    let rows: [RowView]
  }

  struct RowView {
    let rowClass: String
    let isFirstLong: Bool
    let firstParts: [String]
    let cells: [CellView]
    let remark: String?
  }

  struct CellView {
    let cellTitle: String
    let cellClass: String
    let parts: [String]
  }
}

extension PageView {
  init(_ document: ReportDocument, style: String) {
    pageTitle = document.title
    pageSubtitle = document.subtitle.replacing(" · ", with: "\u{A0}· ")
    self.style = style
    let hash = Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString()
    policy = "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'"
    notes = document.warnings.map { "\($0.capitalisedFirst)." }
    let all = document.sections.map { section in
      SectionView(
        anchor: section.id, heading: section.title,
        part: section.part.map { PartView(partTitle: $0.title, partSubtitle: $0.subtitle) },
        blocks: section.blocks.map(BlockView.init))
    }
    sections = all
    links = Self.links(document.sections)
  }
}

extension PageView {
  /// Links to all sections, but where several results follow only to the first of each.
  private static func links(_ sections: [ReportDocument.Section]) -> [Link] {
    let parts = sections.filter { $0.part != nil }
    guard !parts.isEmpty else { return sections.map { Link(target: $0.id, name: $0.title) } }
    return sections.prefix { $0.part == nil }.map { Link(target: $0.id, name: $0.title) }
      + parts.map { Link(target: $0.id, name: $0.part?.title ?? $0.title) }
  }
}

extension PageView.BlockView {
  init(_ block: ReportDocument.Block) {
    switch block {
    case .paragraph(let text): paragraph = LineBreaks.prose(text)
    case .figures(let figures):
      hasFigures = true
      self.figures = figures.map {
        PageView.FigureView(
          label: $0.label, value: LineBreaks.prose($0.value),
          details: $0.details.map(LineBreaks.prose))
      }
    case .chart(let picture):
      self.picture = PageView.PictureView(
        markup: picture.markup, caption: LineBreaks.prose(picture.caption))
    case .table(let table): self.table = PageView.TableView(table)
    case .terms(let terms):
      hasTerms = true
      self.terms = terms.map { PageView.TermView(term: $0.term, meaning: $0.text) }
    case .code(let code):
      hasCode = true
      words = code.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

extension PageView.TableView {
  init(_ table: ReportDocument.Table) {
    isFolded = table.isFolded
    foldTitle = table.title
    // On narrow pages a row of many cells becomes a list.
    tableClass = table.columns.count > 4 ? "many" : "few"
    columns = table.columns.map {
      PageView.ColumnView(
        columnClass: Self.class(of: $0, $0.title),
        titleParts: $0.isNumeric ? [LineBreaks.header($0.title)] : LineBreaks.parts(of: $0.title))
    }
    groups = table.groups.map { group in
      PageView.GroupView(
        groupHeading: group.heading, span: table.columns.count,
        rows: group.rows.map { Self.row($0, table.columns) })
    }
    tableNote = table.note.map(LineBreaks.prose)
  }

  private static func row(
    _ row: ReportDocument.Table.Row, _ columns: [ReportDocument.Table.Column]
  ) -> PageView.RowView {
    let names: [ReportDocument.Table.Standing: String] = [
      .good: "good", .bad: "bad", .strong: "strong",
    ]
    return PageView.RowView(
      rowClass: names[row.standing] ?? "plain",
      isFirstLong: LineBreaks.isLong(row.cells.first ?? ""),
      firstParts: LineBreaks.parts(of: row.cells.first ?? ""),
      cells: zip(row.cells, columns).dropFirst().map { cell, column in
        PageView.CellView(
          cellTitle: column.title,
          cellClass: cell.isEmpty ? "empty" : Self.class(of: column, cell),
          parts: column.isNumeric
            ? [LineBreaks.number(cell)] : LineBreaks.parts(of: LineBreaks.prose(cell)))
      }, remark: row.remark.map(LineBreaks.prose))
  }

  private static func `class`(of column: ReportDocument.Table.Column, _ text: String) -> String {
    (column.isNumeric ? "number" : "text") + (LineBreaks.isLong(text) ? " long" : "")
  }
}
