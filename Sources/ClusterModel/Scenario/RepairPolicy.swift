import Statistics

/// What holds for the repair of all nodes, whatever their route.
public struct RepairPolicy: Sendable, Equatable {
  /// When a node that breaks is not mended any more.
  public struct Retirement: Sendable, Equatable {
    /// The breakdown at which a node is taken out for good.
    public var failures: Int
    /// Time in seconds that may lie between the first and the last of them.
    public var within: Double

    /// Creates a rule; `failures` and `within` are positive.
    public init(failures: Int, within: Double) {
      precondition(failures > 0 && within > 0, "\(failures) failures within \(within) s")
      self.failures = failures
      self.within = within
    }
  }

  /// The crews that stages name.
  public var crews: [RepairCrew]
  /// When a node that breaks is not mended any more; nil for never.
  public var retirement: Retirement?
  /// Time in seconds until a new node takes the place of a retired one; nil for never.
  public var restock: Lifetime?
  /// How many times as often a node fails that was called fixed and is not, until a repair truly
  /// cures it; holds for the classes per GPU or node.
  public var returnsMultiplier: Double

  /// Creates a policy; by default there are no crews and nothing is replaced.
  public init(
    crews: [RepairCrew] = [], retirement: Retirement? = nil, restock: Lifetime? = nil,
    returnsMultiplier: Double = 1
  ) {
    precondition(returnsMultiplier > 0, "a hazard is multiplied by \(returnsMultiplier)")
    self.crews = crews
    self.retirement = retirement
    self.restock = restock
    self.returnsMultiplier = returnsMultiplier
  }
}
