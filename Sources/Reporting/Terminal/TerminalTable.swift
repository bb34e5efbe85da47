/// Rows with a label, right-aligned columns of numbers, and remarks behind them.
struct TerminalTable {
  /// One line of a table.
  struct Row {
    var label: String
    /// A text a column.
    var numbers: [String]
    var remark = ""
    var colour: TerminalColour?
  }

  /// Rows that belong together.
  struct Group {
    /// Stands above them, if there is something to say.
    var heading: String?
    var rows: [Row]
  }

  /// Stands above the labels.
  let title: String
  /// Stand above the columns of numbers.
  let header: [String]
  /// The rows; groups without rows are left out, and so are columns without a text.
  let groups: [Group]

  /// The table in lines of at most `width` columns; labels are cut where they must be.
  func lines(width: Int, palette: TerminalPalette) -> [String] {
    let rows = groups.flatMap(\.rows)
    guard !rows.isEmpty else { return [] }
    let columns = header.indices
      .filter { column in rows.contains { !$0.numbers[column].isEmpty } }
      .map { column in
        (index: column, width: (rows.map(\.numbers) + [header]).map { $0[column].count }.max() ?? 0)
      }
    let remark = rows.map(\.remark.count).max() ?? 0
    let taken = columns.reduce(0) { $0 + $1.width + 2 } + (remark > 0 ? remark + 2 : 0)
    let longest = (rows.map { $0.label.count + 2 } + [title.count]).max() ?? 0
    let label = min(max(16, width - taken), longest)

    func line(_ first: String, _ numbers: [String]) -> String {
      let start = TerminalText.left(TerminalText.fitted(first, to: label), label)
      return columns.reduce(start) {
        $0 + "  " + TerminalText.right(numbers[$1.index], $1.width)
      }
    }
    func line(_ row: Row) -> String {
      let text = line("  \(row.label)", row.numbers)
      return row.remark.isEmpty ? text : text + "  " + palette.apply(row.colour, to: row.remark)
    }
    var lines = [palette.apply(.bold, to: line(title, header))]
    for group in groups where !group.rows.isEmpty {
      lines += group.heading.map { [" \($0)"] } ?? []
      lines += group.rows.map(line)
    }
    return lines
  }
}
