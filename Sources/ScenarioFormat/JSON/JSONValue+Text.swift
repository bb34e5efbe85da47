extension JSONValue {
  /// The value as JSON text: indented by two spaces, a member a line, a line feed at the end.
  ///
  /// Lists and objects without lists and objects in them stay on one line while it is short.
  public func text() -> String {
    var text = ""
    write(to: &text, indent: 0)
    return text + "\n"
  }

  /// The value on one line without spaces, members sorted by key.
  ///
  /// The order of members does not matter to it: the text to take a digest of.
  public func canonicalText() -> String { compactText { $0.sorted { $0.key < $1.key } } }

  /// The value on one line without spaces, members in their order.
  public var line: String { compactText { $0 } }

  private typealias Members = [(key: String, value: JSONValue)]

  private func compactText(order: (Members) -> Members) -> String {
    switch self {
    case .null, .bool, .number, .string: scalarText
    case .array(let elements):
      "[" + elements.map { $0.compactText(order: order) }.joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + order(members).map { JSONText.quoted($0.key) + ":" + $0.value.compactText(order: order) }
        .joined(separator: ",") + "}"
    }
  }

  /// The longest list or object that is written on one line, in scalars.
  private static let shortLine = 72

  private func write(to text: inout String, indent: Int) {
    switch self {
    case .null, .bool, .number, .string:
      text += scalarText
    case .array(let elements):
      writeItems(to: &text, brackets: ("[", "]"), elements.map { ("", $0) }, indent: indent)
    case .object(let members):
      let items = members.map { (JSONText.quoted($0.key) + ": ", $0.value) }
      writeItems(to: &text, brackets: ("{", "}"), items, indent: indent)
    }
  }

  private func writeItems(
    to text: inout String, brackets: (String, String), _ items: [(String, JSONValue)], indent: Int
  ) {
    if let line = shortText(brackets: brackets, items) {
      text += line
      return
    }
    let inner = "\n" + String(repeating: "  ", count: indent + 1)
    text += brackets.0
    for (index, item) in items.enumerated() {
      text += (index == 0 ? "" : ",") + inner + item.0
      item.1.write(to: &text, indent: indent + 1)
    }
    text += "\n" + String(repeating: "  ", count: indent) + brackets.1
  }

  /// All items on one line, or nil if that is too long or an item has items of its own.
  private func shortText(brackets: (String, String), _ items: [(String, JSONValue)]) -> String? {
    guard items.count <= Self.shortLine else { return nil }
    var parts: [String] = []
    for (label, value) in items {
      switch value {
      case .array(let elements) where !elements.isEmpty: return nil
      case .object(let members) where !members.isEmpty: return nil
      default: parts.append(label + value.scalarText)
      }
    }
    let space = brackets.0 == "{" && !parts.isEmpty ? " " : ""
    let line = brackets.0 + space + parts.joined(separator: ", ") + space + brackets.1
    return line.unicodeScalars.count <= Self.shortLine ? line : nil
  }

  private var scalarText: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let text): text
    case .string(let text): JSONText.quoted(text)
    case .array: "[]"
    case .object: "{}"
    }
  }
}

/// The spelling of strings in JSON.
enum JSONText {
  /// The string in double quotes.
  ///
  /// Escaped besides what JSON demands: DEL and C1 controls, and U+2028 and U+2029, which end
  /// lines in JavaScript.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
