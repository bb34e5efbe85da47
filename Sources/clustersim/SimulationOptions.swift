import ArgumentParser
import ClusterModel
import Experiments

/// The options of every verb that simulates.
struct SimulationOptions: ParsableArguments {
  /// Beyond this a mean has more digits than the model deserves.
  private static let mostReplications = 10_000_000

  @Option(help: "Number of independent replications.")
  var replications = 1000

  @Option(help: "Seed of all random numbers: the same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Option(help: "Threads to use (default: all processors). Results do not depend on it.")
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
      replications: replications, seed: seed, threads: threads ?? min(1024, Machine.processors))
  }

  /// Refuses a run that would not end or not fit, unless it is forced.
  func check(_ scenario: Scenario) throws {
    let feasibility = Feasibility(scenario)
    guard !force,
      let reason = feasibility.refusal(settings: settings, memory: Machine.memory)
    else { return }
    throw Failure("\(reason); --force runs it all the same", exitCode: 65)
  }
}
