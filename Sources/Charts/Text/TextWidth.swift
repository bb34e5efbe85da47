/// How wide text is, estimated from above: the font is the reader's, so the widest of the usual
/// sans-serif fonts counts.
enum TextWidth {
  /// The widths of the printable characters of ASCII in hundredths of the size.
  ///
  /// Source: the advance widths of DejaVu Sans 2.37, rounded up.
  private static let ascii: [Double] = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79,
    61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64,
    64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
  ]

  /// The width of plain text in units of the view box.
  static func of(_ text: String, _ style: TextStyle) -> Double {
    var hundredths = 0.0
    for scalar in text.unicodeScalars { hundredths += width(of: scalar) }
    // The bold cut is wider by an eighth at most, save for thin letters.
    let weight = style == .strong ? 1.13 : 1
    return hundredths / 100 * style.size * weight
  }

  /// The text, or as much of its beginning as fits before an ellipsis; empty if nothing does.
  static func fit(_ text: String, _ style: TextStyle, within width: Double) -> String {
    let shortened = text.prefix(1000)
    if shortened.endIndex == text.endIndex, of(text, style) <= width { return text }
    var left = width - of("…", style)
    guard left >= 0 else { return "" }
    var kept = ""
    for character in shortened {
      left -= of(String(character), style)
      guard left >= 0 else { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept.isEmpty ? "" : "\(kept)…"
  }

  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x20...0x7E: ascii[Int(scalar.value) - 0x20]
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x2070...0x209F, 0xB2, 0xB3, 0xB9: 48
    case 0xA0, 0x2009, 0x202F: 36
    case 0x2013, 0x2018...0x201A, 0x2022, 0xB7: 60
    case 0xA1...0x24F: 84
    case 0x250...0x6FF: 100
    case 0x2010...0x2060: 110
    case 0x2E3A, 0x2E3B: 310
    case 0xFDFD: 1200
    case 0x12000...0x1254F: 400
    default: 140
    }
  }
}
