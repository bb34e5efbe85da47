import Checkpointing
import ClusterModel
import Experiments

extension CheckReport {
  /// The scenario's interval beside the optimal ones, each with its ETTR by formula.
  var checkpoints: [String] {
    guard estimate.rate > 0, estimate.recovery.total < .infinity,
      estimate.intervalBasis.meanTimeToInterruption < .infinity
    else { return [] }
    let rows = intervals.map { name, interval in
      TerminalTable.Row(
        label: name,
        numbers: [
          interval > 0 ? HumaneText.duration(interval) : "none",
          interval > 0 ? HumaneText.percent(estimate.ettr(interval: interval), decimals: 2) : "",
        ])
    }
    return table("How often to save", ["interval", "ETTR by formula"], rows)
      + paragraph(
        "The formulas take work to be lost every"
          + " \(Self.duration(estimate.intervalBasis.meanTimeToInterruption)) of training at a constant"
          + " rate, and a save of \(Self.duration(estimate.intervalBasis.save)), in a run without end"
          + (spansFew ? "; this run is too short for them." : "."), rangeSentence)
  }

  private var intervals: [(name: String, interval: Double)] {
    let policy = estimate.singleLevel
    let mean = estimate.intervalBasis.meanTimeToInterruption
    let optimum =
      estimate.levels?.optimalInterval() ?? estimate.verified?.optimalInterval()
      ?? OptimalInterval.exact(
        save: policy.save, write: policy.write, meanTimeToInterruption: mean)
    return [
      ("in this scenario", estimate.interval),
      ("Young (1974)", OptimalInterval.young(save: policy.save, meanTimeToInterruption: mean)),
      ("Daly (2006)", OptimalInterval.daly(save: policy.save, meanTimeToInterruption: mean)),
      ("optimum, exactly", optimum),
    ]
  }

  private var spansFew: Bool { estimate.wallSeconds < 10 * scenario.checkpoint.interval }

  /// Where Young's and Daly's assumptions do not hold.
  private var rangeSentence: String {
    let policy = estimate.singleLevel
    let mean = estimate.intervalBasis.meanTimeToInterruption
    if scenario.storage.contains(where: { $0.unreadable > 0 }) {
      return "They leave out copies that can't be read: with those shorter intervals are better."
    }
    if policy.save == 0, policy.write == 0 {
      return "A save that costs nothing has no optimal interval: the shorter the better."
    }
    if policy.save > mean / 2 {
      return "A save takes longer than half the time between faults: Young's formula is out of its "
        + "range."
    }
    if policy.interval > mean {
      return
        "The interval is longer than the time between faults: most work is done more than once."
    }
    return ""
  }
}
