/// A JSON value to write.
///
/// Objects keep the order of their members. Numbers are held as they will be written, so that a
/// value that was read is written back unchanged; `init(_:)` makes them from Swift's numbers.
public indirect enum JSONValue: Sendable {
  /// No value.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// The text of a number, in the grammar of RFC 8259.
  case number(String)
  /// A text, not yet escaped.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Keys with their values, in this order.
  case object([(key: String, value: JSONValue)])

  /// A number of nine significant digits (see `NumberText`), or null where there is no value.
  ///
  /// Infinities and not-a-number become null: JSON has no words for them.
  public init(_ value: Double?) {
    self = value.flatMap(NumberText.nineDigits).map(JSONValue.number) ?? .null
  }

  /// A whole number, all of its digits.
  public init(_ value: some BinaryInteger) {
    self = .number(String(value))
  }

  /// A value that was read, without its places.
  public init(_ node: JSONNode) {
    self =
      switch node.content {
      case .null: .null
      case .boolean(let value): .bool(value)
      case .number(let text): .number(text)
      case .string(let text): .string(text)
      case .array(let elements): .array(elements.map { JSONValue($0) })
      case .object(let members): .object(members.map { ($0.key, JSONValue($0.value)) })
      }
  }

  /// The first member of an object with this key; nil if there is none or this is no object.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}

extension JSONValue: Equatable {
  /// Whether both are written alike: the order of members counts, and so do the digits of numbers.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left == right
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left.elementsEqual(right, by: ==)
    default: false
    }
  }
}

/// Values written in Swift as they are in JSON; only null is `.null`.
extension JSONValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int) { self.init(value) }
  public init(floatLiteral value: Double) { self.init(value) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { (key: $0.0, value: $0.1) })
  }
}
