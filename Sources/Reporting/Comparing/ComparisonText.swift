import Experiments

/// What is told of a comparison, as texts: the terminal and Markdown lay them out.
struct ComparisonText {
  /// A metric in a table.
  struct MetricLine {
    /// Name and unit.
    let label: String
    let change: RunChange.MetricChange
    let scale: ChangeScale
  }

  let comparison: RunComparison
  /// Whether every metric is told, and not only those that matter most.
  let tellsAll: Bool

  /// The metrics that matter most, with short names.
  private static let shortNames: [(metric: String, name: String)] = [
    ("ettr", "ETTR"), ("completion_hours", "Completion"), ("completed", "Completed"),
    ("mtti_hours", "MTTI"), ("mttr_hours", "MTTR"), ("interruptions", "Interruptions"),
    ("unexpected_interruptions", "Unexpected ones"), ("job_failures", "Failures"),
    ("lost_work_hours", "Lost work"), ("starved_hours", "Starved"),
    ("spares_min", "Fewest spares"), ("spares_empty_percent", "No spare"),
    ("nodes_in_repair_mean", "Nodes in repair"), ("undetected_corruptions", "Corruptions"),
    ("gpu_hours_lost", "Lost"), ("cost_lost", "Lost"),
  ]

  /// The metrics of a change that are told, by their identifiers if it is all of them.
  func metrics(of change: RunChange) -> [MetricLine] {
    guard !tellsAll else {
      return change.metrics.map { line($0, name: $0.metric, keepsUnit: true) }
    }
    return Self.shortNames.compactMap { entry in
      guard let metric = change[entry.metric], metric.run.unit == metric.baseline.unit,
        !Self.isNothing(metric)
      else { return nil }
      return line(metric, name: entry.name, keepsUnit: false)
    }
  }

  /// Whether both means are 0: what does not occur needs no line of its own.
  private static func isNothing(_ metric: RunChange.MetricChange) -> Bool {
    metric.baseline.summary.mean == 0 && metric.run.summary.mean == 0
  }

  private func line(
    _ metric: RunChange.MetricChange, name: String, keepsUnit: Bool
  ) -> MetricLine {
    let means = [metric.baseline.summary.mean, metric.run.summary.mean].compactMap(\.self)
    let scale = ChangeScale(
      unit: metric.run.unit, means: means, change: metric.change, keepsUnit: keepsUnit)
    let unit = TerminalText.plain(scale.unit)
    return MetricLine(
      label: TerminalText.plain(name) + (unit.isEmpty ? "" : ", \(unit)"), change: metric,
      scale: scale)
  }

  /// The change as a part of the first run's mean.
  static func relative(_ change: RunChange.MetricChange) -> String {
    guard let relative = change.relative, relative != 0 else { return "" }
    // Beyond a hundredfold percents say nothing.
    guard relative.magnitude < 100 else { return "" }
    let text = HumaneText.number(100 * relative, decimals: 1)
    return (relative > 0 && text != "0.0" ? "+" : "") + text + " %"
  }

  /// The scales of the shares and of the GPU-hours of all states, which are told in one unit.
  static func scales(of change: RunChange) -> (share: ChangeScale, hours: ChangeScale) {
    func widest(_ changes: [MeanChange?]) -> MeanChange? {
      changes.compactMap(\.self).max { ($0.margin ?? 0) < ($1.margin ?? 0) }
    }
    let hours = change.causes.compactMap { $0.hours?.difference }
    return (
      ChangeScale(unit: "ratio", means: [0.1], change: widest(change.causes.map(\.share))),
      ChangeScale(unit: "gpu_hours", means: hours, change: widest(change.causes.map(\.hours)))
    )
  }

  /// Letters and pairing of a change: "B less A, paired over 1,000 replications".
  func heading(of change: RunChange) -> String {
    let letters = "\(RunComparison.letter(change.run)) less \(RunComparison.letter(0))"
    guard let pairs = change.pairs else { return "\(letters): independent runs" }
    let noun = pairs == 1 ? "replication" : "replications"
    return "\(letters), paired over \(HumaneText.grouped(pairs)) \(noun)"
  }

  /// More paths are for programs to read.
  private static let mostDifferences = 12

  /// What was done differently in the run of a change: path, value before and now.
  func setup(of change: RunChange) -> (lines: [(path: String, old: String, new: String)], more: Int)
  {
    let setup = comparison.differences
    // Titles are told beside the letters.
    let all = (setup.runs.filter { $0.path != "title" } + setup.changes).compactMap { difference in
      let (old, new) = (difference.values[0], difference.values[change.run])
      return old == new ? nil : (difference.path, Self.setting(old), Self.setting(new))
    }
    return (Array(all.prefix(Self.mostDifferences)), max(0, all.count - Self.mostDifferences))
  }

  /// A value on a line; what has parts of its own is only said to be there.
  private static func setting(_ value: String?) -> String {
    guard let value else { return HumaneText.missing }
    if value.hasPrefix("{") { return "{…}" }
    return TerminalText.fitted(TerminalText.plain(value), to: 60)
  }

  /// What ± and the words mean, and how sure they are.
  func notes(marksMargins: Bool) -> [String] {
    var notes: [String] = []
    if comparison.changes.contains(where: { $0.method == .paired }) {
      notes.append(
        "Paired: of the same seed, so that replication r of both met the same random numbers.")
    }
    if comparison.changes.contains(where: { $0.method == .independent }) {
      notes.append("Independent: intervals by Welch's t.")
    }
    let none = marksMargins ? Self.noneSeen : ChangeVerdict.notSeen.text
    notes.append(
      (marksMargins ? "± is half of the 95 % interval of a change" : "Intervals are of 95 %")
        + ", in percentage points for %; \"\(none)\": it holds 0. Of twenty metrics that"
        + " are the same in truth one seems to differ.")
    return notes
  }

  /// That no difference is seen, where there is little room.
  private static let noneSeen = "none seen"

  /// The verdict of a change where there is little room.
  static func shortVerdict(_ verdict: ChangeVerdict?) -> String {
    verdict.map { $0 == .notSeen ? noneSeen : $0.text } ?? ""
  }
}
