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
  func read(_ files: SharedFiles) throws(Failure) -> ScenarioDocument {
    let document = try loaded(files).document()
    for warning in document.warnings { StandardError.warn("\(warning)") }
    return document
  }

  /// The text of the scenario, and what it takes to read it with other settings.
  func loaded(_ files: SharedFiles) throws(Failure) -> LoadedScenario {
    do {
      let settings = try settings.map { text throws(Diagnostic) in try Setting(text) }
      return LoadedScenario(
        source: try ScenarioSource(named: scenario, files), settings: settings, files: files)
    } catch let problem as Diagnostic {
      throw Failure("\(problem)", exitCode: 64)
    } catch {
      throw Failure(anyOf: error)
    }
  }
}

extension ScenarioSource {
  /// Reads what an argument names: a path, a scenario that ships, or standard input.
  init(named argument: String, _ files: SharedFiles) throws(InputError) {
    switch try files.resolve(argument) {
    case .standardInput:
      self.init(name: "<stdin>", bytes: try InputFile.readStandardInput())
    case .file(let path):
      self.init(name: path, bytes: try InputFile.read(path))
    }
  }
}

/// A scenario's text with its settings, to be read with more of them.
struct LoadedScenario {
  let source: ScenarioSource
  let settings: [Setting]
  let files: SharedFiles

  /// Reads the scenario; `more` are set last.
  func document(_ more: [Setting] = []) throws(Failure) -> ScenarioDocument {
    do throws(ScenarioProblems) {
      return try ScenarioReader.read(
        source, settings: settings + more, base: base,
        references: files.scenarioFolder == nil ? nil : files.referenceNames)
    } catch {
      throw Failure(error)
    }
  }

  /// The text over what it extends, with the settings.
  func text() throws(Failure) -> JSONValue {
    do throws(ScenarioProblems) {
      return try ScenarioReader.text(of: source, settings: settings, base: base)
    } catch {
      throw Failure(error)
    }
  }

  private var base: BaseScenario {
    BaseScenario { path, extending throws(BaseScenario.Unavailable) in
      do throws(InputError) {
        let file = try files.resolve(base: path, extendedBy: extending.name)
        return ScenarioSource(name: file, bytes: try InputFile.read(file, allowsPipes: false))
      } catch {
        throw BaseScenario.Unavailable(error.description)
      }
    }
  }
}
