import Testing

@Suite("The command line") struct CommandLineTests {
  /// Arguments, and what standard output begins with.
  static let questions: [([String], String)] = [
    (["--help"], "OVERVIEW: Simulates how failures cut into the training time of a GPU cluster."),
    (["run", "--help"], "OVERVIEW: Simulates a scenario, prints the report"),
    (["list", "--help"], "OVERVIEW: Lists the scenarios"),
    (["schema", "--help"], "OVERVIEW: Prints the JSON Schema"),
    (["check", "--help"], "OVERVIEW: Reads a scenario: says what is wrong with it"),
    (["init", "--help"], "OVERVIEW: Writes a first scenario to edit."),
    (["--version"], "0.1.0\n"),
    ([], "OVERVIEW: "),
  ]

  @Test("Help and version go to standard output, with 0", arguments: questions)
  func tellsHelp(arguments: [String], beginning: String) throws {
    let outcome = try Command.run(arguments, in: TemporaryFolder())
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.hasPrefix(beginning))
    #expect(outcome.errors.isEmpty)
  }

  /// Arguments that are wrong, and the word that the message must hold.
  static let mistakes: [([String], String)] = [
    (["simulate"], "simulate"),
    (["run"], "scenario"),
    (["run", "llama3", "imbue"], "imbue"),
    (["run", "llama3", "--replication", "5"], "--replications"),
    (["run", "llama3", "--replications"], "--replications"),
    (["run", "llama3", "--replications", "0"], "--replications"),
    (["run", "llama3", "--replications", "-5"], "--replications"),
    (["run", "llama3", "--replications=-5"], "--replications"),
    (["run", "llama3", "--replications", "1e15"], "--replications"),
    (["run", "llama3", "--replications", "1000000000000000"], "--replications"),
    (["run", "llama3", "--replications", "99999999999999999999"], "--replications"),
    (["run", "llama3", "--replications", "abc"], "abc"),
    (["run", "llama3", "--seed", "18446744073709551616"], "--seed"),
    (["run", "llama3", "--seed=-1"], "--seed"),
    (["run", "llama3", "--threads", "0"], "--threads"),
    (["run", "llama3", "--threads", "1025"], "--threads"),
    (["run", "llama3", "--set", "checkpoint.interval"], "PATH=VALUE"),
    (["run", "llama3", "--set", "=10min"], "PATH=VALUE"),
    (["run", "llama3", "--json", "-", "--csv", "-"], "--csv"),
    (["run", "llama3", "--no-header"], "--csv"),
    (["run", "llama3", "--no-files", "--output", "elsewhere"], "--no-files"),
    (["run", "llama3", "--output", ""], "--output"),
    (["schema", "nonsense"], "nonsense"),
    (["list", "everything"], "everything"),
  ]

  @Test("A wrong command line is one line on standard error, with 64", arguments: mistakes)
  func refusesMistakes(arguments: [String], word: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(arguments, in: folder)
    #expect(outcome.exitCode == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("clustersim: error: "))
    #expect(outcome.errors.hasSuffix("\n") && outcome.errorLines.count == 1)
    #expect(outcome.errors.contains(word))
    #expect(try folder.contents == [])
  }

  @Test(
    "A line feed or an escape in an argument stays out of the message",
    arguments: [
      ["--x\ny"], ["a\nb"], ["schema", "a\nb"], ["run", "llama3", "--seed", "1\n2"],
      ["run", "a\nb"], ["run", "llama3", "--set", "a\nb"], ["--\u{1B}[31m"],
    ])
  func staysOnOneLine(arguments: [String]) throws {
    let outcome = try Command.run(arguments, in: TemporaryFolder())
    #expect([64, 66].contains(outcome.exitCode))
    #expect(outcome.errorLines.count == 1)
    #expect(!outcome.errors.contains("\u{1B}"))
  }

  @Test("The extremes of what the options take are taken")
  func takesExtremes() throws {
    let outcome = try Command.run(
      "run", "imbue", "--no-files", "--quiet", "--replications", "1", "--threads", "1024",
      "--seed", "18446744073709551615", in: TemporaryFolder())
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.isEmpty)
  }

  @Test("Fewer than 30 replications are possible but get a warning")
  func warnsOfFewReplications() throws {
    let folder = try TemporaryFolder()
    let few = try Command.run("run", "imbue", "--csv", "-", "--replications", "29", in: folder)
    #expect(few.errors.hasPrefix("clustersim: warning: "))
    let enough = try Command.run("run", "imbue", "--csv", "-", "--replications", "30", in: folder)
    #expect(enough.errors.isEmpty)
  }
}
