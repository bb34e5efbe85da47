/// How a scenario builds on the one that it extends.
///
/// Objects are merged by key, and lists of named things by name; whatever else is given takes the
/// place of what it overrides, and so does a distribution that names its kind, or has keys that the
/// kind below has not. A null takes away what stands there, as in JSON Merge Patch (RFC 7396).
extension JSONNode {
  /// This value where it says something, `base` where it does not; both should be of this kind.
  func merged(over base: JSONNode, as kind: Kind) -> JSONNode {
    switch (kind, content, base.content) {
    case (.object(let definition), .object(let own), .object(let others)):
      return JSONNode(
        .object(Self.merged(own, over: others) { definition.kind(of: $0) }), origin: origin)
    case (.variants(let variants), .object(let own), .object(let others)):
      guard let definition = variants.definition(of: others), Self.fits(own, definition) else {
        return self
      }
      return merged(over: base, as: .object(definition))
    case (.named(let kind, _), .object(let own), .object(let others)):
      return JSONNode(.object(Self.merged(own, over: others) { _ in kind }), origin: origin)
    case (.list(let kind, _), .array(let own), .array(let others)):
      return Self.mergedByName(own, over: others, as: kind)
        .map { JSONNode(.array($0), origin: origin) } ?? self
    case (.stringOr(_, let kind), .object, .object): return merged(over: base, as: kind)
    case (.shared(let shared), _, _): return merged(over: base, as: shared.kind)
    default: return self
    }
  }

  /// Whether the members only change parameters of what the definition describes: without the key
  /// that names another kind.
  private static func fits(_ members: [Member], _ definition: Definition) -> Bool {
    members.allSatisfy { member in
      definition.keys.contains(member.key) || Definition.annotations.contains(member.key)
    }
  }

  /// The members of both, first those of the base.
  private static func merged(
    _ own: [Member], over base: [Member], kind: (String) -> Kind?
  ) -> [Member] {
    let indexes = Dictionary(
      own.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    let keys = Set(base.map(\.key))
    let kept = base.compactMap { member -> Member? in
      guard let index = indexes[member.key] else { return member }
      let value = own[index].value
      if value.isNull { return nil }
      let merged = kind(member.key).map { value.merged(over: member.value, as: $0) } ?? value
      return Member(key: member.key, origin: own[index].origin, value: merged)
    }
    return kept + own.filter { !keys.contains($0.key) && !$0.value.isNull }
  }

  /// The elements of both, first those of the base; nil unless all of them have names of their own,
  /// and for an empty list, which takes all away.
  private static func mergedByName(
    _ own: [JSONNode], over base: [JSONNode], as kind: Kind
  ) -> [JSONNode]? {
    let (names, baseNames) = (own.compactMap(\.name), base.compactMap(\.name))
    guard !own.isEmpty, Set(names).count == own.count, Set(baseNames).count == base.count else {
      return nil
    }
    let indexes = Dictionary(uniqueKeysWithValues: zip(names, own.indices))
    let kept = zip(base, baseNames).map { element, name in
      indexes[name].map { own[$0].merged(over: element, as: kind) } ?? element
    }
    let known = Set(baseNames)
    return kept + zip(own, names).filter { !known.contains($1) }.map(\.0)
  }

  private var isNull: Bool {
    if case .null = content { true } else { false }
  }
}

extension Definition {
  fileprivate func kind(of key: String) -> Kind? { fields.first { $0.key == key }?.kind }
}
