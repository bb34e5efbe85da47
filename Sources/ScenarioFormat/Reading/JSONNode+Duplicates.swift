extension JSONNode {
  /// A key that its object has already.
  struct Duplicate {
    let place: Place
    let first: SourcePosition
  }

  /// The keys that are given twice, in the order of the text.
  ///
  /// They are looked for in each text by itself, as the members of several are merged by key.
  func duplicates(in place: Place) -> [Duplicate] {
    switch content {
    case .array(let elements):
      return elements.enumerated().flatMap { index, element in
        element.isScalar
          ? [] : element.duplicates(in: place.appending(String(index), origin: element.origin))
      }
    case .object(let members):
      var firsts: [String: SourcePosition] = [:]
      return members.flatMap { member -> [Duplicate] in
        let inner = place.appending(member.key, origin: member.origin)
        guard let first = firsts.updateValue(member.origin.position, forKey: member.key) else {
          return member.value.isScalar ? [] : member.value.duplicates(in: inner)
        }
        firsts[member.key] = first
        return [Duplicate(place: inner, first: first)]
      }
    default: return []
    }
  }

  private var isScalar: Bool {
    switch content {
    case .array, .object: false
    case .null, .boolean, .number, .string: true
    }
  }
}
