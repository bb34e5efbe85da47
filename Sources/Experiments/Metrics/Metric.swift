import ClusterModel

/// One figure that every replication yields.
public struct Metric: Sendable {
  /// Which way is better.
  public enum Direction: String, Sendable, CaseIterable {
    case higher, lower, neither
  }

  /// Name in results: snake_case, with the unit last unless it is a ratio or a count.
  public let identifier: String
  /// Unit as written in results: `ratio`, `count`, `hours`, `percent`, `gpu_hours` …
  public let unit: String
  /// Name for people.
  public let title: String
  /// Which way is better.
  public let better: Direction
  /// Whether a scenario has this figure at all.
  public let applies: @Sendable (Scenario) -> Bool
  /// The figure of one replication; nil where it has none.
  public let value: @Sendable (Outcome, Scenario) -> Double?

  init(
    _ identifier: String, unit: String, _ title: String, better: Direction = .neither,
    applies: @escaping @Sendable (Scenario) -> Bool = { _ in true },
    value: @escaping @Sendable (Outcome, Scenario) -> Double?
  ) {
    self.identifier = identifier
    self.unit = unit
    self.title = title
    self.better = better
    self.applies = applies
    self.value = value
  }
}
