import Testing

@testable import ScenarioFormat

@Suite("Problems of the sections of a scenario") struct SectionProblemTests {
  @Test("Each problem is told in a line with its place", arguments: BadScenario.table(sections))
  func tellsProblem(_ bad: BadScenario) throws {
    #expect(try problems(bad.text) == bad.problems)
  }

  @Test("What is not simulated yet is refused, not ignored", arguments: BadScenario.table(notYet))
  func refusesForNow(_ bad: BadScenario) throws {
    #expect(try problems(bad.text) == bad.problems)
  }
}

/// Members of an otherwise good scenario, on its second line.
private let sections = #"""
  "format": "clustersim/2"
    2:11: /format: "clustersim/2" is unknown; did you mean "clustersim/1"?
  "title": "a\u001b[2Jb"
    2:10: /title: must be one line of at most 500 characters, without control or invisible ones,
        not "a\u{1B}[2Jb"
  "title": "a\u202eb"
    2:10: /title: must be one line of at most 500 characters, without control or invisible ones,
        not "a\u{202E}b"
  "references": "llama3-2024"
    2:15: /references: must be a list, not "llama3-2024"
  "references": ["../../x"]
    2:16: /references/0: must be a name of 1 to 64 letters, digits, "_", "-" and "." that starts
        with no "-" or ".", not "../../x"
  "source": 5
    2:11: /source: must be a text, not 5
  "job": {"nodes": 5}
    2:18: /job/nodes: the job needs 5 nodes, but the cluster has 4
  "job": {"work": 5}
    2:17: /job/work: "5" has no unit; write "5h" or "5d"
  "checkpoint": {"intervl": "5min"}
    2:16: /checkpoint/intervl: unknown key; did you mean "interval"?
  "checkpoint": {"interval": "0s"}
    2:28: /checkpoint/interval: "0s" is out of range; it must be between 1ms and 1000y
  "checkpoint": {"interval": 10}
    2:28: /checkpoint/interval: "10" has no unit; write "10min" or "10h"
  "checkpoint": {"at_end": 1}
    2:26: /checkpoint/at_end: must be true or false, not 1
  "checkpoint": []
    2:15: /checkpoint: must be an object, not a list
  "checkpoint": {"save": []}
    2:24: /checkpoint/save: must be a duration such as "10min" or a transfer such as
        {"bytes": "5TB", "bandwidth": "2TB/s"}, not a list
  "recovery": {"policy": "restrat"}
    2:24: /recovery/policy: "restrat" is unknown; did you mean "restart"?
  "recovery": {"swap": 60}
    2:22: /recovery/swap: "60" has no unit; write "60s" or "60min"
  "recovery": {"swap": []}
    2:22: /recovery/swap: must be a duration such as "10min" or a distribution object, not a list
  "recovery": {"swap": {"mean": "5s"}}
    2:22: /recovery/swap/distribution: is missing; write a duration such as "10min" or a
        distribution object
  "recovery": {"restart": {"base": "50s"}}
    2:25: /recovery/restart/per_gpu: is missing, and has no default
  "recovery": {"restart": {"base": "50s", "per_gpus": "9ms"}}
    2:25: /recovery/restart/per_gpu: is missing, and has no default
    2:41: /recovery/restart/per_gpus: unknown key; did you mean "per_gpu"?
  "recovery": {"restart": true}
    2:25: /recovery/restart: must be a duration, a distribution object, or {"base": "50s",
        "per_gpu": "9ms"}, not true
  "recovery": {"diagnose": {"missed": 0.7, "wrong": 0.5}, "health_checks": {"time": "5min"}}
    2:51: /recovery/diagnose/wrong: missed and wrong together are at most 1, not 1.2
    2:74: /recovery/health_checks/finds: is missing, and has no default
  "recovery": {"diagnose": "5min"}
    2:26: /recovery/diagnose: must be an object, not "5min"
  "recovery": {"swap": {"distribution": "exponential", "afr": 5}}
    2:22: /recovery/swap: give "mean"
    2:54: /recovery/swap/afr: unknown key here; "afr" belongs in /faults/…/lifetime
  "interval": "5min", "detect": {}, "nodes": 4, "job": {"crash": 1}, "checkpoint": {"swap": "5s"}
    2:1: /interval: unknown key here; "interval" belongs in "checkpoint"
    2:21: /detect: unknown key here; "detect" belongs in "recovery"
    2:35: /nodes: unknown key here; "nodes" belongs in "cluster" or "job"
    2:55: /job/crash: unknown key here; "crash" belongs in /recovery/detect
    2:83: /checkpoint/swap: unknown key here; "swap" belongs in /recovery
  "maintenance": {"downtime": "5min"}
    2:16: /maintenance: give "every" or "count" with "over"
  "maintenance": {"every": "27h", "count": 47, "over": "54d", "downtime": "5min"}
    2:42: /maintenance/count: give either "every" or "count", not both
  "maintenance": {"count": 47, "downtime": "5min"}
    2:16: /maintenance/over: is missing: "count" can't do without it
  "maintenance": {"every": "27h"}
    2:16: /maintenance/downtime: is missing, and has no default
  "cost": {"gpu_hour": -1}
    2:22: /cost/gpu_hour: must be a number between 0 and 1000000000, not -1
  "cost": {"gpu_hour": 2.5, "currency": "dollars"}
    2:39: /cost/currency: must be an ISO 4217 code of three capital letters, such as "USD", not
        "dollars"
  "repair": {"routes": {"r": []}}
    2:28: /repair/routes/r: has 0 elements; it can have 1 to 100
  "repair": {"routes": {"r": [{"stage": "s", "time": "1h", "fixes": 1.5}]}}
    2:67: /repair/routes/r/0/fixes: must be a number between 0 and 1, not 1.5
  "repair": {"routes": {"r": [{"stage": "s"}], "r": [], "a.b": []}}
    2:29: /repair/routes/r/0/time: is missing, and has no default
    2:46: /repair/routes/r: key given twice, first on line 2, column 23
    2:55: /repair/routes/a.b: "a.b" must be a name of 1 to 64 letters, digits, "_" and "-" that
        starts with no "-"
  "repair": {"crews": {"a": 0, "b": {"hours": {"days": ["mon", "mo", "mon"], "from": "8h"}}}}
    2:27: /repair/crews/a: must be a whole number between 1 and 10000000, not 0
    2:35: /repair/crews/b/size: is missing, and has no default
    2:45: /repair/crews/b/hours/to: is missing, and has no default
    2:62: /repair/crews/b/hours/days/1: "mo" is unknown; did you mean "mon"?
  "repair": {"crews": {"a": {"size": 2, "hours": {"days": ["mon", "mon"], "from": "8h", "to":
      > "18h"}}}}
    2:65: /repair/crews/a/hours/days/1: "mon" is given twice
  "repair": {"crews": {"a": {"size": 2, "hours": {"from": "18h", "to": "8h"}}}}
    2:70: /repair/crews/a/hours/to: must be later than from, on the same day
  "repair": {"crews": {"night": 2}, "routes": {"r": [{"stage": "s", "time": "1h", "crew":
      > "nigth"}]}}
    2:89: /repair/routes/r/0/crew: there is no crew "nigth"; did you mean "night"?
  "repair": {"retire": {"failures": 0}, "restock": {"lead_time": 5}}
    2:22: /repair/retire/within: is missing, and has no default
    2:35: /repair/retire/failures: must be a whole number between 1 and 1000, not 0
    2:64: /repair/restock/lead_time: "5" has no unit; write "5s" or "5min"
  "restock": {"lead_time": "5d"}, "crews": {}, "spare_choice": "any"
    2:1: /restock: unknown key here; "restock" belongs in "repair"
    2:33: /crews: unknown key here; "crews" belongs in "repair"
    2:46: /spare_choice: unknown key here; "spare_choice" belongs in "job"
  "job": {"spare_choice": "any"}
    2:25: /job/spare_choice: must be "longest_waiting" or "fewest_failures", not "any"
  "repair": {"routes": []}
    2:22: /repair/routes: must be an object, not a list
  "a\u202e\u0007\"~/b\nc": 1
    2:1: /a\u{202E}\u{7}\"~0~1b\u{A}c: unknown key; a scenario has "$schema", "extends", "format",
        "name", "title", "sources", "references", "calibrated_on", "known_disagreements", "horizon",
        "cluster", "faults", "repair", "job", "checkpoint", "recovery", "maintenance", "cost",
        "lemons", "frailty", "throughput"
  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa": 1
    2:1: /aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…: unknown key; a scenario
        has "$schema", "extends", "format", "name", "title", "sources", "references", "calibrated_on",
        "known_disagreements", "horizon", "cluster", "faults", "repair", "job", "checkpoint",
        "recovery", "maintenance", "cost", "lemons", "frailty", "throughput"
  "known_disagreements": [{"figure": "a:b", "why": "c"}, {"figure": "a:b", "why": "d"}]
    2:67: /known_disagreements/1/figure: "a:b" is given twice
  "known_disagreements": ["a:b"]
    2:25: /known_disagreements/0: must be an object such as {"figure":
        "llama3-2024:unexpected_interruptions", "why": "…"}, not "a:b"
  "known_disagreements": [{"figure": "a:b"}]
    2:25: /known_disagreements/0/why: is missing, and has no default
  """#

/// Keys and words of the format that this version does not know what to do with.
private let notYet = #"""
  "job": {"mfu": 0.41}
    2:16: /job/mfu: this version does not report useful FLOPs yet; remove it
  lifetime: {"distribution": "empirical", "file": "log.csv", "column": "hours"}
    2:53: /faults/0/lifetime/values: is missing, and has no default
    2:91: /faults/0/lifetime/file: this version does not read values from a file yet; remove it
    2:112: /faults/0/lifetime/column: this version does not read values from a file yet; remove
        it
  """#
