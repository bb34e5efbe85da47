import Foundation
import Testing

@Suite("Going on with what was stopped") struct ResumeTests {
  private static let sweep = [
    "sweep", "example.json", "--vary", "checkpoint.interval=10min,1h", "--replications", "3000",
    "--output", "out",
  ]

  @Test(
    "A sweep that was killed has the same bytes when it is resumed", arguments: ["KILL", "TERM"])
  func hasTheSameBytes(signal: String) throws {
    let lab = try ExperimentFolder()
    _ = try Command.run(Self.sweep + ["--quiet"], in: lab.folder)
    let whole = try lab.files("out")
    try FileManager.default.removeItem(at: lab.folder.place("out"))
    let command = Self.sweep.joined(separator: " ")
    let outcome = try Command.shell(
      """
      clustersim \(command) --quiet & child=$!
      until grep -q '"first":128' out/unfinished.jsonl 2> /dev/null; do sleep 0.01; done
      kill -\(signal) $child; wait $child
      """, in: lab.folder)
    #expect(outcome.exitCode == (signal == "KILL" ? 137 : 143))
    let records = try lab.folder.text("out/unfinished.jsonl")
    #expect(try lab.folder.contents == ["example.json", "out", "out/unfinished.jsonl"])
    #expect(records.split(separator: "\n").count >= 5)
    _ = try Command.run(Self.sweep + ["--quiet", "--resume"], in: lab.folder)
    #expect(try lab.files("out") == whole)
  }

  @Test("What was begun otherwise is not gone on with")
  func refusesOthers() throws {
    let lab = try ExperimentFolder()
    try lab.run(
      "run", "example.json", "--replications", "40", "--shard", "1/2", "--output", "out")
    try lab.refuses(
      "run", "example.json", "--replications", "50", "--shard", "1/2", "--output", "out",
      "--resume", with: 65,
      "out/shard-1-of-2.jsonl: what was begun there has another number of replications "
        + "(40, not 50); without --resume it is begun anew")
    try lab.refuses(
      "run", "example.json", "--replications", "50", "--shard", "1/2", "--output", "out",
      with: 73,
      "out/shard-1-of-2.jsonl: can't create: it has another number of replications "
        + "(40, not 50); --force overwrites it")
  }

  @Test("With nothing to go on with a run begins; a run that is done is made again")
  func beginsAnew() throws {
    let lab = try ExperimentFolder()
    try lab.run("run", "example.json", "--replications", "40", "--output", "out", "--resume")
    let files = try lab.files("out")
    #expect(files.count == 8)
    try lab.run("run", "example.json", "--replications", "40", "--output", "out", "--resume")
    #expect(try lab.files("out") == files)
  }

  @Test("A folder with another scenario's results, or of another kind, is taken only by force")
  func sparesOthers() throws {
    let lab = try ExperimentFolder()
    try lab.run("run", "imbue", "--replications", "30", "--output", "out")
    try lab.refuses(
      "run", "example.json", "--output", "out", with: 73,
      "out: can't create: it holds a run of imbue; --force overwrites that")
    try lab.refuses(
      "sweep", "imbue", "--vary", "horizon=1w,2w", "--output", "out", with: 73,
      "out: can't create: it holds a run of imbue; --force overwrites that")
    try lab.run("run", "imbue", "--replications", "30", "--set", "horizon=1w", "--output", "out")
    try lab.run("run", "example.json", "--replications", "30", "--output", "out", "--force")
  }
}
