import Foundation
import Testing

@testable import ScenarioFormat

/// The published test suite of JSON parsers, which lies beside the package where it is at hand.
private let suite = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../../shared/data/JSONTestSuite/test_parsing").standardized

private func message(_ bytes: [UInt8]) -> String? {
  do {
    _ = try JSONReader.read(bytes)
    return nil
  } catch {
    return "\(error.position.line):\(error.position.column) \(error.message)"
  }
}

private func message(_ text: String) -> String? { message(Array(text.utf8)) }

@Suite("Reading JSON") struct JSONReaderTests {
  @Test(
    "Texts are accepted and refused as JSONTestSuite has it",
    .enabled(if: FileManager.default.fileExists(atPath: suite.path)))
  func agreesWithTestSuite() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: suite.path)
    for file in files.filter({ $0.hasSuffix(".json") }).sorted() {
      let message = message([UInt8](try Data(contentsOf: suite.appending(path: file))))
      switch file.prefix(2) {
      case "y_": #expect(message == nil, "\(file) is JSON")
      case "n_": #expect(message != nil, "\(file) is no JSON")
      default: break
      }
    }
    #expect(files.count > 300)
  }

  @Test(
    "A fault of the syntax is told with its place",
    arguments: [
      ("", "1:1 the text is empty; a JSON value was expected"),
      ("{", #"1:2 a key in double quotes or "}" was expected; found the end of the text"#),
      ("{\"a\": 1,}", #"1:9 a key in double quotes was expected after the comma; found "}""#),
      ("{'a': 1}", #"1:2 a key in double quotes or "}" was expected; found "'""#),
      ("{\"a\" 1}", #"1:6 ":" was expected after the key; found "1""#),
      ("{\"a\": 1 \"b\": 2}", #"1:9 "," or "}" was expected; found "\"""#),
      ("[1,]", #"1:4 a value was expected; found "]""#),
      ("[1\n2]", #"2:1 "," or "]" was expected; found "2""#),
      ("[1]\r\n\r\n// done", #"3:1 nothing may follow the value; found "/""#),
      ("[NaN]", #"1:2 "NaN" is no JSON value; texts stand in double quotes"#),
      ("[True]", #"1:2 "True" is no JSON value; texts stand in double quotes"#),
      ("[+1]", #"1:2 a value was expected; found "+""#),
      ("[.5]", #"1:2 a value was expected; found ".""#),
      ("[5.]", #"1:4 a digit was expected; found "]""#),
      ("[1e]", #"1:4 a digit was expected; found "]""#),
      ("[-]", #"1:3 a digit was expected; found "]""#),
      ("[007]", "1:3 a number can't start with a zero"),
      ("[1e400]", #"1:2 the number "1e400" is too large"#),
      ("[\"a", "1:2 the string has no closing quote"),
      ("[\"a\nb\"]", "1:4 a control character in a string must be escaped; is a quote missing?"),
      (#"["\x"]"#, #"1:3 no such escape: \ before "x""#),
      (#"["\u12G4"]"#, #"1:7 a hexadecimal digit was expected; found "G""#),
      (#"["\ud800"]"#, "1:3 half of a surrogate pair stands alone"),
      (#"["\ud800\u0041"]"#, "1:3 half of a surrogate pair stands alone"),
      (#"["\udc00"]"#, "1:3 half of a surrogate pair stands alone"),
      ("[\"é😀\u{202E}\", x]", #"1:9 "x" is no JSON value; texts stand in double quotes"#),
    ])
  func tellsSyntaxFaults(_ text: String, _ expected: String) {
    #expect(message(text) == expected)
  }

  @Test(
    "A text in another encoding is refused in words of its own",
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0x7B, 0x7D], "starts with a byte order mark; save it without one"),
      ([0xFE, 0xFF, 0x00, 0x7B], "the text is UTF-16; save it as UTF-8"),
      ([0xFF, 0xFE, 0x7B, 0x00], "the text is UTF-16; save it as UTF-8"),
      ([0x7B, 0x00, 0x7D, 0x00], "a NUL byte; is this a text in UTF-8?"),
      ([0x22, 0xC0, 0xAF, 0x22], "not UTF-8: the byte 0xC0 can't be here"),
      ([0x22, 0xE0, 0x80, 0xAF, 0x22], "not UTF-8: an overlong form"),
      ([0x22, 0xF0, 0x80, 0x80, 0xAF, 0x22], "not UTF-8: an overlong form"),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], "not UTF-8: half of a surrogate pair"),
      ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], "not UTF-8: beyond U+10FFFF"),
      ([0x22, 0x80, 0x22], "not UTF-8: the byte 0x80 can't be here"),
      ([0x22, 0xC3], "not UTF-8: a character is cut short"),
      ([0x22, 0xE2, 0x82, 0x22], "not UTF-8: a character is cut short"),
    ] as [([UInt8], String)])
  func refusesOtherEncodings(_ bytes: [UInt8], _ expected: String) {
    #expect(message(bytes)?.hasSuffix(expected) == true, "\(message(bytes) ?? "accepted")")
  }

  @Test("Columns count Unicode scalars, lines end with a line feed")
  func countsScalars() throws {
    let node = try JSONReader.read(Array("{\r\n \"é😀\": [1, 2]}".utf8))
    guard case .object(let members) = node.content, let member = members.first,
      case .array(let elements) = member.value.content
    else {
      Issue.record("the text holds an object with a list")
      return
    }
    #expect(member.key == "é😀")
    #expect(member.origin == Origin(position: SourcePosition(line: 2, column: 2)))
    #expect(
      elements.map(\.origin)
        == [9, 12].map { Origin(position: SourcePosition(line: 2, column: $0)) })
  }

  @Test("Escapes of strings are resolved, pairs of surrogates too")
  func resolvesEscapes() throws {
    let node = try JSONReader.read(Array(#""\"\\\/\b\f\n\r\t\u0041\ud83d\ude00\u0000""#.utf8))
    guard case .string(let text) = node.content else {
      Issue.record("the text holds a string")
      return
    }
    #expect(text == "\"\\/\u{8}\u{C}\n\r\tA😀\u{0}")
  }

  @Test("Nesting is bounded: 128 levels are read, 129 and 100,000 refused")
  func boundsNesting() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(message(nested(128)) == nil)
    #expect(message(nested(129)) == "1:129 nested more than 128 levels deep")
    #expect(message(nested(100_000)) == "1:129 nested more than 128 levels deep")
    let objects = String(repeating: #"{"a":"#, count: 100_000)
    #expect(message(objects) == "1:641 nested more than 128 levels deep")
  }

  @Test("A text longer than 4 MiB is refused before it is read")
  func boundsSize() {
    let bytes = [UInt8](repeating: 0x20, count: (4 << 20) + 1)
    #expect(message(bytes) == "1:1 the text is longer than 4 MiB")
  }
}
