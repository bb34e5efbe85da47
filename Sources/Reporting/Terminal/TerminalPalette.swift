/// The few styles of the report, as ANSI numbers them (ECMA-48, SGR).
enum TerminalColour: Int {
  case bold = 1
  case red = 31
  case green = 32
  case yellow = 33
}

/// Applies styles, or leaves text as it is.
struct TerminalPalette {
  let isColoured: Bool

  /// The text in a style, if there is one and colour is wanted.
  func apply(_ colour: TerminalColour?, to text: String) -> String {
    guard isColoured, let colour else { return text }
    return "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m"
  }
}
