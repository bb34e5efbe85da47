import Checkpointing
import Statistics
import Testing

@Suite("Replicas that come and go")
struct ReplicaAvailabilityTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let law: ReplicaAvailability
    let minimum: Int
    let shareUp, fewer, speed: Double
    var testDescription: String { "\(law.replicas) replicas, minimum \(minimum)" }
  }

  /// Binomial sums with A = 1/(1 + λd/R); mpmath 1.3.0, mp.dps = 30.
  static let cases = [
    Case(
      law: ReplicaAvailability(replicas: 12, rate: 1 / 900, missing: 420), minimum: 11,
      shareUp: 0.9625668449197861, fewer: 0.072097799662002369, speed: 0.90329873290479315),
    Case(
      law: ReplicaAvailability(replicas: 12, rate: 1 / 900, missing: 420), minimum: 9,
      shareUp: 0.9625668449197861, fewer: 0.0007629314312854217, speed: 0.96206229238993293),
    Case(
      law: ReplicaAvailability(replicas: 500, rate: 1 / 600, missing: 86400), minimum: 370,
      shareUp: 0.77639751552795031, fewer: 0.023873094547211631, speed: 0.7589304456006733),
    Case(
      law: ReplicaAvailability(replicas: 4, rate: 1 / 100, missing: 4000), minimum: 1,
      shareUp: 0.090909090909090909, fewer: 0.68301345536507069, speed: 0.090909090909090909),
  ]

  @Test("Shares and chances agree with binomial sums", arguments: cases)
  func agreesWithReference(oracle: Case) {
    // Up to 500 products, each rounded twice or thrice.
    func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-12 * abs(b) }
    #expect(isClose(oracle.law.meanShareUp, oracle.shareUp))
    #expect(isClose(oracle.law.chanceOfFewer(than: oracle.minimum), oracle.fewer))
    #expect(isClose(oracle.law.meanSpeed(atLeast: oracle.minimum), oracle.speed))
    #expect(isClose(oracle.law.meanSpeed(atLeast: 0), oracle.shareUp))
    #expect(isClose(oracle.law.chanceOfFewer(than: oracle.law.replicas + 1), 1))
    #expect(oracle.law.chanceOfFewer(than: 0) == 0)
  }

  @Test("The law of the time for which a replica is missed makes no difference")
  func isInsensitive() throws {
    let law = ReplicaAvailability(replicas: 12, rate: 1 / 100, missing: 420)
    let times: [Lifetime] = [
      .deterministic(Deterministic(value: 420)), .exponential(Exponential(mean: 420)),
      .weibull(Weibull(shape: 0.7, mean: 420)),
    ]
    for time in times {
      var stream = RandomStream(seed: 11, replication: 0, stream: StreamIdentifier("replicas"))
      // The share of 24 replicas at 300 moments far apart, begun with all of them up.
      let shares = (0..<300).map { _ in
        (0..<24).reduce(0.0) { sum, _ in
          sum + (isUp(after: 40_000, law, time, using: &stream) ? 1 / 24 : 0)
        }
      }
      let summary = try #require(Summary(shares))
      #expect(abs(summary.mean - law.meanShareUp) <= 4 * summary.standardError)
    }
  }

  @Test("Replicas that are missed for no time leave the stalls")
  func stallsOnly() {
    let law = ReplicaAvailability(replicas: 12, rate: 1 / 900, missing: 0)
    #expect(law.meanShareUp == 1)
    #expect(law.chancesUp == [Double](repeating: 0, count: 12) + [1])
    #expect(abs(law.ettr(stall: 180) - 900 / 1080) <= 1e-15)
    #expect(law.ettr(stall: 0) == 1)
  }

  @Test("A stalled job does in wall time what it does in training time, less the stalls")
  func agreesWithStalls() throws {
    let law = ReplicaAvailability(replicas: 6, rate: 1 / 500, missing: 700)
    var stream = RandomStream(seed: 13, replication: 0, stream: StreamIdentifier("stalls"))
    // The first 5,000 s, with all replicas up at the beginning, do not count.
    let (begin, end) = (5000.0, 50_000.0)
    var differences: [Double] = []
    for _ in 0..<200 {
      // Missing replicas as the times at which they come back, in training time.
      var (time, work, stalls) = (0.0, 0.0, 0.0)
      var back: [Double] = []
      while time < end {
        let up = Double(law.replicas - back.count)
        let fault =
          up > 0
          ? time + stream.exponential() * Double(law.replicas) / (law.rate * up) : .infinity
        let next = min(fault, back.min() ?? .infinity)
        work += max(0, min(next, end) - max(time, begin)) * up / Double(law.replicas)
        if next == fault {
          back.append(next + stream.exponential() * law.missing)
          if (begin..<end).contains(fault) { stalls += 90 }
        } else {
          back.removeAll { $0 == next }
        }
        time = next
      }
      differences.append(work - law.ettr(stall: 90) * (end - begin + stalls))
    }
    // Each second of work brings λ faults on average, so that the mean of this is 0, unlike that of a
    // ratio. What is left of the beginning is (1 − A)·e^(−μ·5000)/μ = 0.02 s of work, of 36,000, with
    // μ = 1/700 + 1/3000.
    let summary = try #require(Summary(differences))
    #expect(abs(summary.mean) <= 4 * summary.standardError)
    #expect(summary.standardError <= 0.0025 * (end - begin))
  }

  @Test("Faults every 18 minutes leave 44 % with stalls of 10 minutes, 80 % with 3")
  func published() throws {
    // Salpekar et al. 2026, arXiv 2602.00277: the shares and the stalls are in the abstract; a mean
    // time between faults of 18 min of wall time, and 7 min with 11 of 12 replicas, at second hand.
    func ettr(stall: Double, missing: Double) throws -> Double {
      let law = try #require(
        ReplicaAvailability(replicas: 12, wallRate: 1 / 1080, missing: missing, stall: stall))
      return law.ettr(stall: stall)
    }
    #expect(abs(try ettr(stall: 600, missing: 0) - 0.44) <= 0.005)
    #expect(abs(try ettr(stall: 180, missing: 420) - 0.80) <= 0.005)
    // By hand: of 18 min 3 are stalled, and 7 are slower by a twelfth.
    #expect(abs(try ettr(stall: 180, missing: 420) - (1 - (3 + 7.0 / 12) / 18)) <= 1e-15)
    #expect(ReplicaAvailability(replicas: 12, wallRate: 1 / 600, missing: 0, stall: 600) == nil)
    #expect(ReplicaAvailability(replicas: 2, wallRate: 1 / 600, missing: 1200, stall: 0) == nil)
  }

  private func isUp(
    after end: Double, _ law: ReplicaAvailability, _ missing: Lifetime,
    using stream: inout RandomStream
  ) -> Bool {
    var time = 0.0
    while true {
      time += stream.exponential() * Double(law.replicas) / law.rate
      if time > end { return true }
      time += missing.sample(using: &stream)
      if time > end { return false }
    }
  }
}
