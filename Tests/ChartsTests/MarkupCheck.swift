/// What is wrong with a piece of markup, strictly read; a small part of XML suffices for charts.
struct MarkupCheck {
  private(set) var faults: [String] = []
  private(set) var identifiers: [String] = []
  private(set) var classes: Set<String> = []
  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []
  private var open: [String] = []

  init(_ markup: String) {
    var rest = markup[...]
    while let start = rest.firstIndex(of: "<") {
      checkText(rest[..<start])
      guard let end = rest[start...].firstIndex(of: ">") else {
        faults.append("a tag without an end")
        return
      }
      readTag(String(rest[rest.index(after: start)..<end]))
      rest = rest[rest.index(after: end)...]
    }
    checkText(rest)
    if !open.isEmpty { faults.append("\(open) not closed") }
    if Set(identifiers).count != identifiers.count { faults.append("an id twice") }
  }

  private mutating func readTag(_ tag: String) {
    if tag.hasPrefix("/") {
      if open.popLast() != String(tag.dropFirst()) { faults.append("</\(tag)> out of place") }
      return
    }
    let isEmpty = tag.hasSuffix("/")
    let body = isEmpty ? String(tag.dropLast()) : tag
    let name = String(body.prefix { $0 != " " })
    elements.insert(name)
    if !isEmpty { open.append(name) }
    var rest = body.dropFirst(name.count)
    while !rest.isEmpty {
      guard rest.first == " ", let equals = rest.firstIndex(of: "=") else {
        faults.append("attributes of <\(tag)>")
        return
      }
      let key = String(rest[rest.index(after: rest.startIndex)..<equals])
      let quoted = rest[rest.index(after: equals)...]
      guard quoted.first == "\"", let end = quoted.dropFirst().firstIndex(of: "\"") else {
        faults.append("quotes of <\(tag)>")
        return
      }
      let value = quoted[quoted.index(after: quoted.startIndex)..<end]
      checkText(value)
      note(key, String(value))
      rest = quoted[quoted.index(after: end)...]
    }
  }

  private mutating func note(_ key: String, _ value: String) {
    attributes.insert(key)
    if key == "id" { identifiers.append(value) }
    if key == "class" { classes.formUnion(value.split(separator: " ").map(String.init)) }
  }

  private mutating func checkText(_ text: Substring) {
    for part in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      let entities = ["amp;", "lt;", "gt;", "quot;", "#39;"]
      if !entities.contains(where: part.hasPrefix) { faults.append("a bare & in \(text)") }
    }
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let isControl = value < 0x20 && value != 0xA || (0x7F..<0xA0).contains(value)
      let isDirection = (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
      if isControl || isDirection || value & 0xFFFE == 0xFFFE {
        faults.append("character \(value)")
      }
    }
  }
}
