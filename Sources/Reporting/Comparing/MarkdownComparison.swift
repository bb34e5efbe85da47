/// Runs side by side, as GitHub shows it.
public struct MarkdownComparison {
  let text: ComparisonText

  /// Creates a report.
  ///
  /// - Parameter tellsAll: whether every metric is told, and not only those that matter most.
  public init(_ comparison: RunComparison, tellsAll: Bool = false) {
    text = ComparisonText(comparison: comparison, tellsAll: tellsAll)
  }

  /// The whole report.
  public var report: String {
    let blocks =
      [runTable]
      + text.comparison.changes.flatMap { [heading($0), setup($0), metrics($0), causes($0)] }
      + figures + [notes]
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var runs: [ComparedRun] { text.comparison.runs }

  private var runTable: String {
    MarkdownText.table(
      ["", "Run", "Title", "Replications", "Seed"],
      runs.enumerated().map { place, run in
        let result = run.stored.result
        return [
          RunComparison.letter(place), run.label, result.title,
          HumaneText.grouped(result.replications), String(result.seed),
        ]
      }, numbers: 3..<5)
  }

  private func heading(_ change: RunChange) -> String {
    "### \(MarkdownText.escaped(text.heading(of: change)))"
  }

  private func setup(_ change: RunChange) -> String {
    let (lines, more) = text.setup(of: change)
    let rest = more > 0 ? ["- and \(HumaneText.grouped(more)) more"] : []
    return
      (lines.map { "- \(MarkdownText.escaped("\($0.path): \($0.old) → \($0.new)"))" } + rest)
      .joined(separator: "\n")
  }

  private func metrics(_ change: RunChange) -> String {
    MarkdownText.table(
      ["Metric"] + letters(change) + ["Change", "95 % interval", "Relative", ""],
      text.metrics(of: change).map { line in
        [
          line.label, line.scale.value(line.change.baseline.summary.mean),
          line.scale.value(line.change.run.summary.mean), line.scale.change(line.change.change),
          line.scale.interval(line.change.change), ComparisonText.relative(line.change),
          line.change.verdict?.text ?? "",
        ]
      }, numbers: 1..<6)
  }

  private func causes(_ change: RunChange) -> String {
    let scales = ComparisonText.scales(of: change)
    return MarkdownText.table(
      ["Time, %"] + letters(change) + ["Change", "95 % interval", scales.hours.unit, ""],
      change.causes.map { cause in
        [
          cause.state.title, scales.share.value(cause.shares.baseline),
          scales.share.value(cause.shares.run), scales.share.change(cause.share),
          scales.share.interval(cause.share), scales.hours.change(cause.hours),
          cause.verdict?.text ?? "",
        ]
      }, numbers: 1..<6)
  }

  private func letters(_ change: RunChange) -> [String] {
    [RunComparison.letter(0), RunComparison.letter(change.run)]
  }

  private var figures: [String] {
    let figures = text.comparison.figures
    guard !figures.isEmpty else { return [] }
    let columns = runs.indices.flatMap { place in
      ["simulated", "verdict"].map { "\(RunComparison.letter(place)) \($0)" }
    }
    return [
      "### Against the published figures",
      MarkdownText.table(
        ["Figure", "Observed"] + columns,
        figures.map { figure in
          [figure.figure.title, ComparedFigureText.observed(figure.figure)]
            + figure.entries.flatMap { entry in
              [
                ComparedFigureText.simulated(entry),
                entry.map { "\($0.verdict) (\($0.kind))" } ?? "",
              ]
            }
        }, numbers: 1..<2),
    ]
  }

  private var notes: String {
    (text.notes(marksMargins: false) + text.comparison.warnings.map { "Note: \($0)." })
      .map { MarkdownText.escaped($0) }.joined(separator: "\n\n")
  }
}
