import ScenarioFormat
import Testing

@testable import Reporting
@testable import ScenarioFormat

@Suite("What runs of a comparison were given") struct ComparedSetupTests {
  private func text(_ json: String) throws -> JSONValue {
    JSONValue(try JSONReader.read(Array(json.utf8)))
  }

  private func differences(_ texts: String...) throws -> [String] {
    try ScenarioDifferences(texts.map(text)).differences.map { difference in
      "\(difference.path): " + difference.values.map { $0 ?? "–" }.joined(separator: " → ")
    }
  }

  @Test("Paths are those of --set: keys, and names of things in lists")
  func namesPaths() throws {
    #expect(
      try differences(
        """
        { "horizon": "54d", "faults": [ { "name": "gpu", "lifetime": { "mean": "5d" } },
          { "name": "nic", "per": "node" } ], "job": { "nodes": 4 } }
        """,
        """
        { "faults": [ { "name": "nic", "per": "gpu" },
          { "name": "gpu", "lifetime": { "mean": "6d" } }, { "name": "ssd" } ],
          "horizon": "54d", "job": { "nodes": 4, "placement": "racks" } }
        """) == [
          "faults.gpu.lifetime.mean: 5d → 6d", "faults.nic.per: node → gpu",
          #"faults.ssd: – → {"name":"ssd"}"#, "job.placement: – → racks",
        ])
  }

  @Test("What is for people is left out, and so is the order of keys")
  func leavesOutTexts() throws {
    #expect(
      try differences(
        #"{ "name": "a", "title": "A", "job": { "source": "x", "nodes": 1 }, "x": [{"a":1,"b":2}] }"#,
        #"{ "name": "b", "notes": "B", "x": [{"b":2,"a":1}], "job": { "nodes": 1, "notes": "y" } }"#
      ) == [])
  }

  @Test("Three texts are compared at once, and kinds that differ are told whole")
  func comparesMany() throws {
    #expect(
      try differences(
        #"{ "save": "10s", "levels": [1, 2] }"#, #"{ "save": { "bytes": "5TB" }, "levels": [1] }"#,
        #"{ "save": "10s", "levels": [1, 2] }"#) == [
          #"save: 10s → {"bytes":"5TB"} → 10s"#, "levels: [1,2] → [1] → [1,2]",
        ])
  }

  @Test("A section that one has not is told key by key, a thing of a list as one")
  func tellsMissingSections() throws {
    #expect(
      try differences(
        #"{ "faults": [ { "name": "gpu" } ] }"#,
        #"{ "cost": { "gpu_hour": 2.5, "notes": "x" }, "faults": [ { "name": "gpu" } ] }"#,
        #"{ "faults": [ { "name": "gpu" }, { "name": "nic", "per": "node" } ] }"#) == [
          #"faults.nic: – → – → {"name":"nic","per":"node"}"#, "cost.gpu_hour: – → 2.5 → –",
        ])
  }

  private func labels(_ files: [[String: String]], places: [String]) throws -> [String] {
    try ComparedRun.labelled(zip(places, files).map(SampleRun.stored)).map(\.label)
  }

  @Test("Runs of one scenario are called by what was set, or else by their folders")
  func labelsRuns() throws {
    let plain = try SampleRun.files()
    let set = try SampleRun.files(settings: ["checkpoint.interval=30min", "horizon=54d"])
    let other = try SampleRun.files(settings: ["checkpoint.interval=1h", "horizon=54d"])
    #expect(
      try labels([plain, set], places: ["a", "b"])
        == ["sample", "sample checkpoint.interval=30min horizon=54d"])
    #expect(
      try labels([set, other], places: ["a", "b"])
        == ["sample checkpoint.interval=30min", "sample checkpoint.interval=1h"])
    #expect(try labels([plain, plain], places: ["Results/a", "Results/b"]) == ["a", "b"])
    #expect(try labels([plain, plain], places: ["x/a", "y/a"]) == ["x/a", "y/a"])
    #expect(try labels([plain, plain], places: ["x/a", "x/a"]) == ["x/a", "x/a (2)"])
  }

  @Test("Seeds and replications that differ are told, and settings where a scenario is not")
  func tellsRuns() throws {
    let first = try SampleRun.files()
    var second = try SampleRun.files(seed: 9, replications: 30, settings: ["horizon=54d"])
    let whole = SetupDifferences([
      try SampleRun.stored("a", first), try SampleRun.stored("b", second),
    ])
    #expect(
      whole.runs == [
        SetupDifferences.Difference(path: "seed", values: ["7", "9"]),
        SetupDifferences.Difference(path: "replications", values: ["40", "30"]),
      ])
    #expect(whole.scenarios == [])
    second["manifest.json"] = second["manifest.json"]?.replacing("\"scenario\":", with: "\"s\":")
    let torn = SetupDifferences([
      try SampleRun.stored("a", first), try SampleRun.stored("b", second),
    ])
    #expect(torn.scenarios == nil)
    #expect(
      torn.changes == [SetupDifferences.Difference(path: "horizon", values: [nil, "54d"])])
  }
}
