import Statistics

/// What lies between an interruption and the next step of training, in this order.
///
/// Every time is a law of durations in seconds, drawn anew each time.
public struct Recovery: Sendable, Equatable {
  /// What the job does when a fault hits it.
  public var policy: RecoveryPolicy
  /// From a crash until the job is known to be down.
  public var detectCrash: Lifetime
  /// From a hang until the watchdog fires.
  public var detectHang: Lifetime
  /// From the first moment of a slow job until a health check finds the fault; the job runs on.
  public var detectSlow: Lifetime
  /// From a silent corruption until it is found; the job runs on.
  public var detectCorrupt: Lifetime
  /// Finding out which node it was.
  public var diagnose: Lifetime
  /// How often that goes wrong, and what follows.
  public var misdiagnosis: Misdiagnosis
  /// Putting spares in the place of the nodes that are missing.
  public var swap: Lifetime
  /// Launch, rendezvous and set-up of the communicators.
  public var restart: Lifetime
  /// Probability that a restart, when it is over, turns out to have failed.
  public var restartFails: Double
  /// Distributing the program to nodes that were put in place, after the swap.
  public var image: Lifetime
  /// Whether faults of the job's nodes strike during `restart` and `load` as they do in training.
  public var isExposed: Bool
  /// The check of the job's nodes before each restart, if there is one.
  public var healthCheck: HealthCheck?

  /// Creates a recovery; every step takes no time unless it is given.
  public init(
    policy: RecoveryPolicy = .restart,
    detectCrash: Lifetime = .zero, detectHang: Lifetime = .zero, detectSlow: Lifetime = .zero,
    detectCorrupt: Lifetime = .zero, diagnose: Lifetime = .zero,
    misdiagnosis: Misdiagnosis = .never, swap: Lifetime = .zero, restart: Lifetime = .zero,
    restartFails: Double = 0, image: Lifetime = .zero, isExposed: Bool = true,
    healthCheck: HealthCheck? = nil
  ) {
    precondition((0..<1).contains(restartFails), "restarts fail with \(restartFails)")
    self.policy = policy
    self.detectCrash = detectCrash
    self.detectHang = detectHang
    self.detectSlow = detectSlow
    self.detectCorrupt = detectCorrupt
    self.diagnose = diagnose
    self.misdiagnosis = misdiagnosis
    self.swap = swap
    self.restart = restart
    self.restartFails = restartFails
    self.image = image
    self.isExposed = isExposed
    self.healthCheck = healthCheck
  }
}
