extension BadInput {
  /// Recovery policies and throughput.
  static let policies: [BadInput] = [
    BadInput(
      "a misspelt policy", #""swap": "1min""#,
      is: #""policy": "hotspare""#, .refuses,
      tells: #"12:57: /recovery/policy: "hotspare" is unknown; did you mean "hot_spare"?"#),
    BadInput(
      "a list of policies", #""swap": "1min""#,
      is: #""policy": ["restart"]"#, .refuses,
      tells: #"12:57: /recovery/policy: must be "restart", "hot_spare" or "elastic", not a list"#),
    BadInput(
      "restarts that always fail", #""swap": "1min""#,
      is: #""restart_fails": 1"#, .refuses,
      tells: #"12:64: /recovery/restart_fails: must be a number between 0 and 0.99, not 1"#),
    BadInput(
      "restarts that fail in percent", #""swap": "1min""#,
      is: #""restart_fails": "5%""#, .refuses,
      tells: #"12:64: /recovery/restart_fails: must be a number between 0 and 0.99, not "5%""#),
    BadInput(
      "a number as image", #""swap": "1min""#,
      is: #""image": 20"#, .refuses,
      tells: #"12:56: /recovery/image: "20" has no unit; write "20s" or "20min""#),
    BadInput(
      "a size as image", #""swap": "1min""#,
      is: #""image": "20GB""#, .refuses,
      tells:
        #"12:56: /recovery/image: "20GB" has the unknown unit "GB"; units are ms, s, min, h, d, w"#),
    BadInput(
      "a hot restart without hot spares", #""swap": "1min""#,
      is: #""hot_restart": "1min""#, .accepts,
      tells: #"12:62: /recovery/hot_restart: only goes with policy "hot_spare""#),
    BadInput(
      "a hot restart of a cold policy", #""swap": "1min""#,
      is: #""policy": "elastic", "replicas": 4, "hot_restart": "1min""#, .accepts,
      tells: #"12:98: /recovery/hot_restart: only goes with policy "hot_spare""#),
    BadInput(
      "a hot restart without its part of each GPU", #""swap": "1min""#,
      is: #""policy": "hot_spare", "hot_restart": { "base": "1s" }"#, .refuses,
      tells: #"12:85: /recovery/hot_restart/per_gpu: is missing, and has no default"#),
    BadInput(
      "an elastic job without replicas", #""swap": "1min""#,
      is: #""policy": "elastic""#, .accepts,
      tells: #"12:15: /recovery/replicas: is missing: policy "elastic" can't do without it"#),
    BadInput(
      "no replica", #""swap": "1min""#,
      is: #""policy": "elastic", "replicas": 0"#, .refuses,
      tells: #"12:80: /recovery/replicas: must be a whole number between 1 and 1000000, not 0"#),
    BadInput(
      "replicas that are not equal", #""swap": "1min""#,
      is: #""policy": "elastic", "replicas": 12"#, .accepts,
      tells:
        #"12:80: /recovery/replicas: the 500 nodes of the job can't be divided into 12 equal repl"#),
    BadInput(
      "more replicas than nodes", #""swap": "1min""#,
      is: #""policy": "elastic", "replicas": 501"#, .accepts,
      tells:
        #"12:80: /recovery/replicas: the 500 nodes of the job can't be divided into 501 equal rep"#),
    BadInput(
      "a fraction of a replica", #""swap": "1min""#,
      is: #""policy": "elastic", "replicas": 12.5"#, .refuses,
      tells: #"12:80: /recovery/replicas: must be a whole number between 1 and 1000000, not 12.5"#),
    BadInput(
      "a minimum above all", #""swap": "1min""#,
      is: #""policy": "elastic", "replicas": 4, "minimum_replicas": 5"#, .accepts,
      tells: #"12:103: /recovery/minimum_replicas: can be at most replicas, 4, not 5"#),
    BadInput(
      "no replica as minimum", #""swap": "1min""#,
      is: #""policy": "elastic", "replicas": 4, "minimum_replicas": 0"#, .refuses,
      tells:
        #"12:103: /recovery/minimum_replicas: must be a whole number between 1 and 1000000, not 0"#),
    BadInput(
      "a stall without a unit", #""swap": "1min""#,
      is: #""policy": "elastic", "replicas": 4, "stall": 3"#, .refuses,
      tells: #"12:92: /recovery/stall: "3" has no unit; write "3s" or "3min""#),
    BadInput(
      "a negative rejoin", #""swap": "1min""#,
      is: #""policy": "elastic", "replicas": 4, "rejoin": "-7min""#, .refuses,
      tells: #"12:93: /recovery/rejoin: "-7min" is negative"#),
    BadInput(
      "replicas of a job that restarts", #""swap": "1min""#,
      is: #""replicas": 4"#, .accepts,
      tells: #"12:59: /recovery/replicas: only goes with policy "elastic""#),
    BadInput(
      "a stall of a job with hot spares", #""swap": "1min""#,
      is: #""policy": "hot_spare", "stall": "1min""#, .accepts,
      tells: #"12:79: /recovery/stall: only goes with policy "elastic""#),
    BadInput(
      "replicas in the job", #""job": { "nodes": 500 }"#,
      is: #""job": { "nodes": 500, "replicas": 4 }"#, .refuses,
      tells: #"10:26: /job/replicas: unknown key here; "replicas" belongs in /recovery"#),
    BadInput(
      "a number as throughput", #""horizon": "30d""#,
      is: #""horizon": "30d", "throughput": 0.9"#, .refuses,
      tells: #"3:35: /throughput: must be an object, not 0.9"#),
    BadInput(
      "a swing in percent", #""horizon": "30d""#,
      is: #""horizon": "30d", "throughput": { "diurnal": 1 }"#, .refuses,
      tells: #"3:48: /throughput/diurnal: must be a number between 0 and 0.5, not 1"#),
    BadInput(
      "a drift upwards", #""horizon": "30d""#,
      is: #""horizon": "30d", "throughput": { "drift_per_day": -0.01 }"#, .refuses,
      tells: #"3:54: /throughput/drift_per_day: must be a number between 0 and 0.5, not -0.01"#),
    BadInput(
      "a misspelt drift", #""horizon": "30d""#,
      is: #""horizon": "30d", "throughput": { "drift_a_day": 0.01 }"#, .refuses,
      tells: #"3:37: /throughput/drift_a_day: unknown key; did you mean "drift_per_day"?"#),
    BadInput(
      "a refresh without a break", #""horizon": "30d""#,
      is: #""horizon": "30d", "throughput": { "refresh": "0s" }"#, .accepts,
      tells: #"3:48: /throughput/refresh: "0s" is out of range; it must be between 1ms and 1000y"#),
    BadInput(
      "a refresh by a law", #""horizon": "30d""#,
      is: #""horizon": "30d", "throughput": { "refresh": { "distribution": "exponential", "#
        + #""mean": "3d" } }"#, .refuses,
      tells: #"3:48: /throughput/refresh: must be a duration such as "10min", not an object"#),
    BadInput(
      "a refresh time without a unit", #""horizon": "30d""#,
      is: #""horizon": "30d", "throughput": { "refresh": "3d", "refresh_time": 5 }"#, .refuses,
      tells: #"3:70: /throughput/refresh_time: "5" has no unit; write "5s" or "5min""#),
    BadInput(
      "a ramp without a time", #""horizon": "30d""#,
      is: #""horizon": "30d", "throughput": { "ramp": { "speed": 0.5 } }"#, .refuses,
      tells: #"3:45: /throughput/ramp/time: is missing, and has no default"#),
    BadInput(
      "a ramp from a standstill", #""horizon": "30d""#,
      is: #""horizon": "30d", "throughput": { "ramp": { "speed": 0, "time": "1min" } }"#, .refuses,
      tells: #"3:56: /throughput/ramp/speed: must be a number between 0.001 and 1, not 0"#),
    BadInput(
      "a ramp beyond full speed", #""horizon": "30d""#,
      is: #""horizon": "30d", "throughput": { "ramp": { "speed": 1.5, "#
        + #""time": "1min" } }"#, .refuses,
      tells: #"3:56: /throughput/ramp/speed: must be a number between 0.001 and 1, not 1.5"#),
    BadInput(
      "a duration as ramp", #""horizon": "30d""#,
      is: #""horizon": "30d", "throughput": { "ramp": "10min" }"#, .refuses,
      tells: #"3:45: /throughput/ramp: must be an object, not "10min""#),
    BadInput(
      "a throughput in the job", #""job": { "nodes": 500 }"#,
      is: #""job": { "nodes": 500, "diurnal": 0.01 }"#, .refuses,
      tells: #"10:26: /job/diurnal: unknown key here; "diurnal" belongs in /throughput"#),
  ]

  /// What several of the new keys come to together.
  static let policiesTogether: [BadInput] = [
    setting(
      "replicas on whole racks",
      [#"recovery.policy=elastic"#, #"recovery.replicas=4"#, #"job.placement.nodes_of_rack=1"#],
      #"--set recovery.policy=elastic: /recovery/policy: replicas on whole racks are not "#
        + #"simulated; remove "elastic" or job.placement"#),
    setting(
      "a policy whose keys are left from another",
      [#"recovery.rejoin_stall=1min"#],
      #"--set recovery.rejoin_stall=1min: /recovery/rejoin_stall: only goes with policy "#
        + #""elastic""#),
    setting(
      "a save beside levels of the text",
      [#"checkpoint.save=null"#, #"checkpoint.levels=[{"name":"a"}]"#, #"checkpoint.keep=2"#],
      #"--set checkpoint.keep=2: /checkpoint/keep: give either "levels" or "keep", not both"#),
    setting(
      "a transfer beyond every duration",
      [#"checkpoint.save={"bytes":"1PB","bandwidth":"1B/s"}"#],
      #"--set checkpoint.save={\"bytes\":\"1PB\",\"bandwidth\":\"1B/s\"}: /checkpoint/save: "#
        + #"the transfer takes longer than 1000y; are the units right?"#),
    setting(
      "a formula with a write time on levels",
      [#"checkpoint={"interval":"optimal","levels":[{"name":"a","write":"1s"},{"name":"b"}]}"#],
      #"--set checkpoint={\"interval\":\"optimal\",\"levels\":[{\"name\":\"a\",\"writ…: "#
        + #"/checkpoint/interval: must be a duration: with several levels and a write time, a copy has"#
    ),
  ]
}
