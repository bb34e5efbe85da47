extension Checker {
  // MARK: Lists and names

  mutating func list(
    _ node: JSONNode, of kind: Kind, _ count: ClosedRange<Int>, _ place: Place
  ) -> CheckedValue? {
    guard case .array(let elements) = node.content else { return mismatch(node, "a list", place) }
    guard count.contains(elements.count) else {
      return fail(
        place,
        "has \(elements.count) elements; it can have \(count.lowerBound) to "
          + "\(count.upperBound)")
    }
    return .list(
      elements.enumerated().map { index, element in
        let place = place.appending(String(index), origin: element.origin)
        return Checked(place: place, value: check(element, as: kind, at: place))
      })
  }

  mutating func named(
    _ node: JSONNode, of kind: Kind, atMost most: Int, _ place: Place
  ) -> CheckedValue? {
    guard case .object(let members) = node.content else {
      return mismatch(node, "an object", place)
    }
    guard members.count <= most else {
      return fail(place, "has \(members.count) members; it can have at most \(most)")
    }
    var named: [(name: String, value: Checked)] = []
    for member in distinct(members) {
      if isAnnotation(member, place) { continue }
      guard TextRule.name.accepts(member.key) else {
        problems.error(
          place.appending(member.key, origin: member.origin),
          "\(quoted(member.key)) must be \(TextRule.name.description)")
        continue
      }
      let place = place.appending(member.key, origin: member.value.origin)
      let value = check(member.value, as: kind, at: place)
      named.append((member.key, Checked(place: place, value: value)))
    }
    return .named(named)
  }

  // MARK: Objects

  mutating func variant(_ node: JSONNode, of variants: Variants, _ place: Place) -> CheckedValue? {
    guard case .object(let members) = node.content else {
      return mismatch(node, variants.example, place)
    }
    guard let member = members.first(where: { $0.key == variants.key }) else {
      guard let definition = variants.otherwise else {
        return fail(
          place.missing(variants.key), "is missing; write \(variants.example)")
      }
      return object(node, definition, place)
    }
    let names = variants.cases.map(\.name)
    let keyPlace = place.appending(variants.key, origin: member.value.origin)
    guard case .text(let name) = check(member.value, as: .choice(names), at: keyPlace),
      let definition = variants.cases.first(where: { $0.name == name })?.definition
    else { return nil }
    return object(node, definition, place, variant: (variants, name))
  }

  mutating func object(
    _ node: JSONNode, _ definition: Definition, _ place: Place,
    variant: (variants: Variants, name: String)? = nil
  ) -> CheckedValue? {
    guard case .object(let members) = node.content else {
      return mismatch(node, definition.example, place)
    }
    var checked: [String: Checked] = [:]
    for member in distinct(members) where member.key != variant?.variants.key {
      if isAnnotation(member, place) { continue }
      guard let field = definition.fields.first(where: { $0.key == member.key }) else {
        let place = place.appending(member.key, origin: member.origin)
        problems.error(place, Self.unknownKey(member.key, of: definition, variant?.variants))
        continue
      }
      let place = place.appending(member.key, origin: member.value.origin)
      let value = check(member.value, as: field.kind, at: place)
      checked[member.key] = Checked(place: place, value: value)
    }
    // Without the alternative that it needs an object can't be built; with one too many it can.
    var canBeBuilt = true
    for group in definition.groups {
      let isWhole = chooseOne(of: group, given: checked, place)
      canBeBuilt = canBeBuilt && (isWhole || !group.isRequired)
    }
    guard canBeBuilt else { return nil }
    let given = Set(checked.keys)
    let excluded = definition.groups.flatMap { $0.excludedKeys(given: given) }
    fillIn(definition.fields.filter { !excluded.contains($0.key) }, &checked, place)
    return .object(
      CheckedObject(place: place, variant: variant?.name, members: checked, given: given))
  }

  /// Adds the defaults of keys that were not given, and tells which ones must be.
  private mutating func fillIn(
    _ fields: [Field], _ checked: inout [String: Checked], _ place: Place
  ) {
    for field in fields where checked[field.key] == nil {
      let place = place.missing(field.key)
      switch field.presence {
      case .optional: continue
      case .required:
        problems.error(place, "is missing, and has no default")
      case .defaultsTo(let value, let source):
        if let source { assume(value, from: source, place) }
        let node = JSONNode(value: value, origin: place.origin)
        checked[field.key] = Checked(
          place: place, value: check(node, as: field.kind, at: place))
      }
    }
  }

  /// The members without those whose key occurred before, which have been told.
  private func distinct(_ members: [JSONNode.Member]) -> [JSONNode.Member] {
    var keys: Set<String> = []
    return members.filter { keys.insert($0.key).inserted }
  }

  /// Whether the member is a text for people, which is checked to be one.
  private mutating func isAnnotation(_ member: JSONNode.Member, _ place: Place) -> Bool {
    guard Definition.annotations.contains(member.key) else { return false }
    let place = place.appending(member.key, origin: member.value.origin)
    _ = check(member.value, as: .text(.any), at: place)
    return true
  }

  private static func unknownKey(
    _ key: String, of definition: Definition, _ variants: Variants?
  ) -> String {
    let keys = definition.keys
    if let variants, variants.allKeys.contains(key) {
      return "\(definition.title) has no \(quoted(key)); it has \(list(keys))"
    }
    let places = KeyPlaces.places(of: key, insteadOf: definition)
    if !places.isEmpty {
      return "unknown key here; \(quoted(key)) belongs in \(either(places))"
    }
    let known = keys + Definition.annotations + (variants.map { [$0.key] } ?? [])
    if let meant = Spelling.nearest(to: key, among: known) {
      return "unknown key; did you mean \(quoted(meant))?"
    }
    return "unknown key; \(definition.title) has \(list(keys))"
  }

  static func list(_ keys: [String]) -> String {
    keys.map(quoted).joined(separator: ", ")
  }
}
