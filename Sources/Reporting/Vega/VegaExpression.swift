import ScenarioFormat

/// Expressions over the columns of a table, in the language of Vega.
enum VegaExpression {
  /// A text as a literal; the language has the strings of JSON.
  static func text(_ text: String) -> String { JSONValue.string(text).line }

  /// The text of a column, whatever its name.
  static func column(_ name: String) -> String { "datum[\(text(name))]" }

  /// The number of a column; null where the cell is empty.
  static func number(_ name: String) -> String { "toNumber(\(column(name)))" }

  /// Whether the cell of a column has a number.
  static func isNumber(_ name: String) -> String { "isValid(\(number(name)))" }

  /// A hundred times one column, or its part of another one; null where a cell is empty.
  static func percent(_ name: String, of whole: String? = nil) -> String {
    let part = whole.map { " / \(number($0))" } ?? ""
    return "\(isNumber(name)) ? 100 * \(number(name))\(part) : null"
  }
}
