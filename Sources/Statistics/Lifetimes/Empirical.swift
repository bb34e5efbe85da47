/// The law of observed values, each with the same probability.
///
/// S steps down by 1/n at each of the n values, and is 0 from the greatest on. The variance is
/// that of the law, with divisor n.
///
/// Source: Efron, "Bootstrap methods", Annals of Statistics 7 (1979).
public struct Empirical: LifetimeLaw {
  /// The values, in rising order.
  public let values: [Double]

  /// The law of the given values: at least one, each finite and not negative, in any order.
  public init(values: [Double]) {
    precondition(!values.isEmpty, "an empirical law needs at least one value")
    for value in values {
      precondition(value >= 0 && value < .infinity, "empirical value \(value) is not a time")
    }
    self.values = values.sorted()
  }

  public var mean: Double { values.reduce(0, +) / Double(values.count) }

  public var variance: Double {
    let mean = mean
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
  }

  public func density(_ t: Double) -> Double { 0 }

  public func hazard(_ t: Double) -> Double { 0 }

  public func survival(_ t: Double) -> Double {
    Double(values.count - countUpTo(t)) / Double(values.count)
  }

  public func cumulativeHazard(_ t: Double) -> Double {
    -PortableMath.log1p(-Double(countUpTo(t)) / Double(values.count))
  }

  public func time(atCumulativeHazard h: Double) -> Double {
    let rank = (-PortableMath.expm1(-h) * Double(values.count)).rounded(.up)
    return values[max(0, min(values.count, Int(rank)) - 1)]
  }

  /// How many values are at most t.
  private func countUpTo(_ t: Double) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= t { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
