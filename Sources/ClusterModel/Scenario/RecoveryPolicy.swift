import Statistics

/// What the job does when a fault hits it.
public enum RecoveryPolicy: Sendable, Equatable {
  /// It restarts with all of its nodes, from a checkpoint.
  case restart
  /// The same, but waiting nodes hold the program already: unless a node came straight from repair,
  /// nothing is distributed, and step 4 takes `restart` seconds.
  case hotSpare(restart: Lifetime)
  /// It goes on without the replicas that were hit.
  case elastic(ElasticReplicas)
}

extension RecoveryPolicy {
  /// Step 4 with spares that hold the program, if there are such.
  public var hotRestart: Lifetime? {
    if case .hotSpare(let restart) = self { restart } else { nil }
  }
}

/// Data-parallel replicas of the job that can be missed for a while.
public struct ElasticReplicas: Sendable, Equatable {
  /// Equal parts of the job, each of consecutive seats.
  public var replicas: Int
  /// With fewer the job restarts from a checkpoint.
  public var minimum: Int
  /// From a fault until the others go on, in seconds.
  public var stall: Lifetime
  /// From the moment when a replica has all of its nodes until it takes part again, in seconds.
  public var rejoin: Lifetime
  /// Pause of the whole job when a replica takes part again, in seconds.
  public var rejoinStall: Lifetime

  /// Creates replicas, at least `minimum` of which must be there.
  public init(
    replicas: Int, minimum: Int = 1, stall: Lifetime = .zero, rejoin: Lifetime = .zero,
    rejoinStall: Lifetime = .zero
  ) {
    precondition(replicas >= 1 && (1...replicas).contains(minimum))
    self.replicas = replicas
    self.minimum = minimum
    self.stall = stall
    self.rejoin = rejoin
    self.rejoinStall = rejoinStall
  }
}
