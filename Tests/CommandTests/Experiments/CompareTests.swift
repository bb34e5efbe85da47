import Foundation
import Testing

/// `CLUSTERSIM_REGENERATE=1 swift test --filter CompareTests` writes the golden files anew.
@Suite("Results side by side") struct CompareTests {
  /// A folder with the results of Imbue's cluster in `a`, with rarer checkpoints in `b`, and with
  /// these and another seed in `c`.
  private func lab() throws -> ExperimentFolder {
    let lab = try ExperimentFolder()
    let rarer = ["--set", "checkpoint.interval=2h"]
    for (name, more) in [("a", []), ("b", rarer), ("c", rarer + ["--seed", "3"])] {
      let outcome = try Command.run(
        ["run", "imbue", "--replications", "50", "--quiet", "--output", name] + more,
        in: lab.folder)
      #expect(outcome.exitCode == 0)
    }
    return lab
  }

  /// Names of the files in Golden, and the arguments that print them.
  static let texts: [(String, [String])] = [
    ("compare", ["a", "b", "c"]), ("compare-all", ["c", "a", "--all"]),
    ("compare-markdown", ["a", "b", "--markdown"]), ("compare-csv", ["a", "b", "--csv", "-"]),
  ]

  @Test("What is printed is the golden file, in 80 columns without escapes")
  func printsGolden() throws {
    let lab = try lab()
    for (name, arguments) in Self.texts {
      let outcome = try Command.run(["compare"] + arguments, in: lab.folder)
      #expect(outcome.exitCode == 0)
      #expect(outcome.errors == "")
      let path = "Tests/CommandTests/Golden/\(name).txt"
      if ProcessInfo.processInfo.environment["CLUSTERSIM_REGENERATE"] == "1" {
        try Data(outcome.output.utf8).write(to: Checkout.place(path))
      }
      #expect(try outcome.output == Checkout.text(path))
      #expect(!outcome.output.contains("\u{1B}"))
      if name == "compare" || name == "compare-all" {
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
      }
    }
  }

  @Test("Differences of runs are those of a sweep over the same values, to the last digit")
  func agreesWithSweep() throws {
    let lab = try lab()
    let sweep = try Command.run(
      "sweep", "imbue", "--vary", "checkpoint.interval=30min,2h", "--replications", "50",
      "--output", "s", "--quiet", in: lab.folder)
    #expect(sweep.exitCode == 0)
    let compared = try Command.run("compare", "a", "b", "--csv", "-", in: lab.folder)
    let ours = rows(compared.output, key: "metric")
    let theirs = rows(try lab.folder.text("s/differences.csv"), key: "metric")
    #expect(theirs.count > 30)
    for (metric, row) in theirs where row["difference"] != "" {
      for column in ["difference", "ci95_low", "ci95_high"] {
        let (mine, other) = (Double(ours[metric]?[column] ?? ""), Double(row[column] ?? ""))
        let scale = max(1, Double(ours[metric]?["run_mean"] ?? "")?.magnitude ?? 0)
        // A run's files have nine digits of each value.
        #expect(
          ((mine ?? .nan) - (other ?? .nan)).magnitude <= 2e-9 * scale, "\(metric) \(column)")
      }
    }
    try lab.refuses(
      "compare", "a", "s", with: 65,
      "s: a sweep, and compare takes runs; differences of its points are in its differences.csv")
  }

  /// Rows of a table of single words, by one of their cells.
  private func rows(_ table: String, key: String) -> [String: [String: String]] {
    let lines = table.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let rows = lines.dropFirst().map { row in
      Dictionary(zip(lines[0], row)) { first, _ in first }
    }
    return Dictionary(rows.map { ($0[key] ?? "", $0) }) { first, _ in first }
  }

  @Test("A name is found in Results, and a folder by its result.json")
  func findsResults() throws {
    let lab = try lab()
    let outcome = try Command.shell(
      """
      mkdir Results && mv a b Results
      clustersim compare a b --csv one.csv --quiet &&
      clustersim compare Results/a/ Results/b/result.json --csv two.csv --quiet &&
      cmp one.csv two.csv && clustersim compare a b --csv - --no-header | head -n 1
      """, in: lab.folder)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.hasPrefix("imbue,imbue checkpoint.interval=2h,ettr,ratio,"))
  }

  @Test("The same result twice is compared, and that is said")
  func comparesSame() throws {
    let outcome = try Command.run("compare", "a", "./a", "--csv", "-", in: lab().folder)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "clustersim: warning: A and B are the same result\n")
  }

  @Test("What can't be compared is refused in one line, with its code")
  func refuses() throws {
    let lab = try lab()
    try lab.refuses(
      "compare", "a", with: 64,
      "one result has nothing beside it; name another: clustersim compare a imbue")
    try lab.refuses(
      "compare", "a", "nope", with: 66,
      "nope: no result is there; name a folder that run or sweep wrote, such as Results/llama3")
    try lab.refuses(
      "compare", "a", "b", "--json", "b/result.json", with: 73,
      "b/result.json: can't create: it is one of the result files")
    try lab.refuses(
      "compare", "a", "b", "--json", "-", "--csv", "-", with: 64,
      "--json and --csv cannot both be written to -")
    try lab.refuses("compare", "a", "b", "--no-header", with: 64, "--no-header goes with --csv")
  }

  /// What is done to the files of `b` by a shell, and what is said of it.
  static let damages: [(String, Int32, String)] = [
    ("rm b/result.json", 66, "no result is there"),
    ("rm b/manifest.json", 65, "b/manifest.json: is missing"),
    ("echo '{' > b/result.json", 65, "b/result.json: is not JSON"),
    ("head -c 3000 a/result.json > b/result.json", 65, "b/result.json: is not JSON"),
    ("echo '[]' > b/result.json", 65, "b/result.json: "),
    ("echo null > b/manifest.json", 65, "b/manifest.json: "),
    (
      #"echo '{"format": "other/1"}' > b/result.json"#, 65, #"/format: "other/1" is not known here"#
    ),
    (#"sed -i 's/"seed": 1,/"seed": -1,/' b/result.json"#, 65, "b/result.json: "),
    (#"sed -i 's/"seed": 1,/"seed": 1e99,/' b/result.json"#, 65, "b/result.json: "),
    ("sed -i 's/\"mean\": 2016/\"mean\": NaN/' b/result.json", 65, "b/result.json: is not JSON"),
    ("sed -i '2s/0[.]8[0-9]*/nan/' b/replications.csv", 65, "b/replications.csv:2: "),
    ("head -c 5000 a/replications.csv > b/replications.csv", 65, "b/replications.csv:"),
    ("head -n 21 a/replications.csv > b/replications.csv", 65, "has 20 replications"),
    ("cp c/replications.csv b/replications.csv", 65, "has another mean than in result.json"),
    ("head -c 2000 /dev/urandom > b/replications.csv", 65, "b/replications.csv"),
    ("rm b/replications.csv; mkdir b/replications.csv", 66, "b/replications.csv: can't read"),
    ("rm b/replications.csv; mkfifo b/replications.csv", 66, "neither a regular file nor a pipe"),
  ]

  @Test("Damaged files are told in one line, with the right code")
  func refusesDamage() throws {
    // One folder for all: making the results takes longer than the tests.
    let lab = try lab()
    #expect(try Command.shell("mv b whole", in: lab.folder).exitCode == 0)
    for (script, exitCode, message) in Self.damages {
      let damage = try Command.shell("rm -rf b; cp -r whole b; \(script)", in: lab.folder)
      #expect(damage.exitCode == 0, "\(script): \(damage.errors)")
      let outcome = try Command.run("compare", "a", "b", in: lab.folder)
      #expect(outcome.exitCode == exitCode, "\(script): \(outcome.errors)")
      #expect(outcome.output == "", "\(script)")
      #expect(outcome.errorLines.count == 1, "\(script)")
      #expect(outcome.errors.hasPrefix("clustersim: error: "), "\(script)")
      #expect(outcome.errors.contains(message), "\(script): \(outcome.errors)")
    }
  }

  @Test("Hostile names give no live markup, no formula and no escape sequence")
  func isSafe() throws {
    let lab = try lab()
    let name = #"=cmd|<script>`x`</script>|\u001b[31m"#
    let script = """
      sed -i 's#"scenario": "imbue"#"scenario": "\(name.replacing("\\", with: "\\\\"))"#' b/result.json
      sed -i '/scenario_sha256/d; s#^    "name": "imbue"#    "name": "\(name.replacing("\\", with: "\\\\"))"#' b/manifest.json
      clustersim compare b a --csv - ; clustersim compare b a --markdown; clustersim compare b a
      """
    let outcome = try Command.shell(script, in: lab.folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("'=cmd|<script>") })
    #expect(lines.contains { $0.contains(#"| =cmd\|&lt;script&gt;\`x\`&lt;/script&gt;\| |"#) })
    #expect(lines.contains { $0.hasPrefix("A  =cmd|<script>`x`</script>|") })
    #expect(!lines.contains { $0.hasPrefix("=") })
  }
}
