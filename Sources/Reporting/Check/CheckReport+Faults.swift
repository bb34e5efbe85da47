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
      ], rows + sum) + paragraph(agingSentence, exposureSentence)
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

  /// Which rates are means over the run.
  private var agingSentence: String {
    let titles = estimate.classes.map(\.fault).filter { $0.constantRate == nil }
      .map { TerminalText.plain($0.title) }
    guard !titles.isEmpty else { return "" }
    return "The rate of \(Self.list(titles)) changes with age or time: the figure is its mean over "
      + "the run."
  }

  private var exposureSentence: String {
    let training = estimate.classes.filter { $0.fault.atRisk == .training || $0.fault.per == .job }
    let when = "strike only while the job trains"
    switch training.count {
    case 0: return ""
    case estimate.classes.count: return "All of them \(when): the rates are for that time."
    default:
      return "\(HumaneText.grouped(training.count)) of the \(estimate.classes.count) \(when): "
        + "their rates are for that time."
    }
  }

  // MARK: How often the job is interrupted

  /// The expected MTTI, and what it is made of.
  var interruptions: [String] {
    let unexpected = estimate.unexpectedInterruptions
    let planned = estimate.plannedInterruptions
    let run = Self.duration(estimate.wallSeconds)
    guard unexpected + planned > 0 else {
      return paragraph("So nothing interrupts the job in \(run).")
    }
    let mtti = Self.duration(estimate.wallSeconds / (unexpected + planned))
    let stops =
      scenario.maintenance.map {
        " and \(HumaneText.count(planned)) planned stops of \(Self.duration($0.downtime))"
      } ?? ""
    let few =
      unexpected < 10 ? "With so few faults one run will differ widely from the next." : ""
    return paragraph(
      "In \(run) expect \(HumaneText.count(unexpected)) interruptions by faults\(stops): "
        + "a mean time to interruption (MTTI) of \(mtti). It trains effectively "
        + "\(HumaneText.percent(estimate.ettr(interval: scenario.checkpoint.interval))) of the time "
        + "(ETTR by formula).", few)
  }

  /// What a fault costs, step by step.
  var recovery: [String] {
    guard estimate.rate > 0 else { return [] }
    let steps = estimate.recovery
    let parts = [
      ("detection", steps.detection), ("diagnosis", steps.diagnosis),
      ("replacement", steps.replacement), ("restart", steps.restart), ("load", steps.load),
    ].filter { $0.1 > 0 }.map { "\($0.0) \(Self.duration($0.1))" }
    let sum = parts.isEmpty ? "no time" : Self.duration(steps.total)
    let detail = parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    return paragraph(
      "After a fault it takes \(sum) on average until the job trains again\(detail), and about "
        + "\(Self.duration(estimate.lostWork)) of work have to be done again.")
  }

  // MARK: Spares

  /// Whether the spares cover the nodes in repair.
  var spares: [String] {
    let mean = estimate.nodesInRepair()
    guard mean > 0 else { return [] }
    let idle = scenario.cluster.allNodes - scenario.job.nodes
    let short = Poisson.upperTail(idle + 1, mean: mean)
    let waiting = idle == 0 ? "there are no nodes" : "\(Self.count(idle, "node")) wait"
    let verdict =
      short > 0.01
      ? "the job would wait for one \(HumaneText.percent(short)) of the time, which the ETTR by "
        + "formula leaves out"
      : "more are needed \(HumaneText.percent(short)) of the time"
    return paragraph(
      "In the long run \(HumaneText.count(mean)) nodes are in repair on average; \(waiting) to take "
        + "their place, so \(verdict) (if nodes break one by one).")
  }

  /// "a", "a and b", "a, b and c"; of more than four the first three and the number of the others.
  static func list(_ items: [String]) -> String {
    let shown =
      items.count > 4 ? items.prefix(3) + ["\(items.count - 3) others"] : items[...]
    guard let last = shown.last, shown.count > 1 else { return shown.joined() }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension FaultClass {
  /// The rate of one instance, if it is constant.
  fileprivate var constantRate: Double? {
    if case .lifetime(let law) = process { law.constantRate } else { nil }
  }
}
