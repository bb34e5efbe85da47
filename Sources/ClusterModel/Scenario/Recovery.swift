import Statistics

/// What lies between an interruption and the next step of training, in this order.
///
/// Every time is a law of durations in seconds, drawn anew each time.
public struct Recovery: Sendable, Equatable {
  /// From a crash until the job is known to be down.
  public var detectCrash: Lifetime
  /// From a hang until the watchdog fires.
  public var detectHang: Lifetime
  /// Finding out which node it was.
  public var diagnose: Lifetime
  /// Putting spares in the place of the nodes that are missing.
  public var swap: Lifetime
  /// Launch, rendezvous and set-up of the communicators.
  public var restart: Lifetime
  /// Reading the checkpoint back.
  public var load: Lifetime
  /// Whether faults of the job's nodes strike during `restart` and `load` as they do in training.
  public var isExposed: Bool

  /// Creates a recovery; every step takes no time unless it is given.
  public init(
    detectCrash: Lifetime = .zero, detectHang: Lifetime = .zero, diagnose: Lifetime = .zero,
    swap: Lifetime = .zero, restart: Lifetime = .zero, load: Lifetime = .zero,
    isExposed: Bool = true
  ) {
    self.detectCrash = detectCrash
    self.detectHang = detectHang
    self.diagnose = diagnose
    self.swap = swap
    self.restart = restart
    self.load = load
    self.isExposed = isExposed
  }
}
