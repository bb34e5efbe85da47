import Statistics

extension SessionLife {
  /// The end of a job with a given amount of work, on average.
  public struct Completion: Sendable, Equatable {
    /// Time from the first step until all work is done and saved, in seconds.
    public var time: Double
    /// Interruptions until then.
    public var interruptions: Double
  }

  /// Most segments that a job may have for `completion(work:policy:recovery:)`.
  public static let mostSegments = 20_000

  /// Mean completion time and interruptions of a job of `work` seconds, exactly.
  ///
  /// With m segments left and copy i durable sᵢ after the session's start (s₀ = 0, and sₘ the end
  /// Lₘ of the job), V(m) = ∫₀^{Lₘ} S dt + Σᵢ (S(sᵢ) − S(sᵢ₊₁))(r + V(m − i)), i from 0 to m − 1,
  /// solved for V(m): ages go on over checkpoints, and faults alone renew. The mean `recovery` r is
  /// one in which no fault strikes the job. Takes a time of the square of the number of segments,
  /// of which there may be `mostSegments`. One level of checkpoints, no verification.
  ///
  /// Source: first-step analysis, as in Toueg and Babaoğlu 1984, "On the optimum checkpoint
  /// selection problem", SIAM Journal on Computing 13.
  public func completion(work: Double, policy: CheckpointPolicy, recovery: Double) -> Completion {
    policy.requireOneLevel()
    precondition(work > 0 && recovery >= 0)
    let segments = policy.segments(of: work)
    precondition(segments <= Double(Self.mostSegments), "\(segments) segments are too many")
    let count = Int(segments)
    let last = work - (segments - 1) * policy.interval
    let first = policy.interval + policy.save + policy.write
    let hazards = (0..<count).map { index in
      index == 0 ? 0 : cumulativeHazard(first + Double(index - 1) * policy.cycle)
    }
    var values = [Completion(time: 0, interruptions: 0)]
    var (reached, lasting) = (0.0, 0.0)
    for left in 1...count {
      let end = policy.end(segments: left, last: last)
      if constantRate != nil {
        lasting = meanTime(within: end)
      } else if reached < horizon {
        lasting += SurvivalIntegral.over(from: reached, to: min(end, horizon), survival)
      }
      reached = end
      values.append(
        value(of: left, end: cumulativeHazard(end), lasting, recovery, hazards, values))
    }
    return values[count]
  }

  /// V(m) of the values for fewer segments.
  private func value(
    of left: Int, end: Double, _ lasting: Double, _ recovery: Double, _ hazards: [Double],
    _ values: [Completion]
  ) -> Completion {
    func hazard(_ copy: Int) -> Double { copy < left ? min(hazards[copy], end) : end }
    let interrupted = -PortableMath.expm1(-end)
    var sum = Completion(time: lasting + interrupted * recovery, interruptions: interrupted)
    for copy in 1..<max(1, left) {
      let (before, after) = (hazard(copy), hazard(copy + 1))
      guard after > before, before < .infinity else { continue }
      let chance = PortableMath.exp(-before) * -PortableMath.expm1(before - after)
      sum.time += chance * values[left - copy].time
      sum.interruptions += chance * values[left - copy].interruptions
    }
    let passes = PortableMath.exp(-hazard(1))
    guard passes > 0 else { return Completion(time: .infinity, interruptions: .infinity) }
    return Completion(time: sum.time / passes, interruptions: sum.interruptions / passes)
  }
}

extension CheckpointPolicy {
  /// When a session that nothing interrupts has done and saved so many segments, the last one of
  /// which has the length `last`; in seconds from its start.
  fileprivate func end(segments: Int, last: Double) -> Double {
    guard segments > 1 else { return savesAtEnd ? last + save + write : last }
    let begin = interval + save + Double(segments - 2) * cycle
    return savesAtEnd ? begin + max(last, write) + save + write : begin + last
  }
}
