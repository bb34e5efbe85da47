import Charts

/// A report as sections of blocks, of which a page and Markdown are views.
///
/// All texts are plain: each view escapes them as its own language needs it.
struct ReportDocument {
  /// What it is about, in a line.
  let title: String
  /// How it came about, in a line.
  let subtitle: String
  /// What a reader should mind, a sentence each.
  let warnings: [String]
  /// The sections, in their order.
  let sections: [Section]

  /// A heading with what belongs under it.
  struct Section {
    /// Names it in links; letters, digits and hyphens.
    let id: String
    let title: String
    let blocks: [Block]
    /// The part of the report that begins with it, if one does.
    var part: Part?
  }

  /// Sections of one result among others.
  struct Part {
    let title: String
    let subtitle: String
  }

  /// A part of a section.
  enum Block {
    case paragraph(String)
    case figures([KeyFigure])
    case chart(Picture)
    case table(Table)
    /// Names with what they stand for.
    case terms([(term: String, text: String)])
    /// A line for a shell, or a text of which every character counts.
    case code(String)
  }

  /// A number to be read first.
  struct KeyFigure {
    let label: String
    let value: String
    let details: [String]
  }

  /// A picture, which only some views have.
  struct Picture {
    /// Markup of SVG, escaped already.
    let markup: String
    /// Says what the marks in it are.
    let caption: String
  }

  /// Rows of cells under a header.
  struct Table {
    struct Column {
      let title: String
      /// Whether its cells stand at the right, digit under digit.
      let isNumeric: Bool
    }

    /// How a row is to be taken.
    enum Standing {
      case plain, good, bad, strong
    }

    struct Row {
      let cells: [String]
      var standing = Standing.plain
      /// Stands under the row, over its whole width.
      var remark: String?
    }

    /// Rows that belong together.
    struct Group {
      var heading: String?
      let rows: [Row]
    }

    let columns: [Column]
    let groups: [Group]
    var note: String?
    /// Whether a page shows it only when asked to.
    var isFolded = false
    /// What it holds, where a page folds it.
    var title = ""
  }
}

extension ReportDocument.Block {
  /// A chart with what its marks are; nil if it shows nothing.
  ///
  /// `id` begins the identifiers in it, and must differ from those of other charts on a page.
  static func picture(_ chart: some Chart, id: String, caption: String) -> Self? {
    let markup = chart.pair(id: id)
    return markup.isEmpty ? nil : .chart(ReportDocument.Picture(markup: markup, caption: caption))
  }
}

extension ReportDocument.Section {
  /// A section, unless there is nothing in it.
  init?(_ title: String, id: String, _ blocks: [ReportDocument.Block?]) {
    let blocks = blocks.compactMap { $0 }
    guard !blocks.isEmpty else { return nil }
    self.init(id: id, title: title, blocks: blocks)
  }
}

extension ReportDocument.Table.Column {
  static func text(_ title: String) -> Self { Self(title: title, isNumeric: false) }
  static func number(_ title: String) -> Self { Self(title: title, isNumeric: true) }
}
