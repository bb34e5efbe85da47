extension JSONNode {
  /// The keys under which elements of a list are named.
  private static let nameKeys = ["name", "stage"]

  /// The name of an element of a list, if it has one.
  var name: String? {
    guard case .object(let members) = content,
      let member = members.first(where: { Self.nameKeys.contains($0.key) }),
      case .string(let name) = member.value.content
    else { return nil }
    return name
  }
}
