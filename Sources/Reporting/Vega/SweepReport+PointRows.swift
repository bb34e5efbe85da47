import ScenarioFormat

extension SweepReport {
  /// A row a point, where nothing is a number.
  var pointRows: JSONValue {
    [
      "width": 460, "height": ["step": 22],
      "encoding": ["y": VegaChannel.names("values", orderedBy: "point")],
      "layer": [
        [
          "mark": ["type": "rule", "strokeWidth": 5, "opacity": 0.35, "color": VegaStyle.blue],
          "encoding": [
            "x": VegaChannel.quantity("low", title: Self.axisTitle, ["scale": ["zero": false]]),
            "x2": ["field": "high"],
          ],
        ],
        [
          "mark": [
            "type": "point", "filled": true, "size": 55, "opacity": 1, "color": VegaStyle.blue,
          ],
          "encoding": ["x": VegaChannel.quantity("percent"), "tooltip": Self.tooltip],
        ],
      ],
    ]
  }
}
