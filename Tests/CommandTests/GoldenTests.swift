import Foundation
import Testing

/// `CLUSTERSIM_REGENERATE=1 swift test --filter GoldenTests` writes the files in Golden anew.
@Suite("Texts as they were seen and found good") struct GoldenTests {
  /// Names of the files in Golden, and the arguments that print them.
  static let texts: [(String, [String])] = [
    ("help", ["--help"]), ("run-help", ["run", "--help"]), ("list", ["list"]),
    ("init-help", ["init", "--help"]), ("sweep-help", ["sweep", "--help"]),
    ("merge-help", ["merge", "--help"]), ("compare-help", ["compare", "--help"]),
    (
      "sweep",
      [
        "sweep", "llama3", "--vary", "checkpoint.interval=5min,10min,30min", "--replications", "50",
        "--no-files",
      ]
    ),
    ("llama3", ["run", "llama3", "--replications", "50", "--seed", "1", "--no-files"]),
    ("imbue", ["run", "imbue", "--replications", "50", "--seed", "1", "--no-files"]),
    ("check-llama3", ["check", "llama3"]), ("check-imbue", ["check", "imbue"]),
  ]

  @Test("What is printed is the golden file", arguments: texts)
  func printsGolden(name: String, arguments: [String]) throws {
    let outcome = try Command.run(arguments, in: TemporaryFolder())
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.isEmpty)
    // The one part of a report that differs from run to run.
    let printed = outcome.output.replacing(
      /[0-9.]+ s on [0-9]+ threads?\n/, with: "TIME on THREADS\n")
    let path = "Tests/CommandTests/Golden/\(name).txt"
    if ProcessInfo.processInfo.environment["CLUSTERSIM_REGENERATE"] == "1" {
      try Data(printed.utf8).write(to: Checkout.place(path))
    }
    #expect(try printed == Checkout.text(path))
  }

  @Test("A report that goes to no terminal has 80 columns and no escapes", arguments: texts)
  func keepsToPlainText(name: String, arguments: [String]) throws {
    let environment = ["COLUMNS": "200", "TERM": "xterm-256color", "CLICOLOR_FORCE": "1"]
    let outcome = try Command.run(arguments, in: TemporaryFolder(), environment: environment)
    #expect(!outcome.output.contains("\u{1B}"))
    guard ["run", "sweep"].contains(arguments.first), !arguments.contains("--help") else { return }
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(
    "A schema that is printed is the one in Schemas",
    arguments: ["scenario", "result", "sweep", "comparison"])
  func printsSchema(of format: String) throws {
    let outcome = try Command.run("schema", format, in: TemporaryFolder())
    #expect(outcome.exitCode == 0)
    #expect(try outcome.output == Checkout.text("Schemas/\(format).schema.json"))
  }
}
