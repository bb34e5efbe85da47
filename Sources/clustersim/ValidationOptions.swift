import ArgumentParser
import Experiments

/// How a validation simulates, and where it goes.
struct ValidationOptions: ParsableArguments {
  // Unconditional, so that a negative number is refused as one and not as a missing value.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Independent replications of each scenario (default: "
        + "\(SimulationOptions.standard.replications))."))
  var replications: Int?

  @Option(
    parsing: .unconditional, help: "Seed of all random numbers: the same seed gives the same bytes."
  )
  var seed = SimulationOptions.standard.seed

  @Option(
    parsing: .unconditional,
    help: "Threads to use (default: all processors). Results do not depend on it.")
  var threads: Int?

  @Flag(help: "Run what would be refused as hopeless or huge.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "Also write all comparisons as CSV to a file, or - for stdout.", valueName: "file"))
  var csv: String?

  @Option(
    help: ArgumentHelp("Also write them as JSON to a file, or - for stdout.", valueName: "file"))
  var json: String?

  @Flag(help: "Print a table as GitHub shows it, in place of the terminal's.")
  var markdown = false

  @Flag(help: "List the published figures that no scenario simulates.")
  var all = false

  @Flag(name: .shortAndLong, help: "Print neither the tables nor progress.")
  var quiet = false

  func validate() throws {
    try SimulationOptions.check(replications, "--replications")
    try SimulationOptions.check(threads: threads)
    if let json, json == csv {
      throw ValidationError("--json and --csv cannot both be written to \(json)")
    }
    if quiet, markdown { throw ValidationError("--quiet and --markdown contradict each other") }
    for (option, path) in [("json", json), ("csv", csv)] where path == "" {
      throw ValidationError("--\(option): the name is empty")
    }
  }

  /// Whether standard output is free for the tables, and they are wanted.
  var wantsReport: Bool { !quiet && json != "-" && csv != "-" }

  var settings: RunSettings {
    RunSettings(
      replications: replications ?? SimulationOptions.standard.replications, seed: seed,
      threads: threads ?? SimulationOptions.standard.threads)
  }
}
