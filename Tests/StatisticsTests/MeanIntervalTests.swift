import Testing

@testable import Statistics

@Suite("Intervals of a mean")
struct MeanIntervalTests {
  private static let tail = [3.5, 1.25, 8, 2, 2.75, 11, 0.5]
  private static let outlier = [0.2, 0.3, 0.1, 0.4, 0.25, 0.15, 0.35, 0.05, 0.3, 0.2, 9, 0.1]

  private func interval(_ values: [Double], _ interval: MeanInterval) throws
    -> ClosedRange<Double>
  {
    try #require(Summary(values, interval: interval)).interval95
  }

  // scipy 1.17.1, with a = skew(x)/√n and h(y) = 3/a·(cbrt(1 + a·(y − a/6)) − 1):
  // mean − sem·h(±t.ppf(.975, n − 1)). For `outlier` the cube root is that of a negative number.
  @Test(
    "Hall's interval is the formula's",
    arguments: [
      (tail, 1.306174652156661, 10.27729884991393),
      (outlier, -0.08030001909650808, 6.044754697917336),
    ])
  func hall(values: [Double], lower: Double, upper: Double) throws {
    let interval = try interval(values, .hall)
    #expect(agree(interval.lowerBound, lower, relative: 1e-11))
    #expect(agree(interval.upperBound, upper, relative: 1e-12))
  }

  // numpy 2.4.6: 999 resamples with the indices ⌊n·word/2⁶⁴⌋ of Threefry (held to the known answer
  // of Random123 there too) for key (0, 0) and the stream's FNV-1a; mean − sem·(975th and 25th t).
  @Test(
    "The bootstrap is that of another program with the same random numbers",
    arguments: [
      (tail, 1.2267020038351726, 12.94945253772908),
      (outlier, -0.00016825253134933327, 24.535596657641918),
    ])
  func bootstrap(values: [Double], lower: Double, upper: Double) throws {
    let interval = try interval(values, .bootstrap)
    // The lower bound of `outlier` is what is left of 0.95 − 0.95.
    #expect(agree(interval.lowerBound, lower, relative: 1e-9))
    #expect(agree(interval.upperBound, upper, relative: 1e-12))
  }

  // numpy 2.4.6: all 7⁷ resamples of `tail`; mean − sem·t for the quantiles of t at 0.025 and 0.975,
  // 4·√(0.025·0.975/999) more and less.
  @Test("The bootstrap's bounds are those of all resamples, as far as 999 of them tell")
  func allResamples() throws {
    let interval = try interval(Self.tail, .bootstrap)
    #expect((0.1875167787703269...1.8412165654411354).contains(interval.lowerBound))
    #expect((11.988395883702848...17.635131009097506).contains(interval.upperBound))
  }

  @Test("Student's interval is the one that is given unasked")
  func student() throws {
    #expect(Summary(Self.tail) == Summary(Self.tail, interval: .student))
  }

  @Test("Each interval of mirrored values is the mirror image", arguments: MeanInterval.allCases)
  func mirrored(interval: MeanInterval) throws {
    let original = try self.interval(Self.tail, interval)
    let mirrored = try self.interval(Self.tail.map { -$0 }, interval)
    #expect(agree(mirrored.lowerBound, -original.upperBound, relative: 1e-12))
    #expect(agree(mirrored.upperBound, -original.lowerBound, relative: 1e-12))
  }

  @Test("Each interval moves and grows with the unit", arguments: MeanInterval.allCases)
  func unit(interval: MeanInterval) throws {
    let original = try self.interval(Self.tail, interval)
    for scale in [0x1p-300, 0x1p300] {
      let scaled = try self.interval(Self.tail.map { $0 * scale }, interval)
      #expect(scaled == (original.lowerBound * scale)...(original.upperBound * scale))
    }
  }

  @Test("Values without spread have an interval of one point", arguments: MeanInterval.allCases)
  func withoutSpread(interval: MeanInterval) throws {
    #expect(try self.interval([3], interval) == 3...3)
    #expect(try self.interval([Double](repeating: 0.1, count: 1000), interval) == 0.1...0.1)
    #expect(Summary([], interval: interval) == nil)
    #expect(Summary([1, .infinity], interval: interval) == nil)
  }

  @Test("Two values have no skewness: every interval is Student's")
  func twoValues() throws {
    for interval in MeanInterval.allCases {
      let two = try self.interval([1, 2], interval)
      // scipy 1.17.1: t.interval(0.95, 1, 1.5, 0.5).
      #expect(agree(two.lowerBound, -4.853102368087347, relative: 1e-12))
      #expect(agree(two.upperBound, 7.853102368087347, relative: 1e-12))
    }
  }

  // One value in twenty is not 0: 36 % of resamples have no spread.
  @Test("Where resamples without spread leave the bootstrap no bound, it is Hall's interval")
  func nearlyEqual() throws {
    let values = [Double](repeating: 0, count: 19) + [1]
    let hall = try interval(values, .hall)
    #expect(try interval(values, .bootstrap) == hall)
    // scipy 1.17.1, as above.
    #expect(agree(hall.lowerBound, -0.016257524625469408, relative: 1e-11))
    #expect(agree(hall.upperBound, 0.37884457441849867, relative: 1e-12))
  }

  @Test("Beyond 2000 values the bootstrap is Hall's interval")
  func manyValues() throws {
    var stream = RandomStream(seed: 1, replication: 0, stream: StreamIdentifier("many"))
    let values = (0...MeanInterval.greatestResampledCount).map { _ in stream.exponential() }
    #expect(try interval(values, .bootstrap) == interval(values, .hall))
    let fewer = [Double](values.dropLast())
    #expect(try interval(fewer, .bootstrap) != interval(fewer, .hall))
  }

  @Test("Values whose spread is beyond the numbers have an interval of all of them")
  func hugeSpread() throws {
    for interval in MeanInterval.allCases {
      let huge = try self.interval([1e300, -1e300, 2e300], interval)
      #expect(huge == -.infinity ... .infinity)
    }
  }
}
