/// Finds the texts of scenarios that others extend.
public struct BaseScenario: Sendable {
  /// Why there is no such text, in the words of a message.
  public struct Unavailable: Error, Sendable {
    let reason: String

    /// Creates a reason, such as `../llama3.json: no such file`.
    public init(_ reason: String) {
      self.reason = reason
    }
  }

  /// The text of that path, as the scenario in `extending` gives it.
  let find:
    @Sendable (_ path: String, _ extending: ScenarioSource) throws(Unavailable) ->
      ScenarioSource

  /// Creates a finder, which is given the path as it is written and the text that extends it.
  public init(
    _ find:
      @escaping @Sendable (
        _ path: String, _ extending: ScenarioSource
      ) throws(Unavailable) -> ScenarioSource
  ) {
    self.find = find
  }

  /// Where there are no other texts.
  public static let none = BaseScenario { path, _ throws(Unavailable) in
    throw Unavailable("\(quoted(path)) can't be read here")
  }
}
