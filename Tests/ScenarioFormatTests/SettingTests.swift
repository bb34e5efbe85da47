import Testing

@testable import ScenarioFormat

@Suite("Values set on the command line") struct SettingTests {
  @Test("A value takes the place of the one in the text, the last one wins")
  func replaces() throws {
    let document = try read(
      llama3,
      set: ["checkpoint.interval=10min", "cluster.spare_nodes=8", "cluster.spare_nodes=9"])
    #expect(document.scenario.checkpoint.interval == 600)
    #expect(document.scenario.cluster.spareNodes == 9)
    #expect(document.settings.map(\.path) == ["checkpoint.interval", "cluster.spare_nodes"])
    #expect(document.settings.map(\.value) == ["10min", "9"])
    #expect(document.canonical["checkpoint"]?["interval"] == "10min")
    #expect(document.canonical["cluster"]?["spare_nodes"] == 9)
  }

  @Test("A set value makes the same scenario as one in the text")
  func equalsText() throws {
    let text = scenario(#""checkpoint": {"interval": "7min"}, "title": "b""#)
    let set = try read(scenario(""), set: ["checkpoint.interval=7min", "title=b"])
    #expect(try read(text).scenario == set.scenario)
    #expect(set.title == "b")
  }

  @Test("Elements of lists are found by their name or their index")
  func findsElements() throws {
    let document = try read(
      llama3,
      set: [
        #"faults.gpu.lifetime={"distribution": "exponential", "mean": "40000h"}"#,
        "faults.1.count=3", "repair.routes.hardware.reboot.fixes=0.25",
      ])
    #expect(document.scenario.faults[1].count == 3)
    #expect(document.scenario.repairRoutes[0].stages[0].fixes == 0.25)
    guard case .lifetime(let law) = document.scenario.faults[0].process else {
      Issue.record("the class has a lifetime")
      return
    }
    #expect(law.mean == 40000 * 3600)
  }

  @Test("A key takes the place of those that it contradicts, the last one set wins")
  func replacesAlternatives() throws {
    let document = try read(
      llama3, set: ["faults.gpu.lifetime.observed=7", "faults.gpu.lifetime.mean=40000h"])
    guard case .lifetime(let law) = document.scenario.faults[0].process else {
      Issue.record("the class has a lifetime")
      return
    }
    #expect(law.mean == 40000 * 3600)
    #expect(document.canonical["faults"]?.element(0)?["lifetime"]?["observed"] == nil)
    #expect(document.canonical["faults"]?.element(0)?["lifetime"]?["over"] == nil)
    let again = try read(
      llama3, set: ["faults.gpu.lifetime.mean=40000h", "faults.gpu.lifetime.afr=1"])
    #expect(again.canonical["faults"]?.element(0)?["lifetime"]?["afr"] == 1)
    #expect(again.canonical["faults"]?.element(0)?["lifetime"]?["mean"] == nil)
  }

  @Test("null takes away a key, an element of a list, or what cannot do without it")
  func removes() throws {
    let document = try read(llama3, set: ["faults.gpu=null", "checkpoint.save=null"])
    #expect(document.scenario.faults.count == 1)
    #expect(document.scenario.checkpoint.save == 10)
    let lines = try problems(llama3, set: ["cluster=null"])
    #expect(lines.first?.hasSuffix("/cluster: is missing, and has no default") == true)
  }

  @Test(
    "What is wrong with a set value is told with the argument as its place",
    arguments: [
      ("checkpoint.intervl=5min", #"/checkpoint/intervl: unknown key; did you mean "interval"?"#),
      ("checkpoint.interval=5", #"/checkpoint/interval: "5" has no unit; write "5min" or "5h""#),
      (
        "faults.gpuu.count=5", #"/faults: the list has no "gpuu"; did you mean "gpu"?"#
      ),
      ("faults.9.count=5", #"/faults: the list has no "9""#),
      ("faults.-1.count=5", #"/faults: the list has no "-1""#),
      ("name.first=5", #"/name: is a string, so it has no "first""#),
      ("job.work=null", "/job/work: there is none to remove"),
      ("extends=imbue", "/extends: can't be set: only a text can extend a scenario"),
      ("name=../../x", "/name: must be \(TextRule.folderName.description), not \"../../x\""),
      ("job.mfu=0.1", "/job/mfu: this version does not report useful FLOPs yet; remove it"),
      ("checkpoint", "must be PATH=VALUE, such as checkpoint.interval=10min"),
      ("=5", "must be PATH=VALUE, such as checkpoint.interval=10min"),
      ("a..b=5", "must be PATH=VALUE, such as checkpoint.interval=10min"),
    ])
  func tellsProblems(_ setting: String, _ expected: String) throws {
    do {
      _ = try read(llama3, set: [setting])
      Issue.record("\(setting) is refused")
    } catch {
      #expect(String(describing: error) == "--set \(setting): " + expected)
    }
  }

  @Test("A value that does not fit what stands in the text is told where it stands there")
  func tellsContradictionInText() throws {
    let lines = try problems(scenario(#""job": {"nodes": 4}"#), set: ["cluster.nodes=3"])
    #expect(lines == ["x.json:2:18: /job/nodes: the job needs 4 nodes, but the cluster has 3"])
  }

  @Test(
    "A value may be any text, beside its path or after an equals sign",
    arguments: ["", "a=b=", "1,2", "a\nb\r\n", "\u{301}", "=\u{301}", "\u{0}\u{FEFF}", #""a""#])
  func holdsAnyText(_ value: String) throws {
    let apart = try Setting(path: "title", value: value)
    let together = try Setting("title=" + value)
    #expect(apart == together)
    #expect(Array(apart.value.unicodeScalars) == Array(value.unicodeScalars))
    #expect(apart.path == "title")
  }

  @Test("A path apart from its value must be one", arguments: ["", "a..b", ".", "a=b"])
  func checksPathsApart(_ path: String) {
    #expect(throws: Diagnostic.self) { try Setting(path: path, value: "1") }
  }

  @Test("A very long path is refused")
  func boundsPath() {
    let path = Array(repeating: "a", count: 100_000).joined(separator: ".")
    #expect(throws: Diagnostic.self) { try Setting(path + "=1") }
  }
}

extension JSONValue {
  fileprivate func element(_ index: Int) -> JSONValue? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }
}
