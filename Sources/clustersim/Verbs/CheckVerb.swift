import ArgumentParser
import Reporting

/// Reads a scenario, and tells what is wrong with it or what it means.
struct CheckVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads a scenario: says what is wrong with it, or what it means in plain words.",
    discussion: """
      Nothing is simulated and no file is written. Failure rates, the expected MTTI, checkpoint \
      intervals and the ETTR are told by formula, and which figures are defaults.
      """)

  @OptionGroup var input: ScenarioInput

  func run() throws {
    let files = SharedFiles(executable: Machine.executable)
    let document = try input.read(files)
    let odd = Comparison.warnings(
      calibratedOn: document.calibratedOn, knownDisagreements: document.knownDisagreements,
      references: try files.references(of: document))
    for warning in odd { StandardError.warn(TerminalText.plain(warning)) }
    do {
      try CheckedOutput.standardOutput.write(
        CheckReport(document, style: .ofStandardOutput).text)
    } catch {
      throw Failure(error)
    }
    // What a run would refuse is wrong with the scenario.
    try SimulationOptions.check(document.scenario, SimulationOptions.standard)
  }
}
