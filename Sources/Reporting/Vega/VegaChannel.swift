import ScenarioFormat

/// Channels of an encoding.
enum VegaChannel {
  /// A column of numbers along an axis.
  ///
  /// - Parameters:
  ///   - title: what the axis is called; nil if another layer says so.
  ///   - more: further members.
  static func quantity(
    _ field: String, title: String? = nil, _ more: JSONValue = [:]
  ) -> JSONValue {
    JSONValue.object([("field", .string(field)), ("type", "quantitative")])
      .adding(.object(title.map { [("title", .string($0))] } ?? []))
      .adding(more)
  }

  /// A column of names along an axis without lines, in the order of another column.
  static func names(_ field: String, orderedBy order: String, descending: Bool = false)
    -> JSONValue
  {
    [
      "field": .string(field), "type": "nominal", "title": .null,
      "sort": [
        "field": .string(order), "op": "min", "order": descending ? "descending" : "ascending",
      ],
      "axis": ["ticks": false, "domain": false, "labelPadding": 8],
    ]
  }

  /// A column of names that decides on a colour or a shape.
  static func key(
    _ field: String, domain: [JSONValue], range: [JSONValue]
  ) -> JSONValue {
    .object([
      ("field", .string(field)), ("type", "nominal"), ("title", .null),
      ("scale", ["domain": .array(domain), "range": .array(range)]),
    ])
  }
}
