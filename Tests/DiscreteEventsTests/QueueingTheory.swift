/// Textbook values of queues with Poisson arrivals, from Gross, Shortle, Thompson and Harris,
/// "Fundamentals of Queueing Theory" (4th edition, 2008).
enum QueueingTheory {
  /// The probability of waiting in M/M/c, Erlang's C formula (section 2.3); `load` is λ/μ < c.
  static func erlangC(servers: Int, load: Double) -> Double {
    var term = 1.0
    var sum = 0.0
    for busy in 0..<servers {
      sum += term
      term *= load / Double(busy + 1)
    }
    let waiting = term / (1 - load / Double(servers))
    return waiting / (sum + waiting)
  }

  /// The mean wait before service in M/G/1, λE[S²]/2(1 − λE[S]) (section 5.1).
  static func pollaczekKhinchine(
    arrivalRate: Double, meanService: Double, meanSquare: Double
  ) -> Double {
    arrivalRate * meanSquare / (2 * (1 - arrivalRate * meanService))
  }
}
