import ArgumentParser
import Reporting
import ScenarioFormat

/// Prints the JSON Schema of a format.
struct SchemaVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema that editors check scenarios with.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case scenario
  }

  @Argument(help: "The format: scenario.")
  var format: Format

  func run() throws {
    do {
      try CheckedOutput.standardOutput.write(scenarioSchema().text())
    } catch {
      throw Failure(error)
    }
  }
}
