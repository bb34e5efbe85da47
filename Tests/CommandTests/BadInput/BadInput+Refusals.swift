extension BadInput {
  /// Scenarios that make sense, but whose runs would not end or not fit.
  static let refusals: [BadInput] = [
    refusal(
      "a job that never ends", ["job.work=1y", "checkpoint.interval=1y", often], "a job hit"),
    refusal(
      "a bounded life shorter than a segment",
      [
        "job.work=10d", #"faults.gpu.lifetime={"distribution":"deterministic","value":"20min"}"#,
        "faults.gpu.per=cluster",
      ],
      "gpu: its greatest lifetime is shorter than a segment"),
    refusal(
      "a job that waits for nodes for ever",
      [
        "horizon=null", "job.work=1y", "faults.gpu.lifetime.mean=1y",
        "repair.routes.swap.replace.time=100y",
      ],
      "so many nodes would be in repair"),
    refusal(
      "checkpoints without number", ["horizon=1000y", "checkpoint.interval=1ms"],
      "a run would hold about 3.2e13 checkpoints"),
    refusal(
      "a storm of faults", ["faults.gpu.lifetime.mean=1s"],
      "1000 replications would hold about"),
    refusal(
      "a storm of planned stops", ["horizon=1000y", "maintenance.every=1s"],
      "1000 replications would hold about 3.2e13 planned stops"),
  ]

  private static let often = "faults.gpu.lifetime.mean=100h"

  private static func refusal(
    _ kind: String, _ settings: [String], _ problem: String
  ) -> BadInput {
    BadInput(
      kind, ["run", file] + settings.flatMap { ["--set", $0] }, exitCode: 65, tells: [problem])
  }
}
