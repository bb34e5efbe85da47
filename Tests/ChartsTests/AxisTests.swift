import Testing

@testable import Charts

@Suite struct AxisTests {
  private func labels(
    _ values: [Double], _ scale: AxisScale = .linear, _ labels: AxisLabels = .number(),
    steps: Int = 5, rounded: Bool = true
  ) -> [String] {
    Axis(values, scale, labels, steps: steps, rounded: rounded)?.ticks.map(\.label) ?? []
  }

  @Test("Steps of a linear axis are 1, 2 or 5 times a power of ten")
  func linear() {
    #expect(labels([0, 1]) == ["0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(
      labels([0.71, 0.99], steps: 6) == ["0.70", "0.75", "0.80", "0.85", "0.90", "0.95", "1.00"])
    #expect(labels([3, 412]) == ["0", "100", "200", "300", "400", "500"])
    #expect(labels([-7, 12]) == ["−10", "−5", "0", "5", "10", "15"])
    #expect(labels([3, 412], rounded: false) == ["100", "200", "300", "400"])
  }

  @Test("Shares are labelled in percent")
  func percent() {
    #expect(labels([0.861, 0.94], .linear, .percent) == ["86 %", "88 %", "90 %", "92 %", "94 %"])
    #expect(
      labels([0.9971, 0.9992], .linear, .percent)
        == ["99.70 %", "99.75 %", "99.80 %", "99.85 %", "99.90 %", "99.95 %"])
    #expect(labels([1, 1], .linear, .percent).last == "100 %")
  }

  @Test("Counts are whole, with k and M for large ones")
  func counts() {
    #expect(labels([0, 2], .linear, .count) == ["0", "1", "2"])
    #expect(labels([0, 9], .linear, .count) == ["0", "2", "4", "6", "8", "10"])
    #expect(labels([0, 45_000], .linear, .count) == ["0", "10 k", "20 k", "30 k", "40 k", "50 k"])
    #expect(labels([0, 3e6], .linear, .count) == ["0", "1 M", "2 M", "3 M"])
  }

  @Test("Durations step by seconds, minutes, hours and days")
  func durations() {
    let hours = AxisLabels.duration(.hours)
    #expect(
      labels([0, 1.5], .linear, hours) == ["0", "20 min", "40 min", "60 min", "80 min", "100 min"])
    #expect(labels([0, 24], .linear, hours) == ["0", "6 h", "12 h", "18 h", "24 h"])
    #expect(
      labels([0, 54 * 24], .linear, hours, steps: 8, rounded: false)
        == ["0", "7 d", "14 d", "21 d", "28 d", "35 d", "42 d", "49 d"])
    #expect(
      labels([0, 42], .linear, .duration(.seconds)) == [
        "0", "10 s", "20 s", "30 s", "40 s", "50 s",
      ])
  }

  @Test("A logarithmic axis has 1, 2, 5 of each decade, or decades alone over many")
  func logarithmic() {
    #expect(labels([3, 168], .logarithmic) == ["2", "5", "10", "20", "50", "100", "200"])
    #expect(labels([1, 1e5], .logarithmic) == ["1", "10", "100", "1,000", "10,000", "100,000"])
    #expect(
      labels([3, 240], .logarithmic, .duration(.minutes), rounded: false)
        == ["5 min", "10 min", "20 min", "30 min", "1 h", "2 h", "4 h"])
  }

  @Test("There are always at least two ticks, in ascending order and within the axis")
  func enough() {
    let ends: [[Double]] = [
      [0], [1], [-3], [1e300], [-1e300, 1e300], [1e-300], [1e-300, 1e300], [3, 3.0000001],
      [7.3, 7.4], [1e9, 1e9 + 1], [0.2, 0.2], [Double.leastNonzeroMagnitude], [99, 101],
      [0.99999, 1], [-1e-9, 1e-9],
    ]
    let kinds: [AxisLabels] = [
      .number(), .percent, .count, .duration(.seconds), .duration(.hours), .duration(.days),
    ]
    for values in ends {
      for kind in kinds {
        for scale in [AxisScale.linear, .logarithmic] {
          for rounded in [true, false] {
            guard let axis = Axis(values, scale, kind, rounded: rounded) else {
              #expect(scale == .logarithmic && values.allSatisfy { $0 < 1e-300 })
              continue
            }
            let marked = axis.ticks.map(\.value)
            #expect(marked.count >= 2 && marked.count <= 40, "\(values) \(kind) \(scale)")
            #expect(zip(marked, marked.dropFirst()).allSatisfy(<), "\(values) \(kind) \(scale)")
            let places = (marked + values).map(axis.fraction)
            #expect(places.allSatisfy { $0 >= 0 && $0 <= 1 })
            #expect(Set(axis.ticks.map(\.label)).count == marked.count, "\(axis.ticks)")
          }
        }
      }
    }
  }

  @Test("Values that can't be shown make no axis")
  func none() {
    #expect(Axis([], .linear, .count) == nil)
    #expect(Axis([.nan, .infinity, 1e308], .linear, .count) == nil)
    #expect(Axis([0, -1], .logarithmic, .count) == nil)
  }

  @Test("Marked values replace the ticks if at least two are on the axis")
  func marked() {
    var axis = Axis([3, 240], .logarithmic, .duration(.minutes))
    axis?.mark([3, 15, 60, 240, 500])
    #expect(axis?.ticks.map(\.label) == ["3 min", "15 min", "1 h", "4 h"])
    axis?.mark([1000])
    #expect(axis?.ticks.count == 4)
  }
}
