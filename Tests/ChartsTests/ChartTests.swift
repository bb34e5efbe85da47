import Testing

@testable import Charts

@Suite struct ChartTests {
  static let widths = [280.0, 360, 820, 1400]
  static let labels: [[String]] = [
    ["Network", "GPU", "a somewhat longer label", "419", "Host", "Disk"],
    [Samples.hostile], [Samples.long], ["👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀集群集群集群集群集群集群"], [""],
  ]
  static let factors = [
    1, -1, 0, 1e-12, 1e290, -1e290, Double.leastNonzeroMagnitude, .nan, .infinity,
  ]

  @Test("Nothing is drawn beyond the view box", arguments: labels, factors)
  func bounds(labels: [String], factor: Double) {
    for chart in Samples.all(labels: labels, factor: factor) {
      for width in Self.widths {
        guard let drawing = chart.drawing(id: "c", width: width) else { continue }
        let outside = drawing.boxes.filter {
          $0.minX < -0.6 || $0.minY < -0.6 || $0.maxX > width + 0.6
            || $0.maxY > drawing.height + 1
        }
        #expect(outside.isEmpty, "\(drawing.kind) \(width): \(outside.prefix(3))")
      }
    }
  }

  @Test("No two texts lie on each other", arguments: labels, factors)
  func overlaps(labels: [String], factor: Double) {
    for chart in Samples.all(labels: labels, factor: factor) {
      for width in Self.widths {
        guard let drawing = chart.drawing(id: "c", width: width) else { continue }
        let texts = drawing.textBoxes
        let pairs = texts.indices.flatMap { first in
          texts[(first + 1)...].filter { $0.overlaps(texts[first], by: 1.5) }
        }
        #expect(pairs.isEmpty, "\(drawing.kind) \(width): \(pairs.prefix(3))")
      }
    }
  }

  @Test("Markup is well formed and has no style, script or reference", arguments: labels, factors)
  func markup(labels: [String], factor: Double) {
    for chart in Samples.all(labels: labels, factor: factor) {
      let svg = chart.svg(id: "c", width: 360)
      let check = MarkupCheck(svg)
      #expect(check.faults.isEmpty, "\(check.faults.prefix(3))")
      #expect(
        check.elements.isSubset(of: [
          "svg", "title", "desc", "path", "text", "g", "defs", "pattern",
        ]))
      #expect(check.attributes.isDisjoint(with: ["style", "href", "onload", "onclick"]))
      #expect(!svg.contains("nan") && !svg.contains("inf") && !svg.contains("e+"))
    }
  }

  @Test("Every class has a rule in the style sheet")
  func classes() {
    for chart in Samples.all(labels: Self.labels[0]) {
      for name in MarkupCheck(chart.svg(id: "c", width: 820)).classes {
        let isKind = ["bars", "histogram", "intervals", "lines", "heat", "phases"].contains(name)
        #expect(isKind || ChartStyle.css.contains(".\(name)"), "\(name)")
      }
    }
  }

  @Test("The same data give the same bytes, and identifiers begin as told")
  func determinism() {
    let first = Samples.all(labels: Self.labels[0]).map { $0.svg(id: "one", width: 820) }
    let second = Samples.all(labels: Self.labels[0]).map { $0.svg(id: "one", width: 820) }
    #expect(first == second)
    for svg in first {
      let check = MarkupCheck(svg)
      #expect(!check.identifiers.isEmpty)
      #expect(check.identifiers.allSatisfy { $0.hasPrefix("one-") })
      #expect(svg.contains("role=\"img\" aria-labelledby=\"one-t one-d\""))
      #expect(svg.utf8.count < 30_000)
    }
  }

  @Test("A pair is a wide and a narrow chart with different identifiers")
  func pair() {
    let pair = Samples.heat({ "\($0)" }, 1).pair(id: "p")
    #expect(pair.contains("viewBox=\"0 0 820 ") && pair.contains("viewBox=\"0 0 380 "))
    #expect(MarkupCheck(pair).faults.isEmpty)
  }

  @Test("Without anything to show, a chart is the empty string")
  func empty() {
    let axis = ChartAxis()
    let heading = Samples.heading
    let nothing: [any Chart] = [
      StackedBar(heading, []), StackedBar(heading, [BarRow("a", [BarSegment("b", 0, text: "0")])]),
      StackedBar(heading, [BarRow("a", [BarSegment("b", .nan, text: "–")])]),
      Histogram(heading, [], x: axis), Histogram(heading, [.nan, .infinity], x: axis),
      IntervalPlot(heading, [], x: axis),
      IntervalPlot(heading, [IntervalGroup("", [IntervalRow("a", mean: nil)])], x: axis),
      LineChart(heading, [], x: axis, y: axis),
      LineChart(heading, [LineSeries("a", [LinePoint(x: .nan, y: 1)])], x: axis, y: axis),
      HeatMap(heading, rows: ["a"], columns: ["b"], values: [[nil]]),
      HeatMap(heading, rows: [], columns: [], values: []),
      PhaseStrip(heading, kinds: [], spans: []),
    ]
    for chart in nothing {
      #expect(chart.svg(id: "c", width: 820).isEmpty)
      #expect(chart.pair(id: "c").isEmpty)
    }
  }
}
