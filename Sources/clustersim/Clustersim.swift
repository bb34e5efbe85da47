import ArgumentParser
import Experiments
import Reporting

/// The command: reads the command line, runs a verb, and ends with the right exit code.
@main
struct Clustersim: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "clustersim",
    abstract: "Simulates how failures cut into the training time of a GPU cluster.",
    discussion: """
      Draws component failures over thousands to millions of simulated GPUs, follows the job \
      through checkpoints, recoveries and repairs, and sets the effective training time (ETTR) \
      beside what the field has measured.

      Start with: clustersim run llama3
      """,
    version: version,
    subcommands: [
      RunVerb.self, SweepVerb.self, MergeVerb.self, CompareVerb.self, ReportVerb.self,
      ValidateVerb.self, CheckVerb.self, InitVerb.self, ListVerb.self, SchemaVerb.self,
    ])

  static func main() {
    Machine.ignoreFileSizeSignal()
    Machine.keepStandardStreamsApart()
    StopSignals.watch()
    guard AddressSpace.hasRoom else {
      end(
        with: Failure(
          "the limit of memory (ulimit -v) is too low to run at all; it takes some"
            + " \(Int(AddressSpace.leastRoom) >> 20) MB more than the program", exitCode: 71))
    }
    guard !CommandLine.arguments.isEmpty else {
      // Swift finds them by /proc on Linux.
      end(with: Failure("the system does not tell the command line; is /proc there?", exitCode: 71))
    }
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// Tells the error, or the help that was asked for, and ends the process.
  private static func end(with error: any Error) -> Never {
    switch error {
    case let failure as Failure:
      failure.tell()
      exit(withErrorCode: failure.exitCode)
    default:
      // What swift-argument-parser has to say: help and version for standard output, or one line.
      guard exitCode(for: error) != .success else { tellHelp(fullMessage(for: error)) }
      let failure = Failure(
        TerminalText.plain(message(for: error)), exitCode: exitCode(for: error).rawValue)
      failure.tell()
      exit(withErrorCode: failure.exitCode)
    }
  }

  private static func tellHelp(_ text: String) -> Never {
    do {
      try CheckedOutput.standardOutput.write(text + "\n")
      exit(withErrorCode: 0)
    } catch {
      let failure = Failure(error)
      failure.tell()
      exit(withErrorCode: failure.exitCode)
    }
  }

  private static func exit(withErrorCode code: Int32) -> Never {
    exit(withError: ExitCode(code))
  }
}
