extension MultilevelPattern {
  /// The interval with the greatest ETTR, and that ETTR; by bounded search.
  ///
  /// From 1 ms to 100 times the mean time between faults that the first level outlives or any other,
  /// to about 1e-7 of the interval. Without costly saves the least interval, without faults infinity.
  public func optimalInterval() -> Double {
    guard rate > 0 else { return meanSave > 0 ? .infinity : OptimalInterval.leastSearched }
    let highest = max(OptimalInterval.leastSearched, 100 / rate)
    return LogSearch.maximum(from: OptimalInterval.leastSearched, to: highest) {
      ettr(interval: $0)
    }
  }

  /// The number of segments between two saves of the second level, and their interval, that have
  /// the greatest ETTR.
  ///
  /// For two levels. Goes from the first-order optimum in the direction in which the ETTR at the best
  /// interval rises, in ever longer steps and then by halves, up to a million; it is taken to rise
  /// and then to fall.
  public func optimalEvery() -> (every: Int, interval: Double) {
    precondition(levels.count == 2, "the search is one of two levels, not \(levels.count)")
    var known: [Int: (interval: Double, ettr: Double)] = [:]
    func best(_ every: Int) -> (interval: Double, ettr: Double) {
      if let value = known[every] { return value }
      var second = levels[1]
      second.every = every
      let pattern = MultilevelPattern(levels: [levels[0], second])
      let interval = pattern.optimalInterval()
      let value = (interval, interval < .infinity ? pattern.ettr(interval: interval) : 1)
      known[every] = value
      return value
    }
    let most = 1_000_000
    var every = Int(min(Double(most), firstOrderEvery.rounded()))
    var step = 1
    while step >= 1 {
      let next = [max(1, every - step), min(most, every + step)]
        .first { best($0).ettr > best(every).ettr }
      if let next { every = next }
      step = next == nil ? step / 2 : step * 2
    }
    return (every, best(every).interval)
  }
}
