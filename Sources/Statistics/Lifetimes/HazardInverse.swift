/// The inverse of any cumulative hazard, when no formula is known.
enum HazardInverse {
  /// The least time in `range` at which a rising `cumulativeHazard` has reached h.
  ///
  /// Works on the bit patterns of the doubles, which are ordered as their values: so steps are
  /// about logarithmic in time, the answer is exact to the last bit of the hazard as computed,
  /// and atoms and flats do no harm. False position (Illinois) with a bisection whenever three steps
  /// have not halved the bracket: about 15 evaluations for smooth laws, never more than 260.
  /// The upper end is returned when the hazard is not reached before.
  ///
  /// Source: Dowell, Jarratt, "A modified regula falsi method", BIT 11 (1971).
  static func time(
    atCumulativeHazard h: Double, in range: ClosedRange<Double> = 0...Double.infinity,
    of cumulativeHazard: (Double) -> Double
  ) -> Double {
    var missing = cumulativeHazard(range.lowerBound) - h
    if missing >= 0 { return range.lowerBound }
    var excess = cumulativeHazard(range.upperBound) - h
    if excess < 0 { return range.upperBound }
    var before = range.lowerBound.bitPattern
    var reached = range.upperBound.bitPattern
    var keptBefore = false
    var keptReached = false
    var slowSteps = 0
    while reached - before > 1 {
      let width = reached - before
      var step = width / 2
      if slowSteps < 3, excess < .infinity {
        let share = missing / (missing - excess)
        step = min(max(1, UInt64(share * Double(width))), width - 1)
      }
      let gap = cumulativeHazard(Double(bitPattern: before + step)) - h
      if gap >= 0 {
        reached = before + step
        excess = gap
        if keptBefore { missing /= 2 }
      } else {
        before += step
        missing = gap
        if keptReached { excess /= 2 }
      }
      keptBefore = gap >= 0
      keptReached = !keptBefore
      slowSteps = reached - before <= width / 2 ? 0 : slowSteps + 1
    }
    return Double(bitPattern: reached)
  }
}
