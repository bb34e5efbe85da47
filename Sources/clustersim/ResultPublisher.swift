import Experiments
import Reporting

/// Puts the results of an experiment where they are wanted: files, tables, the terminal.
struct ResultPublisher {
  let plan: ExperimentPlan
  let output: OutputOptions
  /// The command that gives the result.
  let commandLine: [String]
  /// Where published figures are.
  let shared: SharedFiles

  /// Writes the files, and then what else is wanted of a report.
  ///
  /// - Parameter records: what the files were made from, which goes when they are there.
  func publish(
    _ report: ExperimentReport, in folder: OutputFolder?, records: RecordFile? = nil,
    elapsed: Duration
  ) throws {
    let files =
      folder != nil || output.wantsPage
      ? report.files(manifest: manifest(of: report), withCharts: output.vega) : nil
    if let folder, let files {
      try files.write(to: folder)
      StopSignals.advise(nil)
      try records?.remove(from: folder)
    }
    try output.write(report)
    let page = try output.wantsPage ? files.map(page) : nil
    if let page { try output.write(page) }
    guard output.wantsReport else {
      for warning in report.warnings { StandardError.warn(TerminalText.plain(warning)) }
      return
    }
    if output.markdown {
      if let page { try CheckedOutput.standardOutput.write(page.markdown) }
    } else {
      try tell(report, folder.map { ($0.path, files?.names ?? []) }, elapsed)
    }
  }

  private func manifest(of report: ExperimentReport) -> Manifest {
    Manifest(
      plan: plan, version: Clustersim.version, commandLine: commandLine, missing: report.missing,
      created: Timestamp.now)
  }

  /// The page that `report` would make of the files.
  private func page(_ files: ResultFiles) throws -> ResultPage {
    try ResultPage(
      [StoredResult(files.source(place: plan.name))], references: shared.allReferences())
  }

  /// Prints the report for the terminal, and where the files are.
  private func tell(
    _ report: ExperimentReport, _ written: (folder: String, names: [String])?, _ elapsed: Duration
  ) throws {
    let threads = plan.run.threads
    let seconds = (elapsed / .seconds(1) * 10).rounded() / 10
    let time = "\(seconds) s on \(threads) thread\(threads == 1 ? "" : "s")"
    let style = TerminalReport.Style.ofStandardOutput
    var text = try report.terminalText(
      style: style, elapsed: time, library: shared.allReferences())
    if let written {
      text += "\n" + TerminalText.list(written.names, in: "\(written.folder)/", width: style.width)
    }
    try CheckedOutput.standardOutput.write(text)
  }
}
