extension BadInput {
  /// Values outside of the range of their key.
  static let ranges: [BadInput] = [
    BadInput(
      "no nodes", #""nodes": 512"#, is: #""nodes": 0"#, .refuses,
      tells: "4:25: /cluster/nodes: must be a whole number between 1 and 10000000, not 0"),
    BadInput(
      "a negative number of nodes", #""nodes": 512"#, is: #""nodes": -1"#, .refuses,
      tells: "4:25: /cluster/nodes: must be a whole number between 1 and 10000000, not -1"),
    BadInput(
      "more nodes than any cluster has", #""nodes": 512"#, is: #""nodes": 10000001"#, .refuses,
      tells: "4:25: /cluster/nodes: must be a whole number between 1 and 10000000, not 10000001"),
    BadInput(
      "more nodes than 64 bits count", #""nodes": 512"#,
      is: #""nodes": 18446744073709551616"#, .refuses,
      tells: "4:25: /cluster/nodes: must be a whole number between 1 and 10000000, not"),
    BadInput(
      "1e300 nodes", #""nodes": 512"#, is: #""nodes": 1e300"#, .refuses,
      tells: "4:25: /cluster/nodes: must be a whole number between 1 and 10000000, not 1e300"),
    BadInput(
      "no GPU on a node", #""gpus_per_node": 8"#, is: #""gpus_per_node": 0"#, .refuses,
      tells: "4:47: /cluster/gpus_per_node: must be a whole number between 1 and 1024, not 0"),
    BadInput(
      "a negative number of spares", #""spare_nodes": 4"#, is: #""spare_nodes": -4"#, .refuses,
      tells: "4:65: /cluster/spare_nodes: must be a whole number between 0 and 10000000, not -4"),
    BadInput(
      "a job without nodes", #""job": { "nodes": 500 }"#, is: #""job": { "nodes": 0 }"#, .refuses,
      tells: "10:21: /job/nodes: must be a whole number between 1 and 10000000, not 0"),
    BadInput(
      "a probability above 1", #""fixes": 0.9"#, is: #""fixes": 1.5"#, .refuses,
      tells: "9:83: /repair/routes/swap/0/fixes: must be a number between 0 and 1, not 1.5"),
    BadInput(
      "a negative probability", #""fixes": 0.9"#, is: #""fixes": -1e-9"#, .refuses,
      tells: "9:83: /repair/routes/swap/0/fixes: must be a number between 0 and 1, not -1e-9"),
    BadInput(
      "a route without stages", #"[ { "stage": "replace", "time": "24h", "fixes": 0.9 } ]"#,
      is: "[]", .refuses,
      tells: "9:35: /repair/routes/swap: has 0 elements; it can have 1 to 100"),
    BadInput(
      "a shape of nothing", #""shape": 0.75"#, is: #""shape": 0"#, .refuses,
      tells: "7:57: /faults/0/lifetime/shape: must be a number between 0.1 and 100, not 0"),
    BadInput(
      "a shape out of reach", #""shape": 0.75"#, is: #""shape": 1e9"#, .refuses,
      tells: "7:57: /faults/0/lifetime/shape: must be a number between 0.1 and 100, not 1e9"),
    BadInput(
      "a sigma of nothing", #""weibull", "shape": 0.75, "mean": "50000h""#,
      is: #""lognormal", "sigma": 0, "mean": "1y""#, .refuses,
      tells: "7:59: /faults/0/lifetime/sigma: must be a number more than 0 and at most 10, not 0"),
    BadInput(
      "stages of nothing", #""weibull", "shape": 0.75, "mean": "50000h""#,
      is: #""erlang", "stages": 0, "mean": "1y""#, .refuses,
      tells: "7:57: /faults/0/lifetime/stages: must be a whole number between 1 and 1000, not 0"),
    BadInput(
      "no failures observed", #""weibull", "shape": 0.75, "mean": "50000h""#,
      is: #""exponential", "observed": 0, "units": 8, "over": "1d""#, .refuses,
      tells: "7:64: /faults/0/lifetime/observed: must be a whole number between 1 and"),
    BadInput(
      "a share of nothing", #""weibull", "shape": 0.75, "mean": "50000h""#,
      is: #""exponential", "observed": 1, "units": 8, "over": "1d", "at_risk_share": 0"#, .refuses,
      tells: "7:110: /faults/0/lifetime/at_risk_share: must be a number between 1e-6 and 1"),
    BadInput(
      "a mixture of nothing", #""weibull", "shape": 0.75, "mean": "50000h""#,
      is: #""mixture", "parts": []"#, .refuses,
      tells: "7:57: /faults/0/lifetime/parts: has 0 elements; it can have 1 to 100"),
    BadInput(
      "a negative price", #""gpu_hour": 2.5"#, is: #""gpu_hour": -2.5"#, .refuses,
      tells: "14:25: /cost/gpu_hour: must be a number between 0 and 1000000000, not -2.5"),
    BadInput(
      "a currency of two letters", #""currency": "USD""#, is: #""currency": "US""#, .refuses,
      tells: "14:42: /cost/currency: must be an ISO 4217 code of three capital letters"),
    BadInput(
      "a run of no length", #""horizon": "30d""#, is: #""horizon": "0s""#, .accepts,
      tells: #"3:14: /horizon: "0s" is out of range; it must be between 1ms and 1000y"#),
    BadInput(
      "a run of more than 1,000 years", #""horizon": "30d""#, is: #""horizon": "1001y""#, .accepts,
      tells: #"3:14: /horizon: "1001y" is out of range; it must be between 1ms and 1000y"#),
    BadInput(
      "an interval of nothing", #""interval": "30min""#, is: #""interval": "0min""#, .accepts,
      tells: #"11:31: /checkpoint/interval: "0min" is out of range; it must be between 1ms and"#),
    BadInput(
      "an interval of half a millisecond", #""interval": "30min""#,
      is: #""interval": "0.5ms""#, .accepts,
      tells: #"11:31: /checkpoint/interval: "0.5ms" is out of range"#),
    BadInput(
      "a lifetime of nothing", #""mean": "50000h""#, is: #""mean": "0h""#, .accepts,
      tells: #"7:71: /faults/0/lifetime/mean: "0h" is out of range; it must be between 1ms and"#),
    BadInput(
      "a lifetime of 1e10 years", #""mean": "50000h""#, is: #""mean": "1e10y""#, .accepts,
      tells: #"7:71: /faults/0/lifetime/mean: "1e10y" is out of range"#),
    BadInput(
      "a duration that no number holds", #""horizon": "30d""#,
      is: #""horizon": "1e400d""#, .accepts,
      tells: #"3:14: /horizon: "1e400d" has more digits than a duration can have"#),
    BadInput(
      "a duration of 26 digits", #""horizon": "30d""#,
      is: #""horizon": "10000000000000000000000000ms""#, .accepts,
      tells: #"3:14: /horizon: "10000000000000000000000000ms" has more digits than a duration"#),
  ]
}
