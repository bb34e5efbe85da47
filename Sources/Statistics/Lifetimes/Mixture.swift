/// A weighted mixture: each time is drawn from one of the parts, by weight.
///
/// S(t) = Σ wᵢ·Sᵢ(t) with Σ wᵢ = 1; the hyperexponential law, or a repair that is either a reboot or
/// a swap of the part. Mean Σ wᵢ·mᵢ, variance Σ wᵢ·(vᵢ + (mᵢ − mean)²).
public struct Mixture: LifetimeLaw {
  /// A law and its weight.
  public struct Part: Sendable, Equatable {
    public let weight: Double
    public let law: Lifetime

    /// A part with a weight of at least 0, in proportion to the other parts' weights.
    public init(weight: Double, law: Lifetime) {
      precondition(weight >= 0 && weight < .infinity, "mixture weight \(weight) is not possible")
      self.weight = weight
      self.law = law
    }
  }

  /// The parts with positive weights, which add up to 1.
  public let parts: [Part]
  /// The values that it can have, ascending, if all of its parts are fixed; otherwise none.
  private let atoms: [Double]

  /// A mixture of at least one part of positive weight.
  public init(parts: [Part]) {
    let total = parts.reduce(0) { $0 + $1.weight }
    precondition(total > 0 && total < .infinity, "mixture weights add up to \(total)")
    self.parts = parts.filter { $0.weight > 0 }.map {
      Part(weight: $0.weight / total, law: $0.law)
    }
    let fixed = self.parts.compactMap { part in
      if case .deterministic(let law) = part.law { law.value } else { nil }
    }
    atoms = fixed.count == self.parts.count ? fixed.sorted() : []
  }

  public var mean: Double { parts.reduce(0) { $0 + $1.weight * $1.law.mean } }

  public var variance: Double {
    let mean = mean
    guard mean < .infinity else { return .infinity }
    return parts.reduce(0) {
      let distance = $1.law.mean - mean
      return $0 + $1.weight * ($1.law.variance + distance * distance)
    }
  }

  public func density(_ t: Double) -> Double {
    parts.reduce(0) { $0 + $1.weight * $1.law.density(t) }
  }

  /// Σ wᵢ·Sᵢ·hᵢ / Σ wᵢ·Sᵢ, with the survivals relative to the likeliest survivor's.
  public func hazard(_ t: Double) -> Double {
    let least = leastCumulativeHazard(t)
    guard least < .infinity else { return 0 }
    var failing = 0.0
    var surviving = 0.0
    for part in parts {
      let weight = part.weight * PortableMath.exp(least - part.law.cumulativeHazard(t))
      if weight > 0 { failing += weight * part.law.hazard(t) }
      surviving += weight
    }
    return failing / surviving
  }

  /// −log1p(−Σ wᵢ·Pᵢ) for small times, else −log Σ wᵢ·Sᵢ relative to the likeliest survivor's.
  public func cumulativeHazard(_ t: Double) -> Double {
    var failed = 0.0
    for part in parts {
      failed -= part.weight * PortableMath.expm1(-part.law.cumulativeHazard(t))
    }
    if failed < 0.5 { return -PortableMath.log1p(-failed) }
    let least = leastCumulativeHazard(t)
    guard least < .infinity else { return .infinity }
    var surviving = 0.0
    for part in parts {
      surviving += part.weight * PortableMath.exp(least - part.law.cumulativeHazard(t))
    }
    return least - PortableMath.log(surviving)
  }

  /// By bisection between the least and the greatest of the parts' own times.
  public func time(atCumulativeHazard h: Double) -> Double {
    if let last = atoms.last { return atoms.first { cumulativeHazard($0) >= h } ?? last }
    var earliest = Double.infinity
    var latest = 0.0
    for part in parts {
      let time = part.law.time(atCumulativeHazard: h)
      earliest = min(earliest, time)
      latest = max(latest, time)
    }
    return HazardInverse.time(
      atCumulativeHazard: h, in: earliest...latest, of: cumulativeHazard)
  }

  private func leastCumulativeHazard(_ t: Double) -> Double {
    parts.reduce(.infinity) { min($0, $1.law.cumulativeHazard(t)) }
  }
}
