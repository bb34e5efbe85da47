import Checkpointing
import ClusterModel
import Experiments

/// How the job saves, comes back and goes on, in words.
extension CheckReport {
  var checkpointSentence: String {
    let policy = scenario.checkpoint
    let verified =
      policy.verification.map { "it verifies its state for \(Self.duration($0.time)) and " }
      ?? "it "
    let every = "\(Self.duration(policy.interval)) of work\(ruleText)"
    guard policy.furtherLevels.isEmpty else {
      return "After every \(every) \(verified)saves: \(Self.list(levelTexts, most: 4))."
    }
    let durable =
      policy.write > 0
      ? ", and the copy can be restored from \(Self.duration(policy.write)) later" : ""
    return "After every \(every) \(verified)saves: "
      + (policy.save > 0
        ? "that blocks it for \(Self.duration(policy.save))" : "that takes no time")
      + "\(durable)."
  }

  /// Where the interval is from, with the rate that was assumed.
  private var ruleText: String {
    switch scenario.checkpoint.intervalRule {
    case .given: return ""
    case .computed(let formula):
      let basis = estimate.intervalBasis
      guard basis.meanTimeToInterruption < .infinity else {
        return " (as long as the run, as nothing makes the job lose work)"
      }
      return
        " (\(formula.title) for a save of \(Self.duration(basis.save)) and a loss of work every"
        + " \(Self.duration(basis.meanTimeToInterruption)) of training)"
    case .adaptive(let formula):
      return " (at first; \(formula.title), anew at each start, of the interruptions so far)"
    }
  }

  private var levelTexts: [String] {
    let policy = scenario.checkpoint
    let first = CheckpointLevel(every: 1, save: policy.save, write: policy.write)
    return zip(scenario.storage, [first] + policy.furtherLevels).map { storage, level in
      let turn = level.every == 1 ? "each time" : "once in \(HumaneText.grouped(level.every))"
      let write =
        level.write > 0 ? ", durable \(Self.duration(level.write)) later" : ""
      return "\(TerminalText.plain(storage.name)) \(turn) (\(Self.duration(level.save))\(write);"
        + " \(storage.survivalText))"
    }
  }

  /// What can become of copies.
  var copySentence: String {
    let parts = scenario.storage.compactMap { storage -> String? in
      let name = scenario.storage.count == 1 ? "" : " of \(TerminalText.plain(storage.name))"
      let unreadable =
        storage.unreadable > 0
        ? "\(HumaneText.percent(storage.unreadable)) of the copies\(name) can't be read" : nil
      let kept = storage.kept.map {
        $0 == 1 ? "one copy\(name) is kept" : "\(HumaneText.grouped($0)) copies\(name) are kept"
      }
      let texts = [unreadable, kept].compactMap(\.self)
      return texts.isEmpty ? nil : texts.joined(separator: ", and ")
    }
    return parts.isEmpty ? "" : Self.sentence(parts.joined(separator: "; "))
  }

  /// What the job does when a fault hits it, unless it just restarts.
  var policySentence: String {
    let fails = scenario.recovery.restartFails
    let failing = fails > 0 ? "\(HumaneText.percent(fails)) of restarts fail by themselves." : ""
    let policy =
      switch scenario.recovery.policy {
      case .restart: ""
      case .hotSpare(let restart):
        "Spares hold the program: with them it restarts within \(Self.duration(restart.mean))."
      case .elastic(let elastic):
        "It is elastic: \(Self.count(elastic.replicas, "replica")), of which"
          + " \(HumaneText.grouped(elastic.minimum)) must be there. A fault stalls it for"
          + " \(Self.duration(elastic.stall.mean)), and a replica takes part again"
          + " \(Self.duration(elastic.rejoin.mean)) after it is whole."
      }
    return [policy, failing].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// How its speed drifts.
  var speedSentence: String {
    guard let throughput = scenario.throughput else { return "" }
    let parts = [
      throughput.diurnal > 0
        ? "sinks by \(HumaneText.percent(throughput.diurnal)) at noon" : nil,
      throughput.driftPerDay > 0
        ? "sags by \(HumaneText.percent(throughput.driftPerDay)) a day since the last start" : nil,
      throughput.refresh.map {
        "is refreshed every \(Self.duration($0)) by a stop of \(Self.duration(throughput.refreshTime))"
      },
      throughput.ramp.map {
        "is held at \(HumaneText.percent($0.speed)) for \(Self.duration($0.time)) after a failure"
      },
    ].compactMap(\.self)
    return parts.isEmpty ? "" : "Its speed \(Self.list(parts, most: 4))."
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}

extension IntervalFormula {
  /// Whose interval it is, in words.
  var title: String {
    switch self {
    case .young: "Young's"
    case .daly: "Daly's"
    case .optimal: "the optimum"
    }
  }
}

extension CheckpointStorage {
  fileprivate var survivalText: String {
    switch survives {
    case .job: "lost with any node"
    case .cluster: "outlives everything"
    default: "outlives the loss of a \(survives.rawValue)"
    }
  }
}
