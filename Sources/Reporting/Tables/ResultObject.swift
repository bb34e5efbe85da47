import ScenarioFormat

/// One key of an object in `result.json`.
struct ResultField<Row>: Sendable {
  let key: String
  /// What the schema says of the value, with its description.
  let schema: JSONValue
  /// The value of a row, as it is written.
  let json: @Sendable (Row) -> JSONValue

  /// Creates a key whose value is taken from a row.
  init<Value>(
    _ key: String, _ type: ResultType<Value>, _ documentation: String,
    value: @escaping @Sendable (Row) -> Value
  ) {
    self.init(
      key: key, schema: .object(type.schema + [("description", .string(documentation))])
    ) { type.json(value($0)) }
  }

  private init(key: String, schema: JSONValue, json: @escaping @Sendable (Row) -> JSONValue) {
    self.key = key
    self.schema = schema
    self.json = json
  }

  /// The same key of a row that has this one as a part.
  func of<Whole>(_ part: @escaping @Sendable (Whole) -> Row) -> ResultField<Whole> {
    ResultField<Whole>(key: key, schema: schema) { json(part($0)) }
  }
}

/// An object in `result.json`: all of its keys, in their order. Every one is always written.
struct ResultObject<Row>: Sendable {
  let fields: [ResultField<Row>]

  /// The row as it is written.
  func json(_ row: Row) -> JSONValue {
    .object(fields.map { ($0.key, $0.json(row)) })
  }

  /// Members of the schema, without a description.
  var schema: [(key: String, value: JSONValue)] {
    [
      ("type", "object"),
      ("properties", .object(fields.map { ($0.key, $0.schema) })),
      ("required", .array(fields.map { .string($0.key) })),
      ("additionalProperties", false),
    ]
  }
}
