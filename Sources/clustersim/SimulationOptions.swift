import ArgumentParser
import ClusterModel
import Experiments

/// The options of every verb that simulates.
struct SimulationOptions: ParsableArguments {
  /// Beyond this a mean has more digits than the model deserves.
  private static let mostReplications = 10_000_000
  /// What holds where no option is given.
  static let standard = RunSettings(
    replications: 1000, seed: 1, threads: min(1024, Machine.processors))

  // Unconditional, so that a negative number is refused as one and not as a missing value.
  @Option(parsing: .unconditional, help: "Number of independent replications.")
  var replications = standard.replications

  @Option(
    parsing: .unconditional, help: "Seed of all random numbers: the same seed gives the same bytes."
  )
  var seed = standard.seed

  @Option(
    parsing: .unconditional,
    help: "Threads to use (default: all processors). Results do not depend on it.")
  var threads: Int?

  @Flag(help: "Run what would be refused as hopeless or huge.")
  var force = false

  func validate() throws {
    guard (1...Self.mostReplications).contains(replications) else {
      throw ValidationError(
        "--replications: \(replications) is not between 1 and \(Self.mostReplications)")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads: \(threads) is not between 1 and 1024")
    }
  }

  var settings: RunSettings {
    RunSettings(
      replications: replications, seed: seed, threads: threads ?? Self.standard.threads)
  }

  /// Refuses a run that would not end or not fit, unless it is forced.
  func check(_ scenario: Scenario) throws(Failure) {
    if !force { try Self.check(scenario, settings) }
  }

  /// Refuses a run that would not end or not fit.
  static func check(_ scenario: Scenario, _ settings: RunSettings) throws(Failure) {
    let refusal = Feasibility(scenario).refusal(settings: settings, memory: Machine.memory)
    if let refusal { throw Failure("\(refusal); --force runs it all the same", exitCode: 65) }
  }
}
