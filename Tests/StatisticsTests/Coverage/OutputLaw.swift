@testable import Statistics

/// A law of simulated outputs whose mean is known.
struct OutputLaw: Sendable {
  let name: String
  let mean: Double
  let sample: @Sendable (inout RandomStream) -> Double

  static let all = [
    normal, exponential, lognormal(sigma: 1), lognormal(sigma: 2), completion(segments: 1),
    completion(segments: 5), worstWait, rareEvent,
  ]

  static let normal = OutputLaw(name: "normal, mean 10, deviation 1", mean: 10) { stream in
    10 + GSL.normalPInverse(stream.uniform())
  }

  static let exponential = OutputLaw(name: "exponential", mean: 1) { $0.exponential() }

  static func lognormal(sigma: Double) -> OutputLaw {
    OutputLaw(
      name: "lognormal, σ = \(Int(sigma))", mean: PortableMath.exp(sigma * sigma / 2)
    ) { stream in
      PortableMath.exp(sigma * GSL.normalPInverse(stream.uniform()))
    }
  }

  /// The time that a job of a few segments takes at λ(W + C) = 5, in units of 1/λ, without
  /// downtime and restart: attempts at a segment go on until one lasts for 5. The mean of a segment
  /// is e⁵ − 1 (Daly 2006, eq. 7).
  static func completion(segments: Int) -> OutputLaw {
    OutputLaw(
      name: "completion, \(segments) segment\(segments == 1 ? "" : "s")",
      mean: Double(segments) * PortableMath.expm1(5)
    ) { stream in
      (0..<segments).reduce(0) { time, _ in
        var time = time
        var attempt = stream.exponential()
        while attempt < 5 {
          time += attempt
          attempt = stream.exponential()
        }
        return time + 5
      }
    }
  }

  /// The longest of 20 exponential waits, of mean 1 + 1/2 + … + 1/20.
  static let worstWait = OutputLaw(
    name: "longest of 20 waits", mean: (1...20).reduce(0) { $0 + 1 / Double($1) }
  ) { stream in
    (0..<20).reduce(0) { longest, _ in max(longest, stream.exponential()) }
  }

  static let rareEvent = OutputLaw(name: "event in 5 % of runs", mean: 0.05) { stream in
    stream.uniform() < 0.05 ? 1 : 0
  }
}
