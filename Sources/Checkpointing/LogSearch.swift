import Statistics

/// The greatest value of a function of a positive argument, by bounded search.
enum LogSearch {
  /// The argument between two bounds where `value` is greatest.
  ///
  /// First 128 points of equal ratio, then golden section between the neighbours of the best one
  /// until the bounds differ by 1e-9 of themselves. A maximum that is flat to rounding is met to
  /// about 1e-7 of itself; of several maxima the one around the best point is taken. Of equal
  /// values the least argument counts.
  static func maximum(
    from lowest: Double, to highest: Double, _ value: (Double) -> Double
  ) -> Double {
    precondition(lowest > 0 && lowest <= highest && highest < .infinity)
    guard lowest < highest else { return lowest }
    let (begin, end) = (PortableMath.log(lowest), PortableMath.log(highest))
    let cells = 128
    func point(_ index: Int) -> Double {
      if index <= 0 { return begin }
      if index >= cells { return end }
      return begin + (end - begin) * Double(index) / Double(cells)
    }
    func at(_ logarithm: Double) -> Double {
      value(min(highest, max(lowest, PortableMath.exp(logarithm))))
    }
    var (best, greatest) = (0, at(begin))
    for index in 1...cells {
      let candidate = at(point(index))
      if candidate > greatest { (best, greatest) = (index, candidate) }
    }
    let logarithm = golden(point(best - 1), point(best + 1), at)
    guard at(logarithm) > greatest else {
      if best == 0 { return lowest }
      if best == cells { return highest }
      return PortableMath.exp(point(best))
    }
    return min(highest, max(lowest, PortableMath.exp(logarithm)))
  }

  /// Golden section for the maximum of a function that rises and then falls.
  private static func golden(
    _ begin: Double, _ end: Double, _ value: (Double) -> Double
  ) -> Double {
    let ratio = 0.6180339887498949
    var (low, high) = (begin, end)
    var (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
    var (atLeft, atRight) = (value(left), value(right))
    while high - low > 1e-9 {
      if atLeft >= atRight {
        (high, right, atRight) = (right, left, atLeft)
        left = high - ratio * (high - low)
        atLeft = value(left)
      } else {
        (low, left, atLeft) = (left, right, atRight)
        right = low + ratio * (high - low)
        atRight = value(right)
      }
    }
    return (low + high) / 2
  }
}
