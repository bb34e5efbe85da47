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
      EndLabel(text: $0.label, x: plot.x($0.x), y: plot.y($0.y), classes: "")
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
        drawing.path(leader, label.x < plot.box.maxX - 20 ? "ld dl" : "ld")
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
        [
          Spot(x: right, y: y - 5, anchor: .end), Spot(x: left, y: y - 5, anchor: .start),
          Spot(x: right, y: y + 14, anchor: .end), Spot(x: left, y: y + 14, anchor: .start),
        ])
    }
    for mark in marks where !isAtEnd(mark) && !mark.label.isEmpty {
      let (x, y) = (plot.x(mark.x), plot.y(mark.y))
      place(
        mark.label, &taken, &drawing,
        [
          Spot(x: x + 9, y: y + 4, anchor: .start), Spot(x: x - 9, y: y + 4, anchor: .end),
          Spot(x: x + 5, y: y - 10, anchor: .start), Spot(x: x - 5, y: y - 10, anchor: .end),
          Spot(x: x + 5, y: y + 19, anchor: .start), Spot(x: x - 5, y: y + 19, anchor: .end),
        ])
    }
  }

  /// Where a label within the plot may be.
  private struct Spot {
    let x: Double
    let y: Double
    let anchor: TextAnchor

    /// The box of so long a text there.
    func box(_ length: Double) -> Box {
      let start = anchor.start(at: x, length: length)
      return Box(minX: start, minY: y - 10, maxX: start + length, maxY: y + 3)
    }
  }

  /// Puts a label where it covers least of the lines; shortened if it fits nowhere, and left to the
  /// tooltip if even that would lie on another.
  private func place(
    _ label: String, _ taken: inout [Box], _ drawing: inout Drawing, _ spots: [Spot]
  ) {
    let whole = MarkupText.plain(label)
    for share in [1, 0.5, 0.25] {
      let shown = TextWidth.fit(whole, .normal, within: share * plot.box.width - 8)
      let length = TextWidth.of(shown, .normal)
      let free = spots.filter { spot in
        let box = spot.box(length)
        return box.minX >= plot.box.minX && box.maxX <= plot.box.maxX
          && box.minY >= plot.box.minY - 8 && box.maxY <= plot.box.maxY
          && !taken.contains { $0.overlaps(box) }
      }
      let covered = free.map { covering($0.box(length)) }
      guard let least = covered.min(), let best = covered.firstIndex(of: least), !shown.isEmpty
      else { continue }
      let spot = free[best]
      taken.append(spot.box(length))
      drawing.text(label, spot.x, spot.y, anchor: spot.anchor, "ha", within: length + 0.01)
      return
    }
  }

  /// How many points of lines a box covers.
  private func covering(_ box: Box) -> Int {
    ink.count {
      $0.x > box.minX - 2 && $0.x < box.maxX + 2 && $0.y > box.minY - 2 && $0.y < box.maxY + 2
    }
  }
}
