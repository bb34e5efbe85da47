/// The text of a scenario, as bytes that were read elsewhere.
public struct ScenarioSource: Sendable {
  /// Name for messages, as the user knows the text: `llama3.json`, `-`.
  public let name: String
  /// The text.
  public let bytes: [UInt8]

  /// Creates a source.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
