/// The version of the model: of all that decides what a scenario and a seed come to.
public enum ModelVersion {
  /// Raised whenever a replication of any scenario comes to something else than before, together
  /// with a line in CHANGELOG.md under "Changed results".
  public static let current = 1
}
