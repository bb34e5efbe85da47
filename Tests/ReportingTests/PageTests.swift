import Crypto
import Foundation
import Testing

@testable import Reporting

@Suite("A page")
struct PageTests {
  @Test("Text does not become markup, whatever marks are combined with it")
  func escapes() {
    #expect(HTMLText.escaped("<b a=\"'&'\">") == "&lt;b a=&quot;&#39;&amp;&#39;&quot;&gt;")
    let accented = HTMLText.escaped("<\u{301}b>\u{301}\"\u{301}&\u{301}")
    #expect(accented.unicodeScalars.allSatisfy { !"<>\"".unicodeScalars.contains($0) })
    #expect(
      accented.unicodeScalars.elementsEqual(
        "&lt;\u{301}b&gt;\u{301}&quot;\u{301}&amp;\u{301}".unicodeScalars))
  }

  @Test("Text loses what no document may hold, and what turns the direction of writing")
  func drops() {
    #expect(HTMLText.escaped("a\u{0}b\u{1B}c\u{202E}d\u{2028}e\r") == "abcde")
    let nonCharacters = [0xFDD0, 0xFFFF, 0x1FFFE].compactMap { Unicode.Scalar(UInt32($0)) }
    #expect(nonCharacters.count == 3)
    for scalar in nonCharacters { #expect(HTMLText.escaped("a\(scalar)b") == "ab") }
    #expect(HTMLText.escaped("漢字 é 🙂\n") == "漢字 é 🙂\n")
  }

  @Test("Its policy allows the style that is in it, and nothing else")
  func policy() throws {
    let page = HTMLPage(document: Self.document("x")).text
    let start = try #require(page.range(of: "<style>")).upperBound
    let end = try #require(page.range(of: "</style>")).lowerBound
    let hash = Data(SHA256.hash(data: Data(page[start..<end].utf8))).base64EncodedString()
    #expect(
      page.contains(
        "content=\"default-src &#39;none&#39;; style-src &#39;sha256-\(hash)&#39;; "
          + "base-uri &#39;none&#39;; form-action &#39;none&#39;\""))
    #expect(!page.contains("style=\"") && !page.contains("<script"))
  }

  @Test("Every text of a report is escaped on it, and there")
  func template() {
    let page = HTMLPage(document: Self.document("<i>\"'&{{pageTitle}}{{{style}}}")).text
    #expect(!page.contains("<i"))
    let escaped = "&lt;i&gt;&quot;&#39;&amp;{{pageTitle}}{{{style}}}"
    for part in Self.parts {
      #expect(page.contains(part + escaped), "\(part)")
    }
    #expect(page.contains("data-title=\"column 2\(escaped)\""))
  }

  @Test("A mustache in it that has no value leaves nothing behind")
  func filled() {
    let page = HTMLPage(document: Self.document("x")).text
    #expect(!page.contains("{{"))
  }

  private static let parts = [
    "title", "subtitle", "Warning", "section", "paragraph", "label", "value", "detail", "caption",
    "column 1", "column 2", "group", "first", "text", "7", "remark", "note", "folded", "term",
    "meaning", "code",
  ]

  /// A report with a text at the end of each of its parts.
  private static func document(_ text: String) -> ReportDocument {
    let row = ReportDocument.Table.Row(
      cells: ["first\(text)", "text\(text)", "7\(text)"], remark: "remark\(text)")
    let table = ReportDocument.Table(
      columns: [.text("column 1\(text)"), .text("column 2\(text)"), .number("number")],
      groups: [ReportDocument.Table.Group(heading: "group\(text)", rows: [row])],
      note: "note\(text)", isFolded: true, title: "folded\(text)")
    return ReportDocument(
      title: "title\(text)", subtitle: "subtitle\(text)", warnings: ["warning\(text)"],
      sections: [
        ReportDocument.Section(
          id: "part", title: "section\(text)",
          blocks: [
            .paragraph("paragraph\(text)"),
            .figures([
              ReportDocument.KeyFigure(
                label: "label\(text)", value: "value\(text)", details: ["detail\(text)"])
            ]), .chart(ReportDocument.Picture(markup: "<svg></svg>", caption: "caption\(text)")),
            .table(table), .terms([(term: "term\(text)", text: "meaning\(text)")]),
            .code("code\(text)"),
          ])
      ])
  }
}
