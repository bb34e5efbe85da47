import Testing

@testable import Charts

@Suite struct TextTests {
  @Test("Numbers have commas, a true minus and no needless zeros")
  func numbers() {
    #expect(NumberText.fixed(16_384, decimals: 0) == "16,384")
    #expect(NumberText.fixed(-0.04, decimals: 1) == "0.0")
    #expect(NumberText.fixed(-1234.56, decimals: 1) == "−1,234.6")
    #expect(NumberText.significant(0.012345) == "0.0123")
    #expect(NumberText.significant(0.5) == "0.5")
    #expect(NumberText.significant(1_570_000) == "1.57 M")
    #expect(NumberText.scientific(1e300) == "10³⁰⁰")
    #expect(NumberText.scientific(-2.5e-9) == "−2.5 × 10⁻⁹")
    #expect(NumberText.significant(.nan) == "–" && NumberText.fixed(.infinity, decimals: 2) == "–")
  }

  @Test("Values are written as what they are")
  func values() {
    #expect(AxisLabels.percent.text(0.9) == "90.0 %" && AxisLabels.percent.text(1) == "100 %")
    #expect(AxisLabels.percent.text(0.99914) == "99.91 %")
    #expect(AxisLabels.duration(.hours).text(1.5) == "1.5 h")
    #expect(AxisLabels.duration(.hours).text(0.05) == "3 min")
    #expect(AxisLabels.duration(.days).text(54) == "54 d")
    #expect(AxisLabels.count.text(418.6) == "419" && AxisLabels.count.text(1.9) == "1.9")
    #expect(AxisLabels.number(unit: "TB").text(1200) == "1,200 TB")
    #expect(AxisLabels.count.text(.nan) == "–")
  }

  @Test("Logarithms are right to a few units in the fifteenth digit", arguments: -300...300)
  func logarithms(exponent: Int) {
    let value = Decimal.power(exponent)
    #expect((Decimal.logarithm(value) - Double(exponent)).magnitude < 1e-12)
    #expect(Decimal.exponent(of: value) == exponent)
    #expect(Decimal.exponent(of: value.nextDown) == exponent - 1)
  }

  @Test("Text that is too long ends in an ellipsis, and never within a character")
  func fitting() {
    #expect(TextWidth.fit("GPU", .normal, within: 100) == "GPU")
    let cut = TextWidth.fit(Samples.long, .normal, within: 100)
    #expect(cut.hasPrefix("interconnect") && cut.hasSuffix("…"))
    #expect(TextWidth.of(cut, .normal) <= 100)
    #expect(TextWidth.fit("👩‍🚀👩‍🚀👩‍🚀👩‍🚀", .normal, within: 80) == "👩‍🚀…")
    #expect(TextWidth.fit("GPU", .normal, within: 5).isEmpty)
  }

  @Test("Wider text is never estimated as narrower")
  func widths() {
    #expect(TextWidth.of("集群", .normal) > TextWidth.of("aa", .normal))
    #expect(TextWidth.of("GPU", .strong) > TextWidth.of("GPU", .normal))
    #expect(TextWidth.of("GPU", .small) < TextWidth.of("GPU", .normal))
    #expect(TextWidth.of("", .normal) == 0)
  }

  @Test("Coordinates have one decimal at most and are always numbers")
  func coordinates() {
    #expect(Coordinate.text(12.34) == "12.3" && Coordinate.text(-0.04) == "0")
    #expect(Coordinate.text(0.5) == ".5" && Coordinate.text(-0.5) == "-.5")
    #expect(Coordinate.text(.nan) == "0" && Coordinate.text(1e300) == "1000000")
  }
}
