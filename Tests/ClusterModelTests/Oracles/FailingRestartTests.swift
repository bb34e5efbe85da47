import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Restarts that fail by themselves follow their closed form")
struct FailingRestartTests {
  @Test(
    "Recovery, completion and the number of failed restarts",
    arguments: [0.05, 0.5, 0.9], [true, false])
  func agrees(fails: Double, isExposed: Bool) {
    // Faults are hangs, failed restarts crashes: found after 300 s and after 20 s.
    let (rate, interval, save, segments) = (1 / 1500.0, 500.0, 60.0, 8.0)
    let (hang, crash, diagnosis, restart) = (300.0, 20.0, 35.0, 400.0)
    let law = FailingRestart(
      rate: isExposed ? rate : 0, downtime: hang + diagnosis, downtimeAgain: crash + diagnosis,
      restart: restart, fails: fails)
    let scenario = Scenario(
      cluster: Cluster(nodes: 3),
      faults: [
        FaultClass(
          name: "hang", per: .node, process: .lifetime(.exponential(mean: 3 / rate)),
          symptom: .hang, takesDown: .job)
      ],
      job: Job(nodes: 3, work: segments * interval),
      checkpoint: CheckpointPolicy(interval: interval, save: save),
      recovery: Recovery(
        detectCrash: .constant(crash), detectHang: .constant(hang),
        diagnose: .constant(diagnosis), restart: .constant(restart), restartFails: fails,
        isExposed: isExposed))
    let runs = LongRuns(scenario, replications: fails > 0.8 ? 700 : 1500)
    let interruptions = segments * PortableMath.expm1(rate * (interval + save))
    runs.expect("recovery", interruptions * law.mean, within: 0.04) {
      $0.shareDown * $0.wallSeconds
    }
    runs.expect(
      "completion", segments * PortableMath.expm1(rate * (interval + save)) * (1 / rate + law.mean),
      within: 0.03, \.wallSeconds)
    // The last restart held; each that ended before failed.
    runs.expect("failed restarts", interruptions * fails / (1 - fails), within: 0.08) {
      Double($0.failedRestarts)
    }
  }
}
