import Testing

@testable import ScenarioFormat

@Suite("Problems of checkpoints") struct CheckpointProblemTests {
  @Test(
    "Each problem of an interval, a level or a copy is told with its place",
    arguments: BadScenario.table(checkpoints))
  func tellsProblem(_ bad: BadScenario) throws {
    #expect(try problems(bad.text) == bad.problems)
  }

  @Test("What is odd but possible is read with a warning", arguments: oddScenarios)
  func warns(_ members: String, _ expected: String) throws {
    let warnings = try read(scenario(members)).warnings
    #expect(warnings.map(\.description) == ["x.json:" + expected])
  }
}

/// Members of an otherwise good scenario with checkpoints.
private let checkpoints = #"""
  "checkpoint": {"interval": "yuong"}
    2:28: /checkpoint/interval: "yuong" is unknown; did you mean "young"?
  "checkpoint": {"interval": "often"}
    2:28: /checkpoint/interval: "often" is no duration; write it like "90s" or "1.5h", or as
        "young", "daly" or "optimal"
  "checkpoint": {"interval": []}
    2:28: /checkpoint/interval: must be a duration such as "10min", a formula such as "young",
        or {"adaptive": "young"}, not a list
  "checkpoint": {"interval": {"initial": "5min"}}
    2:28: /checkpoint/interval/adaptive: is missing, and has no default
  "checkpoint": {"interval": {"adaptive": "best", "intial": "5min"}}
    2:41: /checkpoint/interval/adaptive: must be "young", "daly" or "optimal", not "best"
    2:49: /checkpoint/interval/intial: unknown key; did you mean "initial"?
  "checkpoint": {"interval": {"adaptive": "daly", "initial": "young"}}
    2:60: /checkpoint/interval/initial: "young" is no duration; write it like "90s" or "1.5h"
  "checkpoint": {"verify": {}}
    2:26: /checkpoint/verify/time: is missing, and has no default
  "checkpoint": {"verify": {"time": {"distribution": "exponential", "mean": "5s"}, "finds": 1.5}}
    2:35: /checkpoint/verify/time: must be a duration such as "10min", not an object
    2:91: /checkpoint/verify/finds: must be a number between 0 and 1, not 1.5
  "checkpoint": {"verify": "5s"}
    2:26: /checkpoint/verify: must be an object, not "5s"
  "checkpoint": {"corrupt_probability": 2, "keep": 0}
    2:39: /checkpoint/corrupt_probability: must be a number between 0 and 1, not 2
    2:50: /checkpoint/keep: must be a whole number between 1 and 1000000, not 0
  "checkpoint": {"survives": "rack"}
    2:16: /checkpoint/survives: unknown key here; "survives" belongs in /checkpoint/levels/…
  "checkpoint": {"levels": []}
    2:26: /checkpoint/levels: has 0 elements; it can have 1 to 4
  "checkpoint": {"levels": {}}
    2:26: /checkpoint/levels: must be a list, not an object
  "checkpoint": {"levels": [{"name": "a"}, {"name": "b"}, {"name": "c"}, {"name": "d"}, {"name":
        > "e"}]}
    2:26: /checkpoint/levels: has 5 elements; it can have 1 to 4
  "checkpoint": {"levels": [{"name": "a"}], "keep": 2, "load": "5s"}
    2:62: /checkpoint/load: give either "levels" or "load", not both
  "checkpoint": {"levels": [{"every": 1}, {"name": "a b"}]}
    2:27: /checkpoint/levels/0/name: is missing, and has no default
    2:50: /checkpoint/levels/1/name: must be a name of 1 to 64 letters, digits, "_" and "-"
        that starts with no "-", not "a b"
  "checkpoint": {"levels": [{"name": "a"}, {"name": "a"}]}
    2:51: /checkpoint/levels/1/name: another level is called "a"
  "checkpoint": {"levels": [{"name": "a", "every": 2}, {"name": "b", "every": 4}]}
    2:50: /checkpoint/levels/0/every: the first level is saved at each checkpoint, so that its
        every is 1, not 2
  "checkpoint": {"levels": [{"name": "a"}, {"name": "b", "every": 4}, {"name": "c", "every": 6}]}
    2:92: /checkpoint/levels/2/every: 6 is not a multiple of 4, the every of the level before;
        write 8
  "checkpoint": {"levels": [{"name": "a"}, {"name": "b", "every": 4}, {"name": "c"}]}
    2:69: /checkpoint/levels/2/every: 1 is not a multiple of 4, the every of the level before;
        write 4
  "checkpoint": {"levels": [{"name": "a", "survives": "gpu"}, {"name": "b", "survives": "nodes"}]}
    2:53: /checkpoint/levels/0/survives: must be "job", "node", "rack", "power_domain",
        "cooling_domain", "pod" or "cluster", not "gpu"
    2:87: /checkpoint/levels/1/survives: "nodes" is unknown; did you mean "node"?
  "checkpoint": {"levels": [{"name": "a", "evry": 1, "at_end": true}]}
    2:41: /checkpoint/levels/0/evry: unknown key; did you mean "every"?
    2:52: /checkpoint/levels/0/at_end: unknown key here; "at_end" belongs in /checkpoint
  "checkpoint": {"levels": [{"name": "a"}, {"name": "b", "every": 4, "write": "121min"}]}
    2:77: /checkpoint/levels/1/write: a copy takes longer to write than the time until the
        next of its level
  "checkpoint": {"interval": "daly", "levels": [{"name": "a"}, {"name": "b", "write": "1s"}]}
    2:28: /checkpoint/interval: must be a duration: with several levels and a write time, a
        copy has to be written before the next of its level
  "checkpoint": {"interval": {"adaptive": "daly"}, "levels": [{"name": "a", "write": "1s"},
        > {"name": "b"}]}
    2:28: /checkpoint/interval: must be a duration: with several levels and a write time, a
        copy has to be written before the next of its level
  "levels": [], "keep": 3, "survives": "rack"
    2:1: /levels: unknown key here; "levels" belongs in "checkpoint"
    2:15: /keep: unknown key here; "keep" belongs in "checkpoint"
    2:26: /survives: unknown key here; "survives" belongs in /checkpoint/levels/…
  "recovery": {"levels": []}, "throughput": {"save": "10s"}
    2:14: /recovery/levels: unknown key here; "levels" belongs in /checkpoint
    2:44: /throughput/save: unknown key here; "save" belongs in /checkpoint or
        /checkpoint/levels/…
  """#

private let oddScenarios: [(String, String)] = [
  (
    #""checkpoint": {"interval": "1d", "levels": [{"name": "a"}, {"name": "b", "every": 6}]}"#,
    #"2:83: /checkpoint/levels/1/every: the first save of this level would come after the "#
      + #"end of the run"#
  ),
  (
    #""checkpoint": {"interval": "10min", "levels": [{"name": "a"}, {"name": "b", "every": 2, "#
      + #""save": "21min"}]}"#,
    #"2:97: /checkpoint/levels/1/save: saving takes longer than the time until the next of "#
      + #"its level"#
  ),
  (
    #""checkpoint": {"levels": [{"name": "a", "survives": "job"}, {"name": "b", "survives": "#
      + #""power_domain"}]}"#,
    #"2:87: /checkpoint/levels/1/survives: no copy outlives the loss of more than a power "#
      + #"domain: a fault of that kind throws the job back to its start"#
  ),
  (
    #""checkpoint": {"levels": [{"name": "a", "survives": "job"}]}"#,
    #"2:53: /checkpoint/levels/0/survives: no copy outlives the loss of a node: a fault of "#
      + #"that kind throws the job back to its start"#
  ),
  (
    #""checkpoint": {"levels": [{"name": "a", "write": "31min"}]}"#,
    #"2:50: /checkpoint/levels/0/write: a copy takes longer to write than the interval: "#
      + #"every save waits for the one before"#
  ),
]
