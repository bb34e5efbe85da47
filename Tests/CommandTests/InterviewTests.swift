import Foundation
import Testing

@Suite("The questions of a first scenario", .enabled(if: hasTerminal)) struct InterviewTests {
  /// Runs `clustersim init` on a terminal of its own, at which these lines are typed and then the
  /// end of input.
  private func type(
    _ lines: [String], at command: String = "clustersim init", in folder: TemporaryFolder
  ) throws -> Command.Outcome {
    try folder.write(lines.map { $0 + "\n" }.joined(), to: "typed")
    let outcome = try Command.shell("script -qec '\(command)' /dev/null < typed", in: folder)
    try FileManager.default.removeItem(at: folder.place("typed"))
    return outcome
  }

  @Test("Answers are taken, Return takes the default, and a wrong answer is asked for again")
  func asks() throws {
    let folder = try TemporaryFolder()
    let outcome = try type(
      ["my lab", "lab", "", "x", "200", "", "", "2w", "10min", "", ""], in: folder)
    #expect(outcome.exitCode == 0)
    #expect(try folder.contents == ["lab.json"])
    for words in [
      "Name of the scenario [my-cluster]: ", "NAME my lab: /name: must be a name",
      "--nodes x: /cluster/nodes: must be a whole number", "Spare nodes beside those [6]: ",
      "Price of a GPU-hour in USD [no costs]: ", "Wrote lab.json.",
    ] {
      #expect(outcome.output.contains(words))
    }
    let flags = try Command.run(
      "init", "lab", "--nodes", "200", "--horizon", "2w", "--interval", "10min", "--output", "-",
      in: folder)
    #expect(try folder.text("lab.json") == flags.output)
  }

  @Test("What an option gives is not asked for")
  func asksForTheRest() throws {
    let folder = try TemporaryFolder()
    let outcome = try type(
      ["", "", "", "", "", ""], at: "clustersim init lab --nodes 9 --save 1s", in: folder)
    #expect(outcome.exitCode == 0 && outcome.output.contains("Spare nodes"))
    for words in ["Name of the scenario", "Nodes of", "Time for which"] {
      #expect(!outcome.output.contains(words))
    }
    #expect(try folder.contents == ["lab.json"])
  }

  @Test("With --yes nothing is asked")
  func asksNothing() throws {
    for flag in ["--yes", "-y"] {
      let folder = try TemporaryFolder()
      let outcome = try type([], at: "clustersim init \(flag)", in: folder)
      #expect(outcome.exitCode == 0 && !outcome.output.contains("["))
      #expect(try folder.contents == ["my-cluster.json"])
    }
  }

  @Test("Wrong options are told before anything is asked")
  func checksOptionsFirst() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "lab.json")
    for (command, code) in [("init --nodes x", 64), ("init lab", 73)] as [(String, Int32)] {
      let outcome = try type(["", ""], at: "clustersim \(command)", in: folder)
      #expect(outcome.exitCode == code && !outcome.output.contains("Return takes"))
    }
    #expect(try folder.text("lab.json") == "mine")
  }

  @Test("A name whose file is there is asked for again")
  func asksForFreeName() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "my-cluster.json")
    let outcome = try type(["", "lab", "", "", "", "", "", "", "", ""], in: folder)
    #expect(outcome.exitCode == 0 && outcome.output.contains("my-cluster.json: exists already"))
    #expect(try folder.contents == ["lab.json", "my-cluster.json"])
    #expect(try folder.text("my-cluster.json") == "mine")
  }

  @Test("The end of input before the last answer leaves nothing behind, with 66")
  func bearsEndOfInput() throws {
    for lines in [[], ["lab", "", "4"]] {
      let folder = try TemporaryFolder()
      let outcome = try type(lines, in: folder)
      #expect(outcome.exitCode == 66 && outcome.output.contains("nothing is written"))
      #expect(try folder.contents == [])
    }
  }

  @Test("Ctrl-C leaves nothing behind, with 130")
  func bearsInterrupt() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.shell(
      """
      { for try in $(seq 600); do grep -q 'Name of' seen && break; sleep 0.1; done
        printf '\\003'; } | script -qec 'clustersim init' /dev/null > seen
      """, in: folder)
    #expect(outcome.exitCode == 130)
    #expect(try folder.contents == ["seen"])
  }
}

/// Whether the system can run a program on a terminal of its own: script, as util-linux has it.
private var hasTerminal: Bool {
  #if os(Linux)
    FileManager.default.isExecutableFile(atPath: "/usr/bin/script")
  #else
    false
  #endif
}
