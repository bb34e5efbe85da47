import ClusterModel
import Experiments

/// Reads what `RecordLine.members` writes, character for character: what is sealed needs no tolerance,
/// and there may be millions of replications.
struct RecordScanner {
  private var rest: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) { rest = text }

  var isAtEnd: Bool { rest.isEmpty }

  /// Skips a text; false if something else comes.
  mutating func skip(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { text in
      guard rest.starts(with: text) else { return false }
      rest = rest.dropFirst(text.count)
      return true
    }
  }

  /// Elements in brackets with commas between them; nil if one of them is not to be read.
  mutating func list<Element>(_ element: (inout RecordScanner) -> Element?) -> [Element]? {
    guard skip("[") else { return nil }
    var elements: [Element] = []
    if skip("]") { return elements }
    repeat {
      guard let next = element(&self) else { return nil }
      elements.append(next)
    } while skip(",")
    return skip("]") ? elements : nil
  }

  /// A whole number, not negative.
  mutating func wholeNumber() -> Int? {
    number().flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// The values of all columns.
  mutating func outcome() -> Outcome? {
    var outcome = Outcome()
    guard skip("[") else { return nil }
    for (index, column) in OutcomeColumn.all.enumerated() {
      guard index == 0 || skip(",") else { return nil }
      guard let value = value(), column.set(&outcome, value) else { return nil }
    }
    return skip("]") ? outcome : nil
  }

  /// A number, or `.some(nil)` for null.
  private mutating func value() -> Double?? {
    if skip("null") { return .some(nil) }
    return number().flatMap { Double($0) }.map { .some($0) }
  }

  /// What is written of the letters of a number.
  private mutating func number() -> Substring? {
    let text = rest.prefix { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: "e"):
        true
      default: false
      }
    }
    guard !text.isEmpty else { return nil }
    rest = rest.dropFirst(text.count)
    return Substring(decoding: text, as: UTF8.self)
  }
}
