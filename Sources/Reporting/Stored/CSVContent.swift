/// A table of comma-separated values that was read (RFC 4180): lines end with a line feed, with or
/// without a carriage return.
struct CSVContent: Sendable {
  /// What is wrong with a text that is no such table.
  struct Problem: Error, Equatable {
    /// The line, from 1.
    let line: Int
    let message: String
  }

  /// Names of the columns.
  let header: [String]
  /// The rows, each with a cell a column.
  let rows: [[String]]

  /// Reads a table, whose first row is the header.
  ///
  /// - Throws: the first line that has not a cell a column, or whose quotes don't match.
  init(_ bytes: [UInt8]) throws(Problem) {
    var scanner = CSVScanner(bytes: bytes)
    guard let header = try scanner.row() else {
      throw Problem(line: 1, message: "the table has no header")
    }
    var rows: [[String]] = []
    var line = scanner.line
    while let row = try scanner.row() {
      guard row.count == header.count else {
        throw Problem(
          line: line, message: "\(row.count) cells, where the header has \(header.count)")
      }
      rows.append(row)
      line = scanner.line
    }
    self.header = header
    self.rows = rows
  }

  /// The cells of a column; nil if there is none of this name.
  func column(_ name: String) -> [String]? {
    header.firstIndex(of: name).map { column in rows.map { $0[column] } }
  }

  /// The numbers of a column, nil where a cell is empty or no finite number; nil if there is no such
  /// column.
  func numbers(_ name: String) -> [Double?]? {
    column(name)?.map { Double($0).flatMap { $0.isFinite ? $0 : nil } }
  }
}

/// Goes through the text of a table, row by row.
private struct CSVScanner {
  let bytes: [UInt8]
  private var next = 0
  /// The line of the next row, from 1.
  private(set) var line = 1

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private static let (quote, comma) = (UInt8(ascii: "\""), UInt8(ascii: ","))
  private static let (feed, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))

  /// The cells of the next row; nil at the end of the text.
  mutating func row() throws(CSVContent.Problem) -> [String]? {
    guard next < bytes.count else { return nil }
    var cells: [String] = []
    while true {
      cells.append(try cell())
      guard next < bytes.count, bytes[next] == Self.comma else { break }
      next += 1
    }
    if next < bytes.count, bytes[next] == Self.carriage { next += 1 }
    guard next == bytes.count || bytes[next] == Self.feed else {
      throw CSVContent.Problem(line: line, message: "a cell goes on behind its closing quote")
    }
    next += 1
    line += 1
    return cells
  }

  private mutating func cell() throws(CSVContent.Problem) -> String {
    if next < bytes.count, bytes[next] == Self.quote { return try quotedCell() }
    let start = next
    while next < bytes.count, bytes[next] != Self.comma, bytes[next] != Self.feed,
      bytes[next] != Self.carriage
    { next += 1 }
    return String(decoding: bytes[start..<next], as: UTF8.self)
  }

  private mutating func quotedCell() throws(CSVContent.Problem) -> String {
    var text: [UInt8] = []
    next += 1
    while next < bytes.count {
      let byte = bytes[next]
      next += 1
      if byte == Self.feed { line += 1 }
      guard byte == Self.quote else {
        text.append(byte)
        continue
      }
      guard next < bytes.count, bytes[next] == Self.quote else {
        return String(decoding: text, as: UTF8.self)
      }
      text.append(byte)
      next += 1
    }
    throw CSVContent.Problem(line: line, message: "a quote is not closed")
  }
}
