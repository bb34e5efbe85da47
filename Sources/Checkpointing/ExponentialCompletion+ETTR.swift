import Statistics

// The effective training time ratio (ETTR): productive time over wall time.
extension ExponentialCompletion {
  /// ETTR of an endless run, exactly, from 0 to 1.
  ///
  /// Every recovery begins anew, so the ratio is that of the means from one recovery's end to the
  /// next: work that a fault left durable, over the time until the fault and the recovery after it.
  /// Copy n is durable I + C + (n − 1)·(max(I, w) + C) + w after the start, for interval I, save C
  /// and write w; the sum of the chances that training lasts so long is a geometric series. With
  /// w = 0 this is the work of a segment over the mean of `segment(length:)`. An interval of
  /// infinity stands for no saves at all.
  ///
  /// Source: renewal-reward theorem, e.g. Ross, "Introduction to Probability Models", section 7.4.
  public func ettr(policy: CheckpointPolicy) -> Double {
    guard rate * policy.cycle > 0 else { return 1 / (1 + policy.pause / policy.interval) }
    return durableWork(policy) / (1 / rate + recovery.mean)
  }

  /// Mean of the work that a fault loses in an endless run, in seconds of productive time.
  ///
  /// What was done from the end of a recovery until the fault, ∫ e^{−λt} dt over the times of work
  /// (from 0 and from each save's end on, for an interval), less what was durable by then.
  public func lostWork(policy: CheckpointPolicy) -> Double {
    guard rate * policy.cycle > 0 else { return 0 }
    let first = policy.interval + policy.save
    let segments =
      1 + PortableMath.exp(-rate * first) / -PortableMath.expm1(-rate * policy.cycle)
    let done = segments * -PortableMath.expm1(-rate * policy.interval) / rate
    return max(0, done - durableWork(policy))
  }

  /// Mean of the work that is durable when a fault strikes.
  private func durableWork(_ policy: CheckpointPolicy) -> Double {
    let reachesFirst = PortableMath.exp(-rate * (policy.interval + policy.save + policy.write))
    guard reachesFirst > 0 else { return 0 }
    return policy.interval * reachesFirst / -PortableMath.expm1(-rate * policy.cycle)
  }

  /// Meta's estimate of the ETTR, (1 − N r (u₀ + Δt/2)) / (1 + w/Δt), or nil where it is negative.
  ///
  /// Here N r is `rate` (nodes times faults of a node), u₀ is `downtime` + `restart`, Δt the
  /// policy's interval and w its blocking `save`. First order in the rate: every fault costs u₀ and
  /// half an interval, none strikes while the one before is being paid for, and none during a save.
  /// So it asks for faults far apart, and it says nothing from rate·(u₀ + Δt/2) = 1 on, where the
  /// exact ratio is still positive. Copies count as durable at once: `write` is left out.
  ///
  /// Source: Kokolis et al. 2025, "Revisiting reliability in large-scale machine learning research
  /// clusters", HPCA, arXiv 2410.21680.
  public func firstOrderETTR(policy: CheckpointPolicy) -> Double? {
    let lost = rate > 0 ? rate * (downtime + restart + policy.interval / 2) : 0
    guard lost <= 1 else { return nil }
    return (1 - lost) / (1 + policy.save / policy.interval)
  }
}

extension CheckpointPolicy {
  /// Time from the end of a segment to the beginning of the next: the save, and what it waits for.
  var pause: Double { max(0, write - interval) + save }
  /// Time from the end of one save to the end of the next.
  var cycle: Double { interval + pause }
}
