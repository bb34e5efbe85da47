import Testing

@testable import ScenarioFormat

@Suite("Problems of recovery policies and throughput") struct RecoveryPolicyProblemTests {
  @Test("Each problem is told in a line with its place", arguments: BadScenario.table(policies))
  func tellsProblem(_ bad: BadScenario) throws {
    #expect(try problems(bad.text) == bad.problems)
  }

  @Test("What is odd but possible is read with a warning", arguments: oddScenarios)
  func warns(_ members: String, _ expected: String) throws {
    let warnings = try read(scenario(members)).warnings
    #expect(warnings.map(\.description) == ["x.json:" + expected])
  }
}

/// Members of an otherwise good scenario with a recovery policy or a throughput.
private let policies = #"""
  "recovery": {"policy": "hotspare"}
    2:24: /recovery/policy: "hotspare" is unknown; did you mean "hot_spare"?
  "recovery": {"policy": "elastc"}
    2:24: /recovery/policy: "elastc" is unknown; did you mean "elastic"?
  "recovery": {"policy": null}
    2:24: /recovery/policy: must be "restart", "hot_spare" or "elastic", not null
  "recovery": {"restart_fails": 1}
    2:31: /recovery/restart_fails: must be a number between 0 and 0.99, not 1
  "recovery": {"restart_fails": "10%", "image": 5}
    2:31: /recovery/restart_fails: must be a number between 0 and 0.99, not "10%"
    2:47: /recovery/image: "5" has no unit; write "5s" or "5min"
  "recovery": {"hot_restart": "10s"}
    2:29: /recovery/hot_restart: only goes with policy "hot_spare"
  "recovery": {"policy": "hot_spare", "hot_restart": {"base": "10s"}, "stall": "1min"}
    2:52: /recovery/hot_restart/per_gpu: is missing, and has no default
    2:78: /recovery/stall: only goes with policy "elastic"
  "recovery": {"policy": "elastic"}
    2:13: /recovery/replicas: is missing: policy "elastic" can't do without it
  "recovery": {"policy": "elastic", "replicas": 0}
    2:47: /recovery/replicas: must be a whole number between 1 and 1000000, not 0
  "recovery": {"policy": "elastic", "replicas": 3}
    2:47: /recovery/replicas: the 4 nodes of the job can't be divided into 3 equal replicas; 2
        or 4 would do
  "recovery": {"policy": "elastic", "replicas": 8}
    2:47: /recovery/replicas: the 4 nodes of the job can't be divided into 8 equal replicas; 4
        would do
  "recovery": {"policy": "elastic", "replicas": 2, "minimum_replicas": 3}
    2:70: /recovery/minimum_replicas: can be at most replicas, 2, not 3
  "recovery": {"policy": "elastic", "replicas": 2, "minimum_replicas": 0, "stall": 3, "rejoin": {}}
    2:70: /recovery/minimum_replicas: must be a whole number between 1 and 1000000, not 0
    2:82: /recovery/stall: "3" has no unit; write "3s" or "3min"
    2:95: /recovery/rejoin/distribution: is missing; write a duration such as "10min" or a
        distribution object
  "recovery": {"policy": "elastic", "replicas": 2, "hot_restart": "5s", "rejoins": "5s"}
    2:65: /recovery/hot_restart: only goes with policy "hot_spare"
    2:71: /recovery/rejoins: unknown key; did you mean "rejoin"?
  "recovery": {"replicas": 2, "minimum_replicas": 1, "stall": "1s", "rejoin": "1s",
        > "rejoin_stall": "1s"}
    2:26: /recovery/replicas: only goes with policy "elastic"
    2:49: /recovery/minimum_replicas: only goes with policy "elastic"
    2:61: /recovery/stall: only goes with policy "elastic"
    2:77: /recovery/rejoin: only goes with policy "elastic"
    2:99: /recovery/rejoin_stall: only goes with policy "elastic"
  "recovery": {"policy": "elastic", "replicas": 2}, "job": {"placement": {"nodes_of_rack": 1}}
    2:24: /recovery/policy: replicas on whole racks are not simulated; remove "elastic" or
        job.placement
  "job": {"replicas": 2, "minimum_replicas": 2}, "policy": "elastic"
    2:9: /job/replicas: unknown key here; "replicas" belongs in /recovery
    2:24: /job/minimum_replicas: unknown key here; "minimum_replicas" belongs in /recovery
    2:48: /policy: unknown key here; "policy" belongs in "recovery"
  "throughput": {"diurnal": 0.6, "drift_per_day": -0.1, "refresh": "0s", "refresh_time": 5}
    2:27: /throughput/diurnal: must be a number between 0 and 0.5, not 0.6
    2:49: /throughput/drift_per_day: must be a number between 0 and 0.5, not -0.1
    2:66: /throughput/refresh: "0s" is out of range; it must be between 1ms and 1000y
    2:88: /throughput/refresh_time: "5" has no unit; write "5s" or "5min"
  "throughput": {"diurnal": "1%", "drift": 0.1}
    2:27: /throughput/diurnal: must be a number between 0 and 0.5, not "1%"
    2:33: /throughput/drift: unknown key; a throughput has "diurnal", "drift_per_day",
        "refresh", "refresh_time", "ramp"
  "throughput": {"ramp": {"speed": 0}}
    2:24: /throughput/ramp/time: is missing, and has no default
    2:34: /throughput/ramp/speed: must be a number between 0.001 and 1, not 0
  "throughput": {"ramp": {"speed": 1.1, "time": -5}}
    2:34: /throughput/ramp/speed: must be a number between 0.001 and 1, not 1.1
    2:47: /throughput/ramp/time: "-5" is negative
  "throughput": {"ramp": "10min"}
    2:24: /throughput/ramp: must be an object, not "10min"
  "throughput": 0.99
    2:15: /throughput: must be an object, not 0.99
  "diurnal": 0.01, "ramp": {}
    2:1: /diurnal: unknown key here; "diurnal" belongs in "throughput"
    2:18: /ramp: unknown key here; "ramp" belongs in "throughput"
  """#

private let oddScenarios: [(String, String)] = [
  (
    #""throughput": {"drift_per_day": 0.1, "refresh_time": "5min"}"#,
    #"2:54: /throughput/refresh_time: without refresh the job never stops for it"#
  ),
  (
    #""throughput": {"refresh": "3d"}"#,
    #"2:27: /throughput/refresh: without drift_per_day there is no drift to be rid of"#
  ),
]
