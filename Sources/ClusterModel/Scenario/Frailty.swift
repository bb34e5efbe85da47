/// How nodes differ in their hazard: each has a multiplier of its own, drawn anew in every
/// replication, that holds for all instances of some classes that live on it.
public struct Frailty: Sendable, Equatable {
  /// The law of the multiplier.
  public enum Law: Sendable, Equatable {
    /// A node is a lemon with the probability `fraction`; its hazards are × `multiplier`.
    case lemons(fraction: Double, multiplier: Double)
    /// A gamma law of mean 1 and this variance.
    case gamma(variance: Double)
  }

  /// The law of the multiplier.
  public var law: Law
  /// The fault classes that it holds for, by their index in the scenario; each is per GPU or node.
  public var faults: Set<Int>

  /// Creates a frailty.
  public init(_ law: Law, faults: Set<Int>) {
    switch law {
    case .lemons(let fraction, let multiplier):
      precondition((0...1).contains(fraction) && multiplier > 0 && multiplier < .infinity)
    case .gamma(let variance): precondition(variance > 0 && variance < .infinity)
    }
    self.law = law
    self.faults = faults
  }

  /// Mean of the multiplier.
  public var mean: Double {
    switch law {
    case .lemons(let fraction, let multiplier): 1 + fraction * (multiplier - 1)
    case .gamma: 1
    }
  }
}
