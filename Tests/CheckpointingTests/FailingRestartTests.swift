import Checkpointing
import Statistics
import Testing

@Suite("Restarts that fail by themselves")
struct FailingRestartTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let law: FailingRestart
    let mean, restarts: Double
    var testDescription: String { "rate \(law.rate), fails \(law.fails)" }
  }

  /// First-step analysis with the time to a fault integrated numerically; mpmath 1.3.0, mp.dps = 30.
  static let cases = [
    Case(
      law: FailingRestart(downtime: 90, downtimeAgain: 60, restart: 300, fails: 0.1),
      mean: 430, restarts: 1.1111111111111111),
    Case(
      law: FailingRestart(
        rate: 1 / 180, downtime: 90, downtimeAgain: 60, restart: 300, fails: 0.3),
      mean: 1772.1604480384399, restarts: 7.5635572149571848),
    Case(
      law: FailingRestart(
        rate: 1 / 1380, downtime: 172_800, downtimeAgain: 600, restart: 300, fails: 0.9),
      mean: 601161.8721245563, restarts: 12.428303319121347),
  ]

  @Test("Means agree with mpmath", arguments: cases)
  func agreesWithReference(oracle: Case) {
    #expect(isClose(oracle.law.mean, oracle.mean))
    #expect(isClose(oracle.law.meanRestarts, oracle.restarts))
  }

  @Test("They are what recoveries take that are played through", arguments: cases)
  func agreesWithSimulation(oracle: Case) throws {
    let law = oracle.law
    var stream = RandomStream(seed: 17, replication: 0, stream: StreamIdentifier("restarts"))
    let times = (0..<10_000).map { _ in
      var time = law.downtime
      while true {
        let fault = stream.exponential() / law.rate
        if fault < law.restart {
          time += fault + law.downtime
        } else if stream.uniform() < law.fails {
          time += law.restart + law.downtimeAgain
        } else {
          return time + law.restart
        }
      }
    }
    let summary = try #require(Summary(times))
    #expect(abs(summary.mean - oracle.mean) <= 4 * summary.standardError)
  }

  @Test("One that never fails is that of the exponential law", arguments: [true, false])
  func neverFails(isExposed: Bool) {
    let expected = ExponentialCompletion(
      rate: 1 / 180, downtime: 90, restart: 300, restartIsExposed: isExposed
    ).recovery.mean
    let law = FailingRestart(
      rate: isExposed ? 1 / 180 : 0, downtime: 90, restart: 300, fails: 0)
    #expect(isClose(law.mean, expected))
  }

  private func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-14 * abs(b) }
}
