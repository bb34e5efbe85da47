import ArgumentParser
import Reporting
import ScenarioFormat

/// Prints the JSON Schema of a format.
struct SchemaVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema of a format.",
    discussion: """
      Editors complete and check scenarios by the schema of scenarios. The schema of results \
      tells programs which keys result.json has, in which units, and where a value may be null.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case scenario, result, sweep, comparison, validation

    var schema: JSONValue {
      switch self {
      case .scenario: scenarioSchema()
      case .result: resultSchema()
      case .sweep: sweepSchema()
      case .comparison: comparisonSchema()
      case .validation: validationSchema()
      }
    }
  }

  @Argument(
    help: """
      The format: scenario, result (of a run's result.json), sweep (of a sweep's), comparison (of \
      compare --json), or validation (of validate --json).
      """)
  var format: Format

  func run() throws {
    do {
      try CheckedOutput.standardOutput.write(format.schema.text())
    } catch {
      throw Failure(error)
    }
  }
}
