import ClusterModel

/// A scenario that was read and found to make sense, with what people and reports need beside it.
public struct ScenarioDocument: Sendable {
  /// Name, safe as that of a folder.
  public let name: String
  /// Name for people.
  public let title: String
  /// Where the figures are from.
  public let sources: [String]
  /// Published observations to compare with.
  public let references: [String]
  /// Published figures that the scenario was fitted to, as `reference:figure`. It is not less fitted
  /// to them when something else is changed: their agreement stays no evidence.
  public let calibratedOn: [String]
  /// Published figures that it is known not to agree with.
  public let knownDisagreements: [KnownDisagreement]
  /// What is simulated.
  public let scenario: Scenario
  /// The whole text after the settings, as written, keys in their order, nothing extended.
  ///
  /// Its `canonicalText()` tells scenarios apart. Its `text()` reads as the same scenario, and
  /// takes settings as the original does; sorted keys would put crews and routes in another order.
  public let canonical: JSONValue
  /// The figures that the scenario leaves to the format's defaults.
  public let assumptions: [Assumption]
  /// What is odd but possible.
  public let warnings: [Diagnostic]
  /// What was set on the command line, in that order; of each path the last setting.
  public let settings: [Setting]
}
