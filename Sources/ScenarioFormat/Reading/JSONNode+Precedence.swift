extension JSONNode {
  /// The tree without the keys that a higher layer has replaced by others.
  ///
  /// Of keys that exclude each other (`mean` and `observed`), those of a setting or of an extending
  /// scenario take the place of those in the text below. Within one layer they stay, and are told
  /// as a contradiction.
  func settled(as kind: Kind) -> JSONNode {
    switch (kind, content) {
    case (.object(let definition), .object(let members)):
      return settled(members, definition)
    case (.variants(let variants), .object(let members)):
      return variants.definition(of: members).map { settled(members, $0) } ?? self
    case (.named(let kind, _), .object(let members)):
      return JSONNode(.object(members.map { $0.settled(as: kind) }), origin: origin)
    case (.list(let kind, _), .array(let elements)) where kind.holdsObjects:
      return JSONNode(.array(elements.map { $0.settled(as: kind) }), origin: origin)
    case (.stringOr(_, let kind), .object): return settled(as: kind)
    case (.shared(let shared), _): return settled(as: shared.kind)
    default: return self
    }
  }

  private func settled(_ members: [Member], _ definition: Definition) -> JSONNode {
    let replaced = definition.groups.flatMap { Self.replacedKeys(members, $0.alternatives) }
    let kept = members.filter { !replaced.contains($0.key) }
    return JSONNode(
      .object(
        kept.map { member in
          guard let field = definition.fields.first(where: { $0.key == member.key }) else {
            return member
          }
          return member.settled(as: field.kind)
        }), origin: origin)
  }

  /// The keys of the alternatives over which another one, of a higher layer, was chosen.
  private static func replacedKeys(_ members: [Member], _ alternatives: [Alternative]) -> [String] {
    func layer(_ alternative: Alternative) -> Int32? {
      members.filter { alternative.keys.contains($0.key) }.map(\.value.highestLayer).max()
    }
    let layers = alternatives.map(layer)
    guard let highest = layers.compactMap({ $0 }).max() else { return [] }
    let chosen = zip(alternatives, layers).filter { $1 == highest }.map(\.0)
    guard chosen.allSatisfy(\.isWhole) else { return [] }
    let kept = chosen.flatMap(\.allKeys)
    return zip(alternatives, layers).filter { $1 != nil && $1 != highest }
      .flatMap { $0.0.allKeys }.filter { !kept.contains($0) }
  }

  /// The layer of what was given last, in the value or in a part of it.
  private var highestLayer: Int32 {
    switch content {
    case .null, .boolean, .number, .string: origin.layer
    case .array(let elements): elements.map(\.highestLayer).reduce(origin.layer, max)
    case .object(let members): members.map(\.value.highestLayer).reduce(origin.layer, max)
    }
  }
}

extension JSONNode.Member {
  fileprivate func settled(as kind: Kind) -> JSONNode.Member {
    JSONNode.Member(key: key, origin: origin, value: value.settled(as: kind))
  }
}

extension Variants {
  /// The definition that the members name, if they name one that there is.
  func definition(of members: [JSONNode.Member]) -> Definition? {
    guard let member = members.first(where: { $0.key == key }) else { return otherwise }
    guard case .string(let name) = member.value.content else { return nil }
    return cases.first { $0.name == name }?.definition
  }
}

extension Kind {
  /// Whether a value may be an object, whose keys can exclude each other.
  fileprivate var holdsObjects: Bool {
    switch self {
    case .boolean, .text, .constant, .choice, .count, .number, .duration, .size, .notYet: false
    case .list, .named, .object, .variants, .stringOr, .shared: true
    }
  }
}
