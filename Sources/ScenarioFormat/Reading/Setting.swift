/// A value of a scenario set on the command line: `checkpoint.interval=10min`.
///
/// The path's steps are keys, names of elements of a list (`faults.gpu.lifetime.mean`) or their
/// index from 0. The value is JSON if it can be read as JSON, else a string; null takes away what
/// stands there.
public struct Setting: Sendable, Equatable {
  /// More steps than any path has.
  private static let mostSteps = 32

  /// The setting as messages name it: `--set checkpoint.interval=10min`.
  public let label: String
  /// The path as it was written.
  public let path: String
  /// The value as it was written.
  public let value: String

  /// Reads an argument of `--set`.
  ///
  /// - Throws: a diagnostic if it is not of the form PATH=VALUE.
  public init(_ text: String) throws(Diagnostic) {
    guard let (path, value) = Self.parts(of: text) else {
      throw Diagnostic(
        argument: "--set " + visible(text),
        message: "must be PATH=VALUE, such as checkpoint.interval=10min")
    }
    self.init(path: path, value: value, argument: "--set " + visible(text))
  }

  /// Sets a value as `--set` would, for a path and a value that stand apart.
  ///
  /// - Throws: a diagnostic if there is no such path.
  public init(path: String, value: String) throws(Diagnostic) {
    try self.init(path + "=" + value)
    guard self.path == path else {
      throw Diagnostic(self, message: "\(quoted(path)) is no path: it has a \"=\"")
    }
  }

  /// A value that another option than `--set` gives, which messages name.
  init(path: String, value: String, option: String) {
    self.init(path: path, value: value, argument: option + " " + visible(value))
  }

  /// A value that an argument gives, which messages show as `label`.
  init(path: String, value: String, argument label: String) {
    self.label = label
    self.path = path
    self.value = value
  }

  /// The path before the first equals sign and what follows it; nil if there is no such path.
  static func parts(of text: String) -> (path: String, value: String)? {
    // Not by characters: an accent at the start of the value would make one with the sign.
    guard let sign = text.utf8.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let path = text[..<sign]
    let steps = path.split(separator: ".", omittingEmptySubsequences: false)
    guard steps.count <= mostSteps, steps.allSatisfy({ !$0.isEmpty }) else { return nil }
    return (String(path), String(text[text.utf8.index(after: sign)...]))
  }

  var steps: [String] { path.split(separator: ".").map(String.init) }

  /// The value as a tree.
  func node(origin: Origin) -> JSONNode {
    (try? JSONReader.read(Array(value.utf8)))?.moved(to: origin)
      ?? JSONNode(.string(value), origin: origin)
  }
}

extension [Setting] {
  /// The settings without those that a later one of the same path overrides.
  public var lastOfEachPath: [Setting] {
    var paths: Set<String> = []
    return Array(reversed().filter { paths.insert($0.path).inserted }.reversed())
  }
}

extension JSONNode {
  /// The tree with a value set; objects on the way that are not there are made.
  ///
  /// - Throws: a diagnostic if a step leads nowhere.
  func applying(_ setting: Setting, value: JSONNode) throws(Diagnostic) -> JSONNode {
    try replacing(setting.steps[...], by: Change(setting: setting, value: value), at: [])
  }

  /// A setting and its value as a tree.
  private struct Change {
    let setting: Setting
    let value: JSONNode

    var isRemoval: Bool {
      if case .null = value.content { true } else { false }
    }

    func fails(at path: [String], _ message: String) -> Diagnostic {
      Diagnostic(
        setting, path: Place(origin: value.origin, path: path).pointer, message: message)
    }
  }

  private func replacing(
    _ steps: ArraySlice<String>, by change: Change, at path: [String]
  ) throws(Diagnostic) -> JSONNode {
    guard let step = steps.first else { return change.value }
    let isLast = steps.count == 1
    switch content {
    case .object(var members):
      let index = members.firstIndex { $0.key == step }
      if isLast, change.isRemoval {
        guard let index else { throw change.fails(at: path + [step], "there is none to remove") }
        members.remove(at: index)
      } else if let index {
        members[index].value = try members[index].value
          .replacing(steps.dropFirst(), by: change, at: path + [step])
      } else {
        let value = try JSONNode(.object([]), origin: change.value.origin)
          .replacing(steps.dropFirst(), by: change, at: path + [step])
        members.append(Member(key: step, origin: change.value.origin, value: value))
      }
      return JSONNode(.object(members), origin: origin)
    case .array(var elements):
      let index = try Self.index(of: step, in: elements, change, at: path)
      if isLast, change.isRemoval {
        elements.remove(at: index)
      } else {
        elements[index] = try elements[index]
          .replacing(steps.dropFirst(), by: change, at: path + [step])
      }
      return JSONNode(.array(elements), origin: origin)
    default:
      throw change.fails(at: path, "is \(typeName), so it has no \(quoted(step))")
    }
  }

  private static func index(
    of step: String, in elements: [JSONNode], _ change: Change, at path: [String]
  ) throws(Diagnostic) -> Int {
    let names = elements.map(\.name)
    if let index = names.firstIndex(of: step) { return index }
    if let index = Int(step), elements.indices.contains(index) { return index }
    throw change.fails(
      at: path,
      "the list has no \(quoted(step))"
        + Spelling.suggestion(for: step, among: names.compactMap { $0 }))
  }
}
