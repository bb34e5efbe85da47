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
  /// Groups of keys of which one is given, with all of its keys; empty if there are none.
  let alternatives: [Alternative]
  /// Whether one of the alternatives must be given.
  let needsAlternative: Bool

  init(
    _ title: String, _ documentation: String, _ fields: [Field],
    exactlyOneOf alternatives: [Alternative] = []
  ) {
    self.title = title
    self.documentation = documentation
    self.fields = fields
    self.alternatives = alternatives
    needsAlternative = !alternatives.isEmpty
  }

  init(
    _ title: String, _ documentation: String, _ fields: [Field],
    atMostOneOf alternatives: [Alternative]
  ) {
    self.title = title
    self.documentation = documentation
    self.fields = fields
    self.alternatives = alternatives
    needsAlternative = false
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

/// Keys that are given together, instead of those of another alternative.
struct Alternative: Sendable {
  /// All of these; the first one tells that the alternative was chosen.
  let keys: [String]
  /// Keys that only make sense beside them.
  let extras: [String]

  init(_ keys: String..., extras: [String] = []) {
    self.keys = keys
    self.extras = extras
  }

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
