import Testing

@Suite("Charts beside the tables") struct VegaTests {
  private static let charts = [
    "comparison.vl.json", "ettr.vl.json", "faults.vl.json", "time.vl.json",
  ]

  @Test("--vega adds the charts of a run, and changes no other file")
  func addCharts() throws {
    let lab = try ExperimentFolder()
    try lab.run("run", "example.json", "--replications", "40", "--output", "without")
    try lab.run("run", "example.json", "--replications", "40", "--output", "with", "--vega")
    let without = try lab.files("without")
    var with = try lab.files("with")
    #expect(with.keys.filter { without[$0] == nil }.sorted() == Self.charts)
    for chart in Self.charts { with[chart] = nil }
    #expect(with == without)
  }

  @Test("A sweep has one chart, and that of merged shards is the same")
  func mergeCharts() throws {
    let lab = try ExperimentFolder()
    let sweep = [
      "sweep", "example.json", "--vary", "checkpoint.interval=10min,1h", "--replications", "70",
      "--quiet",
    ]
    let whole = try Command.run(sweep + ["--output", "whole", "--vega"], in: lab.folder)
    #expect(whole.exitCode == 0)
    #expect(try lab.files("whole")["sweep.vl.json"] != nil)
    for shard in ["1/2", "2/2"] {
      let part = try Command.run(sweep + ["--output", "s", "--shard", shard], in: lab.folder)
      #expect(part.exitCode == 0)
    }
    try lab.run("merge", "s", "--output", "merged", "--vega")
    #expect(try lab.files("merged") == lab.files("whole"))
  }

  @Test("--vega is refused where it would do nothing, or its files are another output's")
  func refuseCharts() throws {
    let lab = try ExperimentFolder()
    try lab.refuses(
      "run", "example.json", "--vega", "--no-files", with: 64,
      "--vega and --no-files contradict each other")
    try lab.refuses(
      "run", "example.json", "--vega", "--shard", "1/2", with: 64,
      "--shard has no results to write; merge writes --vega")
    try lab.refuses(
      "sweep", "example.json", "--vary", "horizon=1d", "--vega", "--dry-run", with: 64,
      "--dry-run only lists the points: --vega has nothing to do")
    let outcome = try Command.run(
      [
        "run", "example.json", "--vega", "--output", "r", "--json", "r/time.vl.json",
        "--replications", "1",
      ], in: lab.folder)
    #expect(outcome.exitCode == 73)
    #expect(outcome.errors.contains("it is one of the result files"))
  }
}
