import Testing

@Suite("Precision") struct PrecisionTests {
  @Test("A run ends when its metric is known so well, and the report names the rule")
  func endsInTime() throws {
    let lab = try ExperimentFolder()
    let outcome = try Command.run(
      ["run", "example.json", "--precision", "0.2%", "--no-files"], in: lab.folder)
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.output.replacing("\n", with: " ").contains(
        "Replications until the 95 % interval of ettr is within ± 0.20 % of its mean (Law's"))
    let row = try WideRow(
      Command.run(
        [
          "run", "example.json", "--precision", "0.2%", "--no-files", "--quiet", "--csv", "-",
        ], in: lab.folder
      ).output)
    let (mean, low, high) = (
      try #require(row["ettr_mean"].flatMap(Double.init)),
      try #require(row["ettr_ci95_low"].flatMap(Double.init)),
      try #require(row["ettr_ci95_high"].flatMap(Double.init))
    )
    let count = try #require(row["replications"].flatMap { Int($0) })
    #expect(count.isMultiple(of: 64) && count > 64)
    #expect((high - low) / 2 / mean <= 0.002 / 1.002)
  }

  @Test("A precision that is not reached is told")
  func tellsShortfall() throws {
    let lab = try ExperimentFolder()
    let outcome = try Command.run(
      ["run", "example.json", "--precision", "0.001%", "--max-replications", "100", "--no-files"],
      in: lab.folder)
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.output.replacing("\n", with: " ").contains(
        "ettr was not known as precisely as asked after 100 replications; --max-replications"))
  }

  static let bad: [[String]] = [
    ["--precision", "0"], ["--precision", "100%"], ["--precision", "-1%"], ["--precision", "x"],
    ["--precision", "0.5"], ["--precision", "%"],
    ["--precision", "nan"], ["--precision", "1%", "--replications", "10"],
    ["--precision", "1%", "--shard", "1/2"], ["--max-replications", "10"],
    ["--precision-metric", "ettr"], ["--precision", "1%", "--precision-metric", "etr"],
    ["--precision", "1%", "--precision-metric", "completion_hours"], ["--interval", "none"],
    ["--precision", "1%", "--max-replications", "0"],
  ]

  @Test("Options that contradict each other, or mean nothing, are refused with 64", arguments: bad)
  func refuses(options: [String]) throws {
    let lab = try ExperimentFolder()
    let outcome = try Command.run(["run", "example.json"] + options, in: lab.folder)
    #expect(outcome.exitCode == 64)
    #expect(outcome.errorLines.count == 1)
    #expect(try lab.folder.contents == ["example.json"])
  }
}
