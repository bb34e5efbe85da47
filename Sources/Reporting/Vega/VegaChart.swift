import ScenarioFormat

/// A chart of one of the tables, as a Vega-Lite specification.
///
/// It names its table by a relative address, so that both must lie in the same folder, and holds no
/// figures itself. Source: Vega-Lite 5, <https://vega.github.io/vega-lite/docs/>.
struct VegaChart {
  /// Name of the file that it is written to.
  let fileName: String
  /// What is shown.
  let title: String
  /// Lines below the title: the scenario, and what the marks mean.
  let subtitle: [String]
  /// What is shown, for those who can't see it.
  let description: String
  /// The file that holds the data.
  let table: String
  /// Steps from the table's rows to what is drawn.
  let transforms: [JSONValue]
  /// Marks, encodings and sizes.
  let body: JSONValue

  /// The specification.
  var json: JSONValue {
    JSONValue.object([
      ("$schema", "https://vega.github.io/schema/vega-lite/v5.json"),
      ("description", .string(description)),
      (
        "title",
        [
          "text": .string(title),
          "subtitle": .array(subtitle.filter { !$0.isEmpty }.map(JSONValue.string)),
        ]
      ),
      ("data", Self.data(table)),
      ("transform", .array(transforms)),
    ])
    .adding(body)
    .adding(["config": VegaStyle.config])
  }

  /// Where rows come from.
  static func data(_ table: String) -> JSONValue {
    ["url": .string(table), "format": ["type": "csv"]]
  }
}

extension JSONValue {
  /// An object with the members of another one after its own.
  func adding(_ other: JSONValue) -> JSONValue {
    guard case .object(let mine) = self, case .object(let others) = other else { return self }
    return .object(mine + others)
  }
}
