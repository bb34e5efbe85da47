import ArgumentParser
import Reporting

/// Joins the shards of a run or a sweep.
struct MergeVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Joins the shards of a run or a sweep into the result of the whole.",
    discussion: """
      The result is that of the run made at once, byte for byte. Shards of another experiment, \
      shards given twice, damaged ones and holes are refused.

      Examples:
        clustersim merge Results/llama3
        clustersim merge shards/*.jsonl --output Results/all
      """)

  @Argument(
    help: ArgumentHelp(
      "Files of shards, or folders that hold them (shard-1-of-4.jsonl …).", valueName: "shard"))
  var shards: [String]

  @Flag(help: "Take what is there when shards are missing or unfinished.")
  var allowPartial = false

  @Flag(help: "Overwrite another scenario's results.")
  var force = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    do {
      try merge()
    } catch {
      throw Failure(anyOf: error)
    }
  }

  private func merge() throws {
    let started = ContinuousClock.now
    let files = SharedFiles(executable: Machine.executable)
    let paths = try ShardMerger.files(at: shards)
    for path in [output.json, output.csv, output.report].compactMap(\.self)
    where paths.contains(path) {
      throw Failure("\(TerminalText.plain(path)) is a shard: it would be overwritten", exitCode: 64)
    }
    var merger = try ShardMerger(paths, threads: 1)
    let results = ExperimentResults(merger.plan)
    let missing = try merger.merge(into: results, allowsHoles: allowPartial)
    let references =
      merger.plan.variation == nil ? try files.references(of: merger.plan.document) : []
    guard let report = results.report(references: references, missing: missing) else {
      throw Failure("the shards hold no replications of the first point", exitCode: 65)
    }
    let folder = try output.folder(for: merger.plan)
    try RecordedExperiment(
      merger.plan, shard: nil, folder: folder, commandLine: merger.commandLine
    ).takeFolder(overwrites: force)
    try output.checkPlaces(
      besides: merger.plan.fileNames(withCharts: output.vega), in: folder)
    try ResultPublisher(
      plan: merger.plan, output: output, commandLine: merger.commandLine, shared: files
    ).publish(report, in: folder, elapsed: .now - started)
  }
}
