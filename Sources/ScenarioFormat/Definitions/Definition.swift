/// An object of the scenario format: its keys, as data.
///
/// The checker, the messages and the JSON Schema all follow from definitions, so that a key is
/// described once. Any object may also carry `Definition.annotations`.
struct Definition: Sendable {
  /// Texts for people that any object may carry.
  static let annotations = ["source", "notes"]

  /// What the object is, in the words of a message: "a checkpoint policy".
  let title: String
  /// One line for people.
  let documentation: String
  /// The keys, in the order in which they are documented.
  let fields: [Field]
  /// Keys that exclude each other.
  let groups: [AlternativeGroup]
  /// What such an object looks like, for the message when something else stands there.
  let example: String

  init(
    _ title: String, _ documentation: String, _ fields: [Field], groups: [AlternativeGroup] = [],
    example: String = "an object"
  ) {
    self.title = title
    self.documentation = documentation
    self.fields = fields
    self.groups = groups
    self.example = example
  }

  init(
    _ title: String, _ documentation: String, _ fields: [Field],
    exactlyOneOf alternatives: [Alternative]
  ) {
    self.init(
      title, documentation, fields,
      groups: [AlternativeGroup(alternatives: alternatives, isRequired: true)])
  }

  init(
    _ title: String, _ documentation: String, _ fields: [Field],
    atMostOneOf alternatives: [Alternative]
  ) {
    self.init(
      title, documentation, fields,
      groups: [AlternativeGroup(alternatives: alternatives, isRequired: false)])
  }

  /// The keys that can be given in this version.
  var keys: [String] {
    fields.filter { !$0.kind.isNotYet }.map(\.key)
  }
}

/// A key of an object.
struct Field: Sendable {
  /// Whether the key must be given, and what holds if it is not.
  enum Presence: Sendable {
    case required
    case optional
    /// The value as it would be written, and where it is from if it is a figure.
    case defaultsTo(JSONValue, from: String? = nil)
  }

  let key: String
  let kind: Kind
  let presence: Presence
  /// One line for people.
  let documentation: String

  init(_ key: String, _ kind: Kind, _ presence: Presence, _ documentation: String) {
    self.key = key
    self.kind = kind
    self.presence = presence
    self.documentation = documentation
  }

  /// A key of the format that this version refuses, with what a later one will do with it.
  static func notYet(_ key: String, _ what: String? = nil) -> Field {
    Field(key, .notYet(what ?? "simulate \(key)"), .optional, "Not simulated yet.")
  }
}

/// Alternatives of which at most one is given.
struct AlternativeGroup: Sendable {
  let alternatives: [Alternative]
  /// Whether one of them must be given.
  let isRequired: Bool

  /// The keys that can't be given, as those of another alternative are; those have no default.
  func excludedKeys(given: some Collection<String>) -> [String] {
    func isChosen(_ alternative: Alternative) -> Bool {
      alternative.keys.contains { given.contains($0) }
    }
    guard let choice = alternatives.first(where: isChosen) else { return [] }
    return alternatives.flatMap(\.allKeys).filter { !choice.allKeys.contains($0) }
  }
}

/// Keys that are given together, instead of those of another alternative.
struct Alternative: Sendable {
  /// The first of these that is given tells that the alternative was chosen.
  let keys: [String]
  /// Keys that only make sense beside them.
  let extras: [String]
  /// Whether all of `keys` must be given if one is. If not, one that a higher layer gives does not
  /// take the place of another alternative below: it contradicts that.
  let isWhole: Bool

  init(_ keys: String..., extras: [String] = []) {
    self.keys = keys
    self.extras = extras
    isWhole = true
  }

  private init(anyOf keys: [String]) {
    self.keys = keys
    extras = []
    isWhole = false
  }

  /// Any of these keys.
  static func anyOf(_ keys: String...) -> Alternative { Alternative(anyOf: keys) }

  var allKeys: [String] { keys + extras }
}

/// Objects told apart by the value of one key.
struct Variants: Sendable {
  /// The key.
  let key: String
  /// The variants, each under its value of the key.
  let cases: [(name: String, definition: Definition)]
  /// The object without that key, if that is possible.
  let otherwise: Definition?
  /// A value as an example, for the message when something else stands there.
  let example: String

  /// Keys of any of the variants: each is a mistake only in the others.
  var allKeys: [String] { cases.flatMap(\.definition.keys) }
}
