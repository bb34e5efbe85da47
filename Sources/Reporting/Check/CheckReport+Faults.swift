import ClusterModel
import Experiments
import Statistics

extension CheckReport {
  // MARK: What fails

  /// The rate of every class: a unit's mean time to failure, failures per 1,000 node-days, the time
  /// between its faults of the job, their number in the run, and their share.
  var rates: [String] {
    guard !estimate.classes.isEmpty else { return paragraph("Nothing can fail.") }
    let rows = estimate.classes.map { entry in
      row(
        TerminalText.plain(entry.fault.title), one: Self.lifetime(1 / entry.ofInstance),
        rate: entry.ofJob)
    }
    let sum = rows.count > 1 ? [row("All together", one: "", rate: estimate.rate)] : []
    return table(
      "What fails",
      [
        "one every", "/1,000 node-d", "the job every",
        "in \(HumaneText.duration(estimate.wallSeconds))", "share",
      ], rows + sum)
      + paragraph(agingSentence, exposureSentence, scaleSentence, frailtySentence, burstSentence)
  }

  private func row(_ label: String, one: String, rate: Double) -> TerminalTable.Row {
    TerminalTable.Row(
      label: label,
      numbers: [
        one, Self.significant(rate * 1000 * 86_400 / Double(scenario.job.nodes)),
        Self.lifetime(1 / rate),
        HumaneText.count(rate * estimate.shareAtRisk * estimate.wallSeconds),
        estimate.rate > 0 ? HumaneText.percent(rate / estimate.rate) : "",
      ])
  }

  /// A rate, which may be well below one.
  private static func significant(_ value: Double) -> String {
    value < 0.1 ? HumaneText.number(value, decimals: 3) : HumaneText.short(value)
  }

  /// A mean time; in years where days would be too many.
  private static func lifetime(_ seconds: Double) -> String {
    let years = seconds / (365.25 * 86_400)
    return years >= 2 && years < 1e12
      ? "\(HumaneText.short(years)) years" : HumaneText.duration(seconds)
  }

  private var exposureSentence: String {
    let training = estimate.classes.count(where: \.fault.strikesOnlyInTraining)
    switch training {
    case 0: return ""
    case estimate.classes.count:
      return "All of them strike only while the job trains: the rates are for that time."
    case 1: return "One of them strikes only while the job trains: its rate is for that time."
    default:
      return
        "\(HumaneText.grouped(training)) of them strike only while the job trains: their rates "
        + "are for that time."
    }
  }

  // MARK: How often the job is interrupted

  /// The expected MTTI, and what it is made of.
  var interruptions: [String] {
    let unexpected = estimate.unexpectedInterruptions
    let all = unexpected + estimate.plannedInterruptions
    let run = Self.duration(estimate.wallSeconds)
    guard estimate.rate > 0 || scenario.maintenance != nil else {
      return paragraph("So nothing interrupts the job in \(run).")
    }
    guard estimate.recovery.total < .infinity else {
      return paragraph(
        "The mean time of a recovery is infinite, so there is no ETTR by formula: a simulated run "
          + "has one.")
    }
    guard estimate.shareAtRisk > 1e-4 || estimate.plannedShare > 0.9 else {
      return paragraph(
        "The job is struck again before its recoveries end: it practically never trains.")
    }
    let mtti =
      all >= 0.05
      ? ": a mean time to interruption (MTTI) of \(Self.duration(estimate.wallSeconds / all))" : ""
    let few =
      unexpected < 10 ? "With so few faults one run will differ widely from the next." : ""
    return paragraph(
      "In \(run) expect \(HumaneText.count(unexpected)) interruptions by faults"
        + "\(plannedStops)\(mtti).", ettrSentence, leftOutSentence, few)
  }

  private var plannedStops: String {
    guard let plan = scenario.maintenance else { return "" }
    let planned = estimate.plannedInterruptions
    guard planned > 0 else { return " (the first planned stop would come after the end)" }
    return " and \(HumaneText.count(planned)) planned stops of \(Self.duration(plan.downtime))"
  }

  private var ettrSentence: String {
    let ettr = estimate.ettr(interval: estimate.interval)
    let meta = estimate.firstOrderETTR.map {
      "; by Meta's first-order formula (2024) \(HumaneText.percent($0))"
    }
    let text =
      "It trains effectively \(HumaneText.percent(ettr)) of the time (ETTR by formula"
      + "\(meta ?? ""))"
    guard starvedShare > 0.005 else { return text + "." }
    guard estimate.replicas == nil else {
      return text + " if spares never run out; they do \(HumaneText.percent(starvedShare)) of the "
        + "time, and then replicas are missed for longer."
    }
    return text + " if spares never run out; they do \(HumaneText.percent(starvedShare)) of the "
      + "time, which leaves about \(HumaneText.percent(ettr * (1 - starvedShare)))."
  }

  /// What a fault costs, step by step.
  var recovery: [String] {
    let steps = estimate.recovery
    guard estimate.rate > 0, steps.total < .infinity else { return [] }
    let parts = [
      ("detection", steps.detection), ("diagnosis", steps.diagnosis),
      ("replacement", steps.replacement), ("restart", steps.restart), ("load", steps.load),
    ].filter { $0.1 > 0 }
    let names = parts.map { name, time in
      time < .infinity ? "\(name) \(Self.duration(time))" : "\(name) of an infinite mean"
    }.joined(separator: ", ")
    let cause =
      scenario.recovery.restartFails > 0 ? "as restarts fail" : "by faults in restart and load"
    let again =
      abs(steps.total / parts.reduce(0) { $0 + $1.1 } - 1) > 0.01 ? ", begun again \(cause)" : ""
    let sum = parts.isEmpty ? "no time" : "\(Self.duration(steps.total)) on average"
    let detail = parts.isEmpty ? "" : " (\(names)\(again))"
    let lost =
      estimate.lostWork.map {
        ", and about \(Self.duration($0)) of work have to be done again"
      } ?? ""
    let restarts = estimate.replicas == nil ? "a fault" : "a fault of all of it"
    return paragraph(
      "After \(restarts) it takes \(sum) until the job trains again\(detail)\(lost).")
  }

  // MARK: Spares

  /// Whether the spares cover the nodes in repair.
  var spares: [String] {
    let mean = estimate.nodesInRepair
    guard mean > 0 else { return [] }
    let idle = idleNodes
    let nodes = "On average \(HumaneText.count(mean)) nodes are in repair"
    let waiting = estimate.replicas == nil ? "the job waits" : "its replica waits"
    let verdict =
      idle == 0
      ? "\(nodes), and there are no spares: \(waiting) for every repair."
      : "\(nodes), and \(Self.count(idle, "node")) wait to take their place: more are needed "
        + "\(HumaneText.percent(starvedShare)) of the time."
    let crews =
      scenario.repair.crews.isEmpty ? "" : "Waiting for crews, and their hours, are left out."
    return paragraph(verdict, crews, placementSentence, blastSentence, retirementSentence)
  }

  /// Nodes that wait, of all that can be put in the place of another.
  var idleNodes: Int { scenario.cluster.allNodes - scenario.job.nodes }

  /// Share of the time in which more nodes are in repair than wait, if they break one by one.
  private var starvedShare: Double {
    let mean = estimate.nodesInRepair
    return mean > 0 ? Poisson.upperTail(idleNodes + 1, mean: mean) : 0
  }

  private var placementSentence: String {
    scenario.job.nodesOfRack == nil
      ? "" : "Some of them only serve their own rack, which that leaves out."
  }

  /// Classes one fault of which takes more nodes than wait.
  private var blastSentence: String {
    let classes = estimate.classes.map(\.fault).filter {
      $0.repairRoute != nil && mostNodesLost(by: $0) > max(1, idleNodes)
    }
    guard let most = classes.map(mostNodesLost).max() else { return "" }
    return "But one fault of \(Self.list(classes.map(Self.title))) takes up to "
      + "\(Self.count(most, "node")): the job then waits for their repair, which the ETTR by "
      + "formula leaves out."
  }

  /// Nodes of the largest domain that a fault of the class can take down.
  private func mostNodesLost(by fault: FaultClass) -> Int {
    let size = Topology(scenario.cluster).size(of: fault.takesDown)
    return fault.takesDown == .job ? 0 : min(size, scenario.cluster.allNodes)
  }

  /// How many nodes are lost for good.
  private var retirementSentence: String {
    let retired = estimate.retiredNodes
    guard retired >= 0.05, scenario.repair.restock == nil else { return "" }
    let end =
      retired > Double(idleNodes)
      ? ", more than there are spares: in the end the job waits for ever" : ""
    return "\(HumaneText.count(retired)) nodes are retired in the run, as the last stage of their "
      + "route does not cure them\(end)."
  }

  // MARK: Texts

  /// The title of a class, cut where it would fill a paragraph.
  static func title(_ fault: FaultClass) -> String {
    TerminalText.fitted(TerminalText.plain(fault.title), to: 40)
  }

  /// "a", "a and b", "a, b and c"; of more than `most` all but the last, and the number of the others.
  static func list(_ items: [String], most: Int = 4) -> String {
    let shown =
      items.count > most
      ? items.prefix(most - 1) + ["\(items.count - most + 1) others"] : items[...]
    guard let last = shown.last, shown.count > 1 else { return shown.joined() }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }
}
