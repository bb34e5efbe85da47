// First order in the rates: faults far apart, none during a save, each in the middle of what it
// loses. A copy of level k then costs C_k every e_k τ, and a fault of kind k half of that.
extension MultilevelPattern {
  /// The interval with the least overhead to first order, √(2 Σ(C_k/e_k) / Σ λ_k e_k), in seconds.
  ///
  /// It minimises Σ C_k/(e_k τ) + Σ λ_k e_k τ/2. For one level it is Young's √(2C/λ); 0 for free
  /// saves, infinite for costly ones without faults. Asks for e_k τ ≪ 1/λ_k and C_k ≪ e_k τ.
  public var firstOrderInterval: Double {
    let lost = levels.reduce(0) { $0 + $1.rate * Double($1.every) }
    return meanSave > 0 ? (2 * meanSave / lost).squareRoot() : 0
  }

  /// Overhead, in seconds for a second of work, that an interval has to first order.
  ///
  /// Σ C_k/(e_k τ) + Σ λ_k (e_k τ/2 + R_k), with the recoveries.
  public func firstOrderOverhead(interval: Double) -> Double {
    levels.reduce(meanSave / interval) {
      $0 + $1.rate * (Double($1.every) * interval / 2 + $1.recovery)
    }
  }

  /// Least overhead of saves and lost work that levels of these saves and rates can have to first
  /// order, Σ √(2λ_k C_k), in seconds for a second of work.
  ///
  /// Whatever each `every` is; it is reached if each level is saved every √(2C_k/λ_k) seconds of
  /// work, where these are multiples of each other.
  ///
  /// Source: Benoit et al. 2017, "Towards optimal multi-level checkpointing", IEEE Transactions on
  /// Computers 66, abstract.
  public var leastFirstOrderOverhead: Double {
    levels.reduce(0) { $0 + (2 * $1.rate * $1.save).squareRoot() }
  }

  /// Segments from one save of the second level to the next that are best to first order, no whole
  /// number: √(λ₁C₂/(λ₂C₁)) for two levels, at least 1.
  ///
  /// It minimises (C₁ + C₂/n)(λ₁ + nλ₂), the square of the overhead at the best interval but for a
  /// factor. Infinite if the second level is never needed, or the first one is free.
  ///
  /// Source: the first-order model above; Di, Robert, Vivien and Cappello 2016, "Toward an optimal
  /// online checkpoint solution under a two-level HPC checkpoint model", study the same question.
  public var firstOrderEvery: Double {
    precondition(levels.count == 2, "the formula is one of two levels, not \(levels.count)")
    let (first, second) = (levels[0], levels[1])
    guard first.rate * second.save > 0 else { return 1 }
    return max(1, (first.rate * second.save / (second.rate * first.save)).squareRoot())
  }
}
