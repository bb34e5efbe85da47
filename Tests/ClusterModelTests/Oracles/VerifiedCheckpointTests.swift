import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Verified checkpoints follow their closed form")
struct VerifiedCheckpointTests {
  static let (detection, diagnosis, restart) = (60.0, 40.0, 200.0)

  /// Faults and corruptions of the job, found by nothing but verifications.
  static func scenario(
    faults: Double, corruptions: Double, interval: Double, verification: Verification,
    save: Double, horizon: Double
  ) -> Scenario {
    var classes = [
      jobFault(.exponential(mean: 1 / corruptions), name: "corrupt", symptom: .corrupt)
    ]
    if faults > 0 { classes.append(jobFault(.exponential(mean: 1 / faults), name: "crash")) }
    return Scenario(
      cluster: Cluster(nodes: 1), faults: classes, job: Job(nodes: 1),
      checkpoint: CheckpointPolicy(interval: interval, save: save, verification: verification),
      recovery: Recovery(
        detectCrash: .constant(detection), detectCorrupt: .constant(1e12),
        diagnose: .constant(diagnosis), restart: .constant(restart)),
      horizon: horizon)
  }

  @Test(
    "ETTR with faults and corruptions, and with corruptions alone",
    arguments: [
      // mean times of faults and corruptions, interval, verification, save
      (10_000.0, 20_000.0, 1500.0, 60.0, 30.0), (1380, 900, 400, 100, 500),
      (.infinity, 5000, 1000, 30, 100), (.infinity, 1500, 700.7, 100, 400),
    ] as [(Double, Double, Double, Double, Double)])
  func agrees(
    fault: Double, corruption: Double, interval: Double, verification: Double, save: Double
  ) {
    let law = VerifiedCheckpointing(
      faultRate: 1 / fault, corruptionRate: 1 / corruption,
      recovery: Self.detection + Self.diagnosis + Self.restart,
      rollback: Self.diagnosis + Self.restart, verification: verification, save: save)
    let horizon = 800 / (law.faultRate + law.corruptionRate)
    let runs = LongRuns(
      Self.scenario(
        faults: law.faultRate, corruptions: law.corruptionRate, interval: interval,
        verification: Verification(time: verification), save: save, horizon: horizon))
    runs.expectETTR(law.ettr(interval: interval), within: 0.015)
  }

  @Test("Verifications that find a corruption only sometimes", arguments: [0.9, 0.4])
  func findsSometimes(finds: Double) {
    // Without faults each rollback begins anew. Let K verifications end before the corruption, at an
    // exponential time X: P(K ≥ j) = P(X > j(W + V + C) − C) = e^{λC} q^j, and K segments are kept.
    // A geometric number G of verifications, each with the chance f, follows until it is found:
    // (K + G)(W + V + C) − C after the start.
    let (rate, work, check, save) = (1 / 4000.0, 900.0, 50.0, 200.0)
    let cycle = work + check + save
    let q = PortableMath.exp(-rate * cycle)
    let kept = PortableMath.exp(rate * save) * q / (1 - q)
    let length = (kept + 1 / finds) * cycle - save + Self.diagnosis + Self.restart
    let runs = LongRuns(
      Self.scenario(
        faults: 0, corruptions: rate, interval: work,
        verification: Verification(time: check, finds: finds), save: save, horizon: 3e6))
    runs.expectETTR(kept * work / length)
    runs.expect("rollbacks", 3e6 / length, within: 0.02) { Double($0.unexpectedInterruptions) }
  }
}
