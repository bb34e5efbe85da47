import Statistics

/// What a simulation expects of one figure: a distribution, given by its replications or, where
/// the published exposure is another, by a Poisson law about the scaled mean.
struct Prediction: Sendable {
  /// Mean of the distribution, in the figure's own unit.
  let mean: Double
  /// 5 % and 95 % quantiles of the distribution.
  let interval90: ClosedRange<Double>
  private let law: Law

  private enum Law {
    /// A value a replication.
    case replications([Double])
    /// A Poisson law of this mean, whose own error is left out.
    case poisson(mean: Double)
  }

  /// The distribution of the values of the replications; nil if there are none.
  init?(replications values: [Double]) {
    guard let summary = Summary(values) else { return nil }
    mean = summary.mean
    interval90 = summary.p05...summary.p95
    law = .replications(values)
  }

  /// A Poisson law of this mean; nil unless it is finite and not negative.
  init?(poissonMean mean: Double) {
    guard mean >= 0, mean < Self.greatestPoissonMean else { return nil }
    self.mean = mean
    interval90 = Self.poissonQuantile(0.05, mean: mean)...Self.poissonQuantile(0.95, mean: mean)
    law = .poisson(mean: mean)
  }

  /// Two-sided predictive p-value of an observation that lies somewhere in a range (a count is a
  /// single point): twice the smaller tail beyond the range, at most 1.
  ///
  /// With R replications a tail is (1 + those in it) / (1 + R), which is never zero: the
  /// observation counts as one more draw (Davison and Hinkley 1997, section 4.2).
  func pValue(of observed: ClosedRange<Double>) -> Double {
    let (lower, upper): (Double, Double)
    switch law {
    case .replications(let values):
      let all = Double(values.count + 1)
      lower = Double(1 + values.count { $0 <= observed.upperBound }) / all
      upper = Double(1 + values.count { $0 >= observed.lowerBound }) / all
    case .poisson(let mean):
      lower = Poisson.lowerTail(Int(observed.upperBound.rounded(.down)), mean: mean)
      upper = Poisson.upperTail(Int(observed.lowerBound.rounded(.up)), mean: mean)
    }
    return min(1, 2 * min(lower, upper))
  }

  /// The smallest p-value that there can be.
  var leastPValue: Double {
    switch law {
    case .replications(let values): 2 / Double(values.count + 1)
    case .poisson: 0
    }
  }

  /// Where the distribution comes from.
  var basis: ComparisonRow.Basis {
    switch law {
    case .replications: .replications
    case .poisson: .poisson
    }
  }

  /// Far beyond any published count; quantiles are whole-number exact below it.
  private static let greatestPoissonMean = 1e7

  /// The least count k with P(X ≤ k) ≥ p, by bisection.
  private static func poissonQuantile(_ p: Double, mean: Double) -> Double {
    var low = -1
    var high = Int(mean + 10 * mean.squareRoot() + 10)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if Poisson.lowerTail(middle, mean: mean) >= p { high = middle } else { low = middle }
    }
    return Double(high)
  }
}
