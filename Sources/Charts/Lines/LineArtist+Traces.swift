extension LineArtist {
  /// Draws the intervals of a line as a band.
  func drawBand(of trace: Trace, into drawing: inout Drawing) {
    var band = Path()
    for part in trace.points {
      for run in part.split(whereSeparator: { $0.low == nil || $0.high == nil }) {
        let corners = run.map { point in
          (
            x: plot.x(point.x), low: plot.y(point.low ?? point.y),
            high: plot.y(point.high ?? point.y)
          )
        }
        let kept = Decimation.band(corners)
        let upper = stepped(kept.map { (x: $0.x, y: $0.high) }, trace)
        let lower = stepped(kept.map { (x: $0.x, y: $0.low) }, trace)
        if kept.count > 1 { band.polygon(upper + lower.reversed()) }
      }
    }
    drawing.path(band, "\(SeriesClass.of(trace.colour)) bd")
  }

  /// Draws a line and, if they are to be seen, its points.
  mutating func drawLine(of trace: Trace, into drawing: inout Drawing) {
    let series = SeriesClass.of(trace.colour)
    var line = Path()
    var dots = Path()
    for part in trace.points {
      let corners = part.map { (x: plot.x($0.x), y: plot.y($0.y)) }
      let kept = stepped(Decimation.line(corners), trace)
      guard let first = kept.first else { continue }
      line.move(first.x, first.y)
      for corner in kept.dropFirst() { line.line(corner.x, corner.y) }
      note(kept)
      // A point by itself is no line.
      if kept.count == 1, !trace.showsPoints {
        MarkShape.of(series: trace.colour).add(to: &dots, first.x, first.y, radius: 3.5)
      }
    }
    drawing.path(line, "\(series) ln\(trace.dash)", tip: trace.label.isEmpty ? nil : trace.label)
    guard trace.showsPoints else {
      drawing.path(dots, "\(series) fl")
      return
    }
    for point in trace.points.joined().prefix(400) {
      MarkShape.of(series: trace.colour).add(
        to: &dots, plot.x(point.x), plot.y(point.y), radius: 3.5)
      if hasTips {
        drawing.path(dots, "\(series) pt", tip: tip(of: point, trace.label))
        dots = Path()
      }
    }
    drawing.path(dots, "\(series) pt")
  }

  /// Whether points are few enough for a tooltip each.
  private var hasTips: Bool {
    traces.reduce(0) { $0 + $1.points.reduce(0) { $0 + $1.count } } <= 150
  }

  private func tip(of point: LinePoint, _ label: String) -> String {
    let shortened = label.count > 60 ? "\(label.prefix(60))…" : label
    let name = label.isEmpty ? "" : "\(shortened), "
    var text = "\(name)\(chart.x.labels.text(point.x)): \(chart.y.labels.text(point.y))"
    if let low = point.low, let high = point.high {
      text += " (\(chart.y.labels.text(low)) to \(chart.y.labels.text(high)))"
    }
    return text
  }

  private func stepped(
    _ corners: [(x: Double, y: Double)], _ trace: Trace
  ) -> [(x: Double, y: Double)] {
    guard trace.isStepped, let first = corners.first else { return corners }
    var steps = [first]
    for (before, corner) in zip(corners, corners.dropFirst()) {
      steps.append((x: corner.x, y: before.y))
      steps.append(corner)
    }
    return steps
  }

  /// Notes points of a line, some units apart, for labels to keep away from.
  private mutating func note(_ corners: [(x: Double, y: Double)]) {
    for (start, end) in zip(corners, corners.dropFirst()) {
      let length = max((end.x - start.x).magnitude, (end.y - start.y).magnitude)
      let parts = WholeNumber.floor(length / 4, within: 1...200)
      for part in 0..<parts {
        let share = Double(part) / Double(parts)
        ink.append(
          (x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share))
      }
    }
    if let last = corners.last { ink.append(last) }
  }
}
