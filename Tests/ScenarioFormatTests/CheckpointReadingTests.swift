import Checkpointing
import ClusterModel
import Statistics
import Testing

@testable import ScenarioFormat

@Suite("Reading checkpoints") struct CheckpointReadingTests {
  /// The scenario with these members of its checkpoint; its job has 4 nodes and 32 GPUs.
  private func checkpointed(_ members: String) throws -> ScenarioDocument {
    try read(scenario("\"checkpoint\": {\(members)}"))
  }

  private func fixed(_ seconds: Double) -> Lifetime {
    .deterministic(Deterministic(value: seconds))
  }

  @Test("A formula takes the place of the interval, which is computed elsewhere")
  func readsFormulas() throws {
    for (word, formula) in [
      ("young", .young), ("daly", .daly), ("optimal", .optimal),
    ] as [(String, IntervalFormula)] {
      let document = try checkpointed(#""interval": "\#(word)", "save": "1h", "write": "2h""#)
      let policy = document.scenario.checkpoint
      #expect(policy.intervalRule == .computed(formula) && policy.interval == .infinity)
      #expect(document.warnings.isEmpty)
    }
  }

  @Test("An adaptive interval begins with one that is given")
  func readsAdaptiveInterval() throws {
    let given = try checkpointed(#""interval": {"adaptive": "daly", "initial": "6d"}"#)
    #expect(given.scenario.checkpoint.intervalRule == .adaptive(.daly))
    #expect(given.scenario.checkpoint.interval == 6 * 86400 && given.warnings.isEmpty)
    let byDefault = try checkpointed(#""interval": {"adaptive": "young"}"#).scenario.checkpoint
    #expect(byDefault.interval == 1800 && byDefault.intervalRule == .adaptive(.young))
  }

  @Test("Without levels there is one, which outlives everything and keeps all copies")
  func readsOneLevel() throws {
    let byDefault = try checkpointed("").scenario
    #expect(byDefault.storage == [CheckpointStorage(load: fixed(30))])
    #expect(byDefault.checkpoint.verification == nil && byDefault.checkpoint.furtherLevels.isEmpty)
    let scenario = try checkpointed(
      #""corrupt_probability": 0.25, "keep": 3, "verify": {"time": "2s"}"#
    ).scenario
    #expect(
      scenario.storage == [CheckpointStorage(load: fixed(30), unreadable: 0.25, kept: 3)])
    #expect(scenario.checkpoint.verification == Verification(time: 2))
    let other = try checkpointed(#""verify": {"time": "2s", "finds": 0.9}"#).scenario
    #expect(other.checkpoint.verification == Verification(time: 2, finds: 0.9))
  }

  private let levels = #"""
    "interval": "10min", "levels": [
      {"name": "host", "save": "1s", "load": "2s", "survives": "job"},
      {"name": "peer", "every": 2, "survives": "power_domain", "keep": 1, "write": "20min"},
      {"name": "remote", "every": 6, "save": "20s", "corrupt_probability": 0.5,
       "load": {"distribution": "exponential", "mean": "1min"}}]
    """#

  @Test("Levels are read with their defaults, in their order")
  func readsLevels() throws {
    let document = try checkpointed(levels)
    let policy = document.scenario.checkpoint
    #expect(policy.interval == 600 && policy.save == 1 && policy.write == 0)
    #expect(
      policy.furtherLevels == [
        CheckpointLevel(every: 2, save: 10, write: 1200), CheckpointLevel(every: 6, save: 20),
      ])
    #expect(
      document.scenario.storage == [
        CheckpointStorage(name: "host", load: fixed(2), survives: .job),
        CheckpointStorage(name: "peer", load: fixed(30), survives: .powerDomain, kept: 1),
        CheckpointStorage(
          name: "remote", load: .exponential(Exponential(mean: 60)), unreadable: 0.5),
      ])
    #expect(document.warnings.isEmpty)
  }

  @Test("With levels the defaults of a single one are not assumed")
  func assumesOfLevels() throws {
    let assumed = try checkpointed(levels).assumptions.map { $0.path.joined(separator: ".") }
    #expect(assumed.contains("checkpoint.levels.1.save"))
    #expect(!assumed.contains("checkpoint.save") && !assumed.contains("checkpoint.levels.0.save"))
    #expect(try checkpointed("").assumptions.contains { $0.path == ["checkpoint", "save"] })
  }

  @Test(
    "A transfer takes its size by its bandwidth",
    arguments: [
      (#"{"bytes": "5TB", "bandwidth": "2TB/s"}"#, 2.5),
      (#"{"parameters": 405e9, "bytes_per_parameter": 12, "bandwidth": "1 TB/s"}"#, 4.86),
      (#"{"bytes": "5TB", "bandwidth_per_node": "400Gb/s"}"#, 25),
      (#"{"bytes": "1TiB", "bandwidth_per_gpu": "1GiB/s"}"#, 32),
    ])
  func readsTransfers(_ text: String, _ seconds: Double) throws {
    let scenario = try checkpointed("\"save\": \(text), \"write\": \(text), \"load\": \(text)")
      .scenario
    let policy = scenario.checkpoint
    #expect(abs(policy.save - seconds) <= 2 * seconds.ulp && policy.write == policy.save)
    #expect(scenario.storage.map(\.load) == [fixed(policy.save)])
  }

  @Test("A setting or an extending scenario may go from one level to several, not back unasked")
  func changesToLevels() throws {
    let one = scenario(#""checkpoint": {"save": "9s", "write": "9s", "keep": 5}"#)
    let levels = #"checkpoint.levels=[{"name":"a"},{"name":"b","every":2}]"#
    let several = try read(one, set: [levels]).scenario
    #expect(several.storage.map(\.name) == ["a", "b"] && several.checkpoint.save == 10)
    #expect(several.storage.map(\.kept) == [nil, nil])
    let text = scenario("\"checkpoint\": {\(self.levels)}")
    #expect(try read(text, set: ["checkpoint.levels.peer.every=3"]).scenario.storage.count == 3)
    #expect(
      try problems(text, set: ["checkpoint.save=5s"]) == [
        #"--set checkpoint.save=5s: /checkpoint/save: give either "levels" or "save", not both"#
      ])
    let back = try read(text, set: ["checkpoint.levels=null", "checkpoint.save=5s"]).scenario
    #expect(back.storage.map(\.name) == ["checkpoint"] && back.checkpoint.save == 5)
  }

  @Test("A setting of another size or bandwidth takes the place of the one in the text")
  func changesTransfers() throws {
    let text = scenario(#""checkpoint": {"save": {"bytes": "5TB", "bandwidth": "2TB/s"}}"#)
    let set = ["checkpoint.save.bandwidth_per_node=1TB/s"]
    #expect(try read(text, set: set).scenario.checkpoint.save == 1.25)
    let size = ["checkpoint.save.parameters=1e12", "checkpoint.save.bytes_per_parameter=4"]
    #expect(try read(text, set: size).scenario.checkpoint.save == 2)
  }
}
