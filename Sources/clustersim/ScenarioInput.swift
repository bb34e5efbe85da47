import ArgumentParser
import Reporting
import ScenarioFormat

/// The scenario that a verb works on, and the values that override it.
struct ScenarioInput: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A scenario: a path, the name of one that ships (llama3), or - for standard input.",
      valueName: "scenario"))
  var scenario: String

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Sets a value of the scenario, such as checkpoint.interval=10min; repeatable.",
      valueName: "path=value"))
  var settings: [String] = []

  func validate() throws {
    guard settings.count <= 1000 else {
      throw ValidationError("--set: given \(settings.count) times; at most 1000 are read")
    }
  }

  /// Reads the scenario with its settings; tells what is odd on standard error.
  func read(_ files: SharedFiles) throws -> ScenarioDocument {
    let source = try source(files)
    do {
      let settings = try settings.map { text throws(Diagnostic) in try Setting(text) }
      let document = try ScenarioReader.read(
        source, settings: settings, base: base(files),
        references: files.scenarioFolder == nil ? nil : files.referenceNames)
      for warning in document.warnings { StandardError.warn("\(warning)") }
      return document
    } catch let problem as Diagnostic {
      throw Failure("\(problem)", exitCode: 64)
    } catch let problems as ScenarioProblems {
      throw Failure(problems)
    }
  }

  private func base(_ files: SharedFiles) -> BaseScenario {
    BaseScenario { path, extending throws(BaseScenario.Unavailable) in
      do throws(InputError) {
        let file = try files.resolve(base: path, extendedBy: extending.name)
        return ScenarioSource(name: file, bytes: try InputFile.read(file, allowsPipes: false))
      } catch {
        throw BaseScenario.Unavailable(error.description)
      }
    }
  }

  private func source(_ files: SharedFiles) throws -> ScenarioSource {
    do {
      switch try files.resolve(scenario) {
      case .standardInput:
        return ScenarioSource(name: "<stdin>", bytes: try InputFile.readStandardInput())
      case .file(let path):
        return ScenarioSource(name: path, bytes: try InputFile.read(path))
      }
    } catch {
      throw Failure(error)
    }
  }
}
