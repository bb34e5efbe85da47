import Foundation
import Testing

@Suite("Shards") struct ShardTests {
  private static let kinds: [[String]] = [
    ["run", "example.json", "--replications", "150", "--seed", "7"],
    [
      "sweep", "example.json", "--replications", "70", "--set", "checkpoint.save=20s", "--vary",
      "checkpoint.interval=10min..50min:3", "--zip", "cluster.spare_nodes=0,4", "--zip",
      "horizon=10d,12d",
    ],
  ]

  @Test(
    "Merged, they are the run made at once, byte for byte, whatever their number",
    arguments: kinds, [1, 2, 5, 40])
  func mergeToTheWhole(kind: [String], count: Int) throws {
    let lab = try ExperimentFolder()
    _ = try Command.run(kind + ["--output", "whole", "--quiet"], in: lab.folder)
    for index in (1...count).reversed() {
      let threads = index.isMultiple(of: 2) ? "1" : "3"
      let outcome = try Command.run(
        kind + ["--output", "parts", "--shard", "\(index)/\(count)", "--threads", threads],
        in: lab.folder)
      #expect(outcome.exitCode == 0)
      #expect(
        outcome.output == """
          Shard \(index)/\(count) of example: parts/shard-\(index)-of-\(count).jsonl
          When all \(count) are there: clustersim merge parts

          """)
    }
    try lab.run("merge", "parts", "--output", "merged")
    let whole = try lab.files("whole")
    #expect(whole.count == (kind[0] == "run" ? 8 : 6))
    #expect(try lab.files("merged") == whole)
  }

  @Test("What does not make one whole is refused, with a line")
  func refuseWhatIsNotOne() throws {
    let lab = try ExperimentFolder()
    for index in 1...3 {
      try lab.run(
        "run", "example.json", "--replications", "100", "--shard", "\(index)/3", "--output", "a")
    }
    try lab.run(
      "run", "example.json", "--replications", "100", "--shard", "2/3", "--output", "b", "--seed",
      "2")
    let (one, two, three) = ("a/shard-1-of-3.jsonl", "a/shard-2-of-3.jsonl", "a/shard-3-of-3.jsonl")
    try lab.refuses(
      "merge", one, three, "--output", "m", with: 65,
      "shard 2 of 3 is missing; --allow-partial takes what is there")
    try lab.refuses(
      "merge", one, two, one, three, "--output", "m", with: 65,
      "\(one):2: holds what was read before; is a shard given twice?")
    try lab.refuses(
      "merge", one, "b/shard-2-of-3.jsonl", three, "--output", "m", with: 65,
      "b/shard-2-of-3.jsonl: is of another experiment than \(one): another seed (2, not 1)")
    try lab.refuses(
      "merge", "example.json", "--output", "m", with: 65,
      "example.json: not a file of records of this version of clustersim")
    try lab.refuses(
      "merge", "a/none.jsonl", "--output", "m", with: 66,
      "a/none.jsonl: can't read: No such file or directory")
    var text = try lab.folder.text(two)
    text.replace("\"failures\":[", with: "\"failures\":[1", maxReplacements: 1)
    try lab.folder.write(text, to: two)
    try lab.refuses(
      "merge", "a", "--output", "m", with: 65,
      "\(two):2: damaged; run its shard again with --resume")
    #expect(try !lab.folder.contents.contains("m"))
    // The same command with --resume mends it.
    try lab.run(
      "run", "example.json", "--replications", "100", "--shard", "2/3", "--output", "a",
      "--resume")
    try lab.run("merge", "a", "--output", "m")
  }

  @Test("What is there can be taken, and every report says that it is not all")
  func takePartially() throws {
    let lab = try ExperimentFolder()
    for index in [1, 3] {
      try lab.run(
        "run", "example.json", "--replications", "100", "--shard", "\(index)/4", "--output", "a")
    }
    let outcome = try Command.run(
      ["merge", "a", "--allow-partial", "--output", "m"], in: lab.folder)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("64 replications"))
    #expect(outcome.output.contains("Note: shards 2, 4 of 4 are missing."))
    let files = try lab.files("m")
    #expect(
      files["manifest.json"]?.contains("\"missing\": \"shards 2, 4 of 4 are missing\"") == true)
    #expect(files["result.json"]?.contains("shards 2, 4 of 4 are missing") == true)
    let numbers = files["replications.csv"]?.split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: ",").dropFirst().first.flatMap { Int($0) }
    }
    #expect(numbers == Array(0..<32) + Array(64..<96))
  }

  // MARK: Job arrays

  private static func slurm(
    _ id: Int, min: Int, max: Int, count: Int, step: Int = 1
  ) -> [String: String] {
    [
      "SLURM_ARRAY_TASK_STEP": "\(step)",
      "SLURM_ARRAY_TASK_ID": "\(id)", "SLURM_ARRAY_TASK_MIN": "\(min)",
      "SLURM_ARRAY_TASK_MAX": "\(max)", "SLURM_ARRAY_TASK_COUNT": "\(count)",
    ]
  }

  static let arrays: [(String, [String: String], String)] = [
    ("auto", slurm(1, min: 1, max: 4, count: 4), "1/4"),
    ("auto", slurm(0, min: 0, max: 3, count: 4), "1/4"),
    ("auto", slurm(9, min: 3, max: 9, count: 4, step: 2), "4/4"),
    ("auto/4", slurm(3, min: 0, max: 3, count: 4), "4/4"),
    ("auto/1", slurm(1, min: 1, max: 1, count: 1), "1/1"),
    ("auto/4", ["JOB_COMPLETION_INDEX": "0"], "1/4"),
    ("auto/4", ["JOB_COMPLETION_INDEX": "3"], "4/4"),
    ("2/4", slurm(1, min: 1, max: 4, count: 4), "2/4"),
  ]

  @Test("A task of a job array finds out which it is", arguments: arrays)
  func findOut(option: String, environment: [String: String], shard: String) throws {
    let lab = try ExperimentFolder()
    let outcome = try Command.run(
      ["run", "example.json", "--replications", "1", "--output", "a", "--shard", option],
      in: lab.folder, environment: environment)
    #expect(outcome.output.hasPrefix("Shard \(shard) of example"))
  }

  static let badArrays: [(String, [String: String])] = [
    ("auto", [:]), ("auto/4", [:]),
    ("auto", ["JOB_COMPLETION_INDEX": "0"]),
    ("auto/4", ["JOB_COMPLETION_INDEX": "4"]), ("auto/4", ["JOB_COMPLETION_INDEX": "-1"]),
    ("auto/4", ["JOB_COMPLETION_INDEX": "x"]),
    // One task run again alone, an uneven list, and numbers that are none.
    ("auto", slurm(3, min: 3, max: 3, count: 1)), ("auto/4", slurm(3, min: 3, max: 3, count: 1)),
    ("auto", slurm(0, min: 0, max: 0, count: 1)), ("auto", slurm(4, min: 0, max: 4, count: 2)),
    ("auto", slurm(3, min: 1, max: 7, count: 3)), ("auto", slurm(1, min: 1, max: 8, count: 3)),
    ("auto", slurm(9, min: 1, max: 4, count: 4)), ("auto", slurm(-5, min: 1, max: 4, count: 4)),
    ("auto", slurm(1, min: 1, max: .max, count: 2)), ("auto", slurm(1, min: -1, max: 1, count: 2)),
    ("auto", slurm(.max, min: .min, max: .max, count: 2)),
    ("auto", slurm(1, min: 1, max: 4, count: 0)),
    ("auto", ["SLURM_ARRAY_TASK_ID": "1"]),
    ("5/4", [:]), ("0/4", [:]), ("1", [:]), ("1/0", [:]), ("a/b", [:]), ("1/4/2", [:]),
    ("auto/0", [:]), ("auto/x", [:]), ("-1/4", [:]), ("1/99999999999999999999", [:]),
  ]

  @Test("What says no part is refused, with 64 and one line", arguments: badArrays)
  func refuseNoPart(option: String, environment: [String: String]) throws {
    let lab = try ExperimentFolder()
    let outcome = try Command.run(
      ["run", "example.json", "--output", "a", "--shard", option], in: lab.folder,
      environment: environment)
    #expect(outcome.exitCode == 64)
    #expect(outcome.errorLines.count == 1)
    #expect(try lab.folder.contents == ["example.json"])
  }
}
