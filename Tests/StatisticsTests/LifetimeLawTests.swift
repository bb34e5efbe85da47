import Testing

@testable import Statistics

/// What holds of every law, tested over the catalogue.
@Suite("Every law")
struct LifetimeLawTests {
  private static let hazards = [
    1e-15, 1e-12, 1e-6, 1e-3, 0.1, 0.5, 0.68, 0.7, 1, 2, 5, 20, 38, 300,
  ]

  /// The error of H at t that a relative error of t or of H brings, `ulps` of each.
  private func roundTripTolerance(_ law: Lifetime, at t: Double, h: Double) -> Double {
    64 * 0x1p-52 * (h + t * law.hazard(t))
  }

  @Test("The hazard at the time of a hazard is that hazard", arguments: continuousLaws)
  func roundTrip(known: KnownLaw) {
    for h in Self.hazards {
      let t = known.law.time(atCumulativeHazard: h)
      guard t < known.law.time(atCumulativeHazard: .infinity) else { continue }
      let error = abs(known.law.cumulativeHazard(t) - h)
      #expect(
        error <= roundTripTolerance(known.law, at: t, h: h), "h \(h), t \(t), error \(error)")
    }
  }

  @Test("The time of a hazard is the first at which it is reached", arguments: knownLaws)
  func generalisedInverse(known: KnownLaw) {
    for h in Self.hazards {
      let t = known.law.time(atCumulativeHazard: h)
      let tolerance = known.hasAtoms ? 4 * h.ulp : roundTripTolerance(known.law, at: t, h: h)
      #expect(known.law.cumulativeHazard(t) >= h - tolerance, "h \(h), t \(t)")
      #expect(known.law.cumulativeHazard(t * (1 - 1e-9)) <= h + tolerance, "h \(h), t \(t)")
    }
  }

  @Test("Time rises with hazard, from the least value and always finite", arguments: knownLaws)
  func monotone(known: KnownLaw) {
    #expect(known.law.time(atCumulativeHazard: 0) == known.least)
    var before = known.least
    for step in 0...1000 {
      let h = PortableMath.exp(-35 + 41.55 * Double(step) / 1000)
      let t = known.law.time(atCumulativeHazard: h)
      #expect(t >= before && t < .infinity, "h \(h): \(t) after \(before)")
      before = t
    }
    #expect(known.law.time(atCumulativeHazard: .infinity) >= before)
  }

  @Test("The cumulative hazard rises with time from 0", arguments: knownLaws)
  func hazardRises(known: KnownLaw) {
    #expect(known.law.cumulativeHazard(known.least * 0.999) == 0)
    var before = 0.0
    for step in 0...1000 {
      let h = known.law.cumulativeHazard(
        known.mean * PortableMath.exp(-30 + 60 * Double(step) / 1000))
      #expect(h >= before, "\(h) after \(before)")
      before = h
    }
  }

  @Test("Survival is exp(−H), and its rate of loss is hazard and density", arguments: knownLaws)
  func consistency(known: KnownLaw) {
    for h in Self.hazards {
      let t = known.law.time(atCumulativeHazard: h)
      let cumulative = known.law.cumulativeHazard(t)
      let survival = known.law.survival(t)
      #expect(
        agree(survival, PortableMath.exp(-cumulative), relative: 1e-15 * (4 + cumulative))
          || survival < 1e-15)
      let hazard = known.law.hazard(t)
      #expect(hazard >= 0)
      guard survival > 1e-15 else { continue }
      #expect(agree(hazard, known.law.density(t) / survival, relative: 1e-12), "t \(t)")
    }
  }

  // The composite Simpson rule in log t; 2,000 panels bring every law here below 1e-9.
  @Test("The density integrates to what survival loses", arguments: continuousLaws)
  func densityIntegrates(known: KnownLaw) {
    let low = known.law.time(atCumulativeHazard: 0.4)
    let high = known.law.time(atCumulativeHazard: 1.5)
    let panels = 2000
    let width = PortableMath.log(high / low) / Double(panels)
    func inLog(_ step: Double) -> Double {
      let t = low * PortableMath.exp(step * width)
      return t * known.law.density(t)
    }
    var sum = 0.0
    for panel in (0..<panels).map(Double.init) {
      sum += inLog(panel) + 4 * inLog(panel + 0.5) + inLog(panel + 1)
    }
    let lost = known.law.survival(low) - known.law.survival(high)
    #expect(agree(sum * width / 6, lost, relative: 1e-9))
  }

  @Test("Mean and variance are those computed elsewhere", arguments: knownLaws)
  func moments(known: KnownLaw) {
    #expect(agree(known.law.mean, known.mean, relative: 1e-11))
    #expect(agree(known.law.variance, known.variance, relative: 1e-11))
  }

  @Test("A sample has the law's mean and variance within 4 standard errors", arguments: knownLaws)
  func sampleMoments(known: KnownLaw) {
    var stream = known.stream
    let count = 10_000.0
    let sample = (0..<Int(count)).map { _ in known.law.sample(using: &stream) }
    let mean = sample.reduce(0, +) / count
    let squares = sample.map { ($0 - known.mean) * ($0 - known.mean) }
    let variance = squares.reduce(0, +) / count
    guard known.variance < .infinity else { return }
    #expect(abs(mean - known.mean) <= 4 * (known.variance / count).squareRoot())
    guard known.hasLightTail else { return }
    let fourth = squares.reduce(0) { $0 + $1 * $1 } / count
    let error = ((fourth - variance * variance) / count).squareRoot()
    #expect(abs(variance - known.variance) <= 4 * error)
  }

  @Test("A sample follows the law (Kolmogorov–Smirnov)", arguments: continuousLaws)
  func sampleFollowsLaw(known: KnownLaw) {
    var stream = known.stream
    let sample = (0..<4000).map { _ in known.law.sample(using: &stream) }
    let test = GoodnessOfFit.kolmogorovSmirnov(sample) {
      -PortableMath.expm1(-known.law.cumulativeHazard($0))
    }
    #expect(test.pValue > fourSigma)
  }

  @Test("Residual lives follow the conditional law (Kolmogorov–Smirnov)", arguments: continuousLaws)
  func residualFollowsConditionalLaw(known: KnownLaw) {
    for lived in [0.2, 3] {
      let age = known.law.time(atCumulativeHazard: lived)
      let outlived = known.law.cumulativeHazard(age)
      var stream = known.stream
      let sample = (0..<2000).map { _ in known.law.residual(age: age, using: &stream) }
      let test = GoodnessOfFit.kolmogorovSmirnov(sample) {
        -PortableMath.expm1(outlived - known.law.cumulativeHazard(age + $0))
      }
      #expect(test.pValue > fourSigma, "at age \(age)")
    }
  }

  @Test("A residual life from birth is a life", arguments: knownLaws)
  func residualAtBirth(known: KnownLaw) {
    var a = known.stream
    var b = known.stream
    for _ in 0..<100 {
      let life = known.law.sample(using: &a)
      #expect(agree(known.law.residual(age: 0, using: &b), life, relative: 1e-15))
    }
  }

  @Test("A residual life is never negative, at no age", arguments: knownLaws)
  func residualIsNotNegative(known: KnownLaw) {
    var stream = known.stream
    for step in 0...400 {
      let age = known.mean * PortableMath.exp(-20 + 40 * Double(step) / 400)
      let residual = known.law.residual(age: age, using: &stream)
      #expect(residual >= 0 && residual < .infinity, "at age \(age)")
    }
  }
}
