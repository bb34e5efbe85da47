import Foundation
import Testing

@Suite("A first scenario") struct InitTests {
  @Test("Where no terminal is, nothing is asked and the defaults are taken")
  func takesDefaults() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run("init", in: folder, input: "lab\n")
    #expect(outcome.exitCode == 0 && outcome.output.isEmpty)
    #expect(
      outcome.errors == """
        Wrote my-cluster.json. Next:
          clustersim check my-cluster.json
          clustersim run my-cluster.json

        """)
    #expect(try folder.contents == ["my-cluster.json"])
  }

  @Test("What is written runs at once, with an ETTR that is neither lost nor perfect")
  func runsAtOnce() throws {
    for nodes in ["1", "128", "2048"] {
      let outcome = try Command.shell(
        """
        clustersim init --output - --nodes \(nodes) |
          clustersim run - --no-files --replications 30 --csv -
        """, in: TemporaryFolder())
      #expect(outcome.exitCode == 0 && outcome.errors.isEmpty)
      let ettr = try #require(try WideRow(outcome.output)["ettr_mean"].flatMap(Double.init))
      #expect(ettr > 0.7 && ettr < 0.99)
    }
  }

  @Test("The options are in the text that is written")
  func writesOptions() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(
      [
        "init", "lab", "--accelerator", "B200", "--nodes", "18", "--gpus-per-node", "4",
        "--spare-nodes", "2", "--horizon", "90d", "--interval", "10min", "--save", "5s", "--price",
        "3.25", "--output", "a folder/first.json",
      ], in: folder)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains("clustersim run 'a folder/first.json'\n"))
    let text = try folder.text("a folder/first.json")
    for member in [
      #""name": "lab""#, #""accelerator": "B200""#, #""nodes": 18"#, #""gpus_per_node": 4"#,
      #""spare_nodes": 2"#, #""horizon": "90d""#, #""interval": "10min""#, #""save": "5s""#,
      #""gpu_hour": 3.25"#,
    ] {
      #expect(text.contains(member))
    }
  }

  @Test("A file that is there stays as it is, with 73, unless it is forced")
  func keepsFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "lab.json")
    for arguments in [["init", "lab"], ["init", "--output", "lab.json"]] {
      let outcome = try Command.run(arguments, in: folder)
      #expect(outcome.exitCode == 73)
      #expect(
        outcome.errors
          == "clustersim: error: lab.json: exists already; --force overwrites it\n")
      #expect(try folder.text("lab.json") == "mine")
    }
    #expect(try Command.run("init", "lab", "--force", in: folder).exitCode == 0)
    #expect(try folder.text("lab.json").hasPrefix("{\n"))
  }

  /// Arguments that are wrong, and the words that the message must hold.
  static let mistakes: [([String], String)] = [
    (["../../x"], "NAME ../../x: /name: must be a name"),
    ([""], "/name: must be a name"),
    (["=cmd()"], "/name: must be a name"),
    ([String(repeating: "x", count: 100_000)], "/name: must be a name"),
    (["a\nb\u{1B}[31m"], #"NAME a\u{A}b\u{1B}[31m: /name: must be a name"#),
    (["a", "b"], "b"),
    (["--nodes", "many"], "--nodes many: /cluster/nodes: must be a whole number"),
    (["--nodes", "0"], "--nodes 0: /cluster/nodes: must be a whole number"),
    (["--horizon", "54"], #"--horizon 54: /horizon: "54" has no unit; write "54h" or "54d""#),
    (["--output", ""], "--output"),
  ]

  @Test("A wrong command line is one line, with 64, and nothing is written", arguments: mistakes)
  func refusesMistakes(arguments: [String], message: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(["init"] + arguments, in: folder)
    #expect(outcome.exitCode == 64 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("clustersim: error: ") && outcome.errorLines.count == 1)
    #expect(outcome.errors.contains(message))
    #expect(try folder.contents == [])
  }

  @Test("Two wrong options are told in two lines")
  func tellsAllMistakes() throws {
    let outcome = try Command.run(
      "init", "--horizon", "54", "--nodes", "x", in: TemporaryFolder())
    #expect(outcome.exitCode == 64 && outcome.errorLines.count == 2)
  }

  @Test("What is odd is told, and written")
  func warns() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run("init", "--nodes", "2", "--spare-nodes", "3", in: folder)
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.errors.hasPrefix("clustersim: warning: --spare-nodes 3: /cluster/spare_nodes: "))
    #expect(try folder.contents == ["my-cluster.json"])
  }

  @Test("An output that can't be written is told", .enabled(if: hasFullDevice))
  func tellsBadOutputs() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file")
    for (script, code) in [
      ("clustersim init --output - > /dev/full", 74), ("clustersim init --output /dev/full", 74),
      ("clustersim init --output file/x.json", 73), ("clustersim init --output folder/", 73),
      ("ulimit -f 1; exec clustersim init", 74),
    ] as [(String, Int32)] {
      let outcome = try Command.shell(script, in: folder)
      #expect(outcome.exitCode == code)
      #expect(outcome.errors.hasPrefix("clustersim: error: ") && outcome.errorLines.count == 1)
      #expect(try folder.contents == ["file"])
    }
  }
}

/// Whether the system has a device that is always full.
private let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")
