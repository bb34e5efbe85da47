import Checkpointing
import Testing

@Suite("Completion time under exponential faults")
struct ExponentialCompletionTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let rate, downtime, restart, work, save: Double
    let recovery, segment: (mean: Double, variance: Double)
    let lost: Double
    var testDescription: String {
      "rate \(rate), D \(downtime), R \(restart), W \(work), C \(save)"
    }
  }

  /// Means and variances by first-step analysis: X = a with chance e^{−λa}, otherwise F + Y + X',
  /// and the like for the recovery Y, with the moments of F integrated numerically; mpmath 1.3.0,
  /// 30 digits. E[lost] = (∫₀ᵂ t λe^{−λt} dt + W(e^{−λW} − e^{−λ(W+C)})) e^{λ(W+C)}.
  static let cases = [
    Case(
      rate: 8.989572096368213e-05, downtime: 30, restart: 200, work: 600, save: 10,
      recovery: (232.352990272754, 371.191719252365),
      segment: (640.132270471773, 18784.1603981647), lost: 17.0305548930452),
    Case(
      rate: 0.01, downtime: 7, restart: 300, work: 400, save: 100,
      recovery: (2049.15245078108, 3290260.84322798),
      segment: (316813.352162684, 101219119672.947), lost: 14169.4877274118),
    Case(
      rate: 1e-09, downtime: 30, restart: 200, work: 600, save: 10,
      recovery: (230.000026000002, 0.00404666757400011),
      segment: (610.000326350096, 0.193512498058521), lost: 0.000186000037830006),
    Case(
      rate: 0.005, downtime: 0, restart: 600, work: 50, save: 0.5,
      recovery: (3817.10738463753, 11276622.8781444),
      segment: (1153.87190116299, 8694959.84520726), lost: 6.9472737098),
  ]

  @Test("Moments agree with numeric integration to nine digits", arguments: cases)
  func agreesWithIntegration(oracle: Case) {
    let law = ExponentialCompletion(
      rate: oracle.rate, downtime: oracle.downtime, restart: oracle.restart)
    let segment = law.segment(length: oracle.work + oracle.save)
    #expect(isClose(law.recovery.mean, oracle.recovery.mean))
    #expect(isClose(law.recovery.variance, oracle.recovery.variance))
    #expect(isClose(segment.mean, oracle.segment.mean))
    #expect(isClose(segment.variance, oracle.segment.variance))
    #expect(isClose(law.meanLostWork(work: oracle.work, save: oracle.save), oracle.lost))
  }

  @Test("A segment's mean is e^{λR}(1/λ + D)(e^{λ(W+C)} − 1)")
  func publishedFormula() {
    // 1/λ = 3.09 h, D = 90 s, R = 230 s, W + C = 610 s; mpmath 1.3.0.
    let law = ExponentialCompletion(rate: 1 / 11124, downtime: 90, restart: 230)
    #expect(isClose(law.segment(length: 610).mean, 645.313676654592))
  }

  @Test("Without faults a job takes its work and its saves, to the last bit")
  func withoutFaults() {
    let law = ExponentialCompletion(rate: 0, downtime: 30, restart: 200)
    let policy = CheckpointPolicy(interval: 100, save: 10)
    let moments = law.completion(work: 250, policy: policy)
    #expect(moments.mean == 280)
    #expect(moments.variance == 0)
    #expect(law.meanLostWork(work: 250, policy: policy) == 0)
  }

  @Test("A restart that is not exposed takes its time and no more")
  func immuneRestart() {
    let law = ExponentialCompletion(
      rate: 0.01, downtime: 7, restart: 300, restartIsExposed: false)
    #expect(law.recovery.mean == 307)
    #expect(law.recovery.variance == 0)
  }

  private func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * abs(b) }
}
