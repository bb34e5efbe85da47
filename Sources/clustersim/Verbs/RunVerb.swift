import ArgumentParser
import Experiments
import Reporting
import ScenarioFormat

/// Simulates a scenario, prints the report and writes the result files.
struct RunVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Simulates a scenario, prints the report and writes the result files.",
    discussion: """
      Examples:
        clustersim run llama3
        clustersim run my.json --set checkpoint.interval=10min --replications 200
        for t in 5min 10min 30min; do
          clustersim run llama3 --set checkpoint.interval=$t --csv - --no-header --no-files --quiet
        done > sweep.csv
      """)

  @OptionGroup var input: ScenarioInput
  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if input.scenario != "-", [output.json, output.csv].contains(input.scenario) {
      throw ValidationError("\(input.scenario) is the scenario: it would be overwritten")
    }
  }

  func run() throws {
    let started = ContinuousClock.now
    let files = SharedFiles(executable: Machine.executable)
    let document = try input.read(files)
    let settings = simulation.settings
    try simulation.check(document.scenario)
    let references = try files.references(of: document)
    let folder = try output.folder(default: "Results/\(document.name)")
    let result = simulate(document, settings)
    let report = RunReport(document: document, result: result, references: references)
    do {
      if let folder {
        let manifest = Manifest(
          document: document, settings: settings, version: Clustersim.version,
          commandLine: CommandLine.arguments, created: Timestamp.now)
        try report.write(to: folder, manifest: manifest)
      }
      try output.write(report)
      if output.wantsReport {
        let elapsed = ContinuousClock.now - started
        try printReport(report, elapsed: elapsed, folder: folder)
      } else {
        for warning in report.warnings { StandardError.warn(TerminalText.plain(warning)) }
      }
    } catch {
      throw Failure(error)
    }
  }

  private func simulate(_ document: ScenarioDocument, _ settings: RunSettings) -> RunResult {
    guard !output.quiet, Machine.isTerminal(2), !Machine.isDumbTerminal else {
      return Run.simulate(document.scenario, settings: settings)
    }
    let bar = ProgressBar(total: settings.replications, columns: Machine.columns(of: 2) ?? 80) {
      StandardError.write($0)
    }
    defer { bar.clear() }
    return Run.simulate(document.scenario, settings: settings) { bar.update(done: $0) }
  }

  private func printReport(
    _ report: RunReport, elapsed: Duration, folder: OutputFolder?
  ) throws(OutputError) {
    let threads = report.result.settings.threads
    let seconds = (elapsed / .seconds(1) * 10).rounded() / 10
    let time = "\(seconds) s on \(threads) thread\(threads == 1 ? "" : "s")"
    var text = TerminalReport(report, style: .ofStandardOutput, elapsed: time).text
    if let folder {
      let names = RunReport.fileNames.joined(separator: "  ")
      text += "\n\(TerminalText.plain(folder.path))/   \(names)\n"
    }
    try CheckedOutput.standardOutput.write(text)
  }
}
