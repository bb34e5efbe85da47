extension BadInput {
  /// What changes hazards, and jobs on racks: of another type, out of range, or in contradiction.
  static let hazards: [BadInput] = [
    BadInput(
      "a number as lemons", #""horizon": "30d""#,
      is: #""horizon": "30d", "lemons": 0.012"#, .refuses,
      tells: "3:31: /lemons: must be an object, not 0.012"),
    BadInput(
      "lemons without a multiplier", #""horizon": "30d""#,
      is: #""horizon": "30d", "lemons": { "fraction": 0.1 }"#, .refuses,
      tells: "3:31: /lemons/multiplier: is missing, and has no default"),
    BadInput(
      "a share of lemons in percent", #""horizon": "30d""#,
      is: #""horizon": "30d", "lemons": { "fraction": 1.2, "multiplier": 20 }"#, .refuses,
      tells: "3:45: /lemons/fraction: must be a number between 0 and 1, not 1.2"),
    BadInput(
      "lemons that never fail", #""horizon": "30d""#,
      is: #""horizon": "30d", "lemons": { "fraction": 0.1, "multiplier": 0 }"#, .refuses,
      tells: "3:64: /lemons/multiplier: must be a number more than 0 and at most 1000000, not 0"),
    BadInput(
      "a misspelt multiplier of lemons", #""horizon": "30d""#,
      is: #""horizon": "30d", "lemons": { "fraction": 0.1, "multiplyer": 20 }"#, .refuses,
      tells: "3:31: /lemons/multiplier: is missing, and has no default",
      #"3:50: /lemons/multiplyer: unknown key; did you mean "multiplier"?"#),
    BadInput(
      "lemons of an unknown class", #""horizon": "30d""#,
      is: #""horizon": "30d", "lemons": { "fraction": 0.1, "multiplier": 20, "faults": ["gup"] }"#,
      .accepts,
      tells: #"3:79: /lemons/faults/0: there is no fault class "gup"; did you mean "gpu"?"#),
    BadInput(
      "lemons of a class given twice", #""horizon": "30d""#,
      is:
        #""horizon": "30d", "lemons": { "fraction": 0.1, "multiplier": 2, "faults": ["gpu", "gpu"] }"#,
      .accepts,
      tells: #"3:85: /lemons/faults/1: "gpu" is given twice"#),
    BadInput(
      "lemons of no class", #""horizon": "30d""#,
      is: #""horizon": "30d", "lemons": { "fraction": 0.1, "multiplier": 20, "faults": [] }"#,
      .refuses,
      tells: "3:78: /lemons/faults: has 0 elements; it can have 1 to 10000"),
    BadInput(
      "a text as faults of lemons", #""horizon": "30d""#,
      is: #""horizon": "30d", "lemons": { "fraction": 0.1, "multiplier": 20, "faults": "gpu" }"#,
      .refuses,
      tells: #"3:78: /lemons/faults: must be a list, not "gpu""#),
    BadInput(
      "both lemons and frailty", #""horizon": "30d""#,
      is:
        #""horizon": "30d", "lemons": { "fraction": 0.1, "multiplier": 2 }, "frailty": { "variance": 1 }"#,
      .refuses,
      tells: #"3:80: /frailty: give either "lemons" or "frailty", not both"#),
    BadInput(
      "a frailty without a variance", #""horizon": "30d""#,
      is: #""horizon": "30d", "frailty": {}"#, .refuses,
      tells: "3:32: /frailty/variance: is missing, and has no default"),
    BadInput(
      "a variance out of reach", #""horizon": "30d""#,
      is: #""horizon": "30d", "frailty": { "variance": 1e3 }"#, .refuses,
      tells: "3:46: /frailty/variance: must be a number between 0.01 and 100, not 1e3"),
    BadInput(
      "a number as bursts", #""per": "gpu""#,
      is: #""per": "gpu", "bursts": 3"#, .refuses,
      tells: "6:46: /faults/0/bursts: must be an object, not 3"),
    BadInput(
      "bursts of less than one", #""per": "gpu""#,
      is: #""per": "gpu", "bursts": { "mean_size": 0.5 }"#, .refuses,
      tells: "6:61: /faults/0/bursts/mean_size: must be a number between 1 and 10000, not 0.5"),
    BadInput(
      "a delay in bursts without a unit", #""per": "gpu""#,
      is: #""per": "gpu", "bursts": { "mean_size": 2, "delay": 10 }"#, .refuses,
      tells: #"6:73: /faults/0/bursts/delay: "10" has no unit; write "10s" or "10min""#),
    BadInput(
      "bursts of a law that renews", #""per": "gpu""#,
      is: #""per": "gpu", "bursts": { "mean_size": 2 }"#, .accepts,
      tells: "6:46: /faults/0/bursts: only go with an exponential lifetime, or with renews false: a"
    ),
    BadInput(
      "an object as schedule", #""per": "gpu""#,
      is: #""per": "gpu", "schedule": { "from": "1d", "factor": 2 }"#, .refuses,
      tells: "6:48: /faults/0/schedule: must be a list, not an object"),
    BadInput(
      "a step without a factor", #""per": "gpu""#,
      is: #""per": "gpu", "schedule": [{ "from": "1d" }]"#, .refuses,
      tells: "6:49: /faults/0/schedule/0/factor: is missing, and has no default"),
    BadInput(
      "a negative factor", #""per": "gpu""#,
      is: #""per": "gpu", "schedule": [{ "from": "1d", "factor": -1 }]"#, .refuses,
      tells: "6:75: /faults/0/schedule/0/factor: must be a number between 0 and 1000000, not -1"),
    BadInput(
      "a schedule that goes back", #""per": "gpu""#,
      is:
        #""per": "gpu", "schedule": [{ "from": "2d", "factor": 2 }, { "from": "1d", "factor": 1 }]"#,
      .accepts,
      tells:
        "6:90: /faults/0/schedule/1/from: the instants must ascend; this one is not after the o"),
    BadInput(
      "a schedule of given instants", #""weibull", "shape": 0.75, "mean": "50000h" }"#,
      is: #""at", "times": ["1d"] }, "schedule": [{ "from": "1d", "factor": 2 }]"#, .accepts,
      tells:
        "7:74: /faults/0/schedule: the class strikes at given instants: there is no hazard to c"),
    BadInput(
      "an unknown way of repair", #""per": "gpu""#,
      is: #""per": "gpu", "repaired": "twice""#, .refuses,
      tells: #"6:48: /faults/0/repaired: must be "each" or "together", not "twice""#),
    BadInput(
      "a repair together of nothing", #""repair": "swap""#,
      is: #""repaired": "together""#, .accepts,
      tells: #"6:5: /faults/0/repair: is missing: repaired "together" can't do without it"#),
    BadInput(
      "an object as installed", #""nodes": 512"#,
      is: #""installed": { "nodes": 2, "age": "1y" }, "nodes": 512"#, .refuses,
      tells: "4:29: /cluster/installed: must be a list, not an object"),
    BadInput(
      "more nodes installed than there are", #""nodes": 512"#,
      is: #""installed": [{ "nodes": 517, "age": "1y" }], "nodes": 512"#, .accepts,
      tells:
        "4:29: /cluster/installed: 517 nodes are installed, but nodes and spare_nodes come to 5"),
    BadInput(
      "an age without a unit", #""nodes": 512"#,
      is: #""installed": [{ "nodes": 5, "age": 2 }], "nodes": 512"#, .refuses,
      tells: #"4:51: /cluster/installed/0/age: "2" has no unit; write "2h" or "2d""#),
    BadInput(
      "an age out of range", #""nodes": 512"#,
      is: #""installed": [{ "nodes": 5, "age": "1e6y" }], "nodes": 512"#, .accepts,
      tells:
        #"4:51: /cluster/installed/0/age: "1e6y" is out of range; it must be between 0s and 1000"#),
    BadInput(
      "a number as burn-in", #""nodes": 512"#,
      is: #""burn_in": 48, "nodes": 512"#, .refuses,
      tells: #"4:27: /cluster/burn_in: "48" has no unit; write "48h" or "48d""#),
    BadInput(
      "a negative number of warm spares", #""nodes": 512"#,
      is: #""warm_spares": -1, "nodes": 512"#, .refuses,
      tells: "4:31: /cluster/warm_spares: must be a whole number between 0 and 10000000, not -1"),
    BadInput(
      "a scale without a size", #""nodes": 512"#,
      is: #""scale": { "rate_exponent": 1 }, "nodes": 512"#, .refuses,
      tells: "4:25: /cluster/scale/over_gpus: is missing, and has no default"),
    BadInput(
      "an exponent out of reach", #""nodes": 512"#,
      is: #""scale": { "rate_exponent": 9, "over_gpus": 1000 }, "nodes": 512"#, .refuses,
      tells: "4:44: /cluster/scale/rate_exponent: must be a number between -2 and 5, not 9"),
    BadInput(
      "a number as placement", #""job": { "nodes": 500 }"#,
      is: #""job": { "placement": 16 }"#, .refuses,
      tells: "10:25: /job/placement: must be an object, not 16"),
    BadInput(
      "no node of each rack", #""job": { "nodes": 500 }"#,
      is: #""job": { "placement": { "nodes_of_rack": 0 } }"#, .refuses,
      tells:
        "10:44: /job/placement/nodes_of_rack: must be a whole number between 1 and 10000000, no"),
    BadInput(
      "more nodes of a rack than it has", #""job": { "nodes": 500 }"#,
      is: #""job": { "placement": { "nodes_of_rack": 2 } }"#, .accepts,
      tells:
        "10:44: /job/placement/nodes_of_rack: the job takes 2 nodes of each rack, but nodes_per"),
    BadInput(
      "a fewest-failures choice within racks", #""job": { "nodes": 500 }"#,
      is: #""job": { "placement": { "nodes_of_rack": 1 }, "spare_choice": "fewest_failures" }"#,
      .accepts,
      tells:
        "10:65: /job/spare_choice: with a placement a node is replaced from its own rack: there"),
    BadInput(
      "a false fix above 1", #""fixes": 0.9"#,
      is: #""fixes": 0.9, "false_fix": 2"#, .refuses,
      tells: "9:101: /repair/routes/swap/0/false_fix: must be a number between 0 and 1, not 2"),
    BadInput(
      "a false fix in the wrong place", #""repair": { "routes""#,
      is: #""repair": { "false_fix": 0.1, "routes""#, .refuses,
      tells:
        #"9:15: /repair/false_fix: unknown key here; "false_fix" belongs in /repair/routes/…/…"#),
    BadInput(
      "returns without a hazard", #""repair": { "routes""#,
      is: #""repair": { "returns_multiplier": 0, "routes""#, .refuses,
      tells:
        "9:37: /repair/returns_multiplier: must be a number more than 0 and at most 1000000, no"),
  ]

  /// The same of several values.
  static let hazardsTogether: [BadInput] = [
    setting(
      "an age beyond every lifetime",
      [
        #"faults.gpu.lifetime={"distribution":"uniform","low":"1d","high":"2y"}"#,
        #"cluster.installed=[{"nodes":1,"age":"2y"}]"#,
      ],
      #"--set cluster.installed=[{\"nodes\":1,\"age\":\"2y\"}]: /cluster/installed/0/age: "#
        + #"no instance of "gpu" lives so long; the age must be below 63115200 s"#),
    setting(
      "a burn-in beyond every lifetime",
      [
        #"faults.gpu.lifetime={"distribution":"deterministic","value":"2d"}"#,
        "cluster.burn_in=48h",
      ],
      #"--set cluster.burn_in=48h: /cluster/burn_in: no instance of "gpu" lives so long; "#
        + "burn_in must be below 172800 s"),
    setting(
      "lemons of a class per rack",
      ["faults.gpu.per=rack", #"lemons={"fraction":0.1,"multiplier":20,"faults":["gpu"]}"#],
      #"--set lemons={\"fraction\":0.1,\"multiplier\":20,\"faults\":[\"gpu\"]}: /lemons/faults/0: "#
        + #""gpu" is per rack; nodes only differ in what is per gpu or node"#),
    setting(
      "a frailty of given instants",
      [
        #"faults.gpu.lifetime={"distribution":"at","times":["1d"]}"#,
        #"frailty={"variance":1,"faults":["gpu"]}"#,
      ],
      #"--set frailty={\"variance\":1,\"faults\":[\"gpu\"]}: /frailty/faults/0: "#
        + #""gpu" strikes at given instants, not by a hazard"#),
    setting(
      "a job that is no multiple of its nodes of a rack",
      ["cluster.nodes_per_rack=4", "job.placement.nodes_of_rack=3"],
      #"scenario.json:10:21: /job/nodes: the job takes 3 nodes of each rack, and 500 is not "#),
    setting(
      "a job on more racks than there are",
      ["cluster.nodes_per_rack=4", "job.placement.nodes_of_rack=2"],
      #"--set job.placement.nodes_of_rack=2: /job/placement: the job lies on 250 whole racks "#
        + "of 4 nodes, but the cluster has 512 nodes"),
    setting(
      "racks that are not whole",
      ["cluster.nodes_per_rack=5", "job.placement.nodes_of_rack=5"],
      #"--set job.placement.nodes_of_rack=5: /job/placement/nodes_of_rack: needs whole racks: "#
        + "nodes and spare_nodes come to 516, which is not a multiple of nodes_per_rack, 5"),
  ]
}
