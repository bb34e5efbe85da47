/// A time that is always the same.
///
/// H jumps from 0 to ∞ at the value; the law has an atom there and no density.
@frozen public struct Deterministic: LifetimeLaw, BitwiseCopyable {
  public let value: Double

  /// The law of the given value, finite and at least 0.
  @inlinable
  public init(value: Double) {
    precondition(value >= 0 && value < .infinity, "a fixed time of \(value) is not possible")
    self.value = value
  }

  public var mean: Double { value }

  public var variance: Double { 0 }

  public func density(_ t: Double) -> Double { 0 }

  public func hazard(_ t: Double) -> Double { 0 }

  public func cumulativeHazard(_ t: Double) -> Double { t < value ? 0 : .infinity }

  @inlinable
  public func time(atCumulativeHazard h: Double) -> Double { value }
}
