/// Text that is safe and aligned on a terminal.
public enum TerminalText {
  /// The text without what a terminal would obey: escape sequences, control characters, marks
  /// that turn the direction of writing, line and paragraph separators.
  public static func plain(_ text: String) -> String {
    var plain = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": dropSequence(&rest)
      case "\u{9B}": dropControlSequence(&rest)
      case "\t", "\n": plain += " "
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: break
        default: plain.unicodeScalars.append(scalar)
        }
      }
    }
    return plain
  }

  /// Drops what follows an escape character (ECMA-48): a control sequence, a string up to its
  /// terminator, or intermediates and one final character.
  private static func dropSequence(_ rest: inout Substring.UnicodeScalarView) {
    switch rest.first {
    case "[":
      rest.removeFirst()
      dropControlSequence(&rest)
    case "]", "P", "X", "^", "_":
      while let scalar = rest.popFirst(), scalar != "\u{07}", scalar != "\u{9C}" {
        if scalar == "\u{1B}" {
          if rest.first == "\\" { rest.removeFirst() }
          return
        }
      }
    default:
      while let scalar = rest.first, (" "..."/").contains(scalar) { rest.removeFirst() }
      if let scalar = rest.first, ("0"..."~").contains(scalar) { rest.removeFirst() }
    }
  }

  /// Drops parameters, intermediates and the final character of a control sequence.
  private static func dropControlSequence(_ rest: inout Substring.UnicodeScalarView) {
    while let scalar = rest.first, (" "..."?").contains(scalar) { rest.removeFirst() }
    if let scalar = rest.first, ("@"..."~").contains(scalar) { rest.removeFirst() }
  }

  /// The text in so many columns, cut with an ellipsis if it is longer.
  static func fitted(_ text: String, to width: Int) -> String {
    text.count <= width ? text : text.prefix(max(0, width - 1)) + "…"
  }

  /// The text with spaces behind it up to a width.
  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// The text with spaces before it up to a width.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// The text without spaces at its end.
  static func trimmed(_ text: String) -> String {
    guard let last = text.lastIndex(where: { $0 != " " }) else { return "" }
    return String(text[...last])
  }

  /// The text in lines of at most so many columns, broken between words.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    // A number and its percent sign stay on one line.
    for word in text.replacing(" %", with: "\u{A0}%").split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { $0.replacing("\u{A0}", with: " ") }
  }

  /// Names of files behind the folder that they are in, in lines that each end with a line feed.
  public static func list(_ names: [String], in folder: String, width: Int) -> String {
    let folder = plain(folder)
    let indent = min(folder.count + 2, 24)
    let lines = wrapped(names.joined(separator: " "), to: max(20, width - indent))
    let start =
      folder.count + 2 > indent ? "\(folder)\n" : left(folder, indent) + (lines.first ?? "") + "\n"
    let rest = folder.count + 2 > indent ? lines[...] : lines.dropFirst()
    return start + rest.map { left("", indent) + $0 + "\n" }.joined()
  }

  /// A horizontal bar of so many columns, to an eighth of one; never nothing.
  static func bar(_ columns: Double) -> String {
    guard columns.isFinite, columns >= 0, columns < 1000 else { return "" }
    let eighths = max(1, Int((columns * 8).rounded()))
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + rest
  }
}
