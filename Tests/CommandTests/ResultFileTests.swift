import Foundation
import Testing

@Suite("The files of a run") struct ResultFileTests {
  private static let names = [
    "comparison.csv", "faults.csv", "manifest.json", "replications.csv", "result.json",
    "summary.csv", "timeline.csv", "trajectories.csv",
  ]

  /// Runs the example and returns its folder.
  private func runExample(_ options: String...) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(ExampleScenario.text, to: "example.json")
    let outcome = try Command.run(
      ["run", "example.json", "--replications", "30", "--quiet"] + options, in: folder)
    #expect(outcome == Command.Outcome(exitCode: 0, output: "", errors: ""))
    return folder
  }

  @Test("They are those that are documented, in Results/<name>, and no temporary is left")
  func areAsDocumented() throws {
    let folder = try runExample()
    #expect(
      try folder.contents == ["Results", "Results/example"]
        + Self.names.map { "Results/example/\($0)" } + ["example.json"])
  }

  @Test("--output names another folder, which is made with its parents")
  func goElsewhere() throws {
    let folder = try runExample("--output", "a/b/")
    #expect(
      try folder.contents == ["a", "a/b"] + Self.names.map { "a/b/\($0)" } + ["example.json"])
  }

  /// Tables, and the columns that their headers begin with.
  static let headers = [
    (
      "summary.csv",
      "scenario,metric,unit,mean,standard_error,ci95_low,ci95_high,sd,min,p05,p25,p50,p75,p95,max\n"
    ),
    ("replications.csv", "scenario,replication,ettr,wall_hours,"),
    ("faults.csv", "scenario,fault,title,category,expected,simulated,"),
    ("comparison.csv", "scenario,reference,figure,title,unit,observed,"),
    (
      "timeline.csv",
      "time_seconds,event,fault,node,phase,lost_seconds,progress_seconds,spares,nodes_in_repair\n"
    ),
    ("trajectories.csv", "scenario,series,unit,time_hours,replications,mean,p05,p50,p95\n"),
  ]

  @Test("Tables have the columns that are documented, and each row has them all")
  func haveDocumentedColumns() throws {
    let folder = try runExample()
    for (name, header) in Self.headers {
      let text = try folder.text("Results/example/\(name)")
      #expect(text.hasPrefix(header) && text.hasSuffix("\n"), "\(name)")
      let commas = text.split(separator: "\n").map { $0.count { $0 == "," } }
      #expect(Set(commas).count == 1, "\(name)")
    }
    let replications = try folder.text("Results/example/replications.csv").split(separator: "\n")
    #expect(replications.count == 31)
    let faults = try folder.text("Results/example/faults.csv").split(separator: "\n")
    #expect(faults.dropFirst().map { $0.split(separator: ",")[1] } == ["gpu", "switch"])
  }

  /// The part of `manifest.json` that the interface documents.
  private struct Manifest: Decodable {
    struct Program: Decodable { let version: String }
    struct Scenario: Decodable {
      struct Checkpoint: Decodable { let interval: String }
      let checkpoint: Checkpoint
    }
    let created, gsl_version, scenario_sha256: String
    let program: Program
    let command_line: [String]
    let seed, replications: Int
    let scenario: Scenario
  }

  @Test("The manifest tells all that makes the result again, with the scenario after --set")
  func areToldByManifest() throws {
    let folder = try runExample("--set", "checkpoint.interval=20min", "--seed", "9")
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: folder.place("Results/example/manifest.json")))
    #expect(manifest.seed == 9 && manifest.replications == 30)
    #expect(manifest.scenario.checkpoint.interval == "20min")
    #expect(manifest.program.version == "0.1.0")
    #expect(manifest.command_line.suffix(2) == ["--seed", "9"])
    #expect(manifest.scenario_sha256.wholeMatch(of: /[0-9a-f]{64}/) != nil)
    #expect(manifest.created.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
    #expect(!manifest.gsl_version.isEmpty)
  }

  @Test("A later run replaces them, and leaves other files of the folder alone")
  func areReplaced() throws {
    let folder = try runExample()
    let summary = try folder.text("Results/example/summary.csv")
    try folder.write("old", to: "Results/example/summary.csv")
    try folder.write("mine", to: "Results/example/notes.txt")
    let outcome = try Command.run(
      "run", "example.json", "--replications", "30", "--quiet", in: folder)
    #expect(outcome.exitCode == 0)
    #expect(try folder.text("Results/example/summary.csv") == summary)
    #expect(try folder.text("Results/example/notes.txt") == "mine")
  }

  @Test("A symbolic link in the place of one is refused, and what it leads to is left alone")
  func refuseLinks() throws {
    let folder = try TemporaryFolder()
    try folder.write(ExampleScenario.text, to: "example.json")
    try folder.write("precious", to: "precious.csv")
    try folder.write("", to: "Results/example/notes.txt")
    try FileManager.default.createSymbolicLink(
      at: folder.place("Results/example/summary.csv"),
      withDestinationURL: folder.place("precious.csv"))
    let outcome = try Command.run(
      "run", "example.json", "--replications", "30", "--quiet", in: folder)
    #expect(outcome.exitCode == 73)
    #expect(outcome.errors.hasPrefix("clustersim: error: Results/example/summary.csv: "))
    #expect(try folder.text("precious.csv") == "precious")
    #expect(try !folder.contents.contains { $0.hasSuffix(".tmp") })
  }

  @Test("A folder's name is told without the control characters that it holds")
  func areToldPlainly() throws {
    let outcome = try Command.run(
      "run", "imbue", "--replications", "30", "--output", "a\u{1B}[31mb", in: TemporaryFolder())
    #expect(outcome.exitCode == 0)
    #expect(!outcome.output.contains("\u{1B}"))
  }

  #if os(Linux)
    @Test("A folder that another run holds is refused, with 75")
    func areNotShared() throws {
      let outcome = try Command.shell(
        "mkdir out; exec flock out clustersim run imbue --replications 30 --output out",
        in: TemporaryFolder())
      #expect(outcome.exitCode == 75)
      #expect(outcome.errors == "clustersim: error: out: another run is writing there\n")
    }
  #endif

  @Test("The scenario is not overwritten by its result, with 64")
  func spareTheScenario() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(
      "run", "imbue", "--replications", "30", "--json", "imbue", in: folder)
    #expect(outcome.exitCode == 64)
    #expect(outcome.errorLines.count == 1)
  }

  @Test("A run that is stopped by a signal leaves its records alone, and says how to go on")
  func areNeverHalf() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.shell(
      """
      clustersim run llama3 --replications 5000 --quiet &
      while [ ! -s Results/llama3/unfinished.jsonl ]; do sleep 0.05; done
      kill -TERM $!; wait $!
      """, in: folder)
    #expect(outcome.exitCode == 143)
    #expect(
      outcome.errors.hasPrefix(
        "clustersim: stopped by SIGTERM; what is done is kept in Results/llama3: "
          + "the same command with --resume goes on\n"))
    #expect(
      try folder.contents == ["Results", "Results/llama3", "Results/llama3/unfinished.jsonl"])
  }
}
