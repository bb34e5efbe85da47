extension BadInput {
  /// Keys and words that are unknown, missing or given twice.
  static let words: [BadInput] = [
    BadInput(
      "a misspelt key", #""interval""#, is: #""intervl""#, .refuses,
      tells: #"11:19: /checkpoint/intervl: unknown key; did you mean "interval"?"#),
    BadInput(
      "a key in capitals", #""horizon": "30d""#, is: #""horizon": "30d", "Title": "A""#, .refuses,
      tells: #"3:21: /Title: unknown key; did you mean "title"?"#),
    BadInput(
      "a key in the wrong block", #""job": { "nodes": 500 }"#,
      is: #""job": { "nodes": 500, "interval": "1h" }"#, .refuses,
      tells: "10:26: /job/interval: unknown key"),
    BadInput(
      "a key of another law", #""shape": 0.75"#, is: #""shape": 0.75, "sigma": 1"#, .refuses,
      tells: #"7:63: /faults/0/lifetime/sigma: a Weibull distribution has no "sigma""#),
    BadInput(
      "an empty key", #""interval""#, is: #""": 1, "interval""#, .refuses,
      tells: #"11:19: /checkpoint/: unknown key; a checkpoint policy has "interval""#),
    BadInput(
      "a key twice", #""horizon": "30d""#, is: #""horizon": "30d", "horizon": "31d""#, .accepts,
      tells: "3:21: /horizon: key given twice, first on line 3, column 3"),
    BadInput(
      "a key twice, once in escapes", #""horizon": "30d""#,
      is: #""horizon": "30d", "h\u006Frizon": "31d""#, .accepts,
      tells: "3:21: /horizon: key given twice, first on line 3, column 3"),
    BadInput(
      "a key twice in a block", #""nodes": 512"#, is: #""nodes": 512, "nodes": 512"#, .accepts,
      tells: "4:30: /cluster/nodes: key given twice, first on line 4, column 16"),
    BadInput(
      "a key that must be there", #""nodes": 512, "#, is: "", .refuses,
      tells: "4:14: /cluster/nodes: is missing, and has no default"),
    BadInput(
      "no name", "\"name\": \"base\",\n  ", is: "", .refuses,
      tells: "1:1: /name: is missing, and has no default"),
    BadInput(
      "nothing", text: "{}", .refuses,
      tells: "1:1: /name: is missing, and has no default",
      "1:1: /cluster: is missing, and has no default",
      "1:1: /horizon: is missing: give the horizon of the run, or job.work"),
    BadInput(
      "another version of the format", #""name": "base""#,
      is: #""format": "clustersim/2", "name": "base""#, .refuses,
      tells: "2:13: /format: "),
    BadInput(
      "a misspelt law", #""weibull""#, is: #""weibul""#, .refuses,
      tells: #"7:37: /faults/0/lifetime/distribution: "weibul" is unknown; did you mean"#),
    BadInput(
      "an unknown law", #""weibull""#, is: #""bathtub""#, .refuses,
      tells: #"7:37: /faults/0/lifetime/distribution: must be "exponential", "weibull""#),
    BadInput(
      "a misspelt domain", #""takes_down": "node""#, is: #""takes_down": "nodes""#, .refuses,
      tells: #"6:50: /faults/0/takes_down: "nodes" is unknown; did you mean "node"?"#),
    BadInput(
      "a domain in capitals", #""per": "gpu""#, is: #""per": "GPU""#, .refuses,
      tells: "6:29: /faults/0/per: "),
    BadInput(
      "an unknown symptom", #""per": "gpu""#, is: #""symptom": "smoke", "per": "gpu""#, .refuses,
      tells: #"6:33: /faults/0/symptom: must be "crash", "hang", "slow" or "corrupt", not "#),
    BadInput(
      "an unknown policy", #""swap": "1min""#, is: #""policy": "pray""#, .refuses,
      tells: #"12:57: /recovery/policy: must be "restart", "hot_spare" or "elastic", not "#),
    BadInput(
      "what this version does not simulate", #""job": { "nodes": 500 }"#,
      is: #""job": { "nodes": 500, "mfu": 0.4 }"#, .refuses,
      tells: "10:33: /job/mfu: this version does not report useful FLOPs yet; remove it"),
    BadInput(
      "three problems at once", #""nodes": 512, "gpus_per_node": 8, "spare_nodes": 4"#,
      is: #""nodes": 0, "gpus_per_node": "8", "spare": 4"#, .refuses,
      tells: "4:25: /cluster/nodes: must be a whole number",
      "4:45: /cluster/gpus_per_node: must be a whole number",
      "4:50: /cluster/spare: unknown key"),
  ]
}
