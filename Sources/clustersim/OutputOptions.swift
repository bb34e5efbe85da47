import ArgumentParser
import Reporting

/// Where the results of a run go.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder for the result files (default: Results/<name>, of a sweep Results/<name>-sweep).",
      valueName: "dir"))
  var output: String?

  @Option(
    help: ArgumentHelp("Also write result.json to a file, or - for stdout.", valueName: "file"))
  var json: String?

  @Option(
    help: ArgumentHelp(
      "Also write a wide CSV row of all metrics, a row a point, to a file, or - for stdout.",
      valueName: "file"))
  var csv: String?

  @Option(
    help: ArgumentHelp("Also write a page of HTML to a file, or - for stdout.", valueName: "file"))
  var report: String?

  @Flag(help: "Print the report as Markdown.")
  var markdown = false

  @Flag(name: .customLong("no-header"), help: "Leave out the header of --csv.")
  var noHeader = false

  @Flag(name: .customLong("no-files"), help: "Write no result files.")
  var noFiles = false

  @Flag(help: "Also write Vega-Lite specifications of charts beside the result files.")
  var vega = false

  @Flag(name: .shortAndLong, help: "Print neither the report nor progress.")
  var quiet = false

  func validate() throws {
    let places = [("--json", json), ("--csv", csv), ("--report", report)]
    for (index, (option, path)) in places.enumerated() {
      if let path, let other = places[..<index].first(where: { $0.1 == path }) {
        throw ValidationError("\(other.0) and \(option) cannot both be written to \(path)")
      }
    }
    if markdown, let other = (quiet ? "--quiet" : places.first { $0.1 == "-" }.map { "\($0.0) -" })
    {
      throw ValidationError("--markdown and \(other) contradict each other")
    }
    if noFiles, output != nil {
      throw ValidationError("--output and --no-files contradict each other")
    }
    if noFiles, vega {
      throw ValidationError("--vega and --no-files contradict each other")
    }
    if noHeader, csv == nil {
      throw ValidationError("--no-header goes with --csv")
    }
    for (option, path) in [("--output", output)] + places where path == "" {
      throw ValidationError("\(option): the name is empty")
    }
  }

  /// Refuses what would overwrite the scenario, or have nowhere to go.
  func check(_ input: ScenarioInput, _ simulation: SimulationOptions) throws {
    if input.scenario != "-", [json, csv, report].contains(input.scenario) {
      throw ValidationError("\(input.scenario) is the scenario: it would be overwritten")
    }
    if noFiles, simulation.resume || simulation.shard != nil {
      let option = simulation.resume ? "--resume" : "--shard"
      throw ValidationError("\(option) and --no-files contradict each other")
    }
    let wanted = [
      ("--json", json != nil), ("--csv", csv != nil), ("--report", report != nil),
      ("--markdown", markdown), ("--vega", vega),
    ]
    if simulation.shard != nil, let option = wanted.first(where: \.1)?.0 {
      throw ValidationError("--shard has no results to write; merge writes \(option)")
    }
  }

  /// Whether standard output is free for the report, and it is wanted.
  var wantsReport: Bool { !quiet && ![json, csv, report].contains("-") }

  /// Whether a page, in whatever language, is to be made.
  var wantsPage: Bool { report != nil || markdown }

  /// The folder for the result files, created if it is missing; nil when none are wanted.
  func folder(for plan: ExperimentPlan) throws(Failure) -> OutputFolder? {
    guard !noFiles else { return nil }
    let name = "Results/\(plan.name)" + (plan.variation == nil ? "" : "-sweep")
    do throws(OutputError) {
      return try OutputFolder(creating: output ?? name)
    } catch {
      throw Failure(error)
    }
  }

  /// Refuses places where a report could not be written once it is there.
  func checkPlaces(besides names: [String], in folder: OutputFolder?) throws(OutputError) {
    for path in [json, csv, report].compactMap(\.self) where path != "-" {
      try OutputFile.check(path, besides: names, in: folder)
    }
  }

  /// Writes the views of the result that were asked for.
  func write(_ report: ExperimentReport) throws(OutputError) {
    if let json { try write(report.resultJSON.text(), to: json) }
    if let csv { try write(report.wideTable.text(withHeader: !noHeader), to: csv) }
  }

  /// Writes the page if it was asked for.
  func write(_ page: ResultPage) throws(OutputError) {
    if let report { try write(page.html, to: report) }
  }

  private func write(_ text: String, to path: String) throws(OutputError) {
    if path == "-" {
      try CheckedOutput.standardOutput.write(text)
    } else {
      try OutputFile.write(text, to: path)
    }
  }
}
