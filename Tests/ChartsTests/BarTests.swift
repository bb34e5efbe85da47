import Testing

@testable import Charts

@Suite struct BarTests {
  private func segments(_ values: [Double]) -> [BarSegment] {
    values.enumerated().map { BarSegment("part \($0.offset)", $0.element, text: "\($0.element)") }
  }

  @Test("Parts fill the bar, each in its share and none invisible")
  func shares() throws {
    let bar = try #require(Bar(BarRow("", segments([900, 99.9, 0.1, -5, 0, .nan]))))
    #expect(bar.parts.count == 3)
    let extents = BarArtist(top: 0).extents(of: bar.parts, width: 820)
    let widths = extents.map { $0.end - $0.start }
    #expect((widths.reduce(0, +) - 820).magnitude < 1e-9)
    #expect(widths.allSatisfy { $0 >= 1 })
    #expect((widths[0] / 820 - 0.9).magnitude < 0.003)
  }

  @Test("Thousands of parts still fit, and so do huge ones")
  func many() throws {
    let bar = try #require(Bar(BarRow("", segments(Array(repeating: 1, count: 3000)))))
    let extents = BarArtist(top: 0).extents(of: bar.parts, width: 360)
    #expect(extents.allSatisfy { $0.start >= 0 && $0.end <= 360 && $0.end > $0.start })
    let huge = try #require(Bar(BarRow("", segments([1e300, 1e300, 1e-300]))))
    #expect(huge.parts.map(\.share).prefix(2) == [0.5, 0.5])
  }

  @Test("The rest is enlarged where the first part is at least half")
  func enlarged() {
    let heading = Samples.heading
    func svg(_ values: [Double]) -> String {
      StackedBar(heading, [BarRow("", segments(values))], enlargesRest: true)
        .svg(id: "c", width: 820)
    }
    #expect(svg([90, 6, 4]).contains("The rest, enlarged"))
    #expect(!svg([40, 30, 30]).contains("The rest, enlarged"))
    #expect(!svg([40]).contains("The rest, enlarged"))
  }

  @Test("A ninth part is hatched")
  func hatched() {
    let nine = StackedBar(Samples.heading, [BarRow("", segments(Array(repeating: 1, count: 9)))])
    #expect(nine.svg(id: "c", width: 820).contains("fill=\"url(#c-h)\""))
  }

  @Test("A histogram counts every value once and marks the mean and the quantiles")
  func histogram() throws {
    let values = (1...100).map(Double.init) + [.nan, .infinity]
    let chart = Histogram(Samples.heading, values, x: ChartAxis("x"))
    #expect(chart.bins.map(\.count).reduce(0, +) == 100)
    #expect(chart.bins.map(\.lower) == (0..<10).map { Double($0 * 10) })
    #expect(chart.bins.map(\.count) == [9, 10, 10, 10, 10, 10, 10, 10, 10, 11])
    #expect((try #require(chart.mean) - 50.5).magnitude < 1e-9)
    #expect((try #require(chart.low) - 5.95).magnitude < 1e-9)
    #expect((try #require(chart.high) - 95.05).magnitude < 1e-9)
    let svg = chart.svg(id: "c", width: 820)
    #expect(svg.contains("mean: 50.5") && svg.contains("5 %: 5.95") && svg.contains("95 %: 95.05"))
  }

  @Test("Values that are all the same are one bar", arguments: [0, 1, -7.5, 1e300, 1e-300, 0.9])
  func same(value: Double) {
    let chart = Histogram(
      Samples.heading, Array(repeating: value, count: 10), x: ChartAxis(labels: .percent))
    #expect(chart.bins.filter { $0.count > 0 }.map(\.count) == [10])
    #expect(!chart.svg(id: "c", width: 360).isEmpty)
  }

  @Test("Counts are named by the whole numbers in a bin")
  func counts() {
    let chart = Histogram(
      Samples.heading, [1, 2, 2, 3, 3, 3], x: ChartAxis(labels: .count), bins: 3)
    #expect(chart.svg(id: "c", width: 820).contains("<title>2: 2</title>"))
  }
}
