import ArgumentParser
import Experiments
import Reporting

/// Sets scenarios beside all published figures that they name.
struct ValidateVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Sets the scenarios that ship beside the published figures.",
    discussion: """
      Each published figure with its interval, what was simulated with its prediction interval, \
      the p-value, whether the figure was predicted or calibrated on, and the verdict. The exit \
      code is 1 if a figure disagrees and the scenario does not explain it, or if one that is \
      known to disagree no longer does.

      Examples:
        clustersim validate
        clustersim validate llama3 imbue my.json
        clustersim validate --markdown > table.md
      """)

  @Argument(
    help: ArgumentHelp(
      "Scenarios: paths or names that ship (default: all that ship and name references).",
      valueName: "scenario"))
  var scenarios: [String] = []

  @OptionGroup var options: ValidationOptions

  func run() throws {
    let files = SharedFiles(executable: Machine.executable)
    let report = try Validation(options: options, files: files).report(on: scenarios)
    do {
      if let csv = options.csv { try write(report.table.text(), to: csv) }
      if let json = options.json { try write(report.json.text(), to: json) }
      if options.wantsReport { try CheckedOutput.standardOutput.write(text(of: report)) }
    } catch {
      throw Failure(anyOf: error)
    }
    guard report.problems.isEmpty else {
      throw Failure(lines: report.problems.map(TerminalText.plain), exitCode: 1)
    }
  }

  private func text(of report: ValidationReport) -> String {
    options.markdown
      ? report.markdown(listsOpenFigures: options.all)
      : TerminalValidation(
        report, style: .ofStandardOutput, listsOpenFigures: options.all
      ).text
  }

  private func write(_ text: String, to path: String) throws(OutputError) {
    if path == "-" {
      try CheckedOutput.standardOutput.write(text)
    } else {
      try OutputFile.write(text, to: path)
    }
  }
}
