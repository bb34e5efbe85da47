import ClusterModel
import Testing

@testable import ScenarioFormat

/// Reads the first text; the others are found by their names.
private func read(
  _ texts: KeyValuePairs<String, String>, set settings: [String] = []
) throws -> ScenarioDocument {
  let sources = texts.map { ScenarioSource(name: $0.key, bytes: Array($0.value.utf8)) }
  let base = BaseScenario { path, _ throws(BaseScenario.Unavailable) in
    guard let source = sources.first(where: { $0.name == path }) else {
      throw BaseScenario.Unavailable("\(path): no such file")
    }
    return source
  }
  return try ScenarioReader.read(sources[0], settings: settings.map { try Setting($0) }, base: base)
}

private func problems(_ texts: KeyValuePairs<String, String>) throws -> [String] {
  do {
    _ = try read(texts)
    return []
  } catch let problems as ScenarioProblems {
    return problems.diagnostics.map(\.description)
  }
}

@Suite("Scenarios that extend others") struct ExtendingTests {
  @Test("What is not given is that of the base, but for what names it")
  func inherits() throws {
    let document = try read([
      "b.json": #"{"extends": "llama3.json", "name": "b", "checkpoint": {"interval": "7min"}}"#,
      "llama3.json": llama3,
    ])
    let base = try read(["llama3.json": llama3])
    var expected = base.scenario
    expected.checkpoint.interval = 420
    #expect(document.scenario == expected)
    #expect((document.name, document.title) == ("b", "b"))
    #expect(document.references == base.references)
    #expect(document.canonical["extends"] == nil)
  }

  @Test("Named things are merged by name, in the order of the base, new ones come last")
  func mergesByName() throws {
    let document = try read([
      "b.json": #"""
      {"extends": "llama3.json", "name": "b",
       "faults": [{"name": "nic", "per": "node", "lifetime": {"distribution": "exponential", "mean": "9y"}},
                  {"name": "gpu", "count": 2}],
       "repair": {"routes": {"hardware": [{"stage": "reboot", "fixes": 0.5}]}}}
      """#,
      "llama3.json": llama3,
    ])
    #expect(document.scenario.faults.map(\.name) == ["gpu", "software_bug", "nic"])
    #expect(document.scenario.faults.map(\.count) == [2, 1, 1])
    #expect(document.scenario.repairRoutes[0].stages.map(\.fixes) == [0.5, 1])
  }

  @Test("A distribution that names its kind replaces the base's, a parameter what it contradicts")
  func replacesLaws() throws {
    for law in [#"{"mean": "5y"}"#, #"{"distribution": "exponential", "mean": "5y"}"#] {
      let document = try read([
        "b.json": #"""
        {"extends": "llama3.json", "name": "b", "faults": [{"name": "gpu", "lifetime": \#(law)}]}
        """#,
        "llama3.json": llama3,
      ])
      guard case .lifetime(let lifetime) = document.scenario.faults[0].process else {
        Issue.record("the class has a lifetime")
        return
      }
      #expect(lifetime.mean == 5 * 365.25 * 86_400)
    }
  }

  @Test("null takes away what the base has, and a chain is followed to its end")
  func removes() throws {
    let document = try read([
      "c.json": #"{"extends": "b.json", "name": "c", "cost": null}"#,
      "b.json": #"{"extends": "llama3.json", "name": "b", "maintenance": null}"#,
      "llama3.json": llama3,
    ])
    #expect(document.scenario.maintenance == nil)
    #expect(document.scenario.cost == nil)
  }

  @Test("What was replaced below does not come back when its replacement is taken away")
  func keepsReplacements() throws {
    let lemons = #""lemons": {"fraction": 0.2, "multiplier": 9}"#
    let document = try read([
      "c.json": #"{"extends": "b.json", "name": "c", "frailty": null}"#,
      "b.json": #"{"extends": "a.json", "name": "b", "frailty": {"variance": 1}}"#,
      "a.json": #"{"name": "a", "horizon": "5d", "cluster": {"nodes": 4}, \#(lemons)}"#,
    ])
    #expect(document.scenario.frailty == nil)
  }

  @Test("What was fitted stays fitted, whatever is changed, until it says otherwise")
  func keepsCalibration() throws {
    let other = #"{"extends": "llama3.json", "name": "b", "faults": [{"name": "gpu", "count": 2}]}"#
    let own = #"{"extends": "llama3.json", "name": "b", "calibrated_on": []}"#
    #expect(try read(["b": other, "llama3.json": llama3]).calibratedOn.count == 1)
    #expect(try read(["b": own, "llama3.json": llama3]).calibratedOn.isEmpty)
    #expect(try read(["a": llama3], set: ["faults.gpu.count=2"]).calibratedOn.count == 1)
  }

  @Test("Known disagreements are passed on, until a scenario has its own")
  func keepsDisagreements() throws {
    let known = #""known_disagreements": [{"figure": "a:b", "why": "c"}]"#
    let base = #"{"name": "a", "horizon": "5d", "cluster": {"nodes": 4}, \#(known)}"#
    let other = #"{"extends": "a.json", "name": "b"}"#
    let own = #"{"extends": "a.json", "name": "b", "known_disagreements": []}"#
    let expected = [KnownDisagreement(figure: "a:b", why: "c")]
    #expect(try read(["b": other, "a.json": base]).knownDisagreements == expected)
    #expect(try read(["b": own, "a.json": base]).knownDisagreements.isEmpty)
  }

  @Test("A list with a name twice, and a law with keys of another kind, replace the base's")
  func replacesWhole() throws {
    let stages = #"[{"stage": "a", "time": "1h"}, {"stage": "a", "time": "2h"}]"#
    let document = try read([
      "b.json": #"""
      {"extends": "c.json", "name": "b",
       "repair": {"routes": {"r": [{"stage": "a", "time": "3h"}]}},
       "recovery": {"restart": {"per_gpu": "1ms"}}}
      """#,
      "c.json": #"""
      {"name": "c", "horizon": "5d", "cluster": {"nodes": 1, "gpus_per_node": 1},
       "repair": {"routes": {"r": \#(stages)}}, "faults": [],
       "recovery": {"restart": {"distribution": "exponential", "mean": "1h"}}}
      """#,
    ])
    #expect(document.scenario.repairRoutes[0].stages.map(\.time.mean) == [10_800])
    #expect(document.scenario.recovery.restart.mean == 0.001)
    #expect(
      try read(["b": #"{"extends": "a", "name": "b", "faults": []}"#, "a": llama3])
        .scenario.faults.isEmpty)
  }

  @Test("A key given twice is told in the text that has it, though another one overrides it")
  func tellsDuplicates() throws {
    let lines = try problems([
      "b.json": #"{"extends": "a.json", "name": "b", "horizon": null}"#,
      "a.json": #"{"name": "a", "horizon": "5d", "horizon": "6d", "cluster": {"nodes": 1}}"#,
    ])
    #expect(lines.contains("a.json:1:32: /horizon: key given twice, first on line 1, column 15"))
    #expect(
      try problems([
        "b.json": #"{"extends": "a.json", "name": "b"}"#, "a.json": #"{"format": "clustersim/9"}"#,
      ]) == [#"a.json:1:12: /format: must be "clustersim/1""#])
  }

  @Test("Problems are told in the text that has them, the extending one first")
  func tellsPlaces() throws {
    let lines = try problems([
      "b.json": #"{"extends": "a.json", "name": "b", "intervl": 3}"#,
      "a.json": "{\"name\": \"a\", \"horizon\": 5,\n \"cluster\": {\"nodes\": 0}}",
    ])
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("b.json:1:36: /intervl: unknown key"))
    #expect(lines[1].hasPrefix(#"a.json:1:26: /horizon: "5" has no unit"#))
    #expect(lines[2].hasPrefix("a.json:2:23: /cluster/nodes: must be"))
  }

  @Test("A base that is missing, no JSON, in a circle or too long is told at once")
  func tellsBases() throws {
    let own = #"{"extends": "a.json", "name": "b"}"#
    #expect(try problems(["b.json": own]) == ["b.json:1:13: /extends: a.json: no such file"])
    #expect(try problems(["b.json": own, "a.json": "{"]).first?.hasPrefix("a.json:1:2: ") == true)
    #expect(
      try problems(["a.json": own]) == [
        "a.json:1:13: /extends: more than 8 scenarios deep; does one extend itself?"
      ])
    let long = "{" + String(repeating: " ", count: JSONReader.maximumBytes - 2) + "}"
    #expect(
      try problems(["b.json": own, "a.json": long]) == [
        "b.json:1:13: /extends: the texts together are longer than 4 MiB"
      ])
    #expect(
      try problems(["b.json": #"{"extends": 5, "name": "b"}"#])
        .contains("b.json:1:13: /extends: must be a text, not 5"))
  }

  @Test("A name of its own is needed, and a key given twice is still told")
  func needsName() throws {
    let lines = try problems([
      "b.json": #"{"extends": "a.json", "cost": {"gpu_hour": 1, "gpu_hour": 2}}"#,
      "a.json": llama3,
    ])
    #expect(
      lines == [
        "b.json:1:1: /name: is missing, and has no default",
        "b.json:1:47: /cost/gpu_hour: key given twice, first on line 1, column 32",
      ])
  }
}
