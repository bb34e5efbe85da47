/// The binomial law: how many of a number of independent tries succeed.
///
/// Source: Johnson, Kemp, Kotz, *Univariate Discrete Distributions*, chapter 3.
public struct Binomial: BitwiseCopyable, Sendable {
  private let trials: Int
  private let odds: Double
  private let mode: Int
  private let chanceOfMode: Double
  private let chanceUpToMode: Double

  /// The law of `trials` tries, not negative, that succeed with a probability.
  public init(trials: Int, probability: Double) {
    precondition(trials >= 0 && (0...1).contains(probability), "\(trials) tries at \(probability)")
    self.trials = trials
    odds = probability / (1 - probability)
    mode = min(trials, Int(Double(trials + 1) * probability))
    chanceOfMode = GSL.binomialDensity(mode, trials: trials, probability: probability)
    // Summed downwards: GSL's distribution function is NaN for millions of tries.
    var (count, chance, sum) = (mode, chanceOfMode, chanceOfMode)
    while count > 0, chance > sum * 1e-18, odds < .infinity {
      chance *= Double(count) / (odds * Double(trials - count + 1))
      count -= 1
      sum += chance
    }
    chanceUpToMode = sum
  }

  /// A random number of successes, by inversion of one uniform number: rising in the probability
  /// for the same luck. Walks from the mode, so it takes steps of the order of the deviation.
  public func sample(using stream: inout RandomStream) -> Int {
    let luck = stream.uniform()
    guard odds > 0 else { return 0 }
    guard odds < .infinity else { return trials }
    var (count, chance, cumulative) = (mode, chanceOfMode, chanceUpToMode)
    while luck > cumulative, count < trials {
      chance *= odds * Double(trials - count) / Double(count + 1)
      count += 1
      cumulative += chance
    }
    while count > 0, luck <= cumulative - chance {
      cumulative -= chance
      chance *= Double(count) / (odds * Double(trials - count + 1))
      count -= 1
    }
    return count
  }
}
