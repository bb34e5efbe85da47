import Checkpointing
import Experiments

/// What formulas say, beside the simulation.
extension TerminalReport {
  /// The ETTR by formula, unless there is none.
  var formulaRow: OverviewRow? {
    let estimate = ScenarioEstimate(report.result.scenario)
    let ettr = estimate.ettr(interval: estimate.interval)
    guard estimate.rate > 0, ettr > 0 else { return nil }
    let meta = estimate.firstOrderETTR.map {
      "Meta's first-order formula: \(HumaneText.percent($0))"
    }
    let leavesOut = !CheckReport(report.document).leftOutSentence.isEmpty
    let remark = leavesOut ? "without what clustersim check tells" : meta ?? ""
    return ("  by formula", HumaneText.percent(ettr), remark)
  }

  /// The interval between checkpoints, if a formula gave it.
  var intervalRow: OverviewRow? {
    let scenario = report.result.scenario
    guard let interval = summary("checkpoint_interval_seconds")?.mean else { return nil }
    switch scenario.checkpoint.intervalRule {
    case .given: return nil
    case .computed(let formula):
      let basis = ScenarioEstimate(scenario).intervalBasis
      let mean = basis.meanTimeToInterruption
      return (
        "Saves every", HumaneText.duration(interval),
        mean < .infinity
          ? "\(formula.title), work lost every \(HumaneText.duration(mean))"
          : "as nothing makes the job lose work"
      )
    case .adaptive(let formula):
      return (
        "Saves every", HumaneText.duration(interval),
        "\(formula.title) of the faults so far, at the end"
      )
    }
  }
}
