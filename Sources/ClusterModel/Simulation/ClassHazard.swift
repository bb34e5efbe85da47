import Statistics

/// The cumulative hazard of an instance of a fault class, by the time of its birth: that of its law,
/// times a constant factor and the factors of the class's schedule.
///
/// For an instance born at b it is ∫ f·s(u)·h(u − b) du up to t, where h is the hazard of the law at
/// an age, s the schedule, a step function of the time of the run, and f the factor.
struct ClassHazard {
  let law: Lifetime
  private let factor: Double
  /// Steps of the schedule, each with the factor f·s from its instant on.
  private let steps: [HazardStep]

  init(_ law: Lifetime, factor: Double, schedule: [HazardStep]) {
    self.law = law
    self.factor = factor
    steps = schedule.map { HazardStep(from: $0.from, factor: factor * $0.factor) }
  }

  var isScheduled: Bool { !steps.isEmpty }

  /// What an instance born at `born` has accumulated by `time`, both in seconds of the run.
  func cumulative(at time: Double, born: Double) -> Double {
    let plain = law.cumulativeHazard(time - born)
    guard isScheduled else { return factor == 1 ? plain : factor * plain }
    var (sum, before, factor) = (0.0, 0.0, factor)
    for step in steps where step.from < time {
      let lived = law.cumulativeHazard(step.from - born)
      sum += Self.gain(from: before, to: lived, factor: factor)
      (before, factor) = (lived, step.factor)
    }
    return sum + Self.gain(from: before, to: plain, factor: factor)
  }

  /// What is gained between two hazards of the law; nothing once a bounded law has ended, also if
  /// its hazard was multiplied by 0 then.
  private static func gain(from before: Double, to lived: Double, factor: Double) -> Double {
    factor > 0 && lived > before ? factor * (lived - before) : 0
  }

  /// When an instance born at `born` has accumulated a hazard; infinite if it never does.
  @inline(__always)
  func time(atCumulative hazard: Double, born: Double) -> Double {
    guard !isScheduled else { return scheduledTime(atCumulative: hazard, born: born) }
    return born + law.time(atCumulativeHazard: factor == 1 ? hazard : hazard / factor)
  }

  @inline(never)
  private func scheduledTime(atCumulative hazard: Double, born: Double) -> Double {
    var (left, before, factor) = (hazard, 0.0, factor)
    for step in steps {
      let lived = law.cumulativeHazard(step.from - born)
      let gain = Self.gain(from: before, to: lived, factor: factor)
      guard gain < left else { break }
      left -= gain
      (before, factor) = (lived, step.factor)
    }
    guard factor > 0, before < .infinity else { return .infinity }
    return born + law.time(atCumulativeHazard: before + left / factor)
  }
}
