/// How a scenario builds on the one that it extends.
///
/// Objects are merged by key, and lists of named things by name; whatever else is given takes the
/// place of what it overrides. A distribution that names its kind is given whole. A null takes away
/// what stands there, as in JSON Merge Patch (RFC 7396).
extension JSONNode {
  /// This value where it says something, `base` where it does not.
  func merged(over base: JSONNode) -> JSONNode {
    switch (content, base.content) {
    case (.object(let own), .object(let others)):
      if own.contains(where: { $0.key == LawDefinitions.key }) { return self }
      return JSONNode(.object(Self.merged(own, over: others)), origin: origin)
    case (.array(let own), .array(let others)):
      guard let merged = Self.mergedByName(own, over: others) else { return self }
      return JSONNode(.array(merged), origin: origin)
    default: return self
    }
  }

  /// The members of both, first those of the base. Of a key given twice, which is told later, only
  /// the first is merged.
  private static func merged(_ own: [Member], over base: [Member]) -> [Member] {
    let indexes = Dictionary(
      own.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    var used: Set<Int> = []
    var members: [Member] = []
    for member in base {
      guard let index = indexes[member.key], used.insert(index).inserted else {
        members.append(member)
        continue
      }
      if own[index].value.isNull { continue }
      members.append(
        Member(
          key: member.key, origin: own[index].origin,
          value: own[index].value.merged(over: member.value)))
    }
    return members + own.indices.filter { !used.contains($0) }.map { own[$0] }
  }

  /// The elements of both, first those of the base; nil if not all of them have names.
  private static func mergedByName(_ own: [JSONNode], over base: [JSONNode]) -> [JSONNode]? {
    let (names, baseNames) = (own.compactMap(\.name), base.compactMap(\.name))
    guard names.count == own.count, baseNames.count == base.count else { return nil }
    let indexes = Dictionary(
      names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var used: Set<Int> = []
    let kept = zip(base, baseNames).map { element, name in
      guard let index = indexes[name], used.insert(index).inserted else { return element }
      return own[index].merged(over: element)
    }
    return kept + own.indices.filter { !used.contains($0) }.map { own[$0] }
  }

  private var isNull: Bool {
    if case .null = content { true } else { false }
  }
}
