/// Text that Markdown and the HTML within it do not obey.
enum MarkdownText {
  /// The text on one line, so that it reads as it is.
  static func plain(_ text: String) -> String {
    var plain = ""
    for scalar in TerminalText.plain(text).unicodeScalars {
      switch scalar {
      case "<": plain += "&lt;"
      case ">": plain += "&gt;"
      case "&": plain += "&amp;"
      case "|", "\\", "`", "*", "_", "[", "]", "~", "#", "!":
        plain += "\\"
        plain.unicodeScalars.append(scalar)
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }

  /// Lines of code, fenced by more backticks than they hold.
  static func code(_ text: String) -> String {
    let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalText.plain(String($0)) }
    return "\(fence)\n\(lines.joined(separator: "\n"))\n\(fence)"
  }
}
