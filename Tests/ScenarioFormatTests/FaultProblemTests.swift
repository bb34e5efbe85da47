import Testing

@testable import ScenarioFormat

@Suite("Problems of fault classes") struct FaultProblemTests {
  @Test(
    "Each problem is told in a line with its place",
    arguments: BadScenario.table(lifetimes + "\n" + faults))
  func tellsProblem(_ bad: BadScenario) throws {
    #expect(try problems(bad.text) == bad.problems)
  }
}

/// Lifetimes of a class that is per node.
private let lifetimes = #"""
  lifetime: "40000h"
    2:53: /faults/0/lifetime: must be an object such as {"distribution": "exponential", "mean":
        "40000h"}, not "40000h"
  lifetime: {"distribution": "exponential"}
    2:53: /faults/0/lifetime: give "mean", "observed" with "units" and "over", "afr" or
        "per_1000_node_days"
  lifetime: {"distribution": "exponential", "mean": 5}
    2:93: /faults/0/lifetime/mean: "5" has no unit; write "5h" or "5d"
  lifetime: {"distribution": "exponential", "mean": "5"}
    2:93: /faults/0/lifetime/mean: "5" has no unit; write "5h" or "5d"
  lifetime: {"distribution": "exponental", "mean": "5d"}
    2:70: /faults/0/lifetime/distribution: "exponental" is unknown; did you mean "exponential"?
  lifetime: {"distribution": 5, "mean": "5d"}
    2:70: /faults/0/lifetime/distribution: must be "exponential", "weibull", "gamma",
        "lognormal", "erlang", "pareto", "uniform", "deterministic", "mixture", "competing",
        "empirical" or "at", not 5
  lifetime: {"mean": "5d"}
    2:53: /faults/0/lifetime/distribution: is missing; write an object such as {"distribution":
        "exponential", "mean": "40000h"}
  lifetime: {"distribution": "weibull", "shape": 0.75, "scale": "5d", "mean": "5d"}
    2:119: /faults/0/lifetime/mean: give either "scale" or "mean", not both
  lifetime: {"distribution": "weibull", "shape": 0.75, "sigma": 1, "scale": "5d"}
    2:96: /faults/0/lifetime/sigma: a Weibull distribution has no "sigma"; it has "shape",
        "scale", "mean", "observed", "units", "over", "at_risk_share", "afr"
  lifetime: {"distribution": "weibull", "scale": "5d"}
    2:53: /faults/0/lifetime/shape: is missing, and has no default
  lifetime: {"distribution": "weibull", "shape": 0, "scale": "5d"}
    2:90: /faults/0/lifetime/shape: must be a number between 0.1 and 100, not 0
  lifetime: {"distribution": "exponential", "observed": 148, "over": "54d"}
    2:53: /faults/0/lifetime/units: is missing: "observed" and "over" can't do without it
  lifetime: {"distribution": "exponential", "observed": 0, "units": 5, "over": "54d"}
    2:97: /faults/0/lifetime/observed: must be a whole number between 1 and 1000000000, not 0
  lifetime: {"distribution": "exponential", "observed": 5, "units": 5, "over": "54d",
      > "at_risk_share": 1.5}
    2:144: /faults/0/lifetime/at_risk_share: must be a number between 1e-6 and 1, not 1.5
  lifetime: {"distribution": "exponential", "mean": "5d", "observed": 5, "units": 5, "over":
      > "54d", "afr": 1}
    2:111: /faults/0/lifetime/observed: give either "mean", "observed" or "afr", not all
  lifetime: {"distribution": "exponential", "mean": "5d", "at_risk_share": 0.5}
    2:116: /faults/0/lifetime/at_risk_share: only goes with "observed" and "units" and "over"
  lifetime: {"distribution": "lognormal", "median": "5d", "sigma": 0}
    2:108: /faults/0/lifetime/sigma: must be a number more than 0 and at most 10, not 0
  lifetime: {"distribution": "gamma", "shape": 0.1, "mean": "5d"}
    2:88: /faults/0/lifetime/shape: must be a number between 0.2 and 1000, not 0.1
  lifetime: {"distribution": "erlang", "stages": 2.5, "mean": "5d"}
    2:90: /faults/0/lifetime/stages: must be a whole number between 1 and 1000, not 2.5
  lifetime: {"distribution": "pareto", "shape": 1, "mean": "5d"}
    2:100: /faults/0/lifetime/mean: a shape of at most 1 has no mean; give "scale"
  lifetime: {"distribution": "uniform", "low": "5d", "high": "4d"}
    2:102: /faults/0/lifetime/high: must be more than low
  lifetime: {"distribution": "deterministic", "value": "0s"}
    2:96: /faults/0/lifetime/value: "0s" is out of range; it must be between 1ms and 1e9y
  lifetime: {"distribution": "mixture", "parts": []}
    2:90: /faults/0/lifetime/parts: has 0 elements; it can have 1 to 100
  lifetime: {"distribution": "mixture", "parts": [{"weight": 0, "law": {"distribution":
      > "exponential", "mean": "5d"}}]}
    2:102: /faults/0/lifetime/parts/0/weight: must be a number more than 0 and at most
        1000000000, not 0
  lifetime: {"distribution": "mixture", "parts": [{"distribution": "exponential", "mean": "5d"}]}
    2:91: /faults/0/lifetime/parts/0/weight: is missing, and has no default
    2:91: /faults/0/lifetime/parts/0/law: is missing, and has no default
    2:92: /faults/0/lifetime/parts/0/distribution: unknown key here; "distribution" belongs in
        "law"
    2:123: /faults/0/lifetime/parts/0/mean: unknown key here; "mean" belongs in "law"
  lifetime: {"distribution": "competing", "of": [{"distribution": "at", "times": ["5d"]}]}
    2:107: /faults/0/lifetime/of/0/distribution: must be "exponential", "weibull", "gamma",
        "lognormal", "erlang", "pareto", "uniform", "deterministic", "mixture", "competing" or
        "empirical", not "at"
  lifetime: {"distribution": "at", "times": ["5d", "4d"]}
    2:92: /faults/0/lifetime/times/1: the instants must ascend; this one lies before the last one
  lifetime: {"distribution": "exponential", "observed": 1000000000, "units": 1, "over": "1d"}
    2:53: /faults/0/lifetime: the mean time to failure of one instance is less than 1 ms
  """#

/// Fault classes.
private let faults = #"""
  "faults": {}
    2:11: /faults: must be a list, not an object
  "faults": [5]
    2:12: /faults/0: must be an object, not 5
  "faults": [{}]
    2:12: /faults/0/name: is missing, and has no default
    2:12: /faults/0/per: is missing, and has no default
    2:12: /faults/0/lifetime: is missing, and has no default
  per gpu: "lifetime": {"distribution": "exponential", "per_1000_node_days": 6.5}
    2:106: /faults/0/lifetime/per_1000_node_days: only applies to a class that is per node
  per node: "lifetime": {"distribution": "exponential", "mean": "5d"}, "symptom": "slow"
    2:12: /faults/0/speed: is missing: symptom "slow" can't do without it
  per node: "lifetime": {"distribution": "exponential", "mean": "5d"}, "symptom": "corrupt",
      > "speed": 0.5
    2:131: /faults/0/speed: only goes with symptom "slow"
  per node: "lifetime": {"distribution": "exponential", "mean": "5d"}, "symptom": "slow",
      > "speed": 1
    2:128: /faults/0/speed: must be a number between 0.001 and 0.999, not 1
  per node: "lifetime": {"distribution": "exponential", "mean": "5d"}, "symptom": "crsh"
    2:111: /faults/0/symptom: "crsh" is unknown; did you mean "crash"?
  per node: "lifetime": {"distribution": "exponential", "mean": "5d"}, "takes_down": "rck"
    2:114: /faults/0/takes_down: "rck" is unknown; did you mean "rack"?
  per node: "lifetime": {"distribution": "exponential", "mean": "5d"}, "repair": "hardware"
    2:110: /faults/0/repair: there is no repair route "hardware"
  per node: "lifetime": {"distribution": "exponential", "mean": "5d"}, "count": 1000000000
    2:109: /faults/0/count: must be a whole number between 1 and 1000000, not 1000000000
  per node: "lifetime": {"distribution": "deterministic", "value": "5d"}, "renews": false
    2:113: /faults/0/renews: minimal repair keeps the age, so the lifetime must be a law without
        a greatest value
  "repair": {"routes": {"hardware": [{"stage": "s", "time": "1h"}]}}, "faults": [{"name": "f",
      > "per": "rack", "takes_down": "node", "repair": "hardwear", "lifetime": {"distribution":
      > "exponential", "mean": "5d"}}, {"name": "f", "per": "job", "repair": "hardware",
      > "lifetime": {"distribution": "exponential", "mean": "5d"}}]
    2:141: /faults/0/repair: there is no repair route "hardwear"; did you mean "hardware"?
    2:222: /faults/1/name: another fault class is called "f"
    2:251: /faults/1/repair: with takes_down "job" every node stays in service, so there is none
        to repair
  "faults": [{"name": "a.b", "per": "gpus", "lifetime": {"distribution": "exponential", "mean":
      > "5d"}}]
    2:21: /faults/0/name: must be a name of 1 to 64 letters, digits, "_" and "-" that starts with
        no "-", not "a.b"
    2:35: /faults/0/per: "gpus" is unknown; did you mean "gpu"?
  """#
