/// Where keys belong: for those that were written into another object.
enum KeyPlaces {
  /// More places than this say nothing.
  private static let mostTold = 3

  /// Where a key that an object does not have belongs: in one of its own members, or else in other
  /// objects, given by their paths. Empty if there are none, or too many for naming them to help; a
  /// name belongs to many things.
  static func places(of key: String, insteadOf definition: Definition) -> [String] {
    if key == "name" { return [] }
    let members = definition.fields.filter { keys(of: $0.kind).contains(key) }.map(\.key)
    let places = members.isEmpty ? all.filter { $0.key == key }.map(\.place) : members.map(quoted)
    return places.count > mostTold ? [] : places
  }

  /// The keys that a value of this kind may have.
  private static func keys(of kind: Kind) -> [String] {
    switch kind {
    case .object(let definition): definition.keys
    case .variants(let variants):
      [variants.key] + variants.allKeys + (variants.otherwise?.keys ?? [])
    case .stringOr(_, let kind): keys(of: kind)
    case .shared(let shared): keys(of: shared.kind)
    default: []
    }
  }

  /// Every key and the path of its object.
  private static let all = keys(of: .object(ScenarioDefinition.scenario), at: "").map {
    (key: $0.key, place: $0.place.isEmpty ? "the top level" : $0.place)
  }

  private static func keys(of kind: Kind, at place: String) -> [(key: String, place: String)] {
    switch kind {
    case .object(let definition):
      definition.fields.filter { !$0.kind.isNotYet }.flatMap { field in
        [(field.key, place)] + keys(of: field.kind, at: place + "/" + field.key)
      }
    case .variants(let variants):
      distinct(
        (variants.cases.map(\.definition) + [variants.otherwise].compactMap { $0 })
          .flatMap { keys(of: .object($0), at: place) })
    case .list(let kind, _), .named(let kind, _): keys(of: kind, at: place + "/…")
    case .stringOr(_, let kind): keys(of: kind, at: place)
    case .shared(.restart): keys(of: SharedKind.restart.kind, at: place)
    // The parameters of a duration's law would be everywhere.
    default: []
    }
  }

  private static func distinct(
    _ keys: [(key: String, place: String)]
  ) -> [(key: String, place: String)] {
    var seen: Set<String> = []
    return keys.filter { seen.insert($0.place + "/" + $0.key).inserted }
  }
}
