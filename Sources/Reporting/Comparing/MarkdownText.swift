/// Text for Markdown as GitHub reads it, which names that others chose can't break out of.
enum MarkdownText {
  /// The text on one line, without anything that Markdown or HTML would obey.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in TerminalText.plain(text).unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "|", "\\", "`", "*", "_", "[", "]", "~", "#", "!", "$":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A table of texts as they are; columns of numbers are set to the right.
  static func table(_ header: [String], _ rows: [[String]], numbers: Range<Int>) -> String {
    guard !rows.isEmpty else { return "" }
    let rule = header.indices.map { numbers.contains($0) ? "---:" : "---" }
    return ([header.map(escaped), rule] + rows.map { $0.map(escaped) })
      .map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }
}
