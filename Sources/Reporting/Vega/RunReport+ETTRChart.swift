import ScenarioFormat

extension RunReport {
  /// `ettr.vl.json`: how the effective training time is distributed over the replications.
  var ettrChart: VegaChart {
    VegaChart(
      fileName: "ettr.vl.json",
      title: "Effective training time (ETTR) over replications",
      subtitle: [document.title],
      description: """
        Histogram of the effective training time of the replications, in percent of the wall \
        time. Vertical lines mark the mean and the 5 % and 95 % quantiles.
        """,
      table: "replications.csv",
      transforms: [
        VegaTransform.filter(VegaExpression.isNumber("ettr")),
        VegaTransform.calculate(VegaExpression.percent("ettr"), as: "percent"),
      ],
      body: [
        "width": VegaStyle.width, "height": 280, "layer": [Self.ettrBars, Self.ettrMarks],
      ])
  }

  private static let ettrBars: JSONValue = [
    "mark": ["type": "bar", "color": VegaStyle.skyBlue, "tooltip": true],
    "encoding": [
      "x": VegaChannel.quantity(
        "percent", title: "Effective training time (% of the wall time)",
        ["bin": ["maxbins": 40], "axis": ["labelOverlap": true, "labelSeparation": 8]]),
      "y": [
        "aggregate": "count", "type": "quantitative", "title": "Replications",
        "axis": ["labelExpr": "datum.value % 1 ? '' : format(datum.value, ',d')"],
      ],
    ],
  ]

  private static let ettrMarks: JSONValue = [
    "data": VegaChart.data("summary.csv"),
    "transform": .array([
      VegaTransform.filter("datum.metric === 'ettr'"),
      ["fold": ["p05", "mean", "p95"], "as": ["which", "value"]],
      VegaTransform.filter(VegaExpression.isNumber("value")),
      VegaTransform.calculate(VegaExpression.percent("value"), as: "percent"),
      VegaTransform.calculate(
        "(datum.which === 'mean' ? 'mean' : datum.which === 'p05' ? '5 %' : '95 %')"
          + " + ': ' + format(datum.percent, '.2f') + ' %'", as: "label"),
    ]),
    "encoding": ["x": VegaChannel.quantity("percent")],
    "layer": .array([
      [
        "mark": ["type": "rule", "strokeWidth": 1.5, "color": VegaStyle.ink],
        "encoding": [
          "strokeDash": [
            "condition": ["test": "datum.which === 'mean'", "value": [1, 0]],
            "value": VegaStyle.dashes,
          ]
        ],
      ],
      label(of: "mean", above: 20, align: "center", dx: 0),
      label(of: "p05", above: 6, align: "right", dx: -3),
      label(of: "p95", above: 6, align: "left", dx: 3),
    ]),
  ]

  /// A text above the plot; how they are placed, close ones don't meet.
  private static func label(of mark: String, above: Int, align: JSONValue, dx: JSONValue)
    -> JSONValue
  {
    [
      "transform": [VegaTransform.filter("datum.which === '\(mark)'")],
      "mark": [
        "type": "text", "align": align, "dx": dx, "baseline": "bottom", "dy": JSONValue(-above),
        "color": VegaStyle.ink,
      ],
      "encoding": ["y": ["value": 0], "text": ["field": "label"]],
    ]
  }
}
