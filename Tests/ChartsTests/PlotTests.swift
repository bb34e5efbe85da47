import Testing

@testable import Charts

@Suite struct PlotTests {
  private func lines(_ points: [LinePoint], scale: AxisScale = .linear) -> LineChart {
    LineChart(
      Samples.heading, [LineSeries("a", points)], x: ChartAxis("x"),
      y: ChartAxis("y", scale: scale))
  }

  private func paths(_ svg: String, _ classes: String) -> [String] {
    svg.components(between: "<path class=\"\(classes)\" d=\"", and: "\"")
  }

  @Test("A point that can't be shown leaves a gap")
  func gaps() {
    let ys = [1, 2, .nan, 4, 5, 0, 7, 8.0]
    let points = ys.enumerated().map { LinePoint(x: Double($0.offset), y: $0.element) }
    #expect(paths(lines(points).svg(id: "c", width: 820), "s1 ln").map(moves) == [2])
    #expect(
      paths(lines(points, scale: .logarithmic).svg(id: "c", width: 820), "s1 ln").map(moves) == [3])
  }

  private func moves(_ path: String) -> Int { path.count { $0 == "M" } }

  @Test("One point is drawn as a point")
  func onePoint() {
    let svg = lines([LinePoint(x: 3, y: 4)]).svg(id: "c", width: 360)
    #expect(svg.contains("<title>a, 3: 4</title>"))
    #expect(MarkupCheck(svg).faults.isEmpty)
  }

  @Test("A staircase has only level and upright lines")
  func stepped() {
    var chart = lines((0..<50).map { LinePoint(x: Double($0), y: Double($0 * $0)) })
    chart.series[0].isStepped = true
    let path = paths(chart.svg(id: "c", width: 820), "s1 ln th")
    #expect(path.count == 1 && path.allSatisfy { !$0.contains("l") && $0.contains("v") })
  }

  @Test("Ends, references and marks are named")
  func names() {
    var chart = lines((0..<30).map { LinePoint(x: Double($0), y: 10) })
    chart.references = [ReferenceLine(12, label: "published 12")]
    chart.marks = [
      PointMark(x: 29, y: 13, label: "total 13"), PointMark(x: .nan, y: 3, label: "nothing"),
    ]
    let svg = chart.svg(id: "c", width: 820)
    #expect(svg.contains(">published 12<") && svg.contains(">total 13<") && svg.contains(">a<"))
    #expect(!svg.contains("nothing"))
  }

  @Test("An interval that reaches to zero goes to the end of a logarithmic axis, unmarked")
  func logarithmicIntervals() {
    let rows = [
      IntervalRow("a", mean: 2, low: 0, high: 5, published: 0),
      IntervalRow("b", mean: 20, low: 10, high: 50, published: 20),
    ]
    let chart = IntervalPlot(
      Samples.heading, [IntervalGroup("", rows)], x: ChartAxis(scale: .logarithmic))
    let svg = chart.svg(id: "c", width: 820)
    #expect(paths(svg, "s1 we").map(moves) == [1, 2])
    #expect(paths(svg, "pm").count == 1)
    #expect(svg.contains("<title>b: 20, 10 to 50; published 20</title>"))
  }

  @Test("The least and the greatest value have the first and the last colour; the best is outlined")
  func heat() {
    var chart = HeatMap(
      Samples.heading, rows: ["r"], columns: ["a", "b", "c", "d"], values: [[0, 5, 10, nil]],
      best: .least)
    let svg = chart.svg(id: "c", width: 820)
    #expect(svg.contains("<title>r, a: 0</title>") && svg.contains("class=\"h0 hc\""))
    #expect(svg.contains("class=\"h4 hc\"") && svg.contains("class=\"h8 hc\""))
    #expect(svg.contains("<title>best: r, a: 0</title>") && svg.contains("<title>no value</title>"))
    chart.best = .greatest
    #expect(chart.svg(id: "c", width: 820).contains("<title>best: r, c: 10</title>"))
    chart.values = [[1e300, -1e300, 0]]
    #expect(MarkupCheck(chart.svg(id: "c", width: 820)).faults.isEmpty)
  }

  @Test("The key of a heat map fits, however long its ends are", arguments: [280.0, 360, 820])
  func key(width: Double) throws {
    let chart = HeatMap(
      Samples.heading, rows: [Samples.long], columns: ["a", "b"], values: [[1, 2]],
      labels: .number(unit: Samples.long))
    let drawing = try #require(chart.drawing(id: "c", width: width))
    #expect(drawing.boxes.allSatisfy { $0.minX >= 0 && $0.maxX <= width })
    let texts = drawing.textBoxes
    for first in texts.indices {
      #expect(texts[(first + 1)...].allSatisfy { !$0.overlaps(texts[first], by: 1) })
    }
  }

  @Test("Points have a tooltip each while they are few")
  func tips() {
    func tips(_ count: Int) -> Int {
      var chart = lines((0..<count).map { LinePoint(x: Double($0), y: 1) })
      chart.showsPoints = true
      return paths(chart.svg(id: "c", width: 820), "s1 pt").count
    }
    #expect(tips(20) == 20 && tips(151) == 1)
  }

  @Test("A large heat map stays small")
  func largeHeat() {
    let names = (0..<60).map { "n\($0)" }
    let values: [[Double?]] = (0..<60).map { row in (0..<60).map { Double(row * $0 % 61) } }
    let chart = HeatMap(Samples.heading, rows: names, columns: names, values: values)
    let drawing = chart.drawing(id: "c", width: 820)
    #expect(drawing.map { $0.markup().utf8.count < 80_000 } ?? false)
  }

  @Test("Hundreds of spans stay small")
  func phases() {
    #expect(Samples.phases({ "kind \($0)" }, 1).svg(id: "c", width: 820).utf8.count < 20_000)
  }

  @Test("A time of 54 days in weeks is eight rows, named by their days")
  func weeks() {
    let strip = PhaseStrip(
      Samples.heading, kinds: [PhaseKind("Training", colour: 1)],
      spans: [PhaseSpan(from: 0, to: 54 * 24, kind: 0)], rowLength: 168)
    let svg = strip.svg(id: "c", width: 820)
    for day in stride(from: 0, through: 49, by: 7) { #expect(svg.contains(">day \(day)<")) }
    #expect(!svg.contains(">day 56<"))
  }

  @Test("Of short interruptions at one place the longest is seen")
  func interruptions() {
    let strip = PhaseStrip(
      Samples.heading,
      kinds: ["run", "detect", "wait"].enumerated().map { PhaseKind($1, colour: $0) },
      spans: [
        PhaseSpan(from: 0, to: 100, kind: 0), PhaseSpan(from: 100, to: 100.01, kind: 1),
        PhaseSpan(from: 100.01, to: 100.03, kind: 2), PhaseSpan(from: 100.03, to: 1000, kind: 0),
      ])
    let artist = PhaseArtist(strip, width: 820)
    #expect(artist?.withoutHidden(strip.spans).map(\.kind) == [0, 2, 0])
  }

  @Test("Times that make no sense are left out")
  func nonsense() {
    let strip = PhaseStrip(
      Samples.heading, kinds: [PhaseKind("a", colour: 1)],
      spans: [
        PhaseSpan(from: 5, to: 2, kind: 0), PhaseSpan(from: 0, to: .nan, kind: 0),
        PhaseSpan(from: 0, to: 1, kind: 7), PhaseSpan(from: 1e300, to: 1e300 * 1.5, kind: 0),
      ], lanes: [EventLane("b", [.infinity])], rowLength: 1e-300)
    #expect(strip.svg(id: "c", width: 820).isEmpty)
    var valid = strip
    valid.spans.append(PhaseSpan(from: 1e299, to: 1e300, kind: 0))
    #expect(MarkupCheck(valid.svg(id: "c", width: 820)).faults.isEmpty)
  }
}

extension String {
  /// What stands between two words, each time.
  func components(between start: String, and end: String) -> [String] {
    var found: [String] = []
    var rest = self[...]
    while let begin = rest.firstRange(of: start) {
      rest = rest[begin.upperBound...]
      guard let stop = rest.firstRange(of: end) else { break }
      found.append(String(rest[..<stop.lowerBound]))
      rest = rest[stop.upperBound...]
    }
    return found
  }
}
