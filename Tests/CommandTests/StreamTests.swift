import Foundation
import Testing

@Suite("Outputs that fail") struct StreamTests {
  private static let run = "clustersim run imbue --replications 30 --no-files"

  static let printing = [
    "clustersim --help", "clustersim run --help", "clustersim --version", "clustersim list",
    "clustersim schema scenario", "clustersim check imbue", "clustersim init --output -", run,
    "\(run) --csv -", "\(run) --json -",
  ]

  @Test("A full standard output is told, with 74", .enabled(if: hasFullDevice), arguments: printing)
  func tellsFullOutput(command: String) throws {
    let outcome = try Command.shell("\(command) > /dev/full", in: TemporaryFolder())
    #expect(outcome.exitCode == 74)
    #expect(outcome.errors.hasPrefix("clustersim: error: standard output: "))
    #expect(outcome.errorLines.count == 1)
  }

  @Test("A closed standard output is told, with 74", arguments: printing)
  func tellsClosedOutput(command: String) throws {
    let outcome = try Command.shell("\(command) >&-", in: TemporaryFolder())
    #expect(outcome.exitCode == 74)
    #expect(outcome.errors.hasPrefix("clustersim: error: standard output: "))
    #expect(outcome.errorLines.count == 1)
  }

  @Test("A reader that leaves is no error, with 141 or 0", arguments: printing)
  func bearsLeavingReader(command: String) throws {
    for reader in ["head -n 1", "true"] {
      let folder = try TemporaryFolder()
      let outcome = try Command.shell(
        "{ \(command); echo $? > code; } | \(reader) > /dev/null", in: folder)
      #expect(outcome.errors.isEmpty)
      #expect(try ["0\n", "141\n"].contains(folder.text("code")))
    }
  }

  @Test("Exit codes stay when standard error is closed")
  func bearsClosedErrors() throws {
    let folder = try TemporaryFolder()
    #expect(try Command.shell("clustersim run llama4 2>&-", in: folder).exitCode == 66)
    let closed = try Command.shell(
      "clustersim run imbue --replications 30 --quiet <&- >&- 2>&-", in: folder)
    #expect(closed.exitCode == 0)
    #expect(try folder.contents.count { $0.hasPrefix("Results/imbue/") } == 8)
    let result = try folder.text("Results/imbue/result.json")
    let open = try Command.shell("\(Self.run) --json -", in: folder)
    #expect(open.output == result)
  }

  @Test(
    "A device that is full is told by its name, with 74", .enabled(if: hasFullDevice),
    arguments: ["--csv", "--json", "--report"])
  func tellsFullDevice(option: String) throws {
    let outcome = try Command.shell(
      "\(Self.run) --quiet \(option) /dev/full", in: TemporaryFolder())
    #expect(outcome.exitCode == 74)
    #expect(outcome.errors.hasPrefix("clustersim: error: /dev/full: "))
  }

  @Test("A file that would become too long is told, with 74, and no temporary is left")
  func tellsTooLongFile() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.shell(
      "ulimit -f 1; exec clustersim run imbue --replications 30 --quiet", in: folder)
    let contents = try folder.contents
    #expect(outcome.exitCode == 74)
    let records = "Results/imbue/unfinished.jsonl"
    #expect(outcome.errors.hasPrefix("clustersim: error: \(records): can't write: "))
    #expect(contents == ["Results", "Results/imbue", records])
  }

  /// What stands in the way of an output, the arguments, and the path that the message names.
  static let obstacles: [([String], String)] = [
    (["--output", "file"], "file"),
    (["--output", "file/inside"], "file/inside"),
    (["--no-files", "--quiet", "--csv", "file/row.csv"], "file"),
    (["--no-files", "--quiet", "--json", "folder"], "folder"),
    (["--no-files", "--quiet", "--csv", "folder/"], "folder/"),
  ]

  @Test("What can't be created is told by its name, with 73", arguments: obstacles)
  func tellsObstacles(options: [String], path: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "file")
    try folder.write("mine", to: "folder/mine")
    let outcome = try Command.run(["run", "imbue", "--replications", "30"] + options, in: folder)
    #expect(outcome.exitCode == 73)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("clustersim: error: \(path): can't create: "))
    #expect(outcome.errorLines.count == 1)
    #expect(try folder.text("file") == "mine")
    #expect(try folder.contents == ["file", "folder", "folder/mine"])
  }

  @Test("A file in the place of Results stops the run before it starts, with 73")
  func tellsFileInPlaceOfFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "Results")
    let outcome = try Command.run("run", "llama3", "--replications", "1000000", in: folder)
    #expect(outcome.exitCode == 73)
    #expect(outcome.errors.hasPrefix("clustersim: error: Results"))
    #expect(try folder.contents == ["Results"])
  }

  /// Runs the program without the rights of the superuser, if it has them.
  private static let unprivileged =
    getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups clustersim" : "clustersim"

  @Test("No permission is told, with 77", .enabled(if: canDropPrivileges))
  func tellsMissingPermission() throws {
    let folder = try TemporaryFolder()
    try folder.write(ExampleScenario.text, to: "secret.json")
    try folder.write("", to: "locked/file")
    let outcome = try Command.shell(
      """
      chmod 700 secret.json; chmod 000 secret.json; chmod 755 . ; chmod 555 locked
      \(Self.unprivileged) run secret.json; echo $?
      cd locked; \(Self.unprivileged) run imbue --replications 30; echo $?
      \(Self.unprivileged) run imbue --replications 30 --output .; echo $?
      cd ..; chmod 755 locked
      """, in: folder)
    #expect(outcome.output == "77\n77\n77\n")
    #expect(outcome.errorLines.count == 3)
    #expect(outcome.errorLines.allSatisfy { $0.hasPrefix("clustersim: error: ") })
    #expect(try folder.contents == ["locked", "locked/file", "secret.json"])
  }

  private static var canDropPrivileges: Bool {
    guard let folder = try? TemporaryFolder() else { return false }
    return (try? Command.shell("\(unprivileged) list", in: folder))?.exitCode == 0
  }

  private static var hasFullDevice: Bool { FileManager.default.fileExists(atPath: "/dev/full") }
}
