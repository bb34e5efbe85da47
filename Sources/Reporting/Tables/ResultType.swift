import ScenarioFormat

/// How a value is written in `result.json`, together with what its schema says, so that the two
/// cannot disagree.
struct ResultType<Value>: Sendable {
  /// Members of the schema, without a description.
  let schema: [(key: String, value: JSONValue)]
  /// The value as it is written.
  let json: @Sendable (Value) -> JSONValue
}

extension ResultType {
  /// A value, or null where there is none.
  static func optional<Wrapped>(_ type: ResultType<Wrapped>) -> Self where Value == Wrapped? {
    let schema = type.schema.map { key, value -> (key: String, value: JSONValue) in
      switch (key, value) {
      case ("type", .string): (key, [value, "null"])
      case ("enum", .array(let words)): (key, .array(words + [.null]))
      default: (key, value)
      }
    }
    return Self(schema: schema) { $0.map(type.json) ?? .null }
  }

  /// Values of one type, in their order.
  static func list<Element>(_ type: ResultType<Element>) -> Self where Value == [Element] {
    Self(schema: [("type", "array"), ("items", .object(type.schema))]) {
      .array($0.map(type.json))
    }
  }

  /// An object with the keys of a definition.
  static func object(_ definition: ResultObject<Value>) -> Self {
    Self(schema: definition.schema) { definition.json($0) }
  }
}

extension ResultType<Double> {
  /// A finite number, to nine significant digits.
  static let number = Self(schema: [("type", "number")]) { JSONValue($0) }

  /// A share or a probability.
  static let share = Self(
    schema: number.schema + [("minimum", 0), ("maximum", 1)], json: number.json)
}

extension ResultType<ClosedRange<Double>> {
  /// Lower and upper bound, both finite.
  static let interval = Self(
    schema: [
      ("type", "array"), ("items", .object(ResultType<Double>.number.schema)),
      ("minItems", 2), ("maxItems", 2),
    ]
  ) { .array([JSONValue($0.lowerBound), JSONValue($0.upperBound)]) }
}

extension ResultType where Value: BinaryInteger & Sendable {
  /// A whole number, not negative, all of its digits.
  static var count: Self { Self(schema: [("type", "integer"), ("minimum", 0)]) { JSONValue($0) } }
}

extension ResultType<Bool> {
  /// True or false.
  static let boolean = Self(schema: [("type", "boolean")]) { .bool($0) }
}

extension ResultType<String> {
  /// Any text.
  static let text = Self(schema: [("type", "string")], json: JSONValue.string)

  /// A text that matches a regular expression in the syntax of ECMA-262.
  static func text(matching pattern: String) -> Self {
    Self(schema: text.schema + [("pattern", .string(pattern))], json: text.json)
  }

  /// Always the same text.
  static func constant(_ constant: String) -> Self {
    Self(schema: text.schema + [("const", .string(constant))], json: text.json)
  }
}

extension ResultType where Value: ResultWord {
  /// One of the words of a list.
  static var word: Self {
    Self(
      schema: [("type", "string"), ("enum", .array(Value.allCases.map { .string($0.rawValue) }))]
    ) { .string($0.rawValue) }
  }
}
