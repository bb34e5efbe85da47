// Integrals of the survival function against a weight, for means of what is cut off or struck.
extension Lifetime {
  /// 1 − E[e^{−sT}]: the chance that a Poisson process of rate s strikes within the time T.
  ///
  /// Precise for small chances too; to a relative error of 10⁻³ where the law has steps.
  public func chanceOfStrike(atRate rate: Double) -> Double {
    guard rate > 0 else { return 0 }
    switch self {
    case .deterministic(let law): return -PortableMath.expm1(-rate * law.value)
    case .exponential(let law): return rate * law.mean / (1 + rate * law.mean)
    default:
      let end = min(40 / rate, time(atCumulativeHazard: 40))
      return integral(to: end) { start, end in
        PortableMath.exp(-rate * start) * -PortableMath.expm1(-rate * (end - start))
      }
    }
  }

  /// ∫ (1 − t/W) S(t) dt over (0, W]: how long, of the rest of a span W, what begins at a random
  /// moment of it lasts on average. It tends to the mean for long spans, and is always finite.
  ///
  /// - Parameter span: W, in the law's unit; positive.
  public func meanLength(within span: Double) -> Double {
    guard span < .infinity else { return mean }
    if case .deterministic(let law) = self {
      return law.value < span ? law.value * (1 - law.value / span / 2) : span / 2
    }
    return integral(to: span) { start, end in (end - start) * (1 - (start + end) / 2 / span) }
  }

  /// E[min(T, t)] = ∫ S dt over (0, t]: what of the time lies within a span from its beginning.
  ///
  /// - Parameter end: t, in the law's unit; not negative.
  public func meanLength(upTo end: Double) -> Double {
    guard end < .infinity else { return mean }
    switch self {
    case .deterministic(let law): return min(law.value, end)
    case .exponential(let law): return -law.mean * PortableMath.expm1(-end / law.mean)
    default: return integral(to: end) { start, end in end - start }
    }
  }

  /// Σ S(t)·w over cells of equal ratio from 0 to `end`, w being the weight of a cell.
  private func integral(
    to end: Double, weight: (_ start: Double, _ end: Double) -> Double
  ) -> Double {
    guard end > 0 else { return 0 }
    let cells = 2000
    let ratio = PortableMath.exp(PortableMath.log(1e15) / Double(cells))
    var start = end * 1e-15
    var (before, sum) = (survival(start), weight(0, start))
    for _ in 0..<cells where before > 0 {
      let next = min(end, start * ratio)
      let after = survival(next)
      sum += (before + after) / 2 * weight(start, next)
      (start, before) = (next, after)
    }
    return sum
  }
}
