import ScenarioFormat

/// The paths at which the texts of scenarios differ.
///
/// Lists of things with names are compared by these, as `--set` names them; other lists of objects
/// by place. What is only for people, and what results are compared with, is left out.
struct ScenarioDifferences {
  private(set) var differences: [SetupDifferences.Difference] = []

  private static let forPeople: Set<String> = [
    "format", "name", "title", "notes", "source", "sources", "references", "calibrated_on",
    "known_disagreements", "category", "extends",
  ]

  /// Compares the texts, whose depth the reader of JSON bounds.
  init(_ texts: [JSONValue]) {
    compare(texts, at: "")
  }

  /// - Parameter isNamed: whether it is a thing in a list, which is told whole where one has none.
  private mutating func compare(
    _ values: [JSONValue?], at path: String, isNamed: Bool = false
  ) {
    guard values.dropFirst().contains(where: { $0 != values[0] }) else { return }
    let present = values.compactMap(\.self)
    let objects = present.compactMap(\.members)
    let lists = present.compactMap(\.namedElements)
    if objects.count == present.count, !isNamed || objects.count == values.count {
      compareMembers(values.map { $0?.members }, at: path, areNamed: false)
    } else if lists.count == present.count, lists.count > 1 {
      compareMembers(values.map { $0?.namedElements }, at: path, areNamed: true)
    } else if Set(values.map { $0?.canonicalText() }).count > 1 {
      differences.append(
        SetupDifferences.Difference(path: path, values: values.map { $0?.shortText }))
    }
  }

  private mutating func compareMembers(
    _ values: [[(key: String, value: JSONValue)]?], at path: String,
    areNamed: Bool
  ) {
    var keys: [String] = []
    var seen: Set<String> = []
    for members in values.compactMap(\.self) {
      for member in members where seen.insert(member.key).inserted { keys.append(member.key) }
    }
    let byKey = values.map { members in
      members.map { Dictionary($0.map { ($0.key, $0.value) }) { first, _ in first } }
    }
    for key in keys where areNamed || !Self.forPeople.contains(key) {
      compare(
        byKey.map { $0?[key] }, at: path.isEmpty ? key : "\(path).\(key)", isNamed: areNamed)
    }
  }
}

extension JSONValue {
  /// The members of an object; nil for anything else.
  fileprivate var members: [(key: String, value: JSONValue)]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The elements of a list of things with names, by name; nil for anything else.
  fileprivate var namedElements: [(key: String, value: JSONValue)]? {
    guard case .array(let elements) = self, !elements.isEmpty else { return nil }
    let named = elements.compactMap { element -> (key: String, value: JSONValue)? in
      guard case .string(let name) = element["name"] ?? element["stage"] else { return nil }
      return (name, element)
    }
    return named.count == elements.count && Set(named.map(\.key)).count == named.count
      ? named : nil
  }

  /// The value on one line; a text without its quotes.
  fileprivate var shortText: String {
    if case .string(let text) = self { text } else { line }
  }
}
