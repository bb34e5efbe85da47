import Testing

@testable import Reporting

@Suite("Text for people")
struct TerminalTextTests {
  @Test(
    "Numbers have commas between thousands and a true minus",
    arguments: [
      (0.0, 0, "0"), (999.5, 0, "1,000"), (-0.04, 1, "0.0"), (-12_345.67, 1, "−12,345.7"),
      (1_234_567, 0, "1,234,567"), (0.05, 1, "0.1"), (2.5, 0, "3"), (.nan, 1, "–"),
      (.infinity, 0, "–"), (1e20, 0, "1e+20"),
    ])
  func numbers(value: Double, decimals: Int, text: String) {
    #expect(HumaneText.number(value, decimals: decimals) == text)
  }

  @Test(
    "Large numbers have three digits and a letter",
    arguments: [
      (1_570_000.0, "1.57 M"), (21_233_664, "21.2 M"), (999_400, "999 k"), (999_600, "1.00 M"),
      (99_999, "99,999"),
      (3.2e9, "3.20 G"), (4.44e14, "444 T"), (0, "0.00"), (12.34, "12.3"),
    ])
  func short(value: Double, text: String) {
    #expect(HumaneText.short(value) == text)
  }

  @Test(
    "A share that is not zero does not show as zero",
    arguments: [
      (0.0, 1, "0.0 %"), (0.00001, 1, "< 0.1 %"), (0.0005, 1, "0.1 %"), (0.00001, 0, "< 1 %"),
      (0.926, 1, "92.6 %"), (1, 1, "100.0 %"), (.nan, 1, "–"),
    ])
  func percent(share: Double, decimals: Int, text: String) {
    #expect(HumaneText.percent(share, decimals: decimals) == text)
  }

  @Test(
    "Durations have their two largest units",
    arguments: [
      (0.0, "0.0 s"), (0.35, "0.4 s"), (45, "45 s"), (60, "1 min"), (90, "1 min 30 s"),
      (10_020, "2 h 47 min"), (3600, "1 h"), (54 * 86_400.0, "54 d"), (187_200, "2 d 4 h"),
      (.infinity, "–"),
    ])
  func durations(seconds: Double, text: String) {
    #expect(HumaneText.duration(seconds) == text)
  }

  @Test(
    "A terminal gets nothing to obey",
    arguments: [
      ("\u{1B}[31mred\u{1B}[0m", "red"), ("\u{1B}]0;title\u{07}text", "text"),
      ("\u{1B}]8;;http://a\u{1B}\\link", "link"), ("\u{9B}2Jcleared", "cleared"),
      ("a\u{0}b\u{8}c\u{7F}d\r", "abcd"), ("\u{202E}evil", "evil"), ("a\nb\tc", "a b c"),
      ("\u{1B}(Bcharset", "charset"), ("\u{1B}", ""), ("\u{1B}[", ""),
      ("Zürich · 東京", "Zürich · 東京"),
    ])
  func plain(text: String, expected: String) {
    #expect(TerminalText.plain(text) == expected)
  }

  @Test("Widths are those of characters, not of bytes")
  func widths() {
    #expect(TerminalText.left("Zürich", 8) == "Zürich  ")
    #expect(TerminalText.right("±", 3) == "  ±")
    #expect(TerminalText.fitted("abcdef", to: 4) == "abc…")
    #expect(TerminalText.fitted("e\u{301}te", to: 3) == "e\u{301}te")
  }

  @Test("Text is broken between words")
  func wrapping() {
    #expect(TerminalText.wrapped("one two three", to: 7) == ["one two", "three"])
    #expect(TerminalText.wrapped("", to: 7).isEmpty)
    #expect(TerminalText.wrapped("indivisible", to: 3) == ["indivisible"])
  }

  @Test(
    "A bar is exact to an eighth of a column and never nothing",
    arguments: [
      (2.0, "██"), (1.5, "█▌"), (0.125, "▏"), (0, "▏"), (2.99, "███"), (.nan, ""),
    ])
  func bars(columns: Double, bar: String) {
    #expect(TerminalText.bar(columns) == bar)
  }
}
