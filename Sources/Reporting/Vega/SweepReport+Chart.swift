import ScenarioFormat

extension SweepReport {
  /// `sweep.vl.json`: the effective training time over what varies.
  ///
  /// Lines over the first path of numbers, one for each combination of the others; also a heat map
  /// if the points fill a table of two paths of numbers. Without numbers, a row a point.
  var chart: VegaChart {
    let layout = SweepLayout(self)
    let views = views(layout)
    return VegaChart(
      fileName: "sweep.vl.json",
      title: "Effective training time (ETTR) over \(paths.joined(separator: ", "))",
      subtitle: [plan.document.title, views.map(\.note).joined(separator: " ")],
      description: """
        The effective training time at each point of the sweep, in percent of the wall time, the \
        mean over replications with its 95 % confidence interval. \
        \(views.map(\.note).joined(separator: " "))
        """,
      table: "sweep.csv",
      transforms: rows(layout),
      body: views.count == 1
        ? views[0].json
        : [
          "spacing": 40, "resolve": ["scale": ["color": "independent", "shape": "independent"]],
          "vconcat": .array(views.map(\.json)),
        ])
  }

  private typealias View = (note: String, json: JSONValue)

  /// More lines than this can't be told apart.
  static let mostLines = VegaStyle.series.count

  private func views(_ layout: SweepLayout) -> [View] {
    guard let abscissa = layout.abscissa else {
      return [("Line: 95 % confidence interval of the mean.", pointRows)]
    }
    let lines = (
      "Band: 95 % confidence interval of the mean.", self.lines(over: abscissa, layout)
    )
    guard let ordinate = layout.ordinate else { return [lines] }
    let map = ("Number: percent.", heatMap(abscissa, ordinate))
    return layout.seriesCount > Self.mostLines ? [map] : [lines, map]
  }

  /// The rows of the metric, with what is drawn as numbers and as texts.
  private func rows(_ layout: SweepLayout) -> [JSONValue] {
    var rows = [
      VegaTransform.filter("datum.metric === 'ettr' && \(VegaExpression.isNumber("mean"))"),
      VegaTransform.calculate(VegaExpression.number("point"), as: "point"),
      VegaTransform.calculate(VegaExpression.percent("mean"), as: "percent"),
      VegaTransform.calculate(VegaExpression.percent("ci95_low"), as: "low"),
      VegaTransform.calculate(VegaExpression.percent("ci95_high"), as: "high"),
      VegaTransform.calculate(label(paths.indices.map(\.self), withNames: true), as: "values"),
    ]
    if let abscissa = layout.abscissa {
      rows += [
        VegaTransform.filter(VegaExpression.isNumber(abscissa.column)),
        VegaTransform.calculate(abscissa.expression, as: "x"),
        VegaTransform.calculate(
          label(layout.others, withNames: layout.others.count > 1), as: "series"),
      ]
    }
    if let ordinate = layout.ordinate {
      rows += [
        VegaTransform.calculate(ordinate.expression, as: "y"),
        [
          "joinaggregate": [
            ["op": "max", "field": "percent", "as": "most"],
            ["op": "min", "field": "percent", "as": "least"],
          ]
        ],
      ]
    }
    return rows
  }

  /// The texts of some paths of a point in one.
  private func label(_ indices: [Int], withNames: Bool) -> String {
    let parts = indices.map { index in
      let name = withNames ? VegaExpression.text("\(paths[index])=") + " + " : ""
      return name + VegaExpression.column(paths[index])
    }
    return parts.isEmpty ? "''" : parts.joined(separator: " + ', ' + ")
  }

  static let axisTitle = "Effective training time (% of the wall time)"

  static let tooltip: JSONValue = .array([
    ["field": "values"],
    VegaChannel.quantity("percent", title: "ETTR (%)", ["format": ".3f"]),
    VegaChannel.quantity("low", title: "from (%)", ["format": ".3f"]),
    VegaChannel.quantity("high", title: "to (%)", ["format": ".3f"]),
  ])
}

extension NumberAxis {
  /// The number of a row in the unit of the axis.
  fileprivate var expression: String {
    let number = VegaExpression.number(column)
    return divisor == 1 ? number : "\(number) / \(Int(divisor))"
  }
}
