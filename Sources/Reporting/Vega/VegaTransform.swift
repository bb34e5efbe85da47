import ScenarioFormat

/// Steps from the rows of a table to what is drawn.
enum VegaTransform {
  /// Leaves out the rows for which an expression is false.
  static func filter(_ expression: String) -> JSONValue { ["filter": .string(expression)] }

  /// Adds a column.
  static func calculate(_ expression: String, as name: String) -> JSONValue {
    ["calculate": .string(expression), "as": .string(name)]
  }

  /// Makes numbers of the texts in some columns.
  static func numbers(_ names: String...) -> [JSONValue] {
    names.map { calculate(VegaExpression.number($0), as: $0) }
  }
}
