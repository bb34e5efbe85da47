import Mustache

/// Text that HTML does not obey, in elements and in quoted attributes.
enum HTMLText {
  /// The text with its special characters as references, and without those that turn the direction
  /// of writing or that no document may hold.
  ///
  /// It goes by scalars: a `<` with a combining mark upon it is a `<` to a parser of HTML.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n": escaped += "\n"
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: break
        default:
          if !scalar.properties.isNoncharacterCodePoint { escaped.unicodeScalars.append(scalar) }
        }
      }
    }
    return escaped
  }
}

/// What templates of pages are: their texts are escaped by `HTMLText`.
struct PageContent: MustacheContentType {
  /// The name in a template's first line, `{{% CONTENT_TYPE:PAGE}}`.
  static let name = "PAGE"

  func escapeText(_ text: String) -> String { HTMLText.escaped(text) }
}
