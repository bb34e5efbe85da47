import Testing

@testable import Reporting

@Suite("Text in Markdown")
struct MarkdownTextTests {
  @Test("Text is no markup of Markdown, of the HTML in it, or of formulas")
  func inline() {
    #expect(MarkdownText.plain("<b>&amp;") == "&lt;b&gt;&amp;amp;")
    #expect(
      MarkdownText.plain("[x](y) **z** `w` $v$") == "\\[x\\](y) \\*\\*z\\*\\* \\`w\\` \\$v\\$")
    #expect(MarkdownText.plain("a|b\\|c") == "a\\|b\\\\\\|c")
  }

  @Test(
    "Text is no item, rule, heading or code where a line begins",
    arguments: [
      ("- x", "\\- x"), ("+ x", "\\+ x"), ("---", "\\---"), ("===", "\\==="), ("-", "\\-"),
      ("1. x", "1\\. x"), ("12) x", "12\\) x"), ("# x", "\\# x"), ("    x", "x"),
      ("+1.5 pp", "+1.5 pp"), ("-1", "-1"), ("1.5 %", "1.5 %"), ("7", "7"), ("", ""),
    ])
  func beginnings(text: String, expected: String) {
    #expect(MarkdownText.plain(text) == expected)
  }

  @Test("Text is one line, without what no terminal should obey")
  func oneLine() {
    #expect(MarkdownText.plain("a\n# b\u{202E}\u{0}") == "a \\# b")
  }

  @Test("Code ends only where it should")
  func fences() {
    #expect(MarkdownText.code("a ``` b") == "````\na ``` b\n````")
    #expect(MarkdownText.code("x") == "```\nx\n```")
  }
}
