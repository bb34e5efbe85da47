import Testing

@testable import Reporting

@Suite("Lines of a page")
struct LineBreakTests {
  @Test("A number stays with its unit, and a time is whole")
  func prose() {
    #expect(
      LineBreaks.prose("90 % of 21.2 M, every 2 h 47 min.")
        == "90\u{A0}% of 21.2\u{A0}M, every 2\u{A0}h\u{A0}47\u{A0}min.")
    #expect(LineBreaks.prose("90.9 … 91.9 %") == "90.9\u{A0}… 91.9\u{A0}%")
    #expect(LineBreaks.prose("model M of 3 days") == "model M of 3 days")
    #expect(LineBreaks.prose(" a  b ") == " a  b ")
  }

  @Test("A cell of numbers goes on behind the sign of a range and before a margin")
  func numbers() {
    #expect(LineBreaks.number("48,000 … 120 k ◂") == "48,000\u{A0}… 120\u{A0}k\u{A0}◂")
    #expect(LineBreaks.number("11.84 % ± 1.017") == "11.84\u{A0}% ±\u{A0}1.017")
  }

  @Test("A long name may go on behind what joins its words, a number may not")
  func names() {
    #expect(LineBreaks.parts(of: "cluster.spare_nodes") == ["cluster.", "spare_", "nodes"])
    #expect(LineBreaks.parts(of: "1,024.5") == ["1,024.5"])
    #expect(LineBreaks.parts(of: "") == [""])
    #expect(LineBreaks.parts(of: "_").joined() == "_")
  }

  @Test("Only a word that no line holds is broken anywhere")
  func longWords() {
    #expect(LineBreaks.isLong(String(repeating: "x", count: 25)))
    #expect(!LineBreaks.isLong("INFRASTRUCTURE_RECOVERY_FROM_DISRUPTION"))
  }
}
