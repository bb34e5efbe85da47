import Statistics

/// What lies between two complete saves of one level of a `MultilevelPattern`.
///
/// A run begins with a copy of the level. It ends with the next one, i periods of the level later with
/// chance `first` · `ratio`^(i − 1), or with a fault that needs a higher level.
struct LevelRun {
  /// Chance to end with a complete save one period later.
  var first: Double
  /// Chance of i + 1 periods over that of i: geometric for every level, as `next` shows.
  var ratio: Double
  /// Mean time of training and saving, in seconds.
  var time: Double

  /// How runs of one level make those of the next.
  struct Step {
    /// Periods of the lower level in one of the upper, n.
    var periods: Double
    /// Chance that the save of the upper level holds.
    var saveHolds: Double
    /// Chance that a fault breaks it off that the lower levels outlive.
    var saveIsMissed: Double
    /// Mean time of a try to save, in seconds.
    var saveTime: Double
    /// Rate of the faults that end a run of the lower level, a second.
    var killsBefore: Double
    /// Rate of those that end a run of the upper level.
    var killsAfter: Double
  }

  /// Mean of the periods, 0 for a run that a fault ended.
  var meanDistance: Double { first / ((1 - ratio) * (1 - ratio)) }

  /// The run of the next level; nil where its saves are never complete, within the range of numbers.
  ///
  /// An *epoch* goes from a copy of the upper level, through runs of the lower one, to the next copy
  /// or to a fault of a kind that needs the upper level. One of just that kind begins a new epoch.
  ///
  /// Let a and b be `first` and `ratio`. The chance A(l) that a copy of the lower level is made l
  /// periods into the epoch is b A(l − 1) + a U(l − 1), where U(l) is the chance that the job trains
  /// on from it: A(l) between two saves of the upper level, and m A(l) at one, m being the chance
  /// that this is missed. So A falls by a + b from each period to the next. From A(0) = 0, U(0) = 1
  /// the first save of the upper level is tried with the chance a(a + b)^{n−1}, and from one try to
  /// the next the chance falls by g = (b + am)(a + b)^{n−1}: a geometric series again.
  func next(_ step: Step) -> LevelRun? {
    // 1 − (a + b), from the chance that a fault ends a run.
    let falls = (1 - ratio) * min(1, step.killsBefore * time)
    let logarithm =
      falls < 0.5 ? PortableMath.log1p(-falls) : PortableMath.log(first + ratio)
    let others = step.periods - 1
    let passes = others > 0 ? PortableMath.exp(others * logarithm) : 1
    // Σ (a + b)^l over l < n − 1.
    let sum =
      others > 0 ? (falls > 0 ? -PortableMath.expm1(others * logarithm) / falls : others) : 0
    let again = ratio + first * step.saveIsMissed
    let falling = again * passes
    let tries = first * passes / (1 - falling)
    let visits = 1 + first * sum + tries * (step.saveIsMissed + again * sum)
    let epoch = visits * time + tries * step.saveTime
    let saved = tries * step.saveHolds
    let ended = saved + step.killsAfter * epoch
    guard saved > 0, ended > 0 else { return nil }
    return LevelRun(
      first: first * passes * step.saveHolds / ended, ratio: falling, time: epoch / ended)
  }
}
