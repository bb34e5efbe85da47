import Testing

@testable import Charts

@Suite struct MarkupTextTests {
  @Test("What means something in markup is written as its entity")
  func entities() {
    #expect(
      MarkupText.escape("<a href=\"x\">'&amp;'</a>")
        == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;amp;&#39;&lt;/a&gt;")
  }

  @Test("Control characters and controls of direction are dropped, ends of lines become spaces")
  func controls() {
    #expect(MarkupText.plain("a\u{0}b\u{1B}c\u{7F}\u{9B}d") == "abcd")
    #expect(MarkupText.plain("a\u{202E}b\u{2066}c\u{2069}\u{FFFF}\u{1FFFE}") == "abc")
    #expect(MarkupText.plain("a\tb\r\nc\u{2028}d") == "a b  c d")
  }

  @Test("An identifier is of letters, digits and lines, and begins with a letter")
  func identifiers() {
    #expect(MarkupText.identifier("ettr-1") == "ettr-1")
    #expect(MarkupText.identifier("1\"><script>") == "c1___script_")
    #expect(MarkupText.identifier("") == "c")
  }
}
