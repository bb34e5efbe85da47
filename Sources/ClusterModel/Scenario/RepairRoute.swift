import Statistics

/// What a broken node goes through until it is back in service.
public struct RepairRoute: Sendable, Equatable {
  /// One step of a route: a reboot, a reset, the swap of a part, a return to the vendor.
  public struct Stage: Sendable, Equatable {
    /// Name for people.
    public var name: String
    /// How long the stage takes, in seconds.
    public var time: Lifetime
    /// Probability that the stage cures the fault; otherwise the next one follows.
    public var fixes: Double

    /// Creates a stage; `fixes` is a probability.
    public init(name: String, time: Lifetime, fixes: Double) {
      precondition((0...1).contains(fixes), "a stage fixes with a probability, not \(fixes)")
      self.name = name
      self.time = time
      self.fixes = fixes
    }
  }

  /// Name that fault classes refer to.
  public var name: String
  /// The stages in order; a node that the last one does not cure is retired.
  public var stages: [Stage]

  /// Creates a route of at least one stage.
  public init(name: String, stages: [Stage]) {
    precondition(!stages.isEmpty, "the repair route \(name) has no stage")
    self.name = name
    self.stages = stages
  }
}
