/// Values divided by commas: `5min,10min`, `[1,2],[3,4]`, `"a,b",c`.
enum ValueList {
  /// The items without the spaces around them; one that is empty is kept.
  ///
  /// A comma inside an item that begins as a JSON list, object or string does, and has not ended,
  /// does not divide.
  ///
  /// - Throws: a problem if such an item has no end.
  static func items(of text: String) throws(ValueProblem) -> [String] {
    var items: [String] = []
    var item = Item()
    for scalar in text.unicodeScalars {
      if scalar == ",", !item.isOpen {
        items.append(item.text)
        item = Item()
      } else {
        item.append(scalar)
      }
    }
    if item.isOpen {
      throw ValueProblem("\(quoted(item.text)) has a bracket or a quotation mark without its end")
    }
    return items + [item.text]
  }

  /// An item as far as it was read.
  private struct Item {
    private var scalars = String.UnicodeScalarView()
    /// Whether it began as a JSON list, object or string does.
    private var isJSON = false
    private var depth = 0
    private var isInString = false
    private var isEscaped = false

    /// Whether a comma would belong to it.
    var isOpen: Bool { depth > 0 || isInString }

    var text: String {
      let end = scalars.lastIndex { $0 != " " }
      return end.map { String(scalars[...$0]) } ?? ""
    }

    mutating func append(_ scalar: Unicode.Scalar) {
      if scalars.isEmpty {
        if scalar == " " { return }
        isJSON = ["[", "{", "\""].contains(scalar)
      }
      scalars.append(scalar)
      guard isJSON else { return }
      if isInString {
        if scalar == "\"", !isEscaped { isInString = false }
        isEscaped = scalar == "\\" && !isEscaped
        return
      }
      switch scalar {
      case "\"": isInString = true
      case "[", "{": depth += 1
      case "]", "}": depth = max(0, depth - 1)
      default: break
      }
    }
  }
}
