import Statistics

/// How long a job with periodic checkpoints takes when its faults come as a Poisson process.
///
/// Scope: faults of constant rate λ interrupt training and, if it is exposed, the restart; after
/// each one the job is down for D, restarts for R and repeats its segment of work W and save C.
/// Copies are durable when their save ends. All times are in seconds and constant.
///
/// The mean of a segment is e^{λR}(1/λ + D)(e^{λ(W+C)} − 1), Daly 2006, "A higher order estimate
/// of the optimum checkpoint interval for restart dumps", eq. 7 with restarts exposed, and
/// Bougeret et al. 2011, "Checkpointing strategies for parallel jobs", theorem 1. The variances
/// follow from the moments of an exponential variate cut off at the end of an attempt.
public struct ExponentialCompletion: Sendable, Equatable {
  /// Faults a second.
  public let rate: Double
  /// Downtime D after a fault, during which none counts.
  public let downtime: Double
  /// Restart R after the downtime.
  public let restart: Double
  /// Whether a fault during the restart sends it back to the downtime.
  public let restartIsExposed: Bool

  /// Creates the law; the rate may be 0.
  public init(rate: Double, downtime: Double, restart: Double, restartIsExposed: Bool = true) {
    precondition(rate >= 0 && downtime >= 0 && restart >= 0)
    self.rate = rate
    self.downtime = downtime
    self.restart = restart
    self.restartIsExposed = restartIsExposed
  }

  /// Mean and variance of a sum of independent parts.
  public struct Moments: Sendable, Equatable {
    /// Mean, in the unit of the variate.
    public var mean: Double
    /// Variance, in that unit squared.
    public var variance: Double

    static func + (a: Moments, b: Moments) -> Moments {
      Moments(mean: a.mean + b.mean, variance: a.variance + b.variance)
    }

    /// Moments of a geometric number of independent terms like this one.
    func summed(over count: Moments) -> Moments {
      Moments(
        mean: count.mean * mean,
        variance: count.mean * variance + count.variance * mean * mean)
    }
  }

  /// Failed attempts before one of length `attempt` succeeds: geometric.
  private func failedAttempts(_ attempt: Double) -> Moments {
    let odds = PortableMath.expm1(rate * attempt)
    return Moments(mean: odds, variance: odds * (1 + odds))
  }

  /// Time to the fault of an attempt that fails within `limit`.
  private func timeToFault(within limit: Double) -> Moments {
    let x = rate * limit
    guard x > 0.01 else {
      // The same in powers of x, where the closed form would cancel.
      return Moments(
        mean: limit * (1 / 2 - x / 12 + x * x * x / 720),
        variance: limit * limit * (1 / 12 - x * x / 240 + x * x * x * x / 6048))
    }
    let odds = PortableMath.expm1(x)
    let mean = 1 / rate - limit / odds
    let second = 2 / (rate * rate) - (limit * limit + 2 * limit / rate) / odds
    return Moments(mean: mean, variance: second - mean * mean)
  }

  /// From a fault until training goes on: the downtime and restarts until one holds.
  public var recovery: Moments {
    let steps = Moments(mean: downtime + restart, variance: 0)
    guard restartIsExposed, rate * restart > 0 else { return steps }
    let failed = timeToFault(within: restart) + Moments(mean: downtime, variance: 0)
    return steps + failed.summed(over: failedAttempts(restart))
  }

  /// Time from the first step of a segment of `length` (work and save) until it is saved.
  public func segment(length: Double) -> Moments {
    guard rate * length > 0 else { return Moments(mean: length, variance: 0) }
    let failed = timeToFault(within: length) + recovery
    return Moments(mean: length, variance: 0) + failed.summed(over: failedAttempts(length))
  }

  /// Times that a segment of `length` (work and save) is interrupted.
  public func interruptions(length: Double) -> Moments { failedAttempts(length) }

  /// Mean of the work lost in a segment of `work` that is followed by a `save`, in seconds.
  ///
  /// A fault during the save loses the whole segment.
  public func meanLostWork(work: Double, save: Double) -> Double {
    guard rate * work > 0 else { return 0 }
    // E[min(F, W); F < W + C] for an exponential F, over the chance that an attempt holds.
    let held = PortableMath.exp(-rate * (work + save))
    let lost = -PortableMath.expm1(-rate * work) / rate - work * held
    return lost / held
  }

  /// Sums `part` over the segments of a job, each with its work and the save that follows it.
  private func overSegments(
    work: Double, policy: CheckpointPolicy, _ part: (_ work: Double, _ save: Double) -> Moments
  ) -> Moments {
    precondition(policy.write == 0, "the formula holds for copies durable when the save ends")
    let full = policy.segments(of: work) - 1
    let one = part(policy.interval, policy.save)
    let last = part(work - full * policy.interval, policy.savesAtEnd ? policy.save : 0)
    return Moments(mean: full * one.mean, variance: full * one.variance) + last
  }

  /// Completion time of a job of `work` seconds, in seconds.
  public func completion(work: Double, policy: CheckpointPolicy) -> Moments {
    overSegments(work: work, policy: policy) { segment(length: $0 + $1) }
  }

  /// Interruptions of a job of `work` seconds.
  public func interruptions(work: Double, policy: CheckpointPolicy) -> Moments {
    overSegments(work: work, policy: policy) { interruptions(length: $0 + $1) }
  }

  /// Mean of the work lost by a job of `work` seconds, in seconds.
  public func meanLostWork(work: Double, policy: CheckpointPolicy) -> Double {
    overSegments(work: work, policy: policy) {
      Moments(mean: meanLostWork(work: $0, save: $1), variance: 0)
    }.mean
  }
}
