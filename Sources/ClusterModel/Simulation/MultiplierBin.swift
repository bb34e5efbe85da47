import Statistics

/// Nodes whose multipliers lie in one range: of the lemons, of the others, or in one of the bins of a
/// gamma law.
struct MultiplierBin: BitwiseCopyable {
  /// Probability that a multiplier lies in this bin, on condition that it lies in none before it.
  let chance: Double
  /// The range; both ends are the same where all have one multiplier.
  let least: Double
  let most: Double
  /// Shape of the gamma law of mean 1; its rate is the same.
  private let shape: Double
  /// The greatest density within the range, up to a constant factor.
  private let peak: Double

  /// A bin in which all have one multiplier.
  private init(chance: Double, multiplier: Double) {
    self.chance = chance
    least = multiplier
    most = multiplier
    shape = 1
    peak = 1
  }

  /// A bin of the gamma law of mean 1 with this shape.
  private init(chance: Double, from least: Double, to most: Double, shape: Double) {
    self.chance = chance
    self.least = least
    self.most = most
    self.shape = shape
    let mode = min(max((shape - 1) / shape, least), most)
    peak = shape > 1 ? Self.logDensity(mode, shape: shape) : 0
  }

  /// The bins of a law, in the order in which nodes are shared out among them.
  ///
  /// Those of the gamma law end √2 times as far as the one before, so that but in the first a
  /// multiplier is most of its bin's greatest one; beyond the last lies a chance of e^−100.
  static func bins(of law: Frailty.Law) -> [MultiplierBin] {
    switch law {
    case .lemons(let fraction, let multiplier):
      return [
        MultiplierBin(chance: fraction, multiplier: multiplier),
        MultiplierBin(chance: 1, multiplier: 1),
      ]
    case .gamma(let variance):
      let law = Gamma(shape: 1 / variance, mean: 1)
      var bins = [MultiplierBin]()
      var (edge, width) = (0.0, 0.25)
      while true {
        let hazards = (law.cumulativeHazard(edge), law.cumulativeHazard(width))
        let isLast = hazards.1 > 100
        let chance = isLast ? 1 : -PortableMath.expm1(hazards.0 - hazards.1)
        bins.append(MultiplierBin(chance: chance, from: edge, to: width, shape: 1 / variance))
        if isLast { return bins }
        (edge, width) = (width, width * 2.squareRoot())
      }
    }
  }

  /// Draws a multiplier of this bin, by rejection.
  func multiplier(using stream: inout RandomStream) -> Double {
    guard least < most else { return most }
    while true {
      let (place, luck) = (stream.uniform(), stream.uniform())
      if shape < 1 {
        // x^(shape − 1) is drawn by inversion, e^(−shape·x) by rejection.
        let low = PortableMath.pow(least, shape)
        let power = low + place * (PortableMath.pow(most, shape) - low)
        let value = PortableMath.pow(power, 1 / shape)
        if luck < PortableMath.exp(shape * (least - value)) { return min(value, most) }
      } else {
        let value = least + place * (most - least)
        let density = shape == 1 ? least - value : Self.logDensity(value, shape: shape) - peak
        if luck < PortableMath.exp(density) { return value }
      }
    }
  }

  private static func logDensity(_ value: Double, shape: Double) -> Double {
    value > 0 ? (shape - 1) * PortableMath.log(value) - shape * value : -.infinity
  }
}
