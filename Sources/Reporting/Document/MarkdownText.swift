/// Text that Markdown and the HTML within it do not obey.
enum MarkdownText {
  /// The text on one line, so that it reads as it is, wherever it stands.
  static func plain(_ text: String) -> String {
    var plain = ""
    // Spaces in front would make it code.
    let line = TerminalText.plain(text).unicodeScalars.drop { $0 == " " }
    var rest = line
    // A number or a sign would make it an item of a list, or a rule.
    let digits = line.prefix { ("0"..."9").contains($0) }
    let after = line.dropFirst(digits.count)
    if let mark = after.first, (digits.isEmpty ? "-+=" : ".)").unicodeScalars.contains(mark),
      after.dropFirst().first.map({ " -=".unicodeScalars.contains($0) }) ?? true
    {
      plain.unicodeScalars += digits
      plain += "\\"
      plain.unicodeScalars.append(mark)
      rest = after.dropFirst()
    }
    for scalar in rest {
      switch scalar {
      case "<": plain += "&lt;"
      case ">": plain += "&gt;"
      case "&": plain += "&amp;"
      case "|", "\\", "`", "*", "_", "[", "]", "~", "#", "!", "$":
        plain += "\\"
        plain.unicodeScalars.append(scalar)
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }

  /// Lines of code, fenced by more backticks than they hold.
  static func code(_ text: String) -> String {
    let longest = text.unicodeScalars.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalText.plain(String($0)) }
    return "\(fence)\n\(lines.joined(separator: "\n"))\n\(fence)"
  }
}
