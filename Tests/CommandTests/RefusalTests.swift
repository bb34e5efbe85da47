import Testing

@Suite("Runs that are refused before they start") struct RefusalTests {
  /// Settings of a run that would not end or be too long, and the reason that is given.
  static let hopeless: [([String], String)] = [
    (["job.work=54d", "checkpoint.interval=54d"], "attempts"),
    (["horizon=1000y", "checkpoint.interval=1ms"], "checkpoints"),
    (["horizon=1000y", "faults.gpu.lifetime.observed=1000000000"], "faults"),
  ]

  @Test("A hopeless or huge run is refused with its reason, with 65", arguments: hopeless)
  func refuses(settings: [String], reason: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(
      ["run", "llama3"] + settings.flatMap { ["--set", $0] }, in: folder)
    #expect(outcome.exitCode == 65)
    #expect(outcome.output.isEmpty)
    let errors = outcome.errorLines.filter { $0.hasPrefix("clustersim: error: ") }
    #expect(errors.count == 1)
    #expect(errors.allSatisfy { $0.contains(reason) && $0.contains("--force") })
    #expect(try folder.contents == [])
  }

  #if os(Linux)
    @Test("A run that would not fit in memory is refused, with 65")
    func refusesMoreThanMemory() throws {
      let folder = try TemporaryFolder()
      let outcome = try Command.shell(
        "ulimit -v 1000000; exec clustersim run imbue --replications 10000000 --set horizon=1d",
        in: folder, environment: ["SWIFT_BACKTRACE": "enable=no"])
      let contents = try folder.contents
      #expect(outcome.exitCode == 65)
      #expect(outcome.errors.hasPrefix("clustersim: error: "))
      #expect(contents == [])
    }
  #endif

  @Test("--force runs it, and what never completes has no completion time")
  func forces() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(
      "run", "llama3", "--set", "job.work=54d", "--set", "checkpoint.interval=54d", "--force",
      "--replications", "30", "--csv", "-", "--no-files", in: folder)
    #expect(outcome.exitCode == 0)
    let row = try WideRow(outcome.output)
    #expect(row["completion_hours_mean"] == "")
    #expect(row["wall_hours_mean"] == "1296")
  }

  @Test("--force never runs what is wrong")
  func forcesNothingWrong() throws {
    let outcome = try Command.run(
      "run", "llama3", "--force", "--set", "cluster.nodes=0", in: TemporaryFolder())
    #expect(outcome.exitCode == 65)
  }

  @Test("What is odd but possible runs, with a warning")
  func warns() throws {
    let outcome = try Command.run(
      "run", "imbue", "--set", "checkpoint.interval=1y", "--replications", "30", "--no-files",
      "--quiet", in: TemporaryFolder())
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.hasPrefix("clustersim: warning: --set checkpoint.interval=1y: "))
    #expect(outcome.errorLines.count == 1)
  }
}
