import Statistics

// The long run, exactly. Time is counted while the job trains or saves; recoveries are added.
//
// A *run* of level k goes from one complete save of that level to the next, which follows some
// number of its periods later, or to a fault of a kind above k. As faults are a Poisson process, and
// as a fault of kind k or below goes back to where only the position counts, all runs of a level are
// alike. Runs of level k + 1 are made of runs of level k; `LevelRun` does it.
extension MultilevelPattern {
  /// ETTR of an endless run, from 0 to 1, exactly.
  ///
  /// Work from one complete save of the last level to the next, over the mean time that it takes: a
  /// closed form, whose time does not depend on the numbers of segments. 0 where saves of the last
  /// level are never complete, within the range of numbers.
  ///
  /// Source: renewal-reward theorem, e.g. Ross, "Introduction to Probability Models", section 7.4.
  public func ettr(interval: Double) -> Double {
    precondition(interval > 0, "a checkpoint interval must be positive, not \(interval) s")
    guard let cycle = cycle(interval: interval) else { return 0 }
    return cycle.work / (cycle.training + cycle.recovery)
  }

  /// Means from one complete save of the last level to the next, in seconds.
  public struct Cycle: Sendable, Equatable {
    /// Work that the copy holds more than the one before.
    public var work: Double
    /// Time of training and saving, with what is lost.
    public var training: Double
    /// Time of recovery.
    public var recovery: Double
  }

  /// The means; nil where saves of the last level are never complete, within the range of numbers.
  public func cycle(interval: Double) -> Cycle? {
    guard interval < .infinity else { return nil }
    var runs = [firstRun(interval)]
    for level in levels.indices.dropFirst() {
      guard let run = runs[level - 1].next(step(to: level)) else { return nil }
      runs.append(run)
    }
    let last = runs[levels.count - 1]
    let work = interval * Double(levels[levels.count - 1].every) * last.meanDistance
    guard work > 0, last.time < .infinity else { return nil }
    return Cycle(
      work: work, training: last.time, recovery: recovery(in: last.time, runs.map(\.time)))
  }

  private func firstRun(_ interval: Double) -> LevelRun {
    let length = interval + levels[0].save
    let held = PortableMath.exp(-rate * length)
    let attempt = rate > 0 ? -PortableMath.expm1(-rate * length) / rate : length
    let ended = held + rate(above: 0) * attempt
    return LevelRun(first: held / ended, ratio: 0, time: attempt / ended)
  }

  private func step(to level: Int) -> LevelRun.Step {
    let save = levels[level].save
    let broken = -PortableMath.expm1(-rate * save)
    let below = levels[..<level].reduce(0) { $0 + $1.rate }
    return LevelRun.Step(
      periods: Double(levels[level].every / levels[level - 1].every),
      saveHolds: PortableMath.exp(-rate * save),
      saveIsMissed: rate > 0 ? broken * (below / rate) : 0,
      saveTime: rate > 0 ? broken / rate : save,
      killsBefore: rate(above: level - 1), killsAfter: rate(above: level))
  }

  /// Rate of the faults that copies of a level do not outlive.
  private func rate(above level: Int) -> Double {
    levels[(level + 1)...].reduce(0) { $0 + $1.rate }
  }

  /// Mean time of all recoveries in a time of training.
  ///
  /// A fault of kind k loads level h > k if a fault of kind j, k < j ≤ h, that loaded level h has not
  /// been followed by a complete save of level k yet; such a state lasts for one run of level k. The
  /// times E(k, h) in which a fault of kind k would load level h are therefore T_k Σⱼ λⱼ E(j, h).
  private func recovery(in training: Double, _ runs: [Double]) -> Double {
    let count = levels.count
    var times = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    var sum = 0.0
    for kind in (0..<count).reversed() {
      for loaded in count - kind > 1 ? Array(kind + 1..<count) : [] {
        let begun = (kind + 1...loaded).reduce(0) { $0 + levels[$1].rate * times[$1][loaded] }
        times[kind][loaded] = runs[kind] * begun
      }
      times[kind][kind] = max(0, training - times[kind].reduce(0, +))
      for loaded in kind..<count where levels[kind].rate > 0 {
        sum += levels[kind].rate * times[kind][loaded] * levels[loaded].recovery
      }
    }
    return sum
  }
}
