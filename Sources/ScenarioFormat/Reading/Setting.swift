/// A value of a scenario set on the command line: `checkpoint.interval=10min`.
///
/// The path's steps are keys, names of elements of a list (`faults.gpu.lifetime.mean`) or their
/// index from 0. The value is JSON if it can be read as JSON, else a string.
public struct Setting: Sendable, Equatable {
  /// More steps than any path has.
  private static let mostSteps = 32

  /// The whole argument, for messages.
  public let text: String
  /// The path as it was written.
  public let path: String
  /// The value as it was written.
  public let value: String

  /// Reads an argument of `--set`.
  ///
  /// - Throws: a diagnostic if it is not of the form PATH=VALUE.
  public init(_ text: String) throws(Diagnostic) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let steps = parts.first?.split(separator: ".", omittingEmptySubsequences: false) ?? []
    guard parts.count == 2, steps.count <= Self.mostSteps, steps.allSatisfy({ !$0.isEmpty }) else {
      throw Diagnostic(
        file: "", place: Place(origin: .setting(text), path: []),
        message: "must be PATH=VALUE, such as checkpoint.interval=10min")
    }
    self.text = text
    path = String(parts[0])
    value = String(parts[1])
  }

  var steps: [String] { path.split(separator: ".").map(String.init) }

  var origin: Origin { .setting(text) }

  /// The value as a tree.
  var node: JSONNode {
    (try? JSONReader.read(Array(value.utf8)))?.moved(to: origin)
      ?? JSONNode(.string(value), origin: origin)
  }
}

extension JSONNode {
  /// The keys under which elements of a list are named.
  private static let nameKeys = ["name", "stage"]

  /// The tree with a value set; objects on the way that are not there are made.
  ///
  /// - Throws: a diagnostic if a step leads nowhere.
  func applying(_ setting: Setting) throws(Diagnostic) -> JSONNode {
    try replacing(
      setting.steps[...], with: setting.node, at: Place(origin: setting.origin, path: []))
  }

  private func replacing(
    _ steps: ArraySlice<String>, with value: JSONNode, at place: Place
  ) throws(Diagnostic) -> JSONNode {
    guard let step = steps.first else { return value }
    let inner = place.appending(step, origin: place.origin)
    switch content {
    case .object(var members):
      if let index = members.firstIndex(where: { $0.key == step }) {
        members[index].value = try members[index].value
          .replacing(steps.dropFirst(), with: value, at: inner)
      } else {
        let empty = JSONNode(.object([]), origin: place.origin)
        let value = try empty.replacing(steps.dropFirst(), with: value, at: inner)
        members.append(Member(key: step, origin: place.origin, value: value))
      }
      return JSONNode(.object(members), origin: origin)
    case .array(var elements):
      let index = try Self.index(of: step, in: elements, at: place)
      elements[index] = try elements[index]
        .replacing(steps.dropFirst(), with: value, at: inner)
      return JSONNode(.array(elements), origin: origin)
    default:
      throw Diagnostic(
        file: "", place: place, message: "is \(typeName), so it has no \(quoted(step))")
    }
  }

  private static func index(
    of step: String, in elements: [JSONNode], at place: Place
  ) throws(Diagnostic) -> Int {
    let names = elements.map(\.name)
    if let index = names.firstIndex(of: step) { return index }
    if let index = Int(step), elements.indices.contains(index) { return index }
    throw Diagnostic(
      file: "", place: place,
      message: "the list has no \(quoted(step))"
        + Spelling.suggestion(for: step, among: names.compactMap { $0 }))
  }

  /// The name of an element of a list, if it has one.
  private var name: String? {
    guard case .object(let members) = content,
      let member = members.first(where: { Self.nameKeys.contains($0.key) }),
      case .string(let name) = member.value.content
    else { return nil }
    return name
  }
}
