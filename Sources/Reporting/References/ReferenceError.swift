import ScenarioFormat

/// What is wrong with a file of published figures, and where.
public struct ReferenceError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file.
  public let file: String
  /// The place in it; nil when the whole file is meant.
  public let position: SourcePosition?
  /// What is wrong.
  public let message: String

  /// One line: `llama3-2024.json:12:34: /figures/0/observed: …`.
  public var description: String {
    let place = position.map { ":\($0.line):\($0.column)" } ?? ""
    return TerminalText.plain("\(file)\(place): \(message)")
  }

  /// EX_DATAERR: the content of an input.
  public var exitCode: Int32 { 65 }
}
