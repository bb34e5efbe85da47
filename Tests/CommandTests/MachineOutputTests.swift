import Foundation
import Testing

@Suite("Output for programs") struct MachineOutputTests {
  @Test("--csv - prints a header and one wide row, and nothing else")
  func printsWideRow() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(
      "run", "llama3", "--set", "checkpoint.interval=20min", "--set", "cluster.spare_nodes=32",
      "--seed", "7", "--replications", "30", "--csv", "-", in: folder)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.isEmpty)
    let row = try WideRow(outcome.output)
    #expect(
      row.names.prefix(5) == [
        "scenario", "checkpoint.interval", "cluster.spare_nodes", "seed", "replications",
      ])
    #expect(row.values.prefix(5) == ["llama3", "20min", "32", "7", "30"])
    let summary = try folder.text("Results/llama3/summary.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    #expect(summary.count > 30)
    #expect(
      Array(row.names.dropFirst(5))
        == summary.flatMap { ["\($0[1])_mean", "\($0[1])_ci95_low", "\($0[1])_ci95_high"] })
    #expect(Array(row.values.dropFirst(5)) == summary.flatMap { [$0[3], $0[5], $0[6]] })
  }

  @Test("Its header has every metric that the interface names")
  func namesMetrics() throws {
    let outcome = try Command.run(
      "run", "llama3", "--set", #"cost={"gpu_hour":2}"#, "--set", "job.work=1d",
      "--replications", "30", "--csv", "-", "--no-files", in: TemporaryFolder())
    let header = try #require(outcome.output.split(separator: "\n").first)
    let names = Set(header.split(separator: ",").map(String.init))
    for metric in Self.metrics {
      #expect(names.contains("\(metric)_mean"), "\(metric)")
    }
  }

  private static let metrics = [
    "wall_hours", "productive_hours", "checkpoint_save_hours", "lost_work_hours",
    "detection_hours", "restart_hours", "load_hours", "starved_hours", "ettr", "failures",
    "interruptions", "mtti_hours", "mttr_hours", "completion_hours",
    "nodes_broken_per_week_percent", "failures_per_1000_node_days", "gpu_hours_per_failure",
    "spares_min", "repairs", "retired_nodes", "gpu_hours_lost", "cost_lost",
  ]

  @Test("A text with a comma or a quote is quoted as RFC 4180 has it")
  func quotes() throws {
    let outcome = try Command.run(
      "run", "imbue", "--set", #"title=a,"b""#, "--replications", "30", "--csv", "-",
      "--no-files", in: TemporaryFolder())
    #expect(outcome.output.hasPrefix("scenario,title,seed,replications,"))
    #expect(outcome.output.contains("\nimbue,\"a,\"\"b\"\"\",1,30,"))
  }

  @Test("The shell loop of the manual makes a table with a row a value")
  func servesShellLoops() throws {
    let folder = try TemporaryFolder()
    try folder.write(try Checkout.text("Scenarios/llama3.json"), to: "Scenarios/llama3.json")
    let outcome = try Command.shell(
      """
      for t in 5min 10min 30min 60min; do
        clustersim run scenarios/llama3.json --set checkpoint.interval=$t --csv - --no-header \
          --no-files --quiet --replications 30
      done > sweep.csv
      """, in: folder)
    #expect(outcome == Command.Outcome(exitCode: 0, output: "", errors: ""))
    let rows = try folder.text("sweep.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows.map { $0[1] } == ["5min", "10min", "30min", "60min"])
    #expect(Set(rows.map(\.count)).count == 1)
    #expect(Set(rows.map { $0[4] }).count == 4, "another interval, another ETTR")
    #expect(try folder.contents == ["Scenarios", "Scenarios/llama3.json", "sweep.csv"])
  }

  @Test("--json - prints result.json and nothing else")
  func printsResult() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(
      "run", "llama3", "--replications", "30", "--json", "-", in: folder)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.isEmpty)
    #expect(try outcome.output == folder.text("Results/llama3/result.json"))
  }

  /// The part of `result.json` that the interface documents.
  private struct Result: Decodable {
    struct Metric: Decodable {
      let unit: String
      let mean, standard_error, sd, min, p05, p25, p50, p75, p95, max: Double
      let ci95: [Double]
    }
    struct Fault: Decodable {
      struct Count: Decodable { let mean: Double }
      let name: String
      let expected: Double?
      let count: Count
    }
    struct Row: Decodable {
      let reference, figure, kind, verdict: String
      let observed: Double
    }
    let format, scenario: String
    let seed, replications: Int
    let metrics: [String: Metric]
    let faults: [Fault]
    let comparison: [Row]
  }

  @Test("The result has what the interface documents, and its parts agree")
  func documentsResult() throws {
    let outcome = try Command.run(
      "run", "llama3", "--replications", "30", "--json", "-", "--no-files", in: TemporaryFolder())
    let result = try JSONDecoder().decode(Result.self, from: Data(outcome.output.utf8))
    #expect(result.format == "clustersim-result/1")
    #expect(result.scenario == "llama3" && result.seed == 1 && result.replications == 30)
    let ettr = try #require(result.metrics["ettr"])
    #expect(ettr.unit == "ratio")
    #expect(
      [ettr.min, ettr.p05, ettr.p25, ettr.p50, ettr.p75, ettr.p95, ettr.max].isAscending)
    #expect([0, ettr.ci95[0], ettr.mean, ettr.ci95[1], 1].isAscending)
    #expect(abs(ettr.sd / ettr.standard_error - 30.0.squareRoot()) < 1e-6)
    #expect(result.faults.count == 18 && result.faults.first?.name == "gpu")
    #expect(Set(result.comparison.map(\.reference)) == ["llama3-2024", "imbue-2024"])
    #expect(Set(result.comparison.map(\.kind)) == ["calibrated", "predicted"])
  }

  @Test("--quiet prints nothing, and --no-files writes nothing")
  func keepsQuiet() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(
      "run", "imbue", "--replications", "30", "--no-files", "--quiet", in: folder)
    #expect(outcome == Command.Outcome(exitCode: 0, output: "", errors: ""))
    #expect(try folder.contents == [])
  }

  @Test("--json and --csv write the same to files, making their folders")
  func writesNamedFiles() throws {
    let folder = try TemporaryFolder()
    let common = ["run", "imbue", "--replications", "30", "--no-files"]
    let json = try Command.run(common + ["--json", "-"], in: folder)
    let csv = try Command.run(common + ["--csv", "-"], in: folder)
    let both = try Command.run(
      common + ["--quiet", "--json", "a/result.json", "--csv", "row.csv"], in: folder)
    #expect(both == Command.Outcome(exitCode: 0, output: "", errors: ""))
    #expect(try folder.text("a/result.json") == json.output)
    #expect(try folder.text("row.csv") == csv.output)
    #expect(try folder.contents == ["a", "a/result.json", "row.csv"])
  }

  @Test("Where there is no value CSV is empty and JSON is null, never nan or inf")
  func leavesOutMissingValues() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(
      "run", "imbue", "--set", "faults=[]", "--replications", "30", "--json", "-",
      "--csv", "row.csv", in: folder)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains(#""mean": null"#))
    #expect(try WideRow(folder.text("row.csv"))["mttf_hours_mean"] == "")
    for name in try folder.contents where name.hasSuffix(".csv") || name.hasSuffix(".json") {
      let words = try folder.text(name).lowercased().split { !$0.isLetter }
      #expect(!words.contains("nan") && !words.contains("inf"), "\(name)")
    }
  }
}

extension [Double] {
  fileprivate var isAscending: Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } }
}
