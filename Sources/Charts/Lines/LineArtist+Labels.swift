extension LineArtist {
  /// What is named right of the plot.
  private struct EndLabel {
    let text: String
    let x: Double
    let y: Double
    let classes: String
  }

  /// A mark near the right end is named with the lines, right of the plot.
  private func isAtEnd(_ mark: PointMark) -> Bool {
    let room = imageWidth - plot.box.maxX - 10
    return plot.x(mark.x) > plot.box.minX + 0.86 * plot.box.width
      && TextWidth.of(MarkupText.plain(mark.label), .strong) <= room
  }

  /// Names lines right of the plot, moved apart, with a thin line to ends that are elsewhere.
  func drawEndLabels(into drawing: inout Drawing) {
    var labels = traces.compactMap { trace -> EndLabel? in
      guard !trace.label.isEmpty, let last = trace.points.last?.last else { return nil }
      return EndLabel(
        text: trace.label, x: plot.x(last.x), y: plot.y(last.y),
        classes: "\(SeriesClass.of(trace.colour)) tc")
    }
    labels += marks.filter { isAtEnd($0) && !$0.label.isEmpty }.map {
      EndLabel(text: $0.label, x: plot.x($0.x), y: plot.y($0.y), classes: "nt")
    }
    let places = Spread.places(
      labels.map(\.y), apart: 15, from: plot.box.minY + 2, to: plot.box.maxY - 2)
    let column = plot.box.maxX + 10
    for (label, y) in zip(labels, places) {
      if label.x < plot.box.maxX - 2 || (label.y - y).magnitude > 5 {
        var leader = Path()
        leader.move(label.x + 5, label.y)
        if label.x + 5 < plot.box.maxX { leader.line(plot.box.maxX, label.y) }
        leader.line(column - 2, y)
        drawing.path(leader, "ld")
      }
      drawing.text(label.text, column, y + 4, style: .strong, label.classes)
    }
  }

  /// Names references and marks within the plot, where least is in the way.
  func drawInnerLabels(into drawing: inout Drawing) {
    var taken: [Box] = marks.map { mark in
      let (x, y) = (plot.x(mark.x), plot.y(mark.y))
      return Box(minX: x - 6, minY: y - 6, maxX: x + 6, maxY: y + 6)
    }
    for reference in references where !reference.label.isEmpty {
      let y = plot.y(reference.value)
      let (left, right) = (plot.box.minX + 4, plot.box.maxX - 4)
      place(
        reference.label, &taken, &drawing,
        candidates: [
          (right, y - 5, .end), (left, y - 5, .start), (right, y + 14, .end),
          (left, y + 14, .start),
        ])
    }
    for mark in marks where !isAtEnd(mark) && !mark.label.isEmpty {
      let (x, y) = (plot.x(mark.x), plot.y(mark.y))
      place(
        mark.label, &taken, &drawing,
        candidates: [
          (x + 9, y + 4, .start), (x - 9, y + 4, .end), (x, y - 10, .middle),
          (x, y + 20, .middle),
        ])
    }
  }

  private func place(
    _ label: String, _ taken: inout [Box], _ drawing: inout Drawing,
    candidates: [(x: Double, y: Double, anchor: TextAnchor)]
  ) {
    let shown = TextWidth.fit(MarkupText.plain(label), .normal, within: plot.box.width - 8)
    let length = TextWidth.of(shown, .normal)
    let scored = candidates.enumerated().map { index, candidate in
      let start = candidate.anchor.start(at: candidate.x, length: length)
      let box = Box(
        minX: start, minY: candidate.y - 10, maxX: start + length, maxY: candidate.y + 3)
      let isOutside =
        box.minX < plot.box.minX || box.maxX > plot.box.maxX || box.minY < plot.box.minY - 8
        || box.maxY > plot.box.maxY
      let covered = ink.count {
        $0.x > box.minX - 2 && $0.x < box.maxX + 2 && $0.y > box.minY - 2 && $0.y < box.maxY + 2
      }
      let overlaps = taken.count { $0.overlaps(box) }
      let score = covered + 1000 * overlaps + (isOutside ? 100_000 : 0)
      return (score: score, index: index, box: box)
    }
    guard let best = scored.min(by: { ($0.score, $0.index) < ($1.score, $1.index) }) else { return }
    let candidate = candidates[best.index]
    taken.append(best.box)
    drawing.text(
      label, candidate.x, candidate.y, anchor: candidate.anchor, "nt ha",
      within: plot.box.width - 8)
  }
}
