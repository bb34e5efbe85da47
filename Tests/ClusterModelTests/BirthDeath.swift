/// A birth-death process in numbers: the number of broken nodes, under exponential laws.
struct BirthDeath {
  /// Rates upwards from each state but the last, a second.
  var births: [Double]
  /// Rates downwards from each state but the first, a second.
  var deaths: [Double]

  /// Nodes that break at the rate of those at risk, and a crew that mends one each.
  init(nodes: Int, crew: Int, failure: Double, repair: Double, atRisk: (_ broken: Int) -> Int) {
    births = (0..<nodes).map { failure * Double(atRisk($0)) }
    deaths = (1...nodes).map { repair * Double(min($0, crew)) }
  }

  /// Probabilities in equilibrium: π(k) ∝ ∏ births / deaths (Feller 1968, section XVII.7).
  var equilibrium: [Double] {
    var weights = [1.0]
    for (birth, death) in zip(births, deaths) {
      weights.append((weights.last ?? 0) * birth / death)
    }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  /// Probabilities at a time, and their mean until then, from state 0 on: Kolmogorov's forward
  /// equations by Runge and Kutta's fourth order, in steps of 0.1 over the greatest rate.
  func evolve(until time: Double) -> (last: [Double], mean: [Double]) {
    let greatest = zip(births + [0], [0] + deaths).map(+).max() ?? 1
    let steps = (10 * time * greatest).rounded(.up)
    let step = time / steps
    var now = [1.0] + births.map { _ in 0 }
    var sum = now.map { $0 / 2 }
    for _ in 0..<Int(steps) {
      let a = slope(now)
      let b = slope(along(now, a, step / 2))
      let c = slope(along(now, b, step / 2))
      let d = slope(along(now, c, step))
      for k in now.indices {
        now[k] += step / 6 * (a[k] + 2 * b[k] + 2 * c[k] + d[k])
        sum[k] += now[k]
      }
    }
    return (now, zip(sum, now).map { ($0 - $1 / 2) / steps })
  }

  /// Mean time from state 0 until a state is reached, by first-step analysis: from k − 1 to k it
  /// takes h(k) = (1 + death · h(k − 1)) / birth.
  func meanTime(until state: Int) -> Double {
    var (sum, step) = (0.0, 0.0)
    for k in 0..<state {
      step = (1 + (k > 0 ? deaths[k - 1] * step : 0)) / births[k]
      sum += step
    }
    return sum
  }

  private func along(_ state: [Double], _ slope: [Double], _ step: Double) -> [Double] {
    zip(state, slope).map { $0 + step * $1 }
  }

  private func slope(_ state: [Double]) -> [Double] {
    var slope = state.map { _ in 0.0 }
    for k in births.indices {
      let flow = births[k] * state[k] - deaths[k] * state[k + 1]
      slope[k] -= flow
      slope[k + 1] += flow
    }
    return slope
  }
}
