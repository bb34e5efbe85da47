import Testing

@Suite("The scenario of a run") struct ScenarioInputTests {
  private static let run = ["--replications", "30", "--no-files", "--csv", "-"]

  @Test(
    "A scenario that ships is found by its name from anywhere",
    arguments: ["llama3", "llama3.json"])
  func findsShipped(name: String) throws {
    let outcome = try Command.run(["run", name] + Self.run, in: TemporaryFolder())
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("\nllama3,1,30,"))
  }

  @Test("The program finds what ships through a symbolic link to it")
  func followsLinkToProgram() throws {
    let outcome = try Command.shell(
      #"ln -s "$(command -v clustersim)" tool && ./tool list"#, in: TemporaryFolder())
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("  llama3\n"))
  }

  @Test(
    "A path is found, also when only its letters' case differs",
    arguments: [
      "Scenarios/Example.json", "scenarios/example.json", "./SCENARIOS/EXAMPLE.JSON",
      "Scenarios/../scenarios/Example.json",
    ])
  func findsPath(path: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(ExampleScenario.text, to: "Scenarios/Example.json")
    let outcome = try Command.run(["run", path] + Self.run, in: folder)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("\nexample,1,30,"))
  }

  @Test("A path comes before the name of a scenario that ships")
  func prefersPath() throws {
    let folder = try TemporaryFolder()
    try folder.write(ExampleScenario.text, to: "llama3.json")
    let outcome = try Command.run(["run", "llama3.json"] + Self.run, in: folder)
    #expect(outcome.output.contains("\nexample,1,30,"))
  }

  @Test("Two files that differ only in letter case are told apart or named both")
  func namesAmbiguousPaths() throws {
    let folder = try TemporaryFolder()
    try folder.write(ExampleScenario.text, to: "Example.json")
    try folder.write(ExampleScenario.text, to: "EXAMPLE.json")
    guard try folder.contents.count == 2 else { return }  // A file system that ignores case.
    let exact = try Command.run(["run", "EXAMPLE.json"] + Self.run, in: folder)
    #expect(exact.exitCode == 0)
    let either = try Command.run(["run", "example.json"] + Self.run, in: folder)
    #expect(either.exitCode == 66)
    #expect(either.errors.contains("EXAMPLE.json") && either.errors.contains("Example.json"))
  }

  @Test("- is standard input, and a pipe with a name is a path")
  func readsStreams() throws {
    let folder = try TemporaryFolder()
    let piped = try Command.run(["run", "-"] + Self.run, in: folder, input: ExampleScenario.text)
    #expect(piped.exitCode == 0)
    #expect(piped.output.contains("\nexample,1,30,"))
    try folder.write(ExampleScenario.text, to: "example.json")
    let named = try Command.shell(
      """
      mkfifo pipe && { cat example.json > pipe & } &&
      clustersim run pipe \(Self.run.joined(separator: " "))
      """, in: folder)
    #expect(named == piped)
  }

  /// Names of nothing, and what of all that ships the message names.
  static let unknown = [
    ("llama4", "llama3"), ("a/b.json", ", imbue, "), ("", ", llama3, "),
  ]

  @Test("What is not there is told with what ships, with 66", arguments: unknown)
  func tellsWhatShips(name: String, shipped: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run("run", name, in: folder)
    #expect(outcome.exitCode == 66)
    #expect(outcome.output.isEmpty)
    let start = "clustersim: error: \(name): "
    #expect(outcome.errors.hasPrefix(start))
    #expect(outcome.errors.dropFirst(start.count).contains(shipped))
    #expect(outcome.errorLines.count == 1)
    #expect(try folder.contents == [])
  }

  @Test("A folder and a device are no scenarios, with 66", arguments: [".", "/dev/null"])
  func refusesOtherKinds(path: String) throws {
    let outcome = try Command.run("run", path, in: TemporaryFolder())
    #expect(outcome.exitCode == 66)
    #expect(outcome.errorLines.count == 1)
  }

  @Test("All problems of a scenario are told in one go, a line each, with 65")
  func tellsAllProblems() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      { "name": "wrong", "horizon": "14",
        "cluster": { "nodes": 64.5 },
        "checkpoint": { "intervl": "30min" } }
      """, to: "wrong.json")
    let outcome = try Command.run("run", "wrong.json", in: folder)
    #expect(outcome.exitCode == 65)
    #expect(outcome.output.isEmpty)
    let places = [
      "wrong.json:1:31: /horizon: ", "wrong.json:2:25: /cluster/nodes: ",
      "wrong.json:3:19: /checkpoint/intervl: ",
    ]
    #expect(outcome.errorLines.count == places.count)
    for (line, place) in zip(outcome.errorLines, places) {
      #expect(line.hasPrefix("clustersim: error: \(place)"))
    }
    #expect(outcome.errors.contains(#"did you mean "interval"?"#))
    #expect(try folder.contents == ["wrong.json"])
  }

  /// Texts that are no scenario, and the line and column that a message names.
  static let broken: [(String, String)] = [
    ("", "1:1"), ("{", "1:2"), ("[]", "1:1"), ("null", "1:1"), ("{} {}", "1:4"),
    ("{\"name\": \"a\",\n \"name\": \"b\"}", "2:2"), ("{\"name\": \"a\u{0}\"}", "1:12"),
  ]

  @Test("What is no scenario at all is told with line and column, with 65", arguments: broken)
  func tellsPlace(text: String, place: String) throws {
    let outcome = try Command.run("run", "-", in: TemporaryFolder(), input: text)
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("clustersim: error: <stdin>:\(place): "))
  }

  @Test("A wrong --set is told with the words of the command line, with 65")
  func tellsSetting() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(
      "run", "llama3", "--set", "checkpoint.interval=10", "--set", "jobs.nodes=3", in: folder)
    #expect(outcome.exitCode == 65)
    #expect(
      outcome.errorLines.contains {
        $0.hasPrefix("clustersim: error: --set checkpoint.interval=10: /checkpoint/interval: ")
      })
    #expect(
      outcome.errorLines.contains {
        $0.hasPrefix("clustersim: error: --set jobs.nodes=3: /jobs: ")
      })
    #expect(try folder.contents == [])
  }

  @Test("A figure to be calibrated on that no reference has gets a warning")
  func warnsOfUnknownFigure() throws {
    let outcome = try Command.run(
      ["run", "llama3", "--set", #"calibrated_on=["llama3-2024:nothing"]"#] + Self.run,
      in: TemporaryFolder())
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains("clustersim: warning: "))
    #expect(outcome.errors.contains("llama3-2024:nothing"))
  }
}
