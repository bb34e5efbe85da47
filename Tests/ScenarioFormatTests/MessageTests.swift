import Testing

@testable import ScenarioFormat

@Suite("Words of messages") struct MessageTests {
  @Test(
    "The distance of words counts insertions, deletions, substitutions and swaps of neighbours",
    arguments: [
      ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("interval", "interval", 0),
      ("intervl", "interval", 1), ("intervall", "interval", 1), ("inverval", "interval", 1),
      ("itnerval", "interval", 1), ("kitten", "sitting", 3), ("ca", "abc", 3),
    ])
  func measuresDistance(_ left: String, _ right: String, _ distance: Int) {
    let letters = [left, right].map { Array($0.unicodeScalars) }
    #expect(Spelling.distance(letters[0], letters[1]) == distance)
    #expect(Spelling.distance(letters[1], letters[0]) == distance)
  }

  @Test("A word that is far from all others suggests none of them")
  func suggestsNearWords() {
    #expect(Spelling.nearest(to: "savee", among: ["save", "write", "load"]) == "save")
    #expect(Spelling.nearest(to: "svae", among: ["save", "write", "load"]) == "save")
    #expect(Spelling.nearest(to: "read", among: ["save", "write", "lead"]) == "lead")
    #expect(Spelling.nearest(to: "frequency", among: ["save", "write", "load"]) == nil)
    #expect(Spelling.nearest(to: String(repeating: "a", count: 1000), among: ["save"]) == nil)
  }

  @Test("A quoted text is one line of at most 60 characters that can't end the quotes")
  func quotesTexts() {
    #expect(quoted("a b") == #""a b""#)
    #expect(quoted("a\"b\n\t\u{0}") == #""a\"b\u{A}\u{9}\u{0}""#)
    #expect(quoted("\u{202E}\u{2066}\u{200B}\u{2028}\u{E000}é😀").hasPrefix(#""\u{202E}\u{2066}"#))
    #expect(quoted(String(repeating: "é", count: 60)).unicodeScalars.count == 62)
    #expect(quoted(String(repeating: "é", count: 61)).hasSuffix("é…\""))
  }

  @Test("A path is a JSON pointer, its slashes and tildes escaped")
  func escapesPointers() {
    let place = Place(origin: Origin(), path: ["faults", "0", "a/b~c\n"])
    #expect(place.pointer == #"/faults/0/a~1b~0c\u{A}"#)
  }
}
