import Foundation
import Testing

@testable import ScenarioFormat

private let file = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../Schemas/scenario.schema.json").standardized

@Suite("The JSON Schema of scenarios") struct ScenarioSchemaTests {
  /// `WRITE_SCHEMAS=1 swift test --filter ScenarioSchemaTests` writes the file anew.
  @Test("The file in Schemas is what the definitions say")
  func agreesWithFile() throws {
    let text = scenarioSchema().text()
    if ProcessInfo.processInfo.environment["WRITE_SCHEMAS"] != nil {
      try Data(text.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test("It describes every key that can be given, and none that is not simulated yet")
  func describesKeys() throws {
    for extent in ["then", "else"] {
      guard case .object(let properties) = scenarioSchema()[extent]?["properties"] else {
        Issue.record("the schema has properties")
        return
      }
      let keys = properties.map(\.key)
      #expect(Set(["name", "cluster", "faults", "checkpoint", "notes"]).isSubset(of: keys))
      #expect(Set(keys).count == keys.count)
      let text = scenarioSchema().text()
      #expect(!text.contains("\"tokens_per_second\"") && text.contains("\"throughput\""))
    }
  }

  @Test("Every reference in it leads to a definition")
  func resolvesReferences() throws {
    let schema = scenarioSchema()
    var references: Set<String> = []
    func visit(_ value: JSONValue) {
      switch value {
      case .array(let elements): elements.forEach(visit)
      case .object(let members):
        for (key, value) in members {
          if key == "$ref", case .string(let text) = value { references.insert(text) }
          visit(value)
        }
      default: break
      }
    }
    visit(schema)
    #expect(
      references == [
        "#/$defs/duration", "#/$defs/lifetime", "#/$defs/restart", "#/$defs/transfer",
        "#/$defs/transfer_or_law", "#/$defs/partial_duration", "#/$defs/partial_lifetime",
        "#/$defs/partial_restart", "#/$defs/partial_transfer", "#/$defs/partial_transfer_or_law",
      ])
    for reference in references {
      #expect(schema["$defs"]?[String(reference.dropFirst("#/$defs/".count))] != nil)
    }
  }
}
