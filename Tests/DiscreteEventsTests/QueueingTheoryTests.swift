import DiscreteEvents
import Statistics
import Testing

/// The engine against queueing theory, to four standard errors.
///
/// The unit of time is the mean service divided by the servers, so that the arrival rate is the
/// utilisation ρ.
///
/// The standard errors are honest because they come from independent replications, each of which
/// gives one number, so that the correlation of successive customers doesn't enter. A replication
/// begins empty and drops its first 1,000 units of time or customers. An M/M/1 queue forgets its
/// start with the time constant 1/(1 − √ρ)², 90 at a load of 0.8, and the others here are about as
/// fast: about e⁻¹⁰ of the start is left. The mean number is an average over a fixed stretch of
/// time, the mean wait one over a fixed number of customers: neither is a ratio of two random
/// numbers, so neither has a bias.
@Suite("Queueing theory")
struct QueueingTheoryTests {
  private let replications = 40
  private let warmUp = 1_000
  private let observed = 20_000

  /// A law of service with a mean of 1.
  struct Service: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let law: Lifetime
    let meanSquare: Double

    static let deterministic = Service(
      testDescription: "deterministic", law: .deterministic(Deterministic(value: 1)),
      meanSquare: 1)
    /// E[S²] = 1 + 1/k with k stages.
    static let erlang = Service(
      testDescription: "Erlang", law: .erlang(Erlang(stages: 4, mean: 1)), meanSquare: 1.25)
    /// E[S²] = exp σ², which is e here.
    static let lognormal = Service(
      testDescription: "lognormal", law: .lognormal(Lognormal(mean: 1, sigma: 1)),
      meanSquare: 2.718281828459045)
  }

  /// What one replication observed.
  private struct Observation {
    /// The time average of the number in the system.
    let number: Double
    /// The mean wait before service.
    let wait: Double
    /// The share of the customers who waited at all.
    let waiting: Double
  }

  @Test("M/M/1 has the mean number and the mean wait ρ/(1 − ρ)", arguments: [0.5, 0.8])
  func singleServer(utilisation: Double) throws {
    let observations = replicate(
      arrivalRate: utilisation, service: .exponential(Exponential(mean: 1)), servers: 1, seed: 1)
    let expected = utilisation / (1 - utilisation)
    try expect(observations.map(\.number), near: expected)
    try expect(observations.map(\.wait), near: expected)
    // An arrival sees the time average: it waits when the server is busy.
    try expect(observations.map(\.waiting), near: utilisation)
  }

  @Test("M/M/3 has the waiting of Erlang's C formula", arguments: [0.5, 0.8])
  func threeServers(utilisation: Double) throws {
    let observations = replicate(
      arrivalRate: utilisation, service: .exponential(Exponential(mean: 3)), servers: 3, seed: 2)
    let waiting = QueueingTheory.erlangC(servers: 3, load: 3 * utilisation)
    let wait = waiting / (1 - utilisation)
    try expect(observations.map(\.waiting), near: waiting)
    try expect(observations.map(\.wait), near: wait)
    try expect(observations.map(\.number), near: utilisation * (wait + 3))
  }

  @Test(
    "M/G/1 has the mean wait of Pollaczek and Khinchine",
    arguments: [Service.deterministic, .erlang, .lognormal])
  func generalService(service: Service) throws {
    let utilisation = 0.7
    let observations = replicate(
      arrivalRate: utilisation, service: service.law, servers: 1, seed: 3)
    let wait = QueueingTheory.pollaczekKhinchine(
      arrivalRate: utilisation, meanService: 1, meanSquare: service.meanSquare)
    try expect(observations.map(\.wait), near: wait)
    try expect(observations.map(\.number), near: utilisation * (wait + 1))
  }

  private func replicate(
    arrivalRate: Double, service: Lifetime, servers: Int, seed: UInt64
  ) -> [Observation] {
    var simulator = Simulator<Queue.Event>()
    return (0..<replications).map { replication in
      simulator.reset()
      var queue = Queue(
        arrivalRate: arrivalRate, service: service, servers: servers,
        lastCustomer: warmUp + observed, seed: seed, replication: UInt64(replication))
      queue.scheduleArrival(in: &simulator)
      simulator.schedule(.startOfObservation, at: Double(warmUp))
      simulator.run(&queue, until: Double(warmUp + observed))
      queue.accumulate(until: simulator.now)
      let number = queue.customerTime / Double(observed)
      // The arrival rate is below one, so the last customer is still to come.
      simulator.run(&queue)
      let waits = queue.waits[warmUp...]
      return Observation(
        number: number, wait: waits.reduce(0, +) / Double(observed),
        waiting: Double(waits.count { $0 > 0 }) / Double(observed))
    }
  }

  /// Checks the mean of independent values against its expectation, to four standard errors that
  /// are small enough to tell a wrong model.
  private func expect(
    _ values: [Double], near expected: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let summary = try #require(Summary(values), sourceLocation: sourceLocation)
    #expect(
      abs(summary.mean - expected) <= 4 * summary.standardError,
      "\(summary.mean) instead of \(expected)", sourceLocation: sourceLocation)
    #expect(summary.standardError <= 0.015 * expected, sourceLocation: sourceLocation)
  }
}
