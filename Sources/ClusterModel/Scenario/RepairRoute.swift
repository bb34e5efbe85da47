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
    /// Index in the policy's `crews` of those who do it; nil for a stage that nobody waits for.
    public var crew: Int?
    /// Probability that a node which the stage is said to have cured is not.
    public var falseFix: Double

    /// Creates a stage; `fixes` and `falseFix` are probabilities.
    public init(
      name: String, time: Lifetime, fixes: Double, crew: Int? = nil, falseFix: Double = 0
    ) {
      precondition((0...1).contains(fixes), "a stage fixes with a probability, not \(fixes)")
      precondition((0...1).contains(falseFix), "a fix is false with a probability, not \(falseFix)")
      self.name = name
      self.time = time
      self.fixes = fixes
      self.crew = crew
      self.falseFix = falseFix
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
