import Experiments
import Reporting

/// Puts the results of an experiment where they are wanted: files, tables, the terminal.
struct ResultPublisher {
  let plan: ExperimentPlan
  let output: OutputOptions
  /// The command that gives the result.
  let commandLine: [String]

  /// Writes the files, and then what else is wanted of a report.
  ///
  /// - Parameter records: what the files were made from, which goes when they are there.
  func publish(
    _ report: ExperimentReport, in folder: OutputFolder?, records: RecordFile? = nil,
    elapsed: Duration
  ) throws(OutputError) {
    if let folder {
      let manifest = Manifest(
        plan: plan, version: Clustersim.version, commandLine: commandLine,
        missing: report.missing, created: Timestamp.now)
      try report.write(to: folder, manifest: manifest, withCharts: output.vega)
      StopSignals.advise(nil)
      try records?.remove(from: folder)
    }
    try output.write(report)
    guard output.wantsReport else {
      for warning in report.warnings { StandardError.warn(TerminalText.plain(warning)) }
      return
    }
    let threads = plan.run.threads
    let seconds = (elapsed / .seconds(1) * 10).rounded() / 10
    let time = "\(seconds) s on \(threads) thread\(threads == 1 ? "" : "s")"
    var text = report.terminalText(style: .ofStandardOutput, elapsed: time)
    if let folder {
      let names = report.fileNames(withCharts: output.vega).joined(separator: "  ")
      text += "\n\(TerminalText.plain(folder.path))/   \(names)\n"
    }
    try CheckedOutput.standardOutput.write(text)
  }
}
