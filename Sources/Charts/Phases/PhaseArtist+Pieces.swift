extension PhaseArtist {
  /// A part of a row that is drawn, in units of the image.
  struct Piece {
    let row: Int
    var start: Double
    var end: Double
  }

  /// Where a time is: its row, and how far along it.
  private func place(_ time: Double) -> (row: Int, x: Double) {
    let passed = (time - start) / rowLength
    let row = WholeNumber.floor(passed, within: 0...rows - 1)
    return (row: row, x: left + (right - left) * max(0, min(1, passed - Double(row))))
  }

  /// The spans in order of time; of interruptions that follow each other within a unit of the
  /// image, the longest stands for all, since the others would lie beneath it.
  func withoutHidden(_ spans: [PhaseSpan]) -> [PhaseSpan] {
    let unit = rowLength / (right - left)
    var kept: [PhaseSpan] = []
    var run: [PhaseSpan] = []
    func flush() {
      let longest = run.enumerated().max {
        ($0.element.end - $0.element.start, -$0.offset)
          < ($1.element.end - $1.element.start, -$1.offset)
      }
      if let first = run.first, let last = run.last, let kind = longest?.element.kind,
        last.end - first.start < 1.5 * unit
      {
        kept.append(PhaseSpan(from: first.start, to: last.end, kind: kind))
      } else {
        kept += run
      }
      run = []
    }
    let sorted = spans.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }
    for span in sorted.map(\.element) {
      if let last = run.last, span.kind == 0 || span.start > last.end + 0.01 * unit { flush() }
      if span.kind == 0 { kept.append(span) } else { run.append(span) }
    }
    flush()
    return kept
  }

  /// Spans cut at the ends of rows; those that are as good as adjacent in the image become one. The
  /// ground, which the others are painted on, also reaches over the gaps they cover.
  func pieces(of spans: [PhaseSpan], isGround: Bool) -> [Piece] {
    let reach = isGround ? 1 : 0.3
    var pieces: [Piece] = []
    for span in spans {
      let (from, to) = (place(span.start), place(span.end))
      for row in from.row...max(from.row, to.row) {
        let begin = row == from.row ? from.x : left
        let end = row == to.row ? to.x : right
        // An end at the very beginning of a row is no part of it.
        if row > from.row, end - begin < 0.01 { continue }
        let wide = max(end, begin + 1)
        pieces.append(Piece(row: row, start: min(begin, right - 1), end: min(wide, right)))
      }
    }
    pieces.sort { ($0.row, $0.start, $0.end) < ($1.row, $1.start, $1.end) }
    var merged: [Piece] = []
    for piece in pieces {
      if let last = merged.last, last.row == piece.row, piece.start <= last.end + reach {
        merged[merged.count - 1].end = max(last.end, piece.end)
      } else {
        merged.append(piece)
      }
    }
    return merged
  }

  /// Draws each lane's events as ticks under the bars, those at one place once.
  func drawEvents(_ top: Double, into drawing: inout Drawing) {
    for (index, lane) in lanes.enumerated() {
      var ticks = Path()
      var seen: Set<[Int]> = []
      for time in lane.times where isShown(time) {
        let (row, x) = place(time)
        guard seen.insert([row, Int(x * 2)]).inserted else { continue }
        let y =
          top + rowHeight * Double(row) + Self.barHeight + 2 + Self.laneHeight * Double(index)
        let inner = max(left + 0.5, min(x, right - 0.5))
        ticks.move(inner, y)
        ticks.line(inner, y + Self.laneHeight - 2)
      }
      drawing.path(ticks, "\(SeriesClass.of(lane.colour)) ev", tip: lane.label)
    }
  }

  /// Draws what the colours mean above the strip, in lines.
  func drawKey(into drawing: inout Drawing) {
    var x = 0.0
    var y = 0.0
    let used = Set(spans.map(\.kind))
    let kinds = chart.kinds.enumerated().filter { used.contains($0.offset) }.map(\.element)
    let entries =
      kinds.map { (label: $0.label, colour: $0.colour, isLane: false) }
      + lanes.map { (label: $0.label, colour: $0.colour, isLane: true) }
    for entry in entries {
      let label = MarkupText.plain(entry.label)
      let length = min(TextWidth.of(label, .normal), drawing.width - 20)
      if x > 0, x + 16 + length > drawing.width { (x, y) = (0, y + 18) }
      let series = SeriesClass.of(entry.colour)
      if entry.isLane {
        var ticks = Path()
        for offset in [2.0, 5.5, 9.0] {
          ticks.move(x + offset, y + 3)
          ticks.line(x + offset, y + 11)
        }
        drawing.path(ticks, "\(series) ev")
      } else {
        drawing.rectangle(Box(minX: x, minY: y + 2, maxX: x + 11, maxY: y + 13), "\(series) fl")
      }
      drawing.text(label, x + 16, y + 12, within: drawing.width - x - 16)
      x += 16 + length + 18
    }
    drawing.height = entries.isEmpty ? 0 : y + 18
  }
}
