/// A figure that a scenario does not give, so that the format's default is taken.
public struct Assumption: Sendable, Equatable {
  /// The keys that lead to it: `["recovery", "detect", "hang"]`.
  public let path: [String]
  /// The default, as it would be written.
  public let value: JSONValue
  /// Where the default is from.
  public let source: String
}
