/// Runs side by side, for people at a terminal.
public struct TerminalComparison {
  let text: ComparisonText
  let style: TerminalReport.Style

  /// Creates a report.
  ///
  /// - Parameter tellsAll: whether every metric is told, and not only those that matter most.
  public init(
    _ comparison: RunComparison, style: TerminalReport.Style = TerminalReport.Style(),
    tellsAll: Bool = false
  ) {
    text = ComparisonText(comparison: comparison, tellsAll: tellsAll)
    self.style = style
  }

  /// The whole report, each line ended by a line feed.
  public var report: String {
    let sections =
      [header] + text.comparison.changes.flatMap { [setup($0), metrics($0), causes($0)] }
      + figureSections + [notes]
    return sections.filter { !$0.isEmpty }.joined(separator: [""])
      .map { TerminalText.trimmed($0) + "\n" }.joined()
  }

  private var palette: TerminalPalette { TerminalPalette(isColoured: style.isColoured) }
  private var runs: [ComparedRun] { text.comparison.runs }

  /// What the letters stand for.
  private var header: [String] {
    runs.enumerated().flatMap { place, run in
      let result = run.stored.result
      let title = result.title == run.stored.name ? "" : " · \(result.title)"
      let label = TerminalText.plain(run.label + title)
      let noun = result.replications == 1 ? "replication" : "replications"
      let second = "\(HumaneText.grouped(result.replications)) \(noun) · seed \(result.seed) · "
      return [
        palette.apply(
          .bold,
          to: TerminalText.fitted("\(RunComparison.letter(place))  \(label)", to: style.width)),
        "   "
          + TerminalText.fitted(
            second + TerminalText.plain(run.stored.source.place), to: style.width - 3),
      ]
    }
  }

  private func setup(_ change: RunChange) -> [String] {
    let (lines, more) = text.setup(of: change)
    let rest = more > 0 ? ["  … and \(HumaneText.grouped(more)) more: --json has them all"] : []
    return [palette.apply(.bold, to: text.heading(of: change))]
      + lines.map { line in
        TerminalText.fitted(
          "  \(TerminalText.plain(line.path)): \(line.old) → \(line.new)", to: style.width)
      } + rest
  }

  private func metrics(_ change: RunChange) -> [String] {
    let rows = text.metrics(of: change).map { line in
      TerminalTable.Row(
        label: line.label,
        numbers: [
          line.scale.value(line.change.baseline.summary.mean),
          line.scale.value(line.change.run.summary.mean), line.scale.change(line.change.change),
          line.scale.margin(line.change.change),
          text.tellsAll ? "" : ComparisonText.relative(line.change),
        ], remark: ComparisonText.shortVerdict(line.change.verdict),
        colour: colour(line.change.verdict))
    }
    return TerminalTable(
      title: "Metric", header: letters(change) + ["change", "", ""],
      groups: [TerminalTable.Group(rows: rows)]
    ).lines(width: style.width, palette: palette)
  }

  private func causes(_ change: RunChange) -> [String] {
    let scales = ComparisonText.scales(of: change)
    let rows = change.causes.map { cause in
      TerminalTable.Row(
        label: cause.state.title,
        numbers: [
          scales.share.value(cause.shares.baseline), scales.share.value(cause.shares.run),
          scales.share.change(cause.share), scales.share.margin(cause.share),
          scales.hours.change(cause.hours),
        ], remark: ComparisonText.shortVerdict(cause.verdict), colour: colour(cause.verdict))
    }
    return TerminalTable(
      title: "Time, %", header: letters(change) + ["change", "", scales.hours.unit],
      groups: [TerminalTable.Group(rows: rows)]
    ).lines(width: style.width, palette: palette)
  }

  private func letters(_ change: RunChange) -> [String] {
    [RunComparison.letter(0), RunComparison.letter(change.run)]
  }

  private func colour(_ verdict: ChangeVerdict?) -> TerminalColour? {
    switch verdict {
    case .better: .green
    case .worse: .red
    case .higher, .lower, .notSeen, nil: nil
    }
  }

  /// As many runs as fit beside each other.
  private static let runsAcross = 4

  /// The published figures, beside some runs at a time.
  private var figureSections: [[String]] {
    let figures = text.comparison.figures
    guard !figures.isEmpty else { return [] }
    let parts = stride(from: 0, to: runs.count, by: Self.runsAcross).map {
      $0..<min($0 + Self.runsAcross, runs.count)
    }
    return parts.map { part in
      let rows = figures.map { figure in
        TerminalTable.Row(
          label: TerminalText.plain(figure.figure.markedTitle),
          numbers: [figure.figure.observedText]
            + part.flatMap { place in
              let entry = figure.entries[place]
              return [
                (entry?.simulatedText ?? HumaneText.missing) + " " + ComparedFigureText.mark(entry)
              ]
            }, remark: ComparedFigureText.isCalibrated(figure) ? "c" : "")
      }
      return TerminalTable(
        title: "Against the published figures",
        header: ["observed"] + part.map { "\(RunComparison.letter($0))  " },
        groups: [TerminalTable.Group(rows: rows)]
      ).lines(width: style.width, palette: palette)
    }
  }

  private var notes: [String] {
    let legend = text.comparison.figures.isEmpty ? [] : [ComparedFigureText.legend]
    return (text.notes(marksMargins: true) + legend).flatMap {
      TerminalText.wrapped($0, to: style.width)
    }
      + text.comparison.warnings.flatMap { warning in
        TerminalText.wrapped("Note: \(TerminalText.plain(warning)).", to: style.width).map {
          palette.apply(.yellow, to: $0)
        }
      }
  }
}
