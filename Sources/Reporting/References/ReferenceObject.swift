import ScenarioFormat

/// One object of a reference file: its members by key, each of the type that is asked for.
struct ReferenceObject {
  let file: String
  /// JSON pointer (RFC 6901) of the object.
  let path: String
  private let origin: Origin
  private let members: [JSONNode.Member]

  /// Takes a node that must be an object with these keys, each at most once. Any object may also
  /// carry the texts `source` and `notes`.
  init(
    _ node: JSONNode, file: String, path: String, keys: [String]
  ) throws(ReferenceError) {
    self.file = file
    self.path = path
    origin = node.origin
    guard case .object(let members) = node.content else {
      throw Self.error(
        file, node.origin, path, "an object was expected; found \(node.typeName)")
    }
    self.members = members
    let known = keys + ["source", "notes"]
    var seen: [String] = []
    for member in members {
      let place = "\(path)/\(member.key)"
      guard known.contains(member.key) else {
        throw Self.error(
          file, member.origin, place,
          "unknown key; known here: \(known.joined(separator: ", "))")
      }
      guard !seen.contains(member.key) else {
        throw Self.error(file, member.origin, place, "given twice")
      }
      seen.append(member.key)
    }
  }

  /// The node under a key, or nil if there is none.
  func node(_ key: String) -> JSONNode? {
    members.first { $0.key == key }?.value
  }

  /// The node under a key that must be there.
  func required(_ key: String) throws(ReferenceError) -> JSONNode {
    guard let node = node(key) else {
      throw Self.error(file, origin, path, "\"\(key)\" is missing")
    }
    return node
  }

  /// A text that must be there and say something.
  func string(_ key: String) throws(ReferenceError) -> String {
    try string(try required(key), at: key)
  }

  /// A text, or nil if the key is missing.
  func optionalString(_ key: String) throws(ReferenceError) -> String? {
    guard let node = node(key) else { return nil }
    return try string(node, at: key)
  }

  /// A finite number that must be there.
  func number(_ key: String) throws(ReferenceError) -> Double {
    let node = try required(key)
    guard let value = node.number else {
      throw error(at: key, "a number was expected; found \(node.typeName)")
    }
    return value
  }

  /// A number greater than zero, or nil if the key is missing.
  func optionalPositive(_ key: String) throws(ReferenceError) -> Double? {
    guard node(key) != nil else { return nil }
    let value = try number(key)
    guard value > 0 else { throw error(at: key, "must be greater than zero") }
    return value
  }

  /// A whole number from 0 to a million that must be there: a count.
  func count(_ key: String) throws(ReferenceError) -> Int {
    guard let value = Int(exactly: try number(key)), (0...1_000_000).contains(value) else {
      throw error(at: key, "a count was expected: a whole number from 0 to a million")
    }
    return value
  }

  /// True or false; must be there.
  func boolean(_ key: String) throws(ReferenceError) -> Bool {
    let node = try required(key)
    guard case .boolean(let value) = node.content else {
      throw error(at: key, "true or false was expected; found \(node.typeName)")
    }
    return value
  }

  /// A list that must be there and hold something.
  func list(_ key: String) throws(ReferenceError) -> [JSONNode] {
    let node = try required(key)
    guard case .array(let elements) = node.content else {
      throw error(at: key, "a list was expected; found \(node.typeName)")
    }
    guard !elements.isEmpty else { throw error(at: key, "the list is empty") }
    return elements
  }

  /// A list of texts that must be there and hold something.
  func strings(_ key: String) throws(ReferenceError) -> [String] {
    var texts: [String] = []
    for (index, node) in try list(key).enumerated() {
      texts.append(try string(node, at: "\(key)/\(index)"))
    }
    return texts
  }

  /// An error at the member under a key, or at the object if there is no such member.
  func error(at key: String, _ message: String) -> ReferenceError {
    Self.error(file, node(key)?.origin ?? origin, "\(path)/\(key)", message)
  }

  private func string(_ node: JSONNode, at key: String) throws(ReferenceError) -> String {
    guard case .string(let text) = node.content, !text.isEmpty else {
      throw Self.error(file, node.origin, "\(path)/\(key)", "a text was expected")
    }
    return text
  }

  private static func error(
    _ file: String, _ origin: Origin, _ path: String, _ message: String
  ) -> ReferenceError {
    ReferenceError(
      file: file, position: origin.position,
      message: path.isEmpty ? message : "\(path): \(message)")
  }
}
