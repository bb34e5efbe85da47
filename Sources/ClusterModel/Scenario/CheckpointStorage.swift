import Statistics

/// Where the copies of one level lie: what they outlive, and what reading one back takes.
public struct CheckpointStorage: Sendable, Equatable {
  /// Name of the level, for reports.
  public var name: String
  /// Reading a copy back, in seconds.
  public var load: Lifetime
  /// The largest domain whose loss the copies outlive; `.job` for those that outlive only faults
  /// which take down no node.
  public var survives: Domain
  /// Probability that a copy turns out to be unreadable when it is read.
  public var unreadable: Double
  /// How many copies are kept; nil for all of them.
  public var kept: Int?

  /// Creates a storage that outlives everything and keeps all copies unless told otherwise.
  public init(
    name: String = "checkpoint", load: Lifetime = .zero, survives: Domain = .cluster,
    unreadable: Double = 0, kept: Int? = nil
  ) {
    precondition((0...1).contains(unreadable) && kept.map { $0 >= 1 } ?? true)
    self.name = name
    self.load = load
    self.survives = survives
    self.unreadable = unreadable
    self.kept = kept
  }

  /// Whether the copies outlive the loss of a domain.
  public func outlives(_ domain: Domain) -> Bool {
    domain == .job || survives == .cluster || (survives != .job && survives.contains(domain))
  }
}
