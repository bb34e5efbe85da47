extension BadInput {
  /// Values that do not go together.
  static let contradictions: [BadInput] = [
    BadInput(
      "a scale and a mean", #""shape": 0.75"#, is: #""shape": 0.75, "scale": "5d""#, .refuses,
      tells: #"7:86: /faults/0/lifetime/mean: give either "scale" or "mean", not both"#),
    BadInput(
      "a mean and a published rate", #""shape": 0.75"#, is: #""shape": 0.75, "afr": 0.1"#, .refuses,
      tells: #"7:70: /faults/0/lifetime/afr: give either "mean" or "afr", not both"#),
    BadInput(
      "neither a scale nor a mean", #", "mean": "50000h""#, is: "", .refuses,
      tells: #"7:19: /faults/0/lifetime: give "scale", "mean", "observed" with"#),
    BadInput(
      "observed without units", #""weibull", "shape": 0.75, "mean": "50000h""#,
      is: #""exponential", "observed": 1, "over": "1d""#, .refuses,
      tells: #"7:19: /faults/0/lifetime/units: is missing: "observed" and "over" can"#),
    BadInput(
      "a share of the time without a rate", #""shape": 0.75"#,
      is: #""shape": 0.75, "at_risk_share": 0.5"#, .refuses,
      tells: #"7:80: /faults/0/lifetime/at_risk_share: only goes with "observed""#),
    BadInput(
      "stops by their distance and by their number", #""every": "10d""#,
      is: #""every": "10d", "count": 3, "over": "30d""#, .refuses,
      tells: #"13:45: /maintenance/count: give either "every" or "count", not both"#),
    BadInput(
      "a number of stops without a time", #""every": "10d""#, is: #""count": 3"#, .refuses,
      tells: #"13:18: /maintenance/over: is missing: "count" can"#),
    BadInput(
      "no stops", #""every": "10d", "#, is: "", .refuses,
      tells: #"13:18: /maintenance: give "every" or "count" with "over""#),
    BadInput(
      "neither a horizon nor work", #""horizon": "30d""#, is: #""title": "A""#, .accepts,
      tells: "1:1: /horizon: is missing: give the horizon of the run, or job.work"),
    BadInput(
      "a job larger than its cluster", #""job": { "nodes": 500 }"#,
      is: #""job": { "nodes": 513 }"#, .accepts,
      tells: "10:21: /job/nodes: the job needs 513 nodes, but the cluster has 512"),
    BadInput(
      "more GPUs than 32 bits count", #""nodes": 512, "gpus_per_node": 8"#,
      is: #""nodes": 3000000, "gpus_per_node": 1024"#, .accepts,
      tells: "4:25: /cluster/nodes: nodes and spare_nodes times gpus_per_node come to more than"),
    BadInput(
      "more instances than 32 bits count", #""per": "gpu""#,
      is: #""per": "gpu", "count": 1000000"#, .accepts,
      tells: "6:45: /faults/0/count: 1000000 on each of 4128 come to more than 2147483647"),
    BadInput(
      "a repair of what stays in service", #""takes_down": "node""#,
      is: #""takes_down": "job""#, .accepts,
      tells: #"6:67: /faults/0/repair: with takes_down "job" every node stays in service"#),
    BadInput(
      "minimal repair of a lifetime that ends", #""weibull", "shape": 0.75, "mean": "50000h" }"#,
      is: #""deterministic", "value": "9d" }, "renews": false"#, .accepts,
      tells: "7:81: /faults/0/renews: minimal repair keeps the age, so the lifetime must be a law"),
    BadInput(
      "a rate of nodes for GPUs", #""weibull", "shape": 0.75, "mean": "50000h""#,
      is: #""exponential", "per_1000_node_days": 6.5"#, .accepts,
      tells: "7:74: /faults/0/lifetime/per_1000_node_days: only applies to a class that is per"),
    BadInput(
      "a mean that a Pareto law has not", #""weibull", "shape": 0.75, "mean": "50000h""#,
      is: #""pareto", "shape": 1, "mean": "1d""#, .accepts,
      tells: #"7:67: /faults/0/lifetime/mean: a shape of at most 1 has no mean; give "scale""#),
    BadInput(
      "a least value above the greatest", #""weibull", "shape": 0.75, "mean": "50000h""#,
      is: #""uniform", "low": "9d", "high": "1d""#, .accepts,
      tells: "7:69: /faults/0/lifetime/high: must be more than low"),
    BadInput(
      "instants that descend", #""weibull", "shape": 0.75, "mean": "50000h""#,
      is: #""at", "times": ["2d", "1d"]"#, .accepts,
      tells: "7:59: /faults/0/lifetime/times/1: the instants must ascend"),
    BadInput(
      "instants as the law of a duration", #""swap": "1min""#,
      is: #""swap": { "distribution": "at", "times": ["1d"] }"#, .refuses,
      tells: #"12:73: /recovery/swap/distribution: must be "exponential", "weibull""#),
    BadInput(
      "a failure every microsecond", #""mean": "50000h""#, is: #""afr": 1e9"#, .accepts,
      tells: "7:19: /faults/0/lifetime: the mean time to failure of one instance is less than 1"),
    BadInput(
      "two classes of one name", #"{ "name": "gpu""#,
      is: #"{ "name": "gpu", "per": "job", "lifetime": { "distribution": "at", "#
        + #""times": ["1d"] } }, { "name": "gpu""#, .accepts,
      tells: #"6:103: /faults/1/name: another fault class is called "gpu""#),
    BadInput(
      "an unknown repair route", #""repair": "swap""#, is: #""repair": "swop""#, .accepts,
      tells: #"6:68: /faults/0/repair: there is no repair route "swop"; did you mean "swap"?"#),
  ]
}
