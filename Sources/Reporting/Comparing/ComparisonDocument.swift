import Charts

/// Makes the report of runs side by side.
public struct ComparisonDocument {
  let text: ComparisonText
  /// Begins the names of sections and pictures, so that it can stand on a page with others.
  let prefix: String

  /// A report; `tellsAll` for every metric, and not only those that matter most.
  public init(_ comparison: RunComparison, tellsAll: Bool = false) {
    self.init(text: ComparisonText(comparison: comparison, tellsAll: tellsAll), prefix: "")
  }

  init(text: ComparisonText, prefix: String) {
    self.text = text
    self.prefix = prefix
  }

  /// The report as Markdown.
  public var markdown: String { MarkdownView(document: document).text }

  /// The whole report.
  var document: ReportDocument {
    ReportDocument(
      title: runs.map(\.label).joined(separator: " beside "), subtitle: "",
      warnings: text.comparison.warnings, sections: sections)
  }

  private typealias Table = ReportDocument.Table

  private var runs: [ComparedRun] { text.comparison.runs }

  /// The runs, what each is more or less than the first, and the published figures.
  var sections: [ReportDocument.Section] {
    let changes = text.comparison.changes.map { change in
      ReportDocument.Section(
        text.heading(of: change).capitalisedFirst, id: "\(prefix)change-\(change.run)",
        [setup(change), metrics(change), causes(change)])
    }
    return ([overview] + changes + [figures]).compactMap { $0 }
  }

  private var overview: ReportDocument.Section? {
    ReportDocument.Section(
      "Side by side", id: "\(prefix)runs",
      [.table(runTable), effective, time]
        + text.notes(marksMargins: false).map { .paragraph($0) })
  }

  private var runTable: Table {
    Table(
      columns: [
        .text(""), .text("Run"), .text("Title"), .number("Replications"), .number("Seed"),
      ],
      groups: [
        Table.Group(
          rows: runs.enumerated().map { place, run in
            let result = run.stored.result
            return Table.Row(cells: [
              RunComparison.letter(place), run.label, result.title,
              HumaneText.grouped(result.replications), String(result.seed),
            ])
          })
      ])
  }

  private var effective: ReportDocument.Block? {
    let chart = IntervalPlot(
      ChartHeading("ETTR of each run"),
      [
        IntervalGroup(
          "",
          runs.enumerated().map { place, run in
            let ettr = run.stored.summary("ettr")
            return IntervalRow(
              "\(RunComparison.letter(place)) \(run.label)", mean: ettr?.mean, low: ettr?.p05,
              high: ettr?.p95, text: ettr?.mean.map { HumaneText.percent($0, decimals: 2) })
          })
      ], x: ChartAxis("Effective training time (ETTR)", labels: .percent))
    return ReportDocument.Block.picture(
      chart, id: "\(prefix)ettr", caption: "Dots are means, bars hold 90 % of runs.")
  }

  private var time: ReportDocument.Block? {
    let causes = runs.compactMap(\.stored.result.badput).first?.map { ($0.state, $0.title) } ?? []
    let rows = runs.enumerated().map { place, run in
      BarRow(
        "\(RunComparison.letter(place)) \(run.label)",
        causes.enumerated().compactMap { index, cause in
          let found = run.stored.result.badput.first { $0.state == cause.0 }
          return found.flatMap { found in
            found.share > TerminalReport.leastShare
              ? BarSegment(
                cause.1, found.share, text: HumaneText.percent(found.share),
                colour: index + 2) : nil
          }
        })
    }
    guard rows.contains(where: { !$0.segments.isEmpty }) else { return nil }
    return ReportDocument.Block.picture(
      StackedBar(ChartHeading("Where lost time went, by run"), rows), id: "\(prefix)time",
      caption: "How the time that was not productive is made up in each run. How much it is, is "
        + "in the tables.")
  }

  private func setup(_ change: RunChange) -> ReportDocument.Block? {
    let (lines, more) = text.setup(of: change)
    guard !lines.isEmpty else { return nil }
    return .table(
      Table(
        columns: [.text("What differs")] + letters(change).map { .text($0) },
        groups: [Table.Group(rows: lines.map { Table.Row(cells: [$0.path, $0.old, $0.new]) })],
        note: more > 0 ? "And \(HumaneText.grouped(more)) more: compare --json has them all." : nil)
    )
  }

  private func metrics(_ change: RunChange) -> ReportDocument.Block {
    .table(
      Table(
        columns: [.text("Metric")] + letters(change).map { .number($0) } + [
          .number("Change"), .number("95 % interval"), .number("Relative"), .text("Verdict"),
        ],
        groups: [
          Table.Group(
            rows: text.metrics(of: change).map { line in
              Table.Row(
                cells: [
                  line.label, line.scale.value(line.change.baseline.summary.mean),
                  line.scale.value(line.change.run.summary.mean),
                  line.scale.change(line.change.change),
                  line.scale.interval(line.change.change), ComparisonText.relative(line.change),
                  line.change.verdict?.text ?? "",
                ], standing: Self.standing(line.change.verdict))
            })
        ]))
  }

  private func causes(_ change: RunChange) -> ReportDocument.Block {
    let scales = ComparisonText.scales(of: change)
    return .table(
      Table(
        columns: [.text("Time, %")] + letters(change).map { .number($0) } + [
          .number("Change"), .number("95 % interval"), .number(scales.hours.unit),
          .text("Verdict"),
        ],
        groups: [
          Table.Group(
            rows: change.causes.map { cause in
              Table.Row(
                cells: [
                  cause.state.title, scales.share.value(cause.shares.baseline),
                  scales.share.value(cause.shares.run), scales.share.change(cause.share),
                  scales.share.interval(cause.share), scales.hours.change(cause.hours),
                  cause.verdict?.text ?? "",
                ], standing: Self.standing(cause.verdict))
            })
        ]))
  }

  private static func standing(_ verdict: ChangeVerdict?) -> Table.Standing {
    switch verdict {
    case .better: .good
    case .worse: .bad
    case .higher, .lower, .notSeen, nil: .plain
    }
  }

  private func letters(_ change: RunChange) -> [String] {
    [RunComparison.letter(0), RunComparison.letter(change.run)]
  }

  private var figures: ReportDocument.Section? {
    let figures = text.comparison.figures
    guard !figures.isEmpty else { return nil }
    let columns = runs.indices.flatMap { place -> [Table.Column] in
      let letter = RunComparison.letter(place)
      return [.number("\(letter) simulated"), .text("\(letter) verdict")]
    }
    let rows = figures.map { figure in
      Table.Row(
        cells: [figure.figure.markedTitle, figure.figure.observedText]
          + figure.entries.flatMap { entry in
            [
              (entry?.simulatedText ?? HumaneText.missing),
              entry.map { "\($0.verdict) (\($0.kind))" } ?? "",
            ]
          })
    }
    return ReportDocument.Section(
      "Against the published figures", id: "\(prefix)figures",
      [
        .table(
          Table(
            columns: [.text("Figure"), .number("Observed")] + columns,
            groups: [Table.Group(rows: rows)]))
      ])
  }
}
