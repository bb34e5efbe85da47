/// Reads JSON texts, strictly as RFC 8259 has them, and remembers where each value was written.
///
/// No comments, no trailing commas, no NaN, nothing after the value; UTF-8 only, without a byte
/// order mark. Keys given twice are left to the reader's caller, as the RFC leaves them.
public struct JSONReader {
  /// Longer texts are refused, so that memory stays bounded.
  public static let maximumBytes = 4 << 20
  /// Deeper nesting is refused, so that the stack stays bounded.
  public static let maximumDepth = 128

  let bytes: [UInt8]
  var offset = 0
  var position = SourcePosition()
  private let layer: Int32

  private init(bytes: [UInt8], layer: Int32) {
    self.bytes = bytes
    self.layer = layer
  }

  /// The value that the text holds.
  ///
  /// - Parameters:
  ///   - layer: that of the origins of all values (see `Origin`).
  ///   - limit: bytes beyond which a text is refused.
  /// - Throws: the first place where the text is not JSON.
  public static func read(
    _ bytes: [UInt8], layer: Int32 = 0, limit: Int = maximumBytes
  ) throws(JSONSyntaxError) -> JSONNode {
    guard bytes.count <= limit else {
      throw JSONSyntaxError(
        position: SourcePosition(), message: "the text is longer than \(limit >> 20) MiB")
    }
    var reader = JSONReader(bytes: bytes, layer: layer)
    if let fault = UTF8Check.firstFault(in: bytes) {
      reader.advance(to: fault.offset)
      throw reader.error(fault.message)
    }
    return try reader.text()
  }

  // MARK: Grammar

  private mutating func text() throws(JSONSyntaxError) -> JSONNode {
    skipSpace()
    guard peek != nil else { throw error("the text is empty; a JSON value was expected") }
    let node = try value(depth: 1)
    skipSpace()
    guard peek == nil else { throw error("nothing may follow the value; found \(found)") }
    return node
  }

  private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONNode {
    let origin = Origin(layer: layer, position: position)
    guard let byte = peek else { throw error("a value was expected; found \(found)") }
    switch byte {
    case UInt8(ascii: "{"): return JSONNode(.object(try members(depth: depth)), origin: origin)
    case UInt8(ascii: "["): return JSONNode(.array(try elements(depth: depth)), origin: origin)
    case UInt8(ascii: "\""): return JSONNode(.string(try string()), origin: origin)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return JSONNode(try number(), origin: origin)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return JSONNode(try word(), origin: origin)
    default: throw error("a value was expected; found \(found)")
    }
  }

  private mutating func members(depth: Int) throws(JSONSyntaxError) -> [JSONNode.Member] {
    try enter(depth)
    var members: [JSONNode.Member] = []
    if skip("}") { return members }
    while true {
      let origin = Origin(layer: layer, position: position)
      guard peek == UInt8(ascii: "\"") else {
        throw error(
          members.isEmpty
            ? "a key in double quotes or \"}\" was expected; found \(found)"
            : "a key in double quotes was expected after the comma; found \(found)")
      }
      let key = try string()
      skipSpace()
      guard skip(":") else { throw error("\":\" was expected after the key; found \(found)") }
      let value = try value(depth: depth + 1)
      members.append(JSONNode.Member(key: key, origin: origin, value: value))
      skipSpace()
      if skip("}") { return members }
      guard skip(",") else { throw error("\",\" or \"}\" was expected; found \(found)") }
    }
  }

  private mutating func elements(depth: Int) throws(JSONSyntaxError) -> [JSONNode] {
    try enter(depth)
    var elements: [JSONNode] = []
    if skip("]") { return elements }
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if skip("]") { return elements }
      guard skip(",") else { throw error("\",\" or \"]\" was expected; found \(found)") }
    }
  }

  private mutating func word() throws(JSONSyntaxError) -> JSONNode.Content {
    let start = (offset, position)
    while let byte = peek, isLetter(byte) { advance() }
    switch String(decoding: bytes[start.0..<offset], as: UTF8.self) {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case let other:
      throw JSONSyntaxError(
        position: start.1,
        message: "\(quoted(other)) is no JSON value; texts stand in double quotes")
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Steps over the opening bracket.
  private mutating func enter(_ depth: Int) throws(JSONSyntaxError) {
    guard depth <= Self.maximumDepth else {
      throw error("nested more than \(Self.maximumDepth) levels deep")
    }
    advance()
    skipSpace()
  }

  // MARK: Bytes

  /// The byte at hand, or nil at the end of the text.
  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Steps over one byte. Columns count scalars: continuation bytes don't move them.
  mutating func advance() {
    let byte = bytes[offset]
    offset += 1
    if byte == UInt8(ascii: "\n") {
      position = SourcePosition(line: position.line + 1, column: 1)
    } else if byte & 0xC0 != 0x80 {
      position.column += 1
    }
  }

  private mutating func advance(to end: Int) {
    while offset < end { advance() }
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      advance()
    }
  }

  /// Steps over this character, and the space after it, if it is at hand.
  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    advance()
    skipSpace()
    return true
  }

  // MARK: Messages

  func error(_ message: String) -> JSONSyntaxError {
    JSONSyntaxError(position: position, message: message)
  }

  /// The character at hand, in the words of a message.
  var found: String {
    guard offset < bytes.count else { return "the end of the text" }
    let rest = String(decoding: bytes[offset...].prefix(4), as: UTF8.self)
    return quoted(String(String.UnicodeScalarView(rest.unicodeScalars.prefix(1))))
  }
}

/// The first place where a text is not JSON, and why.
public struct JSONSyntaxError: Error, Sendable, Equatable {
  /// Where.
  public let position: SourcePosition
  /// What was found and what was expected.
  public let message: String
}
