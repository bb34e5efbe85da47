import Testing

@testable import ScenarioFormat

@Suite("Writing JSON") struct JSONValueTests {
  @Test("Lists and objects are indented, short ones stay on a line")
  func indents() {
    let value: JSONValue = [
      "name": "a", "empty": [], "none": [:], "point": ["x": 1, "y": -2.5],
      "runs": [["id": 1], ["id": 2]], "on": true, "nothing": .null,
    ]
    let expected = """
      {
        "name": "a",
        "empty": [],
        "none": {},
        "point": { "x": 1, "y": -2.5 },
        "runs": [
          { "id": 1 },
          { "id": 2 }
        ],
        "on": true,
        "nothing": null
      }

      """
    #expect(value.text() == expected)
  }

  @Test("A long list is written an element a line")
  func breaksLongLists() {
    let value = JSONValue.array((0..<40).map { JSONValue($0) })
    #expect(value.text().split(separator: "\n").count == 42)
  }

  @Test("What is written is read back as the same value")
  func readsBack() throws {
    let texts = ["", "\"\\/", "\u{0}\u{1F}\u{7F}\u{9F}", "é😀", "\u{2028}\u{2029}\u{202E}"]
    let value: JSONValue = .object(
      texts.enumerated().map { (key: $1 + String($0), value: .array([.string($1), 1.5, 3])) })
    #expect(JSONValue(try JSONReader.read(Array(value.text().utf8))) == value)
    #expect(JSONValue(try JSONReader.read(Array(value.canonicalText().utf8)))["0"] != nil)
  }

  @Test("Controls and line separators are escaped")
  func escapes() {
    #expect(
      JSONText.quoted("a\"\\\n\u{7}\u{7F}\u{2028}é")
        == #""a\"\\\n\u0007\u007F\u2028é""#)
  }

  @Test("The canonical text does not depend on the order of keys")
  func canonicalTextSortsKeys() throws {
    let left = try JSONReader.read(Array(#"{"b": [{"y": 1, "x": 2}], "a": null}"#.utf8))
    let right = try JSONReader.read(Array(#"{"a":null,"b":[{"x":2,"y":1}]}"#.utf8))
    #expect(JSONValue(left).canonicalText() == #"{"a":null,"b":[{"x":2,"y":1}]}"#)
    #expect(JSONValue(left).canonicalText() == JSONValue(right).canonicalText())
    #expect(JSONValue(left) != JSONValue(right))
  }

  // Expected: Python's format(x, '.9g'), with halves that a Double holds exactly rounded away.
  @Test(
    "Numbers have nine significant digits in their shortest form",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (0.1, "0.1"), (148, "148"),
      (1.0 / 3, "0.333333333"), (2.0 / 3, "0.666666667"), (123_456_789.5, "123456790"),
      (1_234_567_894, "1234567890"), (0.999_999_999_6, "1"), (99_999_999_960, "100000000000"),
      (1e14, "100000000000000"), (1e15, "1e15"), (1.5e20, "1.5e20"), (1e-5, "0.00001"),
      (1.25e-7, "1.25e-7"), (-4_665_600.125, "-4665600.13"),
      (Double.leastNonzeroMagnitude, "5e-324"),
      (1.797_693_134_862_315_7e308, "1.79769313e308"),
    ] as [(Double, String)])
  func roundsToNineDigits(_ value: Double, _ expected: String) {
    #expect(NumberText.nineDigits(value) == expected)
  }

  @Test("A number that is not finite is null", arguments: [Double.nan, .infinity, -.infinity])
  func writesNullForNoNumber(_ value: Double) {
    #expect(JSONValue(value) == .null)
    #expect(JSONValue(nil) == .null)
  }

  @Test("A whole number keeps all of its digits")
  func writesWholeNumbers() {
    #expect(JSONValue(UInt64.max).text() == "18446744073709551615\n")
  }
}
