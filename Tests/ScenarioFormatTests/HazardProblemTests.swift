import Testing

@testable import ScenarioFormat

@Suite("Problems of what changes hazards") struct HazardProblemTests {
  @Test(
    "Each problem is told in a line with its place",
    arguments: BadScenario.table(nodes + "\n" + faults + "\n" + cluster + "\n" + placement))
  func tellsProblem(_ bad: BadScenario) throws {
    #expect(try problems(bad.text) == bad.problems)
  }
}

/// Lemons, frailty and false fixes.
private let nodes = #"""
  "lemons": {}
    2:11: /lemons/fraction: is missing, and has no default
    2:11: /lemons/multiplier: is missing, and has no default
  "lemons": 0.012
    2:11: /lemons: must be an object, not 0.012
  "lemons": {"fraction": 1.2, "multiplier": 0}
    2:24: /lemons/fraction: must be a number between 0 and 1, not 1.2
    2:43: /lemons/multiplier: must be a number more than 0 and at most 1000000, not 0
  "lemons": {"fraction": 0.1, "multiplyer": 20}
    2:11: /lemons/multiplier: is missing, and has no default
    2:29: /lemons/multiplyer: unknown key; did you mean "multiplier"?
  "frailty": {"variance": 0}
    2:25: /frailty/variance: must be a number between 0.01 and 100, not 0
  "frailty": {"variance": 1, "fraction": 0.1}
    2:28: /frailty/fraction: unknown key here; "fraction" belongs in /lemons
  "lemons": {"fraction": 0.1, "multiplier": 20}, "frailty": {"variance": 1}, "job": {"nodes": 9}
    2:59: /frailty: give either "lemons" or "frailty", not both
    2:93: /job/nodes: the job needs 9 nodes, but the cluster has 4
  "lemons": {"fraction": 0.1, "multiplier": 20, "faults": []}
    2:57: /lemons/faults: has 0 elements; it can have 1 to 10000
  "lemons": {"fraction": 0.1, "multiplier": 20, "faults": ["gup"]}, "faults": [{"name": "gpu",
      > "per": "gpu", "lifetime": {"distribution": "exponential", "mean": "9y"}}]
    2:58: /lemons/faults/0: there is no fault class "gup"; did you mean "gpu"?
  "lemons": {"fraction": 0.1, "multiplier": 20, "faults": ["f", "f"]}, "faults": [{"name": "f",
      > "per": "gpu", "lifetime": {"distribution": "exponential", "mean": "9y"}}]
    2:63: /lemons/faults/1: "f" is given twice
  "frailty": {"variance": 1, "faults": ["s"]}, "faults": [{"name": "s", "per": "rack",
      > "lifetime": {"distribution": "exponential", "mean": "9y"}}]
    2:39: /frailty/faults/0: "s" is per rack; nodes only differ in what is per gpu or node
  "frailty": {"variance": 1, "faults": ["s"]}, "faults": [{"name": "s", "per": "node",
      > "lifetime": {"distribution": "at", "times": ["1d"]}}]
    2:39: /frailty/faults/0: "s" strikes at given instants, not by a hazard
  "fraction": 0.1, "variance": 2
    2:1: /fraction: unknown key here; "fraction" belongs in "lemons"
    2:18: /variance: unknown key here; "variance" belongs in "frailty"
  "repair": {"returns_multiplier": 0, "routes": {"r": [{"stage": "s", "time": "1h", "false_fix":
      > 2}]}}
    2:34: /repair/returns_multiplier: must be a number more than 0 and at most 1000000, not 0
    2:96: /repair/routes/r/0/false_fix: must be a number between 0 and 1, not 2
  "repair": {"false_fix": 0.1}
    2:12: /repair/false_fix: unknown key here; "false_fix" belongs in /repair/routes/…/…
  """#

/// Bursts, schedules and repairs together.
private let faults = #"""
  per node: "lifetime": {"distribution": "exponential", "mean": "5d"}, "bursts": 3
    2:110: /faults/0/bursts: must be an object, not 3
  per node: "lifetime": {"distribution": "exponential", "mean": "5d"}, "bursts": {}
    2:110: /faults/0/bursts/mean_size: is missing, and has no default
  per node: "lifetime": {"distribution": "exponential", "mean": "5d"}, "bursts": {"mean_size":
      > 0.5, "delay": 10}
    2:124: /faults/0/bursts/mean_size: must be a number between 1 and 10000, not 0.5
    2:138: /faults/0/bursts/delay: "10" has no unit; write "10s" or "10min"
  per node: "lifetime": {"distribution": "weibull", "shape": 2, "mean": "5d"}, "bursts":
      > {"mean_size": 2}
    2:118: /faults/0/bursts: only go with an exponential lifetime, or with renews false: a burst
        renews nothing
  per node: "lifetime": {"distribution": "at", "times": ["5d"]}, "bursts": {"mean_size": 2}
    2:104: /faults/0/bursts: the class strikes at given instants: there is no hazard to change
  per node: "lifetime": {"distribution": "at", "times": ["5d"]}, "schedule": []
    2:106: /faults/0/schedule: the class strikes at given instants: there is no hazard to change
  per node: "lifetime": {"distribution": "exponential", "mean": "5d"}, "schedule": {"from": "5d",
      > "factor": 2}
    2:112: /faults/0/schedule: must be a list, not an object
  per node: "lifetime": {"distribution": "exponential", "mean": "5d"}, "schedule": [{"from": "5d"}]
    2:113: /faults/0/schedule/0/factor: is missing, and has no default
  per node: "lifetime": {"distribution": "exponential", "mean": "5d"}, "schedule": [{"from": 5,
      > "factor": -1}]
    2:122: /faults/0/schedule/0/from: "5" has no unit; write "5h" or "5d"
    2:135: /faults/0/schedule/0/factor: must be a number between 0 and 1000000, not -1
  per node: "lifetime": {"distribution": "exponential", "mean": "5d"}, "schedule": [{"from": "5d",
      > "factor": 2}, {"from": "5d", "factor": 1}]
    2:151: /faults/0/schedule/1/from: the instants must ascend; this one is not after the one
        before
  per node: "lifetime": {"distribution": "exponential", "mean": "5d"}, "repaired": "togehter"
    2:112: /faults/0/repaired: "togehter" is unknown; did you mean "together"?
  per node: "lifetime": {"distribution": "exponential", "mean": "5d"}, "repaired": "together"
    2:12: /faults/0/repair: is missing: repaired "together" can't do without it
  """#

/// Whole texts: the cluster.
private let cluster = #"""
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 4, "installed": {"nodes": 2, "age": "1y"}}}
    1:69: /cluster/installed: must be a list, not an object
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 4, "installed": [{"nodes": 0, "age": 2}]}}
    1:80: /cluster/installed/0/nodes: must be a whole number between 1 and 10000000, not 0
    1:90: /cluster/installed/0/age: "2" has no unit; write "2h" or "2d"
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 4, "installed": [{"nodes": 2}]}}
    1:70: /cluster/installed/0/age: is missing, and has no default
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 4, "spare_nodes": 1, "installed": [{"nodes":
      > 4, "age": "1y"}, {"nodes": 2, "age": "2y"}]}}
    1:87: /cluster/installed: 6 nodes are installed, but nodes and spare_nodes come to 5
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 4, "burn_in": 48, "warm_spares": -1}}
    1:67: /cluster/burn_in: "48" has no unit; write "48h" or "48d"
    1:86: /cluster/warm_spares: must be a whole number between 0 and 10000000, not -1
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 4, "scale": {"rate_exponent": 6}}}
    1:65: /cluster/scale/over_gpus: is missing, and has no default
    1:83: /cluster/scale/rate_exponent: must be a number between -2 and 5, not 6
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 4, "scale": {"rate_exponent": 1, "over_gpus":
      > 0}}}
    1:99: /cluster/scale/over_gpus: must be a whole number between 1 and 2147483647, not 0
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 4, "burn_in": "1d", "installed": [{"nodes": 1,
      > "age": "3d"}, {"nodes": 1, "age": "4d"}]}, "faults": [{"name": "f", "per": "gpu",
      > "lifetime": {"distribution": "uniform", "low": "1d", "high": "5d"}}]}
    1:134: /cluster/installed/1/age: no instance of "f" lives so long; the age with burn_in must
        be below 432000 s
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 4, "burn_in": "5d", "installed": [{"nodes": 1,
      > "age": "3d"}]}, "faults": [{"name": "f", "per": "gpu", "lifetime": {"distribution":
      > "deterministic", "value": "5d"}}]}
    1:67: /cluster/burn_in: no instance of "f" lives so long; burn_in must be below 432000 s
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 4, "installed": [{"nodes": 1, "age": "9y"}]},
      > "faults": [{"name": "f", "per": "node", "renews": false, "lifetime": {"distribution":
      > "weibull", "shape": 100, "scale": "1h"}}]}
    1:90: /cluster/installed/0/age: no instance of "f" lives so long
  """#

/// Whole texts: jobs on racks.
private let placement = #"""
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 36, "nodes_per_rack": 18}, "job":
      > {"placement": 16}}
    1:101: /job/placement: must be an object, not 16
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 36, "nodes_per_rack": 18}, "job":
      > {"placement": {}}}
    1:101: /job/placement/nodes_of_rack: is missing, and has no default
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 36, "nodes_per_rack": 18}, "job":
      > {"placement": {"nodes_of_rack": 20}}}
    1:119: /job/placement/nodes_of_rack: the job takes 20 nodes of each rack, but nodes_per_rack
        is 18
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 36, "nodes_per_rack": 18, "spare_nodes": 4},
      > "job": {"placement": {"nodes_of_rack": 16}}}
    1:137: /job/placement/nodes_of_rack: needs whole racks: nodes and spare_nodes come to 40,
        which is not a multiple of nodes_per_rack, 18
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 36, "nodes_per_rack": 18}, "job": {"nodes":
      > 20, "placement": {"nodes_of_rack": 16}}}
    1:97: /job/nodes: the job takes 16 nodes of each rack, and 20 is not a multiple of that
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 54, "nodes_per_rack": 18}, "job": {"nodes":
      > 48, "placement": {"nodes_of_rack": 12}}}
    1:114: /job/placement: the job lies on 4 whole racks of 18 nodes, but the cluster has 54 nodes
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 10, "nodes_per_rack": 18, "spare_nodes": 8},
      > "job": {"placement": {"nodes_of_rack": 16}}}
    1:119: /job/placement: the job lies on 1 whole rack of 18 nodes, but the cluster has 10 nodes
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 36, "nodes_per_rack": 18}, "job":
      > {"placement": {"nodes_of_rack": 16}, "spare_choice": "fewest_failures"}}
    1:140: /job/spare_choice: with a placement a node is replaced from its own rack: there is no
        choice
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 36, "nodes_of_rack": 18}}
    1:57: /cluster/nodes_of_rack: unknown key here; "nodes_of_rack" belongs in /job/placement
  """#
