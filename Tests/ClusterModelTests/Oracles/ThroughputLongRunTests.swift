import Checkpointing
import ClusterModel
import Foundation
import Statistics
import Testing

@Suite("A speed that drifts, over long runs")
struct ThroughputLongRunTests {
  @Test("Without faults the work is the sum of the speeds of all hours")
  func withoutFaults() throws {
    // Trains for 72 h, stops for one, and so on: 24 times, so that each hour of the day comes as
    // often as any other.
    let (diurnal, drift) = (0.12, 0.05)
    let scenario = Scenario(
      cluster: Cluster(nodes: 1), job: Job(nodes: 1),
      checkpoint: CheckpointPolicy(interval: 1234.5, save: 0),
      throughput: Throughput(
        diurnal: diurnal, driftPerDay: drift, refresh: 72 * 3600, refreshTime: 3600),
      horizon: 24 * 73 * 3600)
    let run = try #require(simulate(scenario, replications: 1).first).outcome
    // ∫ 1 − d(1 − cos 2πt)/2 over each hour, times the sag at its middle.
    var work = 0.0
    for hour in 0..<24 * 73 where hour % 73 < 72 {
      let (begin, end) = (Double(hour) * .pi / 12, Double(hour + 1) * .pi / 12)
      let swing = 1 - diurnal / 2 * (1 - (sin(end) - sin(begin)) / (.pi / 12))
      work += 3600 * swing * pow(1 - drift, (Double(hour % 73) + 0.5) / 24)
    }
    #expect(abs(run.ledger[.productive] / work - 1) < 1e-9)
    // Each hour of a cycle comes once at each hour of the day, so that the mean of the product is the
    // product of the means, but for the middle of an hour h: y/sinh y of its mean, with y = sh/2 for
    // the sag e^(−st), which is less by (sh)²/24 = 1.9e-7.
    let sag = (1 - pow(1 - drift, 3)) / (-3 * log(1 - drift))
    let middle = -log(1 - drift) / 24 / 2
    let mean = sag * (1 - diurnal / 2) * middle / sinh(middle)
    #expect(abs(work / (24 * 72 * 3600) / mean - 1) < 1e-12)
    #expect(run.plannedInterruptions == 24)
    #expect(run.ledger[.planned] == 24 * 3600)
  }

  @Test("With faults the mean speed is that of stretches that faults and refreshes end")
  func withFaults() {
    let (drift, rate, refresh) = (0.08, 1 / 250_000.0, 259_200.0)
    let scenario = Scenario(
      cluster: Cluster(nodes: 1), faults: [jobFault(.exponential(mean: 1 / rate))],
      job: Job(nodes: 1), checkpoint: CheckpointPolicy(interval: 600, save: 0),
      recovery: Recovery(restart: .constant(900)),
      throughput: Throughput(driftPerDay: drift, refresh: refresh, refreshTime: 700),
      horizon: 1e7)
    // E∫e^{−st} over E of the length of a stretch that ends at rate λ, at the refresh at the latest.
    let sag = -PortableMath.log1p(-drift) / 86_400
    func length(_ rate: Double) -> Double { -PortableMath.expm1(-rate * refresh) / rate }
    let runs = LongRuns(scenario)
    runs.expect("speed", length(rate + sag) / length(rate)) {
      $0.workDone / ($0.workDone + $0.ledger[.degraded])
    }
    let fails = rate * length(rate)
    let cycle = length(rate) + 900 * fails + 700 * (1 - fails)
    runs.expect("planned", 1e7 / cycle * (1 - fails), within: 0.04) {
      Double($0.plannedInterruptions)
    }
  }
}
