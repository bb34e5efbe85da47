/// Tail probabilities of a Poisson count.
public enum Poisson {
  /// P(X ≤ k) for a count with the given mean, which is at least 0.
  public static func lowerTail(_ k: Int, mean: Double) -> Double {
    precondition(mean >= 0, "a Poisson mean of \(mean) is not possible")
    return k < 0 ? 0 : GSL.gammaQ(mean, shape: Double(k) + 1)
  }

  /// P(X ≥ k) for a count with the given mean, which is at least 0.
  public static func upperTail(_ k: Int, mean: Double) -> Double {
    precondition(mean >= 0, "a Poisson mean of \(mean) is not possible")
    return k <= 0 ? 1 : GSL.gammaP(mean, shape: Double(k))
  }
}
