extension JSONReader {
  /// Reads a number; its grammar is section 6 of the RFC.
  mutating func number() throws(JSONSyntaxError) -> JSONNode.Content {
    let start = (offset: offset, position: position)
    if peek == UInt8(ascii: "-") { advance() }
    if peek == UInt8(ascii: "0") {
      advance()
      if let byte = peek, isDigit(byte) { throw error("a number can't start with a zero") }
    } else {
      try digits()
    }
    if peek == UInt8(ascii: ".") {
      advance()
      try digits()
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      advance()
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { advance() }
      try digits()
    }
    let text = String(decoding: bytes[start.offset..<offset], as: UTF8.self)
    guard Double(text)?.isFinite == true else {
      throw JSONSyntaxError(
        position: start.position, message: "the number \(quoted(text)) is too large")
    }
    return .number(text)
  }

  private mutating func digits() throws(JSONSyntaxError) {
    guard let byte = peek, isDigit(byte) else {
      throw error("a digit was expected; found \(found)")
    }
    while let byte = peek, isDigit(byte) { advance() }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Reads a string, from its opening quote to its closing one.
  mutating func string() throws(JSONSyntaxError) -> String {
    let opening = position
    advance()
    var text: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        advance()
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text.append(contentsOf: String(Character(try escape())).utf8)
      case 0..<0x20:
        throw error("a control character in a string must be escaped; is a quote missing?")
      default:
        text.append(byte)
        advance()
      }
    }
    throw JSONSyntaxError(position: opening, message: "the string has no closing quote")
  }

  private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
    let start = position
    advance()
    guard let letter = peek else { throw error("an escape was expected; found \(found)") }
    if letter == UInt8(ascii: "u") {
      advance()
      return try unicodeEscape(startingAt: start)
    }
    guard let scalar = Self.escapes[letter] else {
      throw JSONSyntaxError(position: start, message: "no such escape: \\ before \(found)")
    }
    advance()
    return scalar
  }

  private static let escapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
    UInt8(ascii: "b"): "\u{08}", UInt8(ascii: "f"): "\u{0C}", UInt8(ascii: "n"): "\n",
    UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
  ]

  /// The scalar of a `\u` escape, or of the two escapes of a surrogate pair.
  private mutating func unicodeEscape(
    startingAt start: SourcePosition
  ) throws(JSONSyntaxError) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    let alone = JSONSyntaxError(position: start, message: "half of a surrogate pair stands alone")
    guard first < 0xDC00, peek == UInt8(ascii: "\\") else { throw alone }
    advance()
    guard peek == UInt8(ascii: "u") else { throw alone }
    advance()
    let second = try hexadecimal()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw alone }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONSyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("a hexadecimal digit was expected; found \(found)")
      }
      value = value << 4 | UInt32(digit)
      advance()
    }
    return value
  }
}
