import ArgumentParser
import Reporting

/// Makes a page of results that were written.
struct ReportVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Makes one page of HTML of results: figures, charts, comparison with the field.",
    discussion: """
      The page needs no script, no network and no other file. Several results stand on one page, \
      and runs among them are compared with the first.

      Examples:
        clustersim report Results/llama3 > llama3.html
        clustersim report Results/llama3 Results/imbue --output both.html
        clustersim report llama3 --markdown
      """)

  @Argument(
    help: ArgumentHelp(
      "Folders of results, or names of those in Results.", valueName: "result"))
  var results: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file, or - for stdout (the default).", valueName: "file"))
  var output: String?

  @Flag(help: "Write Markdown, without charts, instead of HTML.")
  var markdown = false

  func validate() throws {
    if output == "" { throw ValidationError("--output: the name is empty") }
    if !markdown, output == nil || output == "-", Machine.isTerminal(1) {
      throw ValidationError(
        "a page is not for a terminal; write it to a file: clustersim report … > page.html")
    }
  }

  func run() throws {
    do {
      let files = SharedFiles(executable: Machine.executable)
      let stored = try results.map { try StoredResult(ResultSource(folder: $0)) }
      if let output, output != "-" { for result in stored { try result.checkOutput(output) } }
      let report = try ResultPage(stored, references: files.allReferences())
      let text = markdown ? report.markdown : report.html
      if let output, output != "-" {
        try OutputFile.write(text, to: output)
      } else {
        try CheckedOutput.standardOutput.write(text)
      }
    } catch {
      throw Failure(anyOf: error)
    }
  }
}
