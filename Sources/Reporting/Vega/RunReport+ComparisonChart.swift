import ScenarioFormat

extension RunReport {
  /// `comparison.vl.json`: the simulated figures beside the published ones, in percent of these.
  var comparisonChart: VegaChart {
    let percent = ["simulated", "simulated_p05", "simulated_p95", "observed_low", "observed_high"]
    return VegaChart(
      fileName: "comparison.vl.json",
      title: "Beside the published figures",
      subtitle: [
        document.title,
        "Line: 5 % to 95 % of what one run may show. Grey: interval of the published figure.",
      ],
      description: """
        For each published figure what was simulated, in percent of it: the mean as a point, 5 % \
        to 95 % of what one run may show as a line, over the interval of the published figure in \
        grey; at its right the verdict.
        """,
      table: "comparison.csv",
      transforms: [
        ["window": [["op": "row_number", "as": "row"]]],
        VegaTransform.filter("\(VegaExpression.number("observed")) > 0"),
      ]
        + percent.map {
          VegaTransform.calculate(
            VegaExpression.percent($0, of: "observed"), as: "\($0)_percent")
        }
        + [
          VegaTransform.calculate(
            "datum.kind === 'calibrated' ? 'simulated, was fitted to it' : 'simulated, predicted'",
            as: "evidence")
        ],
      body: [
        "width": 380, "height": ["step": 26],
        "layer": [
          [
            "encoding": ["y": VegaChannel.names("title", orderedBy: "row")],
            "layer": .array(Self.comparisonLayers),
          ],
          Self.agreement,
        ],
      ])
  }

  private static let comparisonLayers: [JSONValue] = [
    [
      "mark": ["type": "bar", "color": VegaStyle.shade, "height": 16],
      "encoding": [
        "x": VegaChannel.quantity(
          "observed_low_percent", title: "Simulated (% of the published figure)",
          ["scale": ["zero": false, "padding": 10], "axis": ["tickCount": 6]]),
        "x2": ["field": "observed_high_percent"],
      ],
    ],
    [
      "mark": ["type": "rule", "strokeWidth": 2.5],
      "encoding": [
        "x": VegaChannel.quantity("simulated_p05_percent"),
        "x2": ["field": "simulated_p95_percent"], "color": key(VegaStyle.blue, VegaStyle.orange),
      ],
    ],
    [
      "mark": ["type": "point", "filled": true, "size": 70, "opacity": 1, "tooltip": true],
      "encoding": [
        "x": VegaChannel.quantity("simulated_percent"),
        "color": key(VegaStyle.blue, VegaStyle.orange), "shape": key("circle", "square"),
      ],
    ],
    [
      "mark": ["type": "text", "align": "left", "color": VegaStyle.ink],
      "encoding": ["x": ["value": 395], "text": ["field": "verdict"]],
    ],
  ]

  /// Where what was simulated would be what was published.
  private static let agreement: JSONValue = [
    "data": ["values": [[:]]],
    "mark": ["type": "rule", "color": VegaStyle.ink, "strokeDash": VegaStyle.dashes],
    "encoding": ["x": ["datum": 100]],
  ]

  private static func key(_ predicted: JSONValue, _ calibrated: JSONValue) -> JSONValue {
    VegaChannel.key(
      "evidence", domain: ["simulated, predicted", "simulated, was fitted to it"],
      range: [predicted, calibrated])
  }
}
