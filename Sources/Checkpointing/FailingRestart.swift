import Statistics

/// Recovery in restarts that may fail by themselves.
///
/// After a fault the job is down for D, then restarts for R. At its end the restart fails with
/// probability p; the job is then down for D′ before the next one. If restarts are exposed a fault
/// of the constant rate λ breaks a restart off and sends the job back to D. Times are in seconds.
public struct FailingRestart: Sendable, Equatable {
  /// Faults a second that strike during a restart, λ; 0 if restarts are not exposed.
  public let rate: Double
  /// Mean downtime D after a fault: detection, diagnosis, replacement.
  public let downtime: Double
  /// Mean downtime D′ after a restart that failed.
  public let downtimeAgain: Double
  /// Time of a restart, R.
  public let restart: Double
  /// Probability p that a restart fails.
  public let fails: Double

  /// Creates the law; `downtimeAgain` is as the downtime unless given.
  public init(
    rate: Double = 0, downtime: Double, downtimeAgain: Double? = nil, restart: Double,
    fails: Double
  ) {
    let again = downtimeAgain ?? downtime
    precondition(rate >= 0 && downtime >= 0 && again >= 0 && restart >= 0)
    precondition(fails >= 0 && fails < 1, "a restart that fails with probability \(fails)")
    self.rate = rate
    self.downtime = downtime
    self.downtimeAgain = again
    self.restart = restart
    self.fails = fails
  }

  /// Mean time from a fault until training goes on, in seconds.
  ///
  /// D + X with X = (1 − q)/λ + (1 − q)(D + X) + qp(D′ + X), where q = e^{−λR}; for λ = 0 it is
  /// D + (R + pD′)/(1 − p). For p = 0 that of `ExponentialCompletion.recovery`.
  /// Source: first-step analysis.
  public var mean: Double {
    let held = PortableMath.exp(-rate * restart)
    let struck = -PortableMath.expm1(-rate * restart)
    let attempt = rate > 0 ? struck / rate : restart
    return downtime
      + (attempt + struck * downtime + held * fails * downtimeAgain) / (held * (1 - fails))
  }

  /// Mean number of restarts until one holds, 1/(q(1 − p)).
  public var meanRestarts: Double {
    PortableMath.exp(rate * restart) / (1 - fails)
  }
}
