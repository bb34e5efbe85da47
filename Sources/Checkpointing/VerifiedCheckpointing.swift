import Statistics

/// Periodic checkpoints with a check of the job's state before each, which finds silent errors.
///
/// A cycle is work W, verification V and save C. Faults of rate λ_f stop the job anywhere in it,
/// cost D until training goes on, and leave a clean state: that of the last copy. Corruptions of
/// rate λ_s strike as well anywhere, unseen; the verification finds for sure what is in the state
/// when it ends, and going back costs R. A copy whose save had begun before the corruption is good,
/// so a corruption during a save dooms the segment after it. Neither strikes during D and R. Times
/// are in seconds, rates in events a second.
public struct VerifiedCheckpointing: Sendable, Equatable {
  /// Rate of the faults that stop the job, λ_f.
  public var faultRate: Double
  /// Rate of the corruptions, λ_s.
  public var corruptionRate: Double
  /// Mean time from such a fault until training goes on, D.
  public var recovery: Double
  /// Mean time from a verification that found a corruption until training goes on, R.
  public var rollback: Double
  /// Time of a verification, V.
  public var verification: Double
  /// Time for which a save blocks the job, C.
  public var save: Double

  /// Creates the law; rates may be 0.
  public init(
    faultRate: Double, corruptionRate: Double, recovery: Double, rollback: Double,
    verification: Double, save: Double
  ) {
    precondition(faultRate >= 0 && corruptionRate >= 0 && recovery >= 0 && rollback >= 0)
    precondition(verification >= 0 && save >= 0)
    self.faultRate = faultRate
    self.corruptionRate = corruptionRate
    self.recovery = recovery
    self.rollback = rollback
    self.verification = verification
    self.save = save
  }

  /// Mean time of a segment of `interval` seconds of work in the long run, in seconds; exact.
  ///
  /// A + (1 − e^{−λ_s C})·B. With a = W + V, α = e^{−λ_f a}, σ = e^{−λ_s a}, γ = e^{−λ_f C}: from a
  /// clean start to a complete save it takes A = (t + (1 − α + ασ(1 − γ))·D + α(1 − σ)·R)/(ασγ),
  /// t = (1 − α + ασ(1 − γ))/λ_f being the time of one try. A doomed segment ends with a fault or
  /// with its verification, after B = (1 − α)/λ_f + (1 − α)·D + α·R, and then starts clean. Infinite
  /// where a try hardly ever holds. Source: first-step analysis.
  public func segment(interval: Double) -> Double {
    let length = interval + verification
    let held = PortableMath.exp(-faultRate * length)
    let clean = PortableMath.exp(-corruptionRate * length)
    let saved = PortableMath.exp(-faultRate * save)
    let stopped = -PortableMath.expm1(-faultRate * length)
    let stoppedInSave = held * clean * -PortableMath.expm1(-faultRate * save)
    let found = held * -PortableMath.expm1(-corruptionRate * length)
    let until = faultRate > 0 ? stopped / faultRate : length
    let inSave = faultRate > 0 ? stoppedInSave / faultRate : clean * save
    let passes = held * clean * saved
    guard passes > 0 else { return .infinity }
    let fromClean =
      (until + inSave + (stopped + stoppedInSave) * recovery + found * rollback) / passes
    let doomed = until + stopped * recovery + held * rollback
    return fromClean - PortableMath.expm1(-corruptionRate * save) * doomed
  }

  /// ETTR of an endless run, from 0 to 1: `interval` over the mean time of a segment.
  public func ettr(interval: Double) -> Double {
    precondition(interval > 0, "a checkpoint interval must be positive, not \(interval) s")
    return interval < .infinity ? interval / segment(interval: interval) : 0
  }

  /// The interval with the least overhead to first order, √((V + C)/(λ_s + λ_f/2)), in seconds.
  ///
  /// It minimises (V + C)/W + (λ_s + λ_f/2)·W: a corruption costs a whole segment, a fault half of
  /// one. Asks for W + V + C far below the mean times between events. 0 for what costs nothing,
  /// infinite without events.
  ///
  /// Source: expansion of `segment` in the rates. The pattern is the simplest one of Benoit, Cavelan,
  /// Robert and Sun 2016, "Optimal resilience patterns to cope with fail-stop and silent errors",
  /// IPDPS.
  public var firstOrderInterval: Double {
    let cost = verification + save
    return cost > 0 ? (cost / (corruptionRate + faultRate / 2)).squareRoot() : 0
  }

  /// The least overhead to first order, 2√((V + C)(λ_s + λ_f/2)), in seconds for a second of work,
  /// without D and R. Source: as `firstOrderInterval`.
  public var firstOrderOverhead: Double {
    2 * ((verification + save) * (corruptionRate + faultRate / 2)).squareRoot()
  }

  /// The interval with the greatest ETTR, by bounded search from 1 ms to 100 times the mean time
  /// between events, to about 1e-7 of itself; infinite if nothing ever strikes.
  public func optimalInterval() -> Double {
    let rate = faultRate + corruptionRate
    guard rate > 0 else {
      return verification + save > 0 ? .infinity : OptimalInterval.leastSearched
    }
    return LogSearch.maximum(
      from: OptimalInterval.leastSearched, to: max(OptimalInterval.leastSearched, 100 / rate)
    ) { ettr(interval: $0) }
  }
}
