/// The next failure among many equal instances that have never failed, without drawing them all.
///
/// In cumulative hazard all lifetimes are unit exponentials, and the order statistics of those
/// grow by E/m with m instances left (Rényi 1953). So when the pool has outlived `hazard`, the
/// next failure happens at H⁻¹(hazard + E/m), exactly, whatever the law; each instance left is
/// equally likely to be the one. No digits are lost at any number of instances.
///
/// An instance may be removed without having failed (its node was retired): the others' hazard
/// is not changed by that.
///
/// Instances may have proportional hazards, each a multiple of one: then m is the sum of their
/// multipliers, and each is as likely to be the one as its multiplier says. A candidate at an
/// instance whose multiplier is less than was counted for it is rejected by that ratio, and stays
/// (thinning: Lewis, Shedler 1979).
@frozen public struct FailurePool: BitwiseCopyable, Sendable {
  /// The number of instances that have not failed.
  public private(set) var instances: Int
  /// The sum of the multipliers of their hazards; their number if they are all alike.
  public private(set) var weight: Double
  /// The cumulative hazard that every instance left has outlived.
  public private(set) var hazard: Double

  /// A pool of instances that have all outlived the same cumulative hazard, 0 when new.
  public init(instances: Int, weight: Double? = nil, hazard: Double = 0) {
    precondition(instances >= 0, "a pool of \(instances) instances is not possible")
    precondition(hazard >= 0, "a cumulative hazard of \(hazard) is not possible")
    self.instances = instances
    self.weight = weight ?? Double(instances)
    self.hazard = hazard
  }

  /// The cumulative hazard of the next failure, which becomes the pool's; ∞ if the pool is empty.
  ///
  /// The instance that fails stays in the pool until `removeOne`.
  public mutating func advance(using stream: inout RandomStream) -> Double {
    hazard += stream.exponential() / weight
    return hazard
  }

  /// Takes out one instance, of those that fail or of those that leave, with its multiplier.
  public mutating func removeOne(multiplier: Double = 1) {
    precondition(instances > 0, "an empty pool has no instance to remove")
    instances -= 1
    weight -= multiplier
  }
}
