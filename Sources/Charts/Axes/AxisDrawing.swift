/// The frame of a chart: the area its data are drawn in.
struct Plot {
  var box: Box
  var x: Axis
  var y: Axis

  func x(_ value: Double) -> Double { box.minX + box.width * x.fraction(value) }
  func y(_ value: Double) -> Double { box.maxY - box.height * y.fraction(value) }
}

extension Drawing {
  /// How high the labels under an axis are, with the axis's title if there is one.
  static func axisHeight(title: String) -> Double { title.isEmpty ? 22 : 42 }

  /// Writes labels under a horizontal axis at `y`, as many as fit beside each other, and its title.
  mutating func horizontalAxis(
    _ axis: Axis, from start: Double, to end: Double, y: Double, title: String
  ) {
    var placed: [Box] = []
    let ranked = axis.ticks.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }
    let ranks = Set(axis.ticks.map(\.rank))
    let spaced = ranks.count == 1 ? evenly(axis, from: start, to: end) : ranked.map(\.element)
    for tick in spaced {
      let centre = start + (end - start) * axis.fraction(tick.value)
      let length = TextWidth.of(MarkupText.plain(tick.label), .normal)
      let left = max(0, min(centre - length / 2, width - length))
      let box = Box(minX: left - 4, minY: 0, maxX: left + length + 4, maxY: 1)
      if placed.contains(where: { $0.overlaps(box) }) { continue }
      placed.append(box)
      text(tick.label, centre, y + 16, anchor: .middle, "mu")
    }
    if !title.isEmpty {
      text(title, (start + end) / 2, y + 36, anchor: .middle, "mu", within: width)
    }
  }

  /// Every n-th tick, n being the least for which labels have room.
  private func evenly(_ axis: Axis, from start: Double, to end: Double) -> [Tick] {
    let lengths = axis.ticks.map { TextWidth.of(MarkupText.plain($0.label), .normal) }
    let places = axis.ticks.map { start + (end - start) * axis.fraction($0.value) }
    for every in 1...max(1, axis.ticks.count) {
      let kept = axis.ticks.indices.filter { $0.isMultiple(of: every) }
      let fits = zip(kept, kept.dropFirst()).allSatisfy { a, b in
        places[b] - places[a] >= (lengths[a] + lengths[b]) / 2 + 8
      }
      if fits, kept.count > 1 { return kept.map { axis.ticks[$0] } }
    }
    return [axis.ticks.first, axis.ticks.last].compactMap { $0 }
  }

  /// Draws light lines at the ticks of a horizontal axis.
  mutating func verticalGrid(_ axis: Axis, in box: Box) {
    var grid = Path()
    for tick in axis.ticks {
      let x = box.minX + box.width * axis.fraction(tick.value)
      grid.move(x, box.minY)
      grid.line(x, box.maxY)
    }
    path(grid, "gr")
  }

  /// Draws light lines at the ticks of a vertical axis and writes their labels left of the box.
  mutating func verticalAxis(_ axis: Axis, in box: Box) {
    var grid = Path()
    let ranked = axis.ticks.sorted { ($0.rank, $0.value) < ($1.rank, $1.value) }
    var taken: [Double] = []
    for tick in ranked {
      let y = box.maxY - box.height * axis.fraction(tick.value)
      grid.move(box.minX, y)
      grid.line(box.maxX, y)
      if taken.contains(where: { ($0 - y).magnitude < 15 }) { continue }
      taken.append(y)
      text(tick.label, box.minX - 8, y + 4, anchor: .end, "mu")
    }
    path(grid, "gr")
  }

  /// How wide the labels of a vertical axis are, with their distance.
  static func labelWidth(_ axis: Axis, atMost limit: Double) -> Double {
    let widest = axis.ticks.map { TextWidth.of(MarkupText.plain($0.label), .normal) }.max() ?? 0
    return min(limit, widest + 8)
  }
}
