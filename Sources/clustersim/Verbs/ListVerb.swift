import ArgumentParser
import Reporting

/// Prints what ships: scenarios and published references.
struct ListVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the scenarios and the published references that ship.")

  func run() throws {
    let files = SharedFiles(executable: Machine.executable)
    var text = "Scenarios (clustersim run NAME)\n"
    for name in files.scenarioNames { text += "  \(name)\n" }
    text += "References (\"references\" in a scenario)\n"
    for name in files.referenceNames { text += "  \(name)\n" }
    do {
      try CheckedOutput.standardOutput.write(text)
    } catch {
      throw Failure(error)
    }
  }
}
