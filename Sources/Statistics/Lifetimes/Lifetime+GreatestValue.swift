extension Lifetime {
  /// The value that is never exceeded; infinite for most laws.
  ///
  /// A bounded law has reached its end when the survival function has underflowed; all others
  /// still grow from there.
  public var greatestValue: Double {
    let late = time(atCumulativeHazard: 1e3)
    return time(atCumulativeHazard: 1e300) == late ? late : .infinity
  }
}
