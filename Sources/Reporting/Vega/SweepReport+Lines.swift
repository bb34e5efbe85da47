import ScenarioFormat

extension SweepReport {
  /// A line with a band for each combination of the other paths.
  func lines(over abscissa: NumberAxis, _ layout: SweepLayout) -> JSONValue {
    let isOne = layout.seriesCount == 1
    let colour: JSONValue = .object(isOne ? [("color", VegaStyle.blue)] : [])
    let scale: JSONValue =
      abscissa.isLogarithmic
      ? ["type": "log", "nice": false] : ["type": "linear", "nice": false, "zero": false]
    let x = VegaChannel.quantity("x", title: abscissa.title, ["scale": scale])
    return [
      "width": VegaStyle.width, "height": 320,
      "encoding": JSONValue.object([("x", x)]).adding(isOne ? [:] : colourKey(layout)),
      "layer": [
        [
          "mark": JSONValue.object([("type", "area"), ("opacity", 0.25)]).adding(colour),
          "encoding": [
            "y": VegaChannel.quantity("low", title: Self.axisTitle, ["scale": ["zero": false]]),
            "y2": ["field": "high"],
          ],
        ],
        [
          "mark": JSONValue.object([("type", "line")]).adding(colour),
          "encoding": ["y": VegaChannel.quantity("percent")],
        ],
        [
          "mark": JSONValue.object([
            ("type", "point"), ("filled", true), ("size", 45), ("opacity", 1),
          ]).adding(colour),
          "encoding": JSONValue.object([
            ("y", VegaChannel.quantity("percent")), ("tooltip", Self.tooltip),
          ]).adding(isOne ? [:] : shapeKey(layout)),
        ],
      ],
    ]
  }

  /// What tells the lines apart.
  private func colourKey(_ layout: SweepLayout) -> JSONValue {
    guard layout.seriesCount <= Self.mostLines else {
      return [
        "color": key(layout, scale: ["scheme": "viridis"]).adding(["legend": ["columns": 2]])
      ]
    }
    return ["color": key(layout, scale: scale(layout, VegaStyle.series))]
  }

  /// What tells their points apart, for those who don't see the colours.
  private func shapeKey(_ layout: SweepLayout) -> JSONValue {
    guard layout.seriesCount <= Self.mostLines else { return [:] }
    return ["shape": key(layout, scale: scale(layout, VegaStyle.shapes))]
  }

  /// Both keys must name their values alike to be one legend.
  private func scale(_ layout: SweepLayout, _ range: [JSONValue]) -> JSONValue {
    var names: [String] = []
    for point in plan.points {
      let name = layout.others.map { index in
        (layout.others.count > 1 ? "\(paths[index])=" : "")
          + CSVTable.Cell.defused(point[index].value)
      }.joined(separator: ", ")
      if !names.contains(name) { names.append(name) }
    }
    return [
      "domain": .array(names.map(JSONValue.string)),
      "range": .array(Array(range.prefix(names.count))),
    ]
  }

  private func key(_ layout: SweepLayout, scale: JSONValue) -> JSONValue {
    [
      "field": "series", "type": "nominal",
      "title": .string(layout.others.map { paths[$0] }.joined(separator: ", ")),
      "sort": ["field": "point", "op": "min"], "scale": scale,
    ]
  }
}
