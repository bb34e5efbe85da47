extension Histogram: DrawnChart {
  func drawing(id: String, width: Double) -> Drawing? {
    var drawing = Drawing(kind: "histogram", heading: heading, id: id, width: width)
    guard let artist = HistogramArtist(self, width: drawing.width) else { return nil }
    artist.draw(into: &drawing)
    return drawing
  }
}

/// Lays a histogram out and draws it.
struct HistogramArtist {
  /// A value marked by a line from the axis to its label above the bars.
  private struct Flag {
    let value: Double
    let label: String
    let classes: String
    let isReference: Bool
  }

  let chart: Histogram
  private let bins: [HistogramBin]
  private let flags: [Flag]
  private let places: [FlagLayout.Place]
  private let limit: Double
  private let plot: Plot

  init?(_ chart: Histogram, width: Double) {
    self.chart = chart
    bins = chart.bins.filter {
      isShown($0.lower) && isShown($0.upper) && $0.lower <= $0.upper && isShown($0.count)
        && $0.count >= 0
    }
    guard bins.contains(where: { $0.count > 0 }) else { return nil }
    flags = Self.flags(of: chart)
    let edges = bins.flatMap { [$0.lower, $0.upper] } + flags.map(\.value)
    let xAxis = Self.axis(edges, chart.x, steps: width < 500 ? 4 : 8)
    let yAxis = Axis(
      bins.map(\.count), .linear, chart.y.labels, steps: 4, rounded: true, fromZero: true)
    guard let xAxis, let yAxis else { return nil }
    let left = Drawing.labelWidth(yAxis, atMost: width * 0.25)
    limit = (width - left) / 2 - 8
    let title = chart.y.title.isEmpty ? 6.0 : 22
    let draft = Box(minX: left, minY: 0, maxX: width - 8, maxY: 1)
    let room = limit
    let layout = flags.map { flag in
      FlagLayout.Flag(
        x: draft.minX + draft.width * xAxis.fraction(flag.value),
        width: TextWidth.of(
          TextWidth.fit(MarkupText.plain(flag.label), .normal, within: room), .normal))
    }
    places = FlagLayout.places(layout, from: left, to: width)
    let rows = places.map { Double($0.row + 1) }.max() ?? 0
    let top = title + 16 * rows + 4
    let asked = chart.height.flatMap { $0.isFinite ? max(60, min(1000, $0)) : nil }
    let tall = asked ?? max(120, min(220, width * 0.3))
    plot = Plot(
      box: Box(minX: left, minY: top, maxX: draft.maxX, maxY: top + tall), x: xAxis, y: yAxis)
  }

  /// The axis of values. Bins of whole numbers end between them, but only they are marked.
  private static func axis(_ edges: [Double], _ axis: ChartAxis, steps: Int) -> Axis? {
    let endsBetween = axis.labels == .count && edges.contains { $0 != $0.rounded() }
    var result = Axis(edges, .linear, endsBetween ? .number() : axis.labels, steps: steps)
    if endsBetween, let whole = Axis(edges, .linear, .count, steps: steps) {
      result?.mark(whole.ticks.map(\.value))
    }
    if !axis.ticks.isEmpty { result?.mark(axis.ticks) }
    return result
  }

  private static func flags(of chart: Histogram) -> [Flag] {
    let own = [
      (chart.low, chart.lowName, "ql"), (chart.mean, chart.meanName, "ml"),
      (chart.high, chart.highName, "ql"),
    ]
    var flags = own.compactMap { value, name, classes -> Flag? in
      guard let value, isShown(value) else { return nil }
      return Flag(
        value: value, label: "\(name): \(chart.x.labels.text(value))", classes: classes,
        isReference: false)
    }
    flags += chart.references.filter { isShown($0.value) }.prefix(8).map {
      Flag(value: $0.value, label: $0.label, classes: "rf", isReference: true)
    }
    return flags
  }

  func draw(into drawing: inout Drawing) {
    drawing.height = plot.box.maxY + Drawing.axisHeight(title: chart.x.title)
    if !chart.y.title.isEmpty { drawing.text(chart.y.title, 0, 13, "mu") }
    drawing.verticalAxis(plot.y, in: plot.box)
    drawing.horizontalAxis(
      plot.x, from: plot.box.minX, to: plot.box.maxX, y: plot.box.maxY, title: chart.x.title)
    for bin in bins.prefix(400) where bin.count > 0 {
      let (start, end) = (plot.x(bin.lower), plot.x(bin.upper))
      let gap = end - start > 3 ? 0.5 : 0
      let top = min(plot.y(bin.count), plot.box.maxY - 1)
      drawing.rectangle(
        Box(minX: start + gap, minY: top, maxX: max(end - gap, start + 1), maxY: plot.box.maxY),
        "hb",
        tip: "\(name(of: bin)): \(chart.y.labels.text(bin.count))")
    }
    var base = Path()
    base.move(plot.box.minX, plot.box.maxY)
    base.line(plot.box.maxX, plot.box.maxY)
    drawing.path(base, "ax")
    for (flag, place) in zip(flags, places) {
      let x = plot.x(flag.value)
      let y = plot.box.minY - 8 - 16 * Double(place.row)
      drawing.line(x, plot.box.maxY, x, y - 8, flag.classes, tip: flag.label)
      if flag.isReference {
        var shape = Path()
        MarkShape.diamond.add(to: &shape, x, plot.box.maxY, radius: 4)
        drawing.path(shape, "pm", tip: flag.label)
      }
    }
    for (flag, place) in zip(flags, places) {
      let y = plot.box.minY - 8 - 16 * Double(place.row)
      drawing.text(flag.label, place.start, y, "ha", within: limit)
    }
  }

  /// The values of a bin in words; of counts, the whole numbers in it.
  private func name(of bin: HistogramBin) -> String {
    let labels = chart.x.labels
    guard labels == .count else { return "\(labels.text(bin.lower)) to \(labels.text(bin.upper))" }
    let first = bin.lower.rounded(.up)
    let last = bin.upper.rounded(.up) - 1
    return last <= first ? labels.text(first) : "\(labels.text(first)) to \(labels.text(last))"
  }
}
