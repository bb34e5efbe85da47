import ScenarioFormat

extension RunReport {
  /// `faults.vl.json`: the faults of the job by class, with what was published about them.
  var faultsChart: VegaChart {
    let titles = faultRows.map(\.fault.title)
    return VegaChart(
      fileName: "faults.vl.json",
      title: "Failures by class",
      subtitle: [document.title],
      description: """
        For each fault class the number of its faults that struck the job in one run: the mean \
        over replications as a point, 5 % to 95 % of the replications as a line, and the \
        published count, where there is one, as a diamond.
        """,
      table: "faults.csv",
      transforms: VegaTransform.numbers(
        "simulated", "simulated_p05", "simulated_p95", "published")
        + [Self.simulated, Self.published].map {
          VegaTransform.calculate(VegaExpression.text($0.name), as: $0.column)
        },
      body: [
        "width": 460, "height": ["step": 20],
        "encoding": [
          // Titles need not differ.
          "y": VegaChannel.names(
            Set(titles).count == titles.count ? "title" : "fault", orderedBy: "simulated",
            descending: true
          ).adding(["scale": ["padding": 0.5]])
        ],
        "layer": .array(faultLayers),
      ])
  }

  /// What the legend says, and the column that holds it in all rows.
  private typealias Key = (name: String, column: String)
  private static let simulated: Key = ("simulated: mean, 5 % to 95 %", "simulated_key")
  private static let published: Key = ("published", "published_key")

  private var faultLayers: [JSONValue] {
    let isPublished = faultRows.contains { $0.published != nil }
    let keys = [Self.simulated] + (isPublished ? [Self.published] : [])
    func key(_ key: Key, colours: Bool) -> JSONValue {
      VegaChannel.key(
        key.column, domain: keys.map { .string($0.name) },
        range: Array(
          (colours ? [VegaStyle.blue, VegaStyle.vermilion] : ["circle", "diamond"])
            .prefix(keys.count)))
    }
    func points(_ field: String, _ name: Key, mark: JSONValue) -> JSONValue {
      [
        "mark": JSONValue.object([("type", "point"), ("opacity", 1), ("tooltip", true)])
          .adding(mark),
        "encoding": [
          "x": VegaChannel.quantity(field), "color": key(name, colours: true),
          "shape": key(name, colours: false),
        ],
      ]
    }
    let interval: JSONValue = [
      "mark": ["type": "rule", "strokeWidth": 5, "opacity": 0.35, "strokeCap": "round"],
      "encoding": [
        "x": VegaChannel.quantity("simulated_p05", title: "Faults of the job in one run"),
        "x2": ["field": "simulated_p95"], "color": key(Self.simulated, colours: true),
      ],
    ]
    let mean = points("simulated", Self.simulated, mark: ["filled": true, "size": 55])
    let diamond = points(
      "published", Self.published, mark: ["filled": false, "size": 110, "strokeWidth": 1.8])
    return [interval, mean] + (isPublished ? [diamond] : [])
  }
}
