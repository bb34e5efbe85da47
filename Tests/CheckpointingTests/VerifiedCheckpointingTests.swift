import Checkpointing
import Statistics
import Testing

@Suite("Checkpoints of verified state")
struct VerifiedCheckpointingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let law: VerifiedCheckpointing
    let interval, segment: Double
    var testDescription: String {
      "rates \(law.faultRate), \(law.corruptionRate), interval \(interval)"
    }
  }

  private static func law(
    _ faultRate: Double, _ corruptionRate: Double, _ recovery: Double, _ rollback: Double,
    _ verification: Double, _ save: Double
  ) -> VerifiedCheckpointing {
    VerifiedCheckpointing(
      faultRate: faultRate, corruptionRate: corruptionRate, recovery: recovery,
      rollback: rollback, verification: verification, save: save)
  }

  /// Mean time of a segment: equations of the two states, clean and doomed, with the lengths of tries
  /// integrated numerically; mpmath 1.3.0, mp.dps = 30.
  static let cases = [
    Case(
      law: law(1 / 10_000, 1 / 20_000, 300, 200, 60, 30), interval: 1500,
      segment: 1935.3293662351842),
    Case(
      law: law(1 / 1380, 1 / 900, 172_800, 300, 100, 500), interval: 400,
      segment: 289475.3049822135),
    Case(law: law(0, 1 / 5000, 300, 200, 30, 100), interval: 1000, segment: 1435.7220727469247),
    Case(law: law(1 / 180, 0, 90, 300, 0, 300), interval: 60, segment: 1725.0451467112756),
    Case(
      law: law(1 / 9000, 1e-12, 300, 200, 30, 100), interval: 1000,
      segment: 1244.1368419425487),
  ]

  @Test("The mean time of a segment agrees with mpmath", arguments: cases)
  func agreesWithReference(oracle: Case) {
    let segment = oracle.law.segment(interval: oracle.interval)
    #expect(isClose(segment, oracle.segment))
    #expect(isClose(oracle.law.ettr(interval: oracle.interval), oracle.interval / segment))
  }

  @Test("It is what segments take that are played through", arguments: cases)
  func agreesWithSimulation(oracle: Case) throws {
    var stream = RandomStream(seed: 5, replication: 0, stream: StreamIdentifier("verified"))
    // Segments depend on those before; means of 50 of them, as good as independent.
    var isCorrupt = false
    let batches = (0..<400).map { _ in
      (0..<50).reduce(0.0) { sum, _ in
        sum + play(oracle, &isCorrupt, using: &stream) / 50
      }
    }
    let summary = try #require(Summary(batches))
    #expect(abs(summary.mean - oracle.segment) <= 4 * summary.standardError)
  }

  @Test("Without corruptions it is the exponential segment")
  func withoutCorruptions() {
    let verified = Self.law(1 / 1380, 0, 320, 99, 20, 300)
    let exponential = ExponentialCompletion(
      rate: 1 / 1380, downtime: 320, restart: 0, restartIsExposed: false)
    #expect(
      isClose(verified.segment(interval: 60), exponential.segment(length: 380).mean))
  }

  @Test("As events become rare the first-order interval is the best one, with its overhead")
  func firstOrder() {
    var last = Double.infinity
    for scale in [1, 1e-2, 1e-4] {
      let law = Self.law(scale * 1e-4, scale * 5e-5, 0, 0, 60, 30)
      // √(90/(5e-5 + 1e-4/2)) at scale 1.
      #expect(isClose(law.firstOrderInterval, (900_000 / scale).squareRoot()))
      #expect(isClose(law.firstOrderOverhead, 2 * (90 * scale * 1e-4).squareRoot()))
      let best = law.optimalInterval()
      let error = abs(law.firstOrderInterval / best - 1)
      #expect(error < last / 5)
      let overhead = 1 / law.ettr(interval: best) - 1
      // What is left out is of the order of its square.
      #expect(abs(overhead / law.firstOrderOverhead - 1) < law.firstOrderOverhead)
      for factor in [0.5, 0.9, 0.99, 1.01, 1.1, 2] {
        #expect(law.ettr(interval: factor * best) < law.ettr(interval: best))
      }
      last = error
    }
    #expect(last < 1e-3)
  }

  @Test("Free checks and saves are made at once, and without events costly ones never")
  func ends() {
    #expect(Self.law(1e-4, 1e-4, 9, 9, 0, 0).firstOrderInterval == 0)
    #expect(Self.law(0, 0, 9, 9, 1, 1).firstOrderInterval == .infinity)
    #expect(Self.law(0, 0, 9, 9, 1, 1).optimalInterval() == .infinity)
    #expect(Self.law(0, 0, 9, 9, 1, 4).ettr(interval: 95) == 0.95)
    #expect(Self.law(0, 0, 9, 9, 1, 4).ettr(interval: .infinity) == 0)
  }

  /// One segment, event by event; tells whether the next one begins corrupt.
  private func play(
    _ oracle: Case, _ isCorrupt: inout Bool, using stream: inout RandomStream
  ) -> Double {
    let law = oracle.law
    let check = oracle.interval + law.verification
    var time = 0.0
    while true {
      let fault = stream.exponential() / law.faultRate
      let corruption = isCorrupt ? 0 : stream.exponential() / law.corruptionRate
      isCorrupt = false
      if fault < check {
        time += fault + law.recovery
      } else if corruption < check {
        time += check + law.rollback
      } else if fault < check + law.save {
        time += fault + law.recovery
      } else {
        isCorrupt = corruption < check + law.save
        return time + check + law.save
      }
    }
  }

  /// Some ten roundings, and exponents up to 2.
  private func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-14 * abs(b) }
}
