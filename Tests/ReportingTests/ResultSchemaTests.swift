import ClusterModel
import Experiments
import Foundation
import ScenarioFormat
import Testing

@testable import Reporting

private let file = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../Schemas/result.schema.json").standardized

@Suite("The JSON Schema of results") struct ResultSchemaTests {
  /// `WRITE_SCHEMAS=1 swift test --filter ResultSchemaTests` writes the file anew.
  @Test("The file in Schemas is what the definitions say")
  func agreesWithFile() throws {
    let text = resultSchema().text()
    if ProcessInfo.processInfo.environment["WRITE_SCHEMAS"] != nil {
      try Data(text.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test("It has the keys of a written result, in their order, and demands them all")
  func describesWrittenKeys() throws {
    let result = try SampleRun.report().resultJSON
    let schema = resultSchema()
    try expectSameKeys(result, schema)
    let metric = try #require(schema["$defs"]?["metric"])
    for key in keys(of: result["metrics"]) {
      try expectSameKeys(#require(result["metrics"]?[key]), metric)
    }
    for list in ["faults", "comparison"] {
      let items = try #require(schema["properties"]?[list]?["items"])
      guard case .array(let elements) = result[list] else {
        Issue.record("\(list) is a list")
        continue
      }
      #expect(!elements.isEmpty)
      for element in elements { try expectSameKeys(element, items) }
    }
    let fault = try #require(result.firstElement(of: "faults"))
    let count = schema["properties"]?["faults"]?["items"]?["properties"]?["count"]
    try expectSameKeys(#require(fault["count"]), #require(count))
  }

  @Test("It has every metric of the catalogue, described by title and unit")
  func describesMetrics() throws {
    let metrics = try #require(resultSchema()["properties"]?["metrics"])
    #expect(keys(of: metrics["properties"]) == MetricCatalogue.all.map(\.identifier))
    #expect(metrics["additionalProperties"] == false)
    #expect(
      metrics["properties"]?["mttr_hours"]?["description"]
        == "Mean time from an interruption until training (MTTR). Unit: hours.")
  }

  @Test("Where a single replication has no value the schema allows null")
  func allowsNull() throws {
    let metric = try #require(resultSchema()["$defs"]?["metric"]?["properties"])
    let written = try #require(
      try SampleRun.report(replications: 1).resultJSON["metrics"]?["ettr"])
    let absent = keys(of: written).filter { written[$0] == .null }
    #expect(absent == ["standard_error", "ci95", "sd"])
    #expect(metric["sd"]?["type"] == ["number", "null"])
    #expect(metric["ci95"]?["type"] == ["array", "null"])
    #expect(metric["title"]?["type"] == "string")
  }

  @Test("A word out of a list may be null only where the whole value may be missing")
  func listsWords() throws {
    let properties = try #require(resultSchema()["properties"])
    let comparison = try #require(properties["comparison"]?["items"]?["properties"])
    #expect(comparison["kind"]?["enum"] == ["calibrated", "predicted"])
    #expect(comparison["basis"]?["enum"] == ["replications", "poisson", "chi_square", .null])
    #expect(
      properties["faults"]?["items"]?["properties"]?["kind"]?["enum"]
        == ["calibrated", "predicted", .null])
  }

  @Test("The texts of verdicts match its pattern, and others do not")
  func matchesVerdicts() throws {
    let pattern = try Regex(Verdict.textPattern)
    for row in try SampleRun.report().comparison.rows {
      #expect(row.verdictText.wholeMatch(of: pattern) != nil, "\(row.verdictText)")
    }
    let verdicts: [Verdict] = [
      .agrees, .disagrees, .holds, .holdsSometimes(share: 0.05), .holdsSometimes(share: 0.9499),
      .doesNotHold, .undecided, .notSimulated,
    ]
    for verdict in verdicts {
      for end in ["", ", 1,234 % higher", ", 12 % lower, no evidence", ", no evidence"] {
        #expect((verdict.text + end).wholeMatch(of: pattern) != nil, "\(verdict.text + end)")
      }
    }
    for text in ["", "agree", "agrees, 12 %", "holds in most of runs", "agrees, no evidence, x"] {
      #expect(text.wholeMatch(of: pattern) == nil, "\(text)")
    }
  }

  private func expectSameKeys(_ written: JSONValue, _ schema: JSONValue) throws {
    let keys = keys(of: written)
    #expect(self.keys(of: schema["properties"]) == keys)
    #expect(schema["required"] == .array(keys.map(JSONValue.string)))
    #expect(schema["additionalProperties"] == false)
  }

  /// Keys in their order; none if there is no object.
  private func keys(of value: JSONValue?) -> [String] {
    guard case .object(let members) = value else { return [] }
    return members.map(\.key)
  }
}

extension JSONValue {
  fileprivate func firstElement(of key: String) -> JSONValue? {
    guard case .array(let elements) = self[key] else { return nil }
    return elements.first
  }
}
