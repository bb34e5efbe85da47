import Statistics

/// How long a session of training lasts when all that can end it begins anew at each restart.
///
/// S(t) = e^{−H(t)} with the sum of all cumulative hazards, H(t) = λt + Σ n H_i(t): faults of a
/// constant rate λ, and lives of any law that are renewed whenever the job restarts. Ages go on
/// over checkpoints. Times are in seconds since the restart.
///
/// Source: Barlow and Proschan 1975, "Statistical theory of reliability and life testing",
/// chapter 2, for the series system.
public struct SessionLife: Sendable {
  private let hazard: @Sendable (Double) -> Double
  /// Faults a second, if their rate is constant.
  public let constantRate: Double?
  /// A time that is reached with a chance under e⁻⁴⁵; infinite if there is none.
  let horizon: Double
  /// Mean length of a session that only a fault ends, ∫ S dt; infinite without faults.
  public let mean: Double

  /// A life by its cumulative hazard, which rises from 0, in seconds.
  public init(cumulativeHazard: @escaping @Sendable (Double) -> Double) {
    self.init(hazard: cumulativeHazard, constantRate: nil)
  }

  /// Faults of constant rate, and `count` lives of each further law.
  public init(rate: Double, lives: [(law: Lifetime, count: Double)] = []) {
    precondition(rate >= 0 && rate < .infinity, "no rate: \(rate)")
    precondition(lives.allSatisfy { $0.count >= 0 }, "there are no less than 0 lives")
    let aging = lives.filter { $0.count > 0 && $0.law.constantRate == nil }
    let constant = lives.reduce(rate) { $0 + $1.count * ($1.law.constantRate ?? 0) }
    self.init(
      hazard: { time in
        aging.reduce(constant * time) { $0 + $1.count * $1.law.cumulativeHazard(time) }
      },
      constantRate: aging.isEmpty ? constant : nil)
  }

  private init(hazard: @escaping @Sendable (Double) -> Double, constantRate: Double?) {
    self.hazard = hazard
    self.constantRate = constantRate
    horizon = Self.horizon(hazard)
    if let constantRate {
      mean = 1 / constantRate
    } else if horizon < .infinity {
      mean = SurvivalIntegral.over(from: 0, to: horizon) { PortableMath.exp(-hazard($0)) }
    } else {
      mean = .infinity
    }
  }

  /// The least power of two at which the hazard has come to 45.
  private static func horizon(_ hazard: (Double) -> Double) -> Double {
    var (low, high) = (-1000, 1001)
    while high - low > 1 {
      let middle = (low + high) / 2
      if hazard(power(middle)) >= 45 { high = middle } else { low = middle }
    }
    return high > 1000 ? .infinity : power(high)
  }

  private static func power(_ exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: 1)
  }

  /// H(t): −log of the chance that a session lasts longer than t seconds.
  public func cumulativeHazard(_ time: Double) -> Double { hazard(time) }

  /// S(t): the chance that a session lasts longer than t seconds.
  public func survival(_ time: Double) -> Double { PortableMath.exp(-hazard(time)) }

  /// 1 − S(t), precise for small chances.
  public func chanceOfFault(within time: Double) -> Double {
    -PortableMath.expm1(-hazard(time))
  }

  /// ∫₀ᵃ S dt: how long a session that is ended after `limit` seconds at the latest lasts, on
  /// average.
  ///
  /// To 1e-13 of itself for laws without steps, to 1e-12 with them.
  public func meanTime(within limit: Double) -> Double {
    if let constantRate {
      return constantRate > 0
        ? -PortableMath.expm1(-constantRate * limit) / constantRate : limit
    }
    return SurvivalIntegral.over(from: 0, to: min(limit, horizon), survival)
  }

  /// Mean time of a segment of `length` that begins anew after each fault, until it has held once.
  ///
  /// (∫₀ᵃ S dt + (1 − S(a))·r)/S(a) for length a and a mean `recovery` r, in which no fault strikes
  /// the job; infinite where S(a) = 0. For a constant rate it is (1/λ + r)(e^{λa} − 1).
  ///
  /// Source: first-step analysis; Bougeret et al. 2011, "Checkpointing strategies for parallel
  /// jobs", section 2, has the exponential case as theorem 1.
  public func segment(length: Double, recovery: Double) -> Double {
    let held = survival(length)
    guard held > 0 else { return .infinity }
    return (meanTime(within: length) + chanceOfFault(within: length) * recovery) / held
  }

  /// Σ S(`first` + n·`step`) over n = 0, 1, 2, …
  ///
  /// A geometric series for a constant rate. Otherwise 1024 terms are added, and what remains is
  /// the integral from half a step before its first term on, with Euler and Maclaurin's first
  /// correction; with steps in the law the error is up to 1e-3 of the sum if there are more terms.
  func sumOfSurvival(first: Double, step: Double) -> Double {
    let atFirst = survival(first)
    if let constantRate {
      return atFirst > 0 ? atFirst / -PortableMath.expm1(-constantRate * step) : 0
    }
    var (sum, term) = (0.0, atFirst)
    let direct = 1024
    for index in 1...direct {
      sum += term
      guard term > 1e-18 * sum else { return sum }
      let next = survival(first + Double(index) * step)
      if index == direct {
        let begin = first + (Double(index) - 0.5) * step
        guard begin < horizon else { return sum }
        let rest = SurvivalIntegral.over(from: begin, to: horizon, survival)
        return sum + rest / step + (next - term) / 24
      }
      term = next
    }
    return sum
  }
}
