/// Where a page may begin a new line: not between a number and its unit, but within long names.
enum LineBreaks {
  private static let firm: Unicode.Scalar = "\u{A0}"

  /// What stays with the number before it.
  private static let units: Set<Substring> = [
    "%", "k", "M", "G", "T", "pp", "ms", "s", "min", "h", "d", "w", "y",
  ]

  /// Text in which numbers stay with their units, "2 h 47 min" as a whole, and a sign of a range
  /// with what is before it.
  static func prose(_ text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    var result = ""
    for (index, word) in words.enumerated() {
      if index > 0 {
        let last = words[index - 1]
        let isUnit = ends(last, inDigit: true) && units.contains(bare(word))
        // The hours before the minutes: both are numbers with units.
        let goesOn =
          index > 1 && index + 1 < words.count && times.contains(last)
          && ends(words[index - 2], inDigit: true) && ends(word, inDigit: true)
          && times.contains(bare(words[index + 1]))
        result.unicodeScalars.append(isUnit || goesOn || word == "…" ? firm : " ")
      }
      result += word
    }
    return result
  }

  private static let times: Set<Substring> = ["s", "min", "h", "d", "y"]

  private static func ends(_ word: Substring, inDigit: Bool) -> Bool {
    guard let last = word.unicodeScalars.last else { return false }
    return ("0"..."9").contains(last) == inDigit
  }

  /// The word without what marks the end of a sentence or of a part of it.
  private static func bare(_ word: Substring) -> Substring {
    var word = word
    while let last = word.unicodeScalars.last, ").,;:".unicodeScalars.contains(last) {
      word.unicodeScalars.removeLast()
    }
    return word
  }

  /// A cell of numbers, that goes on in a new line only behind the sign of a range, and before a
  /// margin or a bracket.
  static func number(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let before: Unicode.Scalar? = index > 0 ? scalars[index - 1] : nil
      let after: Unicode.Scalar? = index + 1 < scalars.count ? scalars[index + 1] : nil
      let breaks = before == "…" || after == "±" || after == "("
      result.append(scalar == " " && !breaks ? firm : scalar)
    }
    return String(result)
  }

  /// The name of a column of numbers, whose hyphens hold.
  static func header(_ text: String) -> String {
    text.replacing("-", with: "\u{2011}")
  }

  /// So many characters may stand in a line of a table without a place to break it.
  private static let longest = 24

  /// Whether a word is so long that it has to be broken wherever the line ends.
  static func isLong(_ text: String) -> Bool {
    parts(of: text).contains { part in
      part.unicodeScalars.split { $0 == " " || $0 == firm }.contains { $0.count > longest }
    }
  }

  /// The text in parts, between which a line may end: behind what joins the words of a name.
  static func parts(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      part.append(scalar)
      // Not within a number.
      if "_./=,".unicodeScalars.contains(scalar), index + 1 < scalars.count,
        scalars[index + 1].properties.isAlphabetic
      {
        parts.append(String(part))
        part = String.UnicodeScalarView()
      }
    }
    if !part.isEmpty || parts.isEmpty { parts.append(String(part)) }
    return parts
  }
}
