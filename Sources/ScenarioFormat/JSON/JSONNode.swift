/// A value of a JSON text, with the place where it was written.
public struct JSONNode: Sendable {
  /// What the value is.
  public enum Content: Sendable {
    case null
    case boolean(Bool)
    /// The number as it was written.
    case number(String)
    case string(String)
    case array([JSONNode])
    /// The members in the order of the text; a key may occur more than once.
    case object([Member])
  }

  /// A key of an object and its value.
  public struct Member: Sendable {
    /// The key, its escapes resolved.
    public let key: String
    /// Where the key was written.
    public let origin: Origin
    /// The value that belongs to it.
    public var value: JSONNode

    /// Creates a member.
    public init(key: String, origin: Origin, value: JSONNode) {
      self.key = key
      self.origin = origin
      self.value = value
    }
  }

  /// What the value is.
  public var content: Content
  /// Where the value was written.
  public let origin: Origin

  /// Creates a value.
  public init(_ content: Content, origin: Origin) {
    self.content = content
    self.origin = origin
  }

  /// The `Double` nearest to a number; nil for anything else.
  public var number: Double? {
    if case .number(let text) = content { Double(text) } else { nil }
  }

  /// The type of the value in the words of a message: "a string", "an object" …
  public var typeName: String {
    switch content {
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// The same value as if all of it had been written at `origin`.
  func moved(to origin: Origin) -> JSONNode {
    switch content {
    case .null, .boolean, .number, .string:
      JSONNode(content, origin: origin)
    case .array(let elements):
      JSONNode(.array(elements.map { $0.moved(to: origin) }), origin: origin)
    case .object(let members):
      JSONNode(
        .object(
          members.map {
            Member(key: $0.key, origin: origin, value: $0.value.moved(to: origin))
          }),
        origin: origin)
    }
  }
}

extension JSONNode {
  /// A value that was not read, as if all of it had been written at `origin`.
  init(value: JSONValue, origin: Origin) {
    self.origin = origin
    content =
      switch value {
      case .null: .null
      case .bool(let value): .boolean(value)
      case .number(let text): .number(text)
      case .string(let text): .string(text)
      case .array(let elements): .array(elements.map { JSONNode(value: $0, origin: origin) })
      case .object(let members):
        .object(
          members.map {
            Member(key: $0.key, origin: origin, value: JSONNode(value: $0.value, origin: origin))
          })
      }
  }
}
