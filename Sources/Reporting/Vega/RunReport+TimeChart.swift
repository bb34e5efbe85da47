import ClusterModel
import Experiments
import ScenarioFormat

extension RunReport {
  /// `time.vl.json`: where the time went, on the mean.
  var timeChart: VegaChart {
    let titles = TimeState.allCases.map { state in
      "\(VegaExpression.text("\(state.identifier)_hours")): \(VegaExpression.text(state.title))"
    }
    return VegaChart(
      fileName: "time.vl.json",
      title: "Where the time went",
      subtitle: [document.title],
      description: """
        A bar of the whole wall time, divided into productive time and what it was lost to, on \
        the mean over replications; below it a bar for each of the causes, with its share of the \
        wall time and its hours.
        """,
      table: "summary.csv",
      transforms: [
        VegaTransform.calculate("{\(titles.joined(separator: ", "))}[datum.metric]", as: "state"),
        VegaTransform.filter("isValid(datum.state) && \(VegaExpression.number("mean")) > 0"),
        VegaTransform.calculate(VegaExpression.number("mean"), as: "hours"),
        ["joinaggregate": [["op": "sum", "field": "hours", "as": "all"]]],
        VegaTransform.calculate("100 * datum.hours / datum.all", as: "percent"),
      ],
      body: ["spacing": 30, "vconcat": [Self.wholeTime, Self.lostTime]])
  }

  private static let share = "Share of the wall time (%)"

  /// A colour a state, those of Paul Tol's "muted" scheme and greys: the bars below name them.
  private static let stateColour: JSONValue = VegaChannel.key(
    "state", domain: TimeState.allCases.map { .string($0.title) },
    range: TimeState.allCases.map { .string($0.colour) }
  ).adding(["legend": .null])

  private static let wholeTime: JSONValue = [
    "width": VegaStyle.width, "height": 44,
    "layer": [
      [
        "mark": ["type": "bar", "stroke": "white", "strokeWidth": 1],
        "encoding": [
          "x": VegaChannel.quantity(
            "percent", title: share,
            ["stack": "zero", "scale": ["domain": [0, 100], "nice": false]]),
          "order": ["field": "percent", "type": "quantitative", "sort": "descending"],
          "color": stateColour,
          "tooltip": .array([
            ["field": "state"],
            VegaChannel.quantity("hours", title: "hours", ["format": ",.2f"]),
            VegaChannel.quantity("percent", title: "% of the wall time", ["format": ".2f"]),
          ]),
        ],
      ],
      [
        "transform": [
          VegaTransform.filter("datum.state === 'productive'"),
          VegaTransform.calculate(
            "'productive: ' + format(datum.percent, '.2f') + ' %, ' + format(datum.hours, ',.1f')"
              + " + ' h'", as: "label"),
        ],
        "mark": [
          "type": "text", "align": "left", "baseline": "bottom", "dy": -4, "color": VegaStyle.ink,
        ],
        "encoding": ["x": ["value": 0], "y": ["value": 0], "text": ["field": "label"]],
      ],
    ],
  ]

  private static let lostTime: JSONValue = [
    "title": ["text": "What was lost", "fontSize": 12, "fontWeight": "normal", "offset": 6],
    "width": VegaStyle.width, "height": ["step": 22],
    "transform": [
      VegaTransform.filter("datum.state !== 'productive'"),
      VegaTransform.calculate(
        "format(datum.percent, '.2f') + ' %, ' + format(datum.hours, ',.1f') + ' h'", as: "label"),
    ],
    "encoding": [
      "y": VegaChannel.names("state", orderedBy: "percent", descending: true),
      "x": VegaChannel.quantity("percent", title: share, ["axis": ["tickCount": 6]]),
    ],
    "layer": [
      [
        "mark": ["type": "bar", "height": ["band": 0.75]], "encoding": ["color": stateColour],
      ],
      [
        "mark": ["type": "text", "align": "left", "dx": 5, "color": VegaStyle.ink],
        "encoding": ["text": ["field": "label"]],
      ],
    ],
  ]
}

extension TimeState {
  fileprivate var colour: String {
    switch self {
    case .productive: "#88CCEE"
    case .checkpointSave: "#DDCC77"
    case .lostWork: "#CC6677"
    case .detection: "#882255"
    case .diagnosis: "#AA4499"
    case .replacement: "#117733"
    case .starved: "#555555"
    case .restart: "#332288"
    case .load: "#44AA99"
    case .degraded: "#BBBBBB"
    case .planned: "#999933"
    }
  }
}
