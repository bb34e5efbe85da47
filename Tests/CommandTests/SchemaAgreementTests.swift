import Foundation
import Testing

/// The schemas, held against what they describe by an independent validator.
@Suite("The JSON Schemas") struct SchemaAgreementTests {
  @Test(
    "That of scenarios accepts those that ship, and refuses what is wrong as the reader does",
    .enabled(if: hasValidator))
  func agreesOnScenarios() throws {
    let folder = try TemporaryFolder()
    var expected = ["good.json": "valid"]
    try folder.write(BadInput.good, to: "texts/good.json")
    for shipped in try FileManager.default.contentsOfDirectory(
      at: Checkout.place("Scenarios"), includingPropertiesForKeys: nil)
    where shipped.pathExtension == "json" {
      try folder.write(
        String(contentsOf: shipped, encoding: .utf8), to: "texts/\(shipped.lastPathComponent)")
      expected[shipped.lastPathComponent] = "valid"
    }
    #expect(expected.count > 2)
    for (number, input) in BadInputTests.all.enumerated() where input.schema != .isNotAsked {
      let made = try TemporaryFolder()
      try input.prepare(made)
      let name = "\(number) \(input.kind).json".replacing("/", with: " ")
      try FileManager.default.moveItem(
        at: made.place(BadInput.file), to: folder.place("texts/\(name)"))
      expected[name] = input.schema == .refuses ? "invalid" : "valid"
    }
    try expect(expected, by: "scenario", in: folder)
  }

  @Test("That of sweeps accepts sweeps", .enabled(if: hasValidator && hasResultSchema))
  func agreesOnSweeps() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.shell(
      """
      mkdir texts
      clustersim sweep imbue --vary horizon=1w,2w --replications 30 --no-files --json - \
        > texts/imbue.json
      clustersim run imbue --replications 30 --no-files --json - > texts/run.json
      """, in: folder)
    #expect(outcome.exitCode == 0)
    try expect(["imbue.json": "valid", "run.json": "invalid"], by: "sweep", in: folder)
  }

  @Test("That of comparisons accepts comparisons", .enabled(if: hasValidator && hasResultSchema))
  func agreesOnComparisons() throws {
    let folder = try TemporaryFolder()
    try folder.write(ExampleScenario.text, to: "example.json")
    let outcome = try Command.shell(
      """
      mkdir texts
      clustersim run imbue --replications 30 --quiet --output a
      clustersim run imbue --replications 1 --seed 2 --quiet --output b 2> /dev/null
      clustersim run example.json --replications 30 --quiet --output c
      clustersim compare a b c --json texts/three.json --quiet 2> /dev/null
      clustersim compare c a --json texts/two.json --quiet 2> /dev/null
      cp a/result.json texts/run.json
      """, in: folder)
    #expect(outcome.exitCode == 0)
    try expect(
      ["three.json": "valid", "two.json": "valid", "run.json": "invalid"], by: "comparison",
      in: folder)
  }

  @Test(
    "That of results accepts results",
    .enabled(if: hasValidator && hasResultSchema))
  func agreesOnResults() throws {
    let folder = try TemporaryFolder()
    try folder.write(ExampleScenario.text, to: "example.json")
    let outcome = try Command.shell(
      """
      mkdir texts
      clustersim run example.json --replications 30 --no-files --json - > texts/example.json
      clustersim run imbue --replications 30 --no-files --json - > texts/imbue.json
      echo '{"format": "clustersim-result/1"}' > texts/empty.json
      """, in: folder)
    #expect(outcome.exitCode == 0)
    try expect(
      ["example.json": "valid", "imbue.json": "valid", "empty.json": "invalid"], by: "result",
      in: folder)
  }

  /// Holds the verdicts of the validator on the folder's texts to what is expected.
  private func expect(
    _ expected: [String: String], by schema: String, in folder: TemporaryFolder
  ) throws {
    try folder.write(Self.validator, to: "validate.py")
    let outcome = try Command.shell(
      "clustersim schema \(schema) > schema.json && python3 validate.py", in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let verdicts = outcome.output.split(separator: "\n").map {
      $0.split(separator: "\t").map(String.init)
    }
    #expect(verdicts.count == expected.count)
    for verdict in verdicts {
      #expect(verdict.last == expected[verdict[0]], "\(verdict[0])")
    }
  }

  /// Checks the schema itself, and prints each text's name and whether the schema accepts it.
  private static let validator = """
    import json, os
    from jsonschema import Draft202012Validator

    with open("schema.json", encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for name in sorted(os.listdir("texts")):
        with open(os.path.join("texts", name), encoding="utf-8") as file:
            valid = validator.is_valid(json.load(file))
        print(name, "valid" if valid else "invalid", sep="\\t")
    """

  private static let hasValidator = succeeds(
    "python3 -c 'from jsonschema import Draft202012Validator'")

  private static let hasResultSchema = succeeds("clustersim schema result")

  private static func succeeds(_ script: String) -> Bool {
    guard let folder = try? TemporaryFolder() else { return false }
    return (try? Command.shell(script, in: folder))?.exitCode == 0
  }
}
