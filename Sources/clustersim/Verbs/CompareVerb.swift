import ArgumentParser
import Reporting

/// Sets runs side by side.
struct CompareVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Sets runs side by side: what differs, and how sure that is.",
    discussion: """
      The first result is what the others are compared with. Runs of the same seed met the same \
      random numbers: their differences are taken replication by replication. Others are \
      independent, and compared by Welch's t.

      Examples:
        clustersim compare llama3 imbue
        clustersim run llama3 --set horizon=30d --output Results/llama3-30d
        clustersim compare Results/llama3 Results/llama3-30d --markdown
      """)

  @Argument(
    help: ArgumentHelp(
      "Folders that run wrote, or names of them in Results.", valueName: "result"))
  var results: [String]

  @Flag(help: "Tell every metric.")
  var all = false

  @Flag(help: "Print the report as Markdown, in place of the terminal's.")
  var markdown = false

  @Option(
    help: ArgumentHelp(
      "Also write a CSV row a metric, and share of time, to a file, or - for stdout.",
      valueName: "file"))
  var csv: String?

  @Option(
    help: ArgumentHelp(
      "Also write all of it as JSON to a file, or - for stdout.", valueName: "file"))
  var json: String?

  @Flag(name: .customLong("no-header"), help: "Leave out the header of --csv.")
  var noHeader = false

  @Flag(name: .shortAndLong, help: "Do not print the report.")
  var quiet = false

  func validate() throws {
    guard results.count > 1 else {
      throw ValidationError(
        "one result has nothing beside it; name another: clustersim compare"
          + " \(ShellWord.quoted(results.first ?? "llama3")) imbue")
    }
    guard results.count <= RunComparison.mostRuns else {
      throw ValidationError(
        "\(results.count) results are too many to set side by side; at most"
          + " \(RunComparison.mostRuns)")
    }
    if let json, json == csv {
      throw ValidationError("--json and --csv cannot both be written to \(json)")
    }
    if noHeader, csv == nil { throw ValidationError("--no-header goes with --csv") }
    for (option, path) in [("json", json), ("csv", csv)] where path == "" {
      throw ValidationError("--\(option): the name is empty")
    }
    if quiet, markdown { throw ValidationError("--quiet and --markdown contradict each other") }
  }

  func run() throws {
    do {
      try compare()
    } catch {
      throw Failure(anyOf: error)
    }
  }

  private func compare() throws {
    let runs = try results.map(Self.run)
    for path in [json, csv].compactMap(\.self) where path != "-" {
      for run in runs { try StoredResult.run(run).checkOutput(path) }
    }
    let comparison = try RunComparison(runs)
    if let json { try write(comparison.json.text(), to: json) }
    if let csv { try write(comparison.table.text(withHeader: !noHeader), to: csv) }
    guard !quiet, json != "-", csv != "-" else {
      for warning in comparison.warnings { StandardError.warn(TerminalText.plain(warning)) }
      return
    }
    try CheckedOutput.standardOutput.write(
      markdown
        ? ComparisonDocument(comparison, tellsAll: all).markdown
        : TerminalComparison(comparison, style: .ofStandardOutput, tellsAll: all).report)
  }

  private static func run(_ argument: String) throws -> StoredRun {
    switch try StoredResult(ResultSource(folder: argument)) {
    case .run(let run): return run
    case .sweep:
      throw Failure(
        "\(TerminalText.plain(argument)): a sweep, and compare takes runs; differences of its points"
          + " are in its differences.csv", exitCode: 65)
    }
  }

  private func write(_ text: String, to path: String) throws(OutputError) {
    if path == "-" {
      try CheckedOutput.standardOutput.write(text)
    } else {
      try OutputFile.write(text, to: path)
    }
  }
}
