// Periodic checkpoints when ages go on over them: the long run.
extension SessionLife {
  /// ETTR of an endless run, from 0 to 1: work that a fault leaves durable, over the mean time from
  /// one recovery's end to the next.
  ///
  /// I Σ S(sₙ)/(E[X] + r) for interval I, sₙ = I + C + w + (n − 1)(max(I, w) + C), save C, write w,
  /// mean length E[X] of a session and mean `recovery` r from a fault until training goes on, in
  /// which no fault strikes the job. Exact but for the sum's last digits; for a constant rate equal
  /// to `ExponentialCompletion.ettr(policy:)` with a restart that is not exposed. One level of
  /// checkpoints, no verification.
  ///
  /// Source: renewal-reward theorem, e.g. Ross, "Introduction to Probability Models", section 7.4.
  public func ettr(policy: CheckpointPolicy, recovery: Double) -> Double {
    policy.requireOneLevel()
    guard mean < .infinity else { return 1 / (1 + policy.pause / policy.interval) }
    let work = durableWork(policy)
    return work > 0 ? work / (mean + recovery) : 0
  }

  /// Mean of the work that is durable when a fault strikes, in seconds.
  func durableWork(_ policy: CheckpointPolicy) -> Double {
    let first = policy.interval + policy.save + policy.write
    guard survival(first) > 0 else { return 0 }
    return policy.interval * sumOfSurvival(first: first, step: policy.cycle)
  }
}

extension OptimalInterval {
  /// The interval that is best for lives of any law, by bounded search.
  ///
  /// It maximises `SessionLife.ettr(policy:recovery:)`, in which the recovery is a factor that is the
  /// same for all intervals. Searched are 1 ms to the time that a session outlasts with a chance of
  /// e⁻⁴⁵, to about 1e-7 of the interval: so flat is the maximum. 1 ms, the least, stands for saves
  /// that cost nothing; without faults the interval is infinite. Lives that end after a fixed time
  /// make several maxima, of which the best of 128 is refined.
  public static func numeric(save: Double, write: Double = 0, life: SessionLife) -> Double {
    precondition(save >= 0 && write >= 0, "a save takes no negative time: \(save) s, \(write) s")
    guard life.mean < .infinity else { return save > 0 ? .infinity : leastSearched }
    return LogSearch.maximum(from: leastSearched, to: max(leastSearched, life.horizon)) {
      life.durableWork(CheckpointPolicy(interval: $0, save: save, write: write))
    }
  }

  /// The least interval that a search tries, in seconds.
  static let leastSearched = 1e-3
}

extension CheckpointPolicy {
  /// Formulas of one level hold for no other policy.
  func requireOneLevel() {
    precondition(furtherLevels.isEmpty, "the formula holds for one level of checkpoints")
    precondition(verification == nil, "the formula holds without verifications")
  }
}
