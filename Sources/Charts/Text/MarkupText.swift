/// Text on its way into markup.
enum MarkupText {
  /// Text as one line: line ends and tabs as spaces, without control characters, characters XML 1.0
  /// doesn't allow and controls of text direction.
  static func plain(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x9, 0xA, 0xD, 0x85, 0x2028, 0x2029: scalars.append(" ")
      case 0..<0x20, 0x7F..<0xA0: continue
      case 0x202A...0x202E, 0x2066...0x2069: continue
      case 0xFDD0...0xFDEF: continue
      case let value where value & 0xFFFE == 0xFFFE: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// Text that is safe between tags and within quotes of an attribute.
  static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in plain(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// An identifier of letters, digits, `-` and `_` that begins with a letter.
  static func identifier(_ text: String) -> String {
    var kept = ""
    for scalar in text.unicodeScalars.prefix(80) {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_": kept.unicodeScalars.append(scalar)
      default: kept += "_"
      }
    }
    guard let first = kept.first, first.isLetter else { return "c\(kept)" }
    return kept
  }
}
