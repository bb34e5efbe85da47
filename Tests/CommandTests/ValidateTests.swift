import Foundation
import Testing

@Suite("Scenarios against the field, by the program") struct ValidateTests {
  static let figure = "opt-175b-2022:machines_a_day"
  static let few = ["--replications", "60"]

  /// A folder with a scenario that agrees with its one published figure, or fails ten times as
  /// often.
  static func folder(agrees: Bool, known: String? = nil) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let lifetime = #"{"distribution": "exponential", "observed": 20, "units": 124, "over": "1d"}"#
    let faults = agrees ? "" : #", "faults": [{"name": "machine", "lifetime": \#(lifetime)}]"#
    let why = #""why": "Ten times as many, to see it.""#
    let disagreements = known.map { #", "known_disagreements": [{"figure": "\#($0)", \#(why)}]"# }
    try folder.write(
      #"{"extends": "opt-175b", "name": "a", "horizon": "20d", "calibrated_on": []"#
        + faults + (disagreements ?? "") + "}",
      to: "a.json")
    return folder
  }

  static func validate(_ folder: TemporaryFolder, _ options: String...) throws -> Command.Outcome {
    try Command.run(["validate", "a.json"] + few + options, in: folder)
  }

  @Test("What agrees ends well, and nothing is written but the tables")
  func agrees() throws {
    let folder = try Self.folder(agrees: true)
    let outcome = try Self.validate(folder)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.contains("predicted: agrees"))
    #expect(outcome.output.contains("Predictions: 1 of 1 agree."))
    #expect(try folder.contents == ["a.json"])
  }

  @Test("A disagreement that nobody explains ends with 1, and is named")
  func disagrees() throws {
    let outcome = try Self.validate(Self.folder(agrees: false))
    #expect(outcome.exitCode == 1)
    #expect(outcome.errorLines.count == 1)
    #expect(
      outcome.errors.hasPrefix(
        "clustersim: error: a: Meta, about 2 machines a day (\(Self.figure)) disagrees"))
    #expect(outcome.output.contains("predicted: disagrees"))
  }

  @Test("One that is explained ends well, with the explanation")
  func disagreesAsKnown() throws {
    let outcome = try Self.validate(Self.folder(agrees: false, known: Self.figure))
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.contains("Known disagreements\n  a: Meta, about 2 machines a day, "))
    #expect(outcome.output.contains("    Ten times as many, to see it.\n"))
  }

  @Test("An explanation of what agrees ends with 1")
  func noLongerDisagrees() throws {
    let outcome = try Self.validate(Self.folder(agrees: true, known: Self.figure))
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("is among its known_disagreements, but agrees"))
  }

  @Test("A known disagreement with a figure that no reference has gets a warning")
  func unknownFigure() throws {
    let folder = try Self.folder(agrees: true, known: "opt-175b-2022:nothing")
    for verb in ["validate", "check", "run"] {
      let options = verb == "check" ? [] : Self.few + ["--quiet"]
      let outcome = try Command.run([verb, "a.json"] + options, in: folder)
      #expect(outcome.exitCode == 0)
      #expect(outcome.errorLines.count == 1)
      #expect(outcome.errors.hasPrefix("clustersim: warning: "))
      #expect(outcome.errors.contains("opt-175b-2022:nothing"))
    }
  }

  @Test("--csv -, --json - and --markdown print one thing each, --quiet nothing")
  func outputs() throws {
    let folder = try Self.folder(agrees: false, known: Self.figure)
    let csv = try Self.validate(folder, "--csv", "-").output.split(separator: "\n")
    #expect(csv.count == 2)
    #expect(csv[0].hasPrefix("scenario,reference,figure,title,"))
    #expect(csv[0].hasSuffix(",first_hand,explanation"))
    #expect(csv[1].hasSuffix(#",true,"Ten times as many, to see it.""#))

    let json = try Self.validate(folder, "--json", "-").output
    let tree = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(tree["format"] as? String == "clustersim-validation/1")
    #expect(tree["not_simulated"] is NSNull)

    let markdown = try Self.validate(folder, "--markdown").output
    #expect(markdown.contains("\n| Scenario | Figure | Observed |"))
    #expect(markdown.contains("\n## Known disagreements\n"))

    let quiet = try Self.validate(folder, "--quiet", "--csv", "rows.csv")
    #expect(quiet.output.isEmpty)
    #expect(try folder.text("rows.csv").split(separator: "\n").count == 2)
  }

  @Test("The number of threads changes nothing, the seed what is simulated")
  func determinism() throws {
    let folder = try Self.folder(agrees: true)
    let one = try Self.validate(folder, "--threads", "1").output
    #expect(try Self.validate(folder, "--threads", "3").output == one)
    #expect(try Self.validate(folder, "--seed", "2").output != one)
  }

  @Test("A run has the explanation in its tables")
  func runTables() throws {
    let folder = try Self.folder(agrees: false, known: Self.figure)
    let outcome = try Command.run(["run", "a.json"] + Self.few + ["--quiet"], in: folder)
    #expect(outcome.exitCode == 0)
    let why = "Ten times as many, to see it."
    #expect(try folder.text("Results/a/comparison.csv").hasSuffix(#","\#(why)"\#n"#))
    #expect(try folder.text("Results/a/result.json").contains(#""explanation": "\#(why)""#))
  }

  @Test(
    "What can't be done is refused",
    arguments: [
      (["--replications", "0"], 64), (["--threads", "-1"], 64),
      (["--csv", "-", "--json", "-"], 64),
      (["--csv", ""], 64), (["nobody"], 66), (["b.json"], 65), (["--csv", "."], 73),
    ] as [([String], Int32)])
  func refusals(options: [String], code: Int32) throws {
    let folder = try Self.folder(agrees: true)
    try folder.write(
      #"{"name": "b", "horizon": "5d", "cluster": {"nodes": 4}}"#, to: "b.json")
    let outcome = try Command.run(["validate", "a.json"] + options, in: folder)
    #expect(outcome.exitCode == code, "\(outcome.errors)")
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.output.isEmpty)
  }
}
