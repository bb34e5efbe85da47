import ScenarioFormat

extension SweepReport {
  /// A coloured cell with its number a point.
  func heatMap(_ abscissa: NumberAxis, _ ordinate: NumberAxis) -> JSONValue {
    func axis(_ axis: NumberAxis, _ field: JSONValue, order: JSONValue) -> JSONValue {
      [
        "field": field, "type": "ordinal", "sort": order, "title": .string(axis.title),
        "axis": ["format": .string(".\(axis.digits)~r"), "labelAngle": 0, "labelOverlap": true],
      ]
    }
    return [
      "width": VegaStyle.width, "height": ["step": 34],
      "encoding": [
        "x": axis(abscissa, "x", order: "ascending"),
        "y": axis(ordinate, "y", order: "descending"),
      ],
      "layer": [
        [
          "mark": "rect",
          "encoding": [
            "color": VegaChannel.quantity(
              "percent", title: "ETTR (%)", ["scale": ["scheme": "cividis"]]),
            "tooltip": Self.tooltip,
          ],
        ],
        [
          "mark": "text",
          "encoding": [
            "text": VegaChannel.quantity("percent", ["format": ".1f"]),
            "color": [
              "condition": [
                "test": "2 * datum.percent > datum.most + datum.least", "value": "black",
              ],
              "value": "white",
            ],
          ],
        ],
      ],
    ]
  }
}
