import Testing

@testable import Charts

@Suite struct LayoutTests {
  @Test("Flags at one end of a line are named on steps, none on another or its line")
  func flags() {
    let flags = [640, 700, 750, 780, 800, 815].map { FlagLayout.Flag(x: $0, width: 100) }
    let places = FlagLayout.places(flags, from: 0, to: 820)
    let boxes = zip(flags, places).map { flag, place in
      Box(
        minX: place.start, minY: Double(place.row), maxX: place.start + flag.width,
        maxY: Double(place.row) + 0.9)
    }
    for (first, box) in boxes.enumerated() {
      #expect(box.minX >= 0 && box.maxX <= 820)
      for second in boxes.indices where second != first {
        #expect(!box.overlaps(boxes[second]))
        // A line goes down to the row of its own name.
        let isCrossed = flags[second].x > box.minX && flags[second].x < box.maxX
        #expect(!isCrossed || places[second].row < places[first].row)
      }
    }
    #expect(FlagLayout.places([], from: 0, to: 100).isEmpty)
  }

  @Test("Points that are far enough apart stay, others move as little as they can")
  func spread() {
    #expect(Spread.places([10, 50, 90], apart: 15, from: 0, to: 100) == [10, 50, 90])
    #expect(Spread.places([50, 50], apart: 10, from: 0, to: 100) == [45, 55])
    #expect(Spread.places([9, 0, 1], apart: 10, from: 0, to: 100) == [20, 0, 10])
    #expect(Spread.places([99, 100], apart: 10, from: 0, to: 100) == [90, 100])
    #expect(Spread.places([5, 5, 5], apart: 60, from: 0, to: 100) == [0, 50, 100])
    #expect(Spread.places([500], apart: 10, from: 0, to: 100) == [100])
    #expect(Spread.places([], apart: 10, from: 0, to: 100).isEmpty)
  }

  @Test("A line of many points keeps its ends and extremes in at most 400")
  func decimation() {
    var points = (0..<5000).map { (x: Double($0), y: Double($0 % 7)) }
    points[1234].y = 99
    points[4321].y = -99
    let kept = Decimation.line(points)
    #expect(kept.count <= 400)
    #expect(kept.first?.x == 0 && kept.last?.x == 4999)
    #expect(kept.contains { $0 == (x: 1234, y: 99) } && kept.contains { $0 == (x: 4321, y: -99) })
    #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.x < $1.x })
    #expect(Decimation.line(Array(points.prefix(400))).count == 400)
    #expect(Decimation.line(Array(repeating: (x: 1, y: 2), count: 900)).count <= 4)
  }

  @Test("A band of many points still covers all of them")
  func bands() {
    var points = (0..<5000).map { (x: Double($0), low: 10.0, high: 0.0) }
    points[777].low = 50
    points[888].high = -50
    let kept = Decimation.band(points)
    #expect(kept.count <= 200)
    #expect(kept.map(\.low).max() == 50 && kept.map(\.high).min() == -50)
  }

  @Test("A path is written relative and in tenths, without drifting")
  func paths() {
    var path = Path()
    path.move(0.04, 1.96)
    for step in 1...1000 { path.line(Double(step) / 3, 2) }
    #expect(path.text.hasPrefix("M0 2h.3h.4h.3"))
    #expect(path.box == Box(minX: 0, minY: 2, maxX: 333.3, maxY: 2))
  }
}
