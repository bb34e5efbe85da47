import ClusterModel
import Statistics
import Testing

/// A node whose instances are drawn one by one, without pools, thinning or events: what nodes that
/// have nothing to do with each other should do.
///
/// Whenever something has happened, each instance draws what is left of its life anew, on condition
/// of its age. That changes no law, as nothing but its age and its multiplier matters.
struct DrawnNode {
  var law: Lifetime
  var instances = 1
  /// Age at the start in seconds, burn-in included.
  var age = 0.0
  /// The multiplier of a new node.
  var multiplier: (inout RandomStream) -> Double = { _ in 1 }
  /// Time out of service after each failure; nil if the node stays.
  var repair: Double?
  var renews = true
  /// Probability that a repair brings the node back; otherwise a new one comes after `lead`.
  var fixes = 1.0
  var lead = 0.0
  /// Age of what lives on a new node.
  var burnIn = 0.0
  /// Probability that a node that is back is not cured, and the multiplier that it then has.
  var falseFix = 0.0
  var returns = 1.0
  /// Factors of the hazard.
  var steps = [HazardStep]()

  /// Times of all failures up to the end of the run.
  func failures(until end: Double, using stream: inout RandomStream) -> [Double] {
    var times = [Double]()
    var now = 0.0
    var (own, returned) = (multiplier(&stream), 1.0)
    var births = [Double](repeating: -age, count: instances)
    while true {
      var (first, failed) = (Double.infinity, 0)
      for (index, born) in births.enumerated() {
        let time = failure(born: born, after: now, multiplier: own * returned, using: &stream)
        if time < first { (first, failed) = (time, index) }
      }
      guard first <= end else { return times }
      times.append(first)
      now = first + (repair ?? 0)
      if renews { births[failed] = now }
      guard repair != nil else { continue }
      if stream.uniform() < fixes {
        returned = stream.uniform() < falseFix ? returns : 1
      } else {
        now += lead
        (own, returned) = (multiplier(&stream), 1)
        births = births.map { _ in now - burnIn }
      }
    }
  }

  /// When an instance fails that has lived until `after`, step of the schedule by step.
  private func failure(
    born: Double, after: Double, multiplier: Double, using stream: inout RandomStream
  ) -> Double {
    var (from, factor) = (after, 1.0)
    for step in steps + [HazardStep(from: .greatestFiniteMagnitude, factor: 0)] {
      if step.from > from {
        let luck = stream.exponential()
        let hazard = law.cumulativeHazard(from - born) + luck / (factor * multiplier)
        let time = factor * multiplier > 0 ? born + law.time(atCumulativeHazard: hazard) : .infinity
        if time <= step.from { return max(time, from) }
        from = step.from
      }
      factor = step.factor
    }
    return .infinity
  }

  /// Numbers of failures of so many nodes like this one, in each of some replications.
  func counts(nodes: Int, until end: Double, replications: Int) -> [Double] {
    Self.counts([(self, nodes)], until: end, replications: replications)
  }

  /// Numbers of failures of several kinds of nodes together.
  static func counts(
    _ nodes: [(node: DrawnNode, count: Int)], until end: Double, replications: Int
  ) -> [Double] {
    (0..<replications).map { replication in
      var stream = RandomStream(
        seed: 98, replication: UInt64(replication), stream: StreamIdentifier("drawn nodes"))
      var failures = 0
      for (node, count) in nodes {
        for _ in 0..<count { failures += node.failures(until: end, using: &stream).count }
      }
      return Double(failures)
    }
  }
}

/// Expects two samples to be of one law: by Kolmogorov and Smirnov, and by their means.
func expectSameLaw(
  _ a: [Double], _ b: [Double], sourceLocation: SourceLocation = #_sourceLocation
) {
  let test = GoodnessOfFit.kolmogorovSmirnov(a, b)
  #expect(test.pValue > 6e-5, sourceLocation: sourceLocation)
  guard let (a, b) = Summary(a).flatMap({ a in Summary(b).map { (a, $0) } }) else {
    Issue.record("a sample is empty", sourceLocation: sourceLocation)
    return
  }
  let variance = a.standardError * a.standardError + b.standardError * b.standardError
  let error = (a.mean - b.mean) / variance.squareRoot()
  #expect(abs(error) < 4, "means \(a.mean) and \(b.mean)", sourceLocation: sourceLocation)
}

extension Frailty.Law {
  /// Draws a multiplier of the law.
  func sample(using stream: inout RandomStream) -> Double {
    switch self {
    case .lemons(let fraction, let multiplier): stream.uniform() < fraction ? multiplier : 1
    case .gamma(let variance):
      Lifetime.gamma(Gamma(shape: 1 / variance, mean: 1)).sample(using: &stream)
    }
  }

  /// Variance of the multiplier.
  var variance: Double {
    switch self {
    case .lemons(let fraction, let multiplier):
      fraction * (1 - fraction) * (multiplier - 1) * (multiplier - 1)
    case .gamma(let variance): variance
    }
  }
}
