import ScenarioFormat

/// A table for comma-separated values (RFC 4180), with lines that end in a line feed.
///
/// Numbers have nine significant digits; where there is no value the cell is empty. A text that a
/// spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage
/// return) gets an apostrophe in front, as OWASP advises against CSV injection.
public struct CSVTable: Sendable, Equatable {
  /// One value of a table.
  public enum Cell: Sendable, Equatable {
    case text(String)
    case integer(Int)
    case number(Double)
    case empty

    /// A number, or nothing.
    public init(_ value: Double?) {
      self = value.map(Cell.number) ?? .empty
    }

    /// A text, or nothing.
    public init(_ value: String?) {
      self = value.map(Cell.text) ?? .empty
    }

    /// The cell as it is written, quoted where it has to be.
    var csv: String {
      switch self {
      case .text(let text): Self.quoted(Self.defused(text))
      case .integer(let value): String(value)
      case .number(let value): NumberText.nineDigits(value) ?? ""
      case .empty: ""
      }
    }

    /// A text that no spreadsheet takes for a formula.
    static func defused(_ text: String) -> String {
      guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
        return text
      }
      return "'\(text)"
    }

    private static func quoted(_ text: String) -> String {
      let special = "\",\r\n".unicodeScalars
      guard text.unicodeScalars.contains(where: special.contains) else { return text }
      var quoted = "\""
      for scalar in text.unicodeScalars {
        if scalar == "\"" { quoted += "\"" }
        quoted.unicodeScalars.append(scalar)
      }
      return quoted + "\""
    }
  }

  /// Names of the columns.
  public let header: [String]
  /// The rows, each with a cell a column.
  public private(set) var rows: [[Cell]] = []

  /// Creates a table without rows.
  public init(header: [String]) {
    self.header = header
  }

  /// Adds a row, which must have a cell for each column.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == header.count, "\(row.count) cells for \(header.count) columns")
    rows.append(row)
  }

  /// The table as text, by default with its header.
  public func text(withHeader: Bool = true) -> String {
    var text = withHeader ? Self.line(header.map(Cell.text)) : ""
    for row in rows { text += Self.line(row) }
    return text
  }

  private static func line(_ cells: [Cell]) -> String {
    cells.map(\.csv).joined(separator: ",") + "\n"
  }
}
