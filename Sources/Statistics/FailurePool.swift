/// The next failure among many equal instances that have never failed, without drawing them all.
///
/// In cumulative hazard all lifetimes are unit exponentials, and the order statistics of those
/// grow by E/m with m instances left (Rényi 1953). So when the pool has outlived `hazard`, the
/// next failure happens at H⁻¹(hazard + E/m), exactly, whatever the law; each instance left is
/// equally likely to be the one. No digits are lost at any number of instances.
///
/// An instance may be removed without having failed (its node was retired): the others' hazard
/// is not changed by that.
@frozen public struct FailurePool: BitwiseCopyable, Sendable {
  /// The number of instances that have not failed.
  public private(set) var instances: Int
  /// The cumulative hazard that every instance left has outlived.
  public private(set) var hazard: Double

  /// A pool of instances that have all outlived the same cumulative hazard, 0 when new.
  public init(instances: Int, hazard: Double = 0) {
    precondition(instances >= 0, "a pool of \(instances) instances is not possible")
    precondition(hazard >= 0, "a cumulative hazard of \(hazard) is not possible")
    self.instances = instances
    self.hazard = hazard
  }

  /// The cumulative hazard of the next failure, which becomes the pool's; ∞ if the pool is empty.
  ///
  /// The instance that fails stays in the pool until `removeOne`.
  public mutating func advance(using stream: inout RandomStream) -> Double {
    hazard += stream.exponential() / Double(instances)
    return hazard
  }

  /// Takes out one instance, of those that fail or of those that leave.
  public mutating func removeOne() {
    precondition(instances > 0, "an empty pool has no instance to remove")
    instances -= 1
  }
}
