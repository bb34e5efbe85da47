extension Checker {
  /// Tells whether exactly one alternative was given, and whole; or none, where none is needed.
  mutating func chooseOne(
    of group: AlternativeGroup, given: [String: Checked], _ place: Place
  ) -> Bool {
    let alternatives = group.alternatives
    let chosen = alternatives.filter { $0.keys.contains { given[$0] != nil } }
    guard let choice = chosen.first else {
      guard group.isRequired else { return true }
      problems.error(place, "give \(Self.either(alternatives.map(Self.words)))")
      return false
    }
    guard chosen.count == 1 else {
      let keys = chosen.compactMap { $0.keys.first { given[$0] != nil } }
      problems.error(
        given[keys[1]]?.place ?? place,
        "give either \(Self.either(keys.map(quoted))), not \(keys.count == 2 ? "both" : "all")")
      return false
    }
    var isWhole = true
    for key in choice.keys where choice.isWhole && given[key] == nil {
      let others = choice.keys.filter { given[$0] != nil }
      problems.error(
        place.missing(key), "is missing: \(Self.all(others)) can't do without it")
      isWhole = false
    }
    for other in alternatives where other.keys != choice.keys {
      for extra in other.extras where given[extra] != nil && !choice.extras.contains(extra) {
        problems.error(
          given[extra]?.place ?? place, "only goes with \(Self.all(other.keys))")
        isWhole = false
      }
    }
    return isWhole
  }

  private static func all(_ keys: [String]) -> String {
    keys.map(quoted).joined(separator: " and ")
  }

  private static func words(_ alternative: Alternative) -> String {
    let keys = alternative.keys.map(quoted)
    guard let first = keys.first, keys.count > 1 else { return keys.joined() }
    return "\(first) with \(keys.dropFirst().joined(separator: " and "))"
  }
}
