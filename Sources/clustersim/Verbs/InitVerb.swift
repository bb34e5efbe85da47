import ArgumentParser
import Reporting
import ScenarioFormat

/// Writes a first scenario to edit.
struct InitVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Writes a first scenario to edit.",
    discussion: """
      Asks on a terminal for what no option gives; elsewhere, and with --yes, takes the defaults. \
      The scenario runs as it is: its failure rates are borrowed from published clusters, and it \
      says which.

      Examples:
        clustersim init
        clustersim init lab --nodes 64 --horizon 90d
        clustersim init --output - --nodes 2048 | clustersim run -
      """)

  @Argument(help: .asking(.name)) var name: String?
  @Option(help: .asking(.accelerator)) var accelerator: String?
  @Option(help: .asking(.nodes, "n")) var nodes: String?
  @Option(help: .asking(.gpusPerNode, "n")) var gpusPerNode: String?
  @Option(help: .asking(.spareNodes, "n")) var spareNodes: String?
  @Option(help: .asking(.horizon, "time")) var horizon: String?
  @Option(help: .asking(.interval, "time")) var interval: String?
  @Option(help: .asking(.save, "time")) var save: String?
  @Option(help: .asking(.price, "usd")) var price: String?

  @Option(
    help: ArgumentHelp("File to write (default: NAME.json), or - for stdout.", valueName: "file"))
  var output: String?

  @Flag(name: .shortAndLong, help: "Ask nothing: take the defaults.")
  var yes = false

  @Flag(help: "Overwrite a file that is there.")
  var force = false

  func validate() throws {
    if output == "" { throw ValidationError("--output: the name is empty") }
  }

  func run() throws {
    let isAsking = !yes && Machine.isTerminal(0) && Machine.isTerminal(2)
    var document = try scenario(answers)
    // A name that is still to be asked for need not be free.
    if !isAsking || name != nil || output != nil { try checkIsFree(place(of: document)) }
    if isAsking {
      let interview = Interview { answers throws(Failure) in
        let document = try scenario(answers)
        try checkIsFree(place(of: document))
        return document
      }
      document = try interview.complete(answers, of: document)
    }
    for warning in document.warnings { StandardError.warn("\(warning)") }
    do {
      try write(document.canonical.text(), to: place(of: document))
    } catch {
      throw Failure(error)
    }
  }

  private var answers: [StarterQuestion: String] {
    let options: [StarterQuestion: String?] = [
      .name: name, .accelerator: accelerator, .nodes: nodes, .gpusPerNode: gpusPerNode,
      .spareNodes: spareNodes, .horizon: horizon, .interval: interval, .save: save, .price: price,
    ]
    return options.compactMapValues { $0 }
  }

  private func scenario(
    _ answers: [StarterQuestion: String]
  ) throws(Failure) -> ScenarioDocument {
    do {
      return try StarterScenario.document(answering: answers)
    } catch {
      throw Failure(ofCommandLine: error)
    }
  }

  private func place(of document: ScenarioDocument) -> String {
    output ?? document.name + ".json"
  }

  private func checkIsFree(_ path: String) throws(Failure) {
    guard !force, path != "-", Machine.isRegularFile(path) else { return }
    throw Failure(
      "\(TerminalText.plain(path)): exists already; --force overwrites it", exitCode: 73)
  }

  private func write(_ text: String, to path: String) throws(OutputError) {
    guard path != "-" else { return try CheckedOutput.standardOutput.write(text) }
    try OutputFile.write(text, to: path)
    let word = ShellWord.quoted(TerminalText.plain(path))
    StandardError.write(
      """
      Wrote \(TerminalText.plain(path)). Next:
        clustersim check \(word)
        clustersim run \(word)

      """)
  }
}

extension ArgumentHelp {
  /// The scenario without any answer; read once, as every option tells what it has.
  private static let starter = try? StarterScenario.document()

  /// What an option of a starter scenario is, and what holds without it.
  fileprivate static func asking(
    _ question: StarterQuestion, _ valueName: String? = nil
  ) -> ArgumentHelp {
    let usual = question.rule ?? starter.flatMap(question.value) ?? ""
    return ArgumentHelp("\(question.text) (default: \(usual)).", valueName: valueName)
  }
}

extension Failure {
  /// What is wrong with a scenario that the command line describes.
  fileprivate init(ofCommandLine problems: ScenarioProblems) {
    lines = Failure(problems).lines
    exitCode = 64
  }
}
