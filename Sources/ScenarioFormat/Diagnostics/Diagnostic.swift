/// What is wrong, or odd, about one place of a scenario.
public struct Diagnostic: Error, Sendable, Equatable, CustomStringConvertible {
  /// Whether the scenario can be used all the same.
  public enum Severity: String, Sendable {
    case error, warning
  }

  /// Name of the file as the caller gave it, or the setting that holds the place.
  public let source: String
  /// Line from 1; nil for a place on the command line.
  public let line: Int?
  /// Column from 1, in Unicode scalars; nil for a place on the command line.
  public let column: Int?
  /// JSON pointer (RFC 6901) to the value; empty for the whole text.
  public let path: String
  /// What is wrong and what would be right.
  public let message: String
  /// Whether the scenario can be used all the same.
  public let severity: Severity

  /// One line, `llama3.json:12:34: /job/nodes: …`, without the severity and without a line feed.
  public var description: String {
    let place = [source, line.map(String.init), column.map(String.init)].compactMap { $0 }
    let path = path.isEmpty ? "" : path + ": "
    return place.joined(separator: ":") + ": " + path + message
  }
}

extension Diagnostic {
  /// A problem of a place in one of the layers.
  init(_ layers: Layers, _ place: Place, message: String, severity: Severity = .error) {
    let (source, position) = layers.source(of: place.origin)
    self.source = source
    line = (position?.line).map(Int.init)
    column = (position?.column).map(Int.init)
    path = place.pointer
    self.message = message
    self.severity = severity
  }

  /// A problem of a setting.
  init(_ setting: Setting, path: String = "", message: String) {
    self.init(argument: setting.label, path: path, message: message)
  }

  /// A problem of an argument of the command line, shown as `label`.
  init(argument label: String, path: String = "", message: String) {
    source = label
    (line, column) = (nil, nil)
    self.path = path
    self.message = message
    severity = .error
  }
}

/// A value of a scenario: where it was written, and its path from the top.
struct Place: Sendable {
  let origin: Origin
  let path: [String]

  /// The path as a JSON pointer that a message may show.
  var pointer: String {
    path.map { step in
      "/"
        + visible(step).split(separator: "~", omittingEmptySubsequences: false)
        .joined(separator: "~0").split(separator: "/", omittingEmptySubsequences: false)
        .joined(separator: "~1")
    }.joined()
  }

  /// The place of a member or an element.
  func appending(_ step: String, origin: Origin) -> Place {
    Place(origin: origin, path: path + [step])
  }

  /// The place of a key that is not there: that of the object which should have it.
  func missing(_ key: String) -> Place {
    appending(key, origin: origin)
  }
}
