extension BadInput {
  /// Values of another type than the key wants.
  static let types: [BadInput] = [
    BadInput(
      "a list as scenario", text: "[]", .refuses,
      tells: "1:1: must be an object, not a list"),
    BadInput(
      "null as scenario", text: "null", .refuses,
      tells: "1:1: must be an object, not null"),
    BadInput(
      "a text as scenario", text: #""llama3""#, .refuses,
      tells: #"1:1: must be an object, not "llama3""#),
    BadInput(
      "a number as name", #""name": "base""#, is: #""name": 7"#, .refuses,
      tells: "2:11: /name: must be a name of 1 to 64 letters, digits"),
    BadInput(
      "a list as title", #""name": "base""#, is: #""name": "base", "title": []"#, .refuses,
      tells: "2:28: /title: must be one line of at most 500 characters"),
    BadInput(
      "a text as sources", #""name": "base""#, is: #""name": "base", "sources": "a""#, .refuses,
      tells: #"2:30: /sources: must be a list, not "a""#),
    BadInput(
      "a number as source", #""name": "base""#, is: #""name": "base", "sources": [1]"#, .refuses,
      tells: "2:31: /sources/0: must be one line of at most 500 characters"),
    BadInput(
      "a number as note", #""nodes": 512"#, is: #""notes": 1, "nodes": 512"#, .refuses,
      tells: "4:25: /cluster/notes: must be a text, not 1"),
    BadInput(
      "null as horizon", #""horizon": "30d""#, is: #""horizon": null"#, .refuses,
      tells: #"3:14: /horizon: must be a duration such as "10min", not null"#),
    BadInput(
      "a list as horizon", #""horizon": "30d""#, is: #""horizon": ["30d"]"#, .refuses,
      tells: #"3:14: /horizon: must be a duration such as "10min", not a list"#),
    BadInput(
      "a text as count", #""nodes": 512"#, is: #""nodes": "128""#, .refuses,
      tells: #"4:25: /cluster/nodes: must be a whole number between 1 and 10000000, not "128""#),
    BadInput(
      "a boolean as count", #""nodes": 512"#, is: #""nodes": true"#, .refuses,
      tells: "4:25: /cluster/nodes: must be a whole number between 1 and 10000000, not true"),
    BadInput(
      "null as count", #""nodes": 512"#, is: #""nodes": null"#, .refuses,
      tells: "4:25: /cluster/nodes: must be a whole number between 1 and 10000000, not null"),
    BadInput(
      "a fraction as count", #""nodes": 512"#, is: #""nodes": 1.5"#, .refuses,
      tells: "4:25: /cluster/nodes: must be a whole number between 1 and 10000000, not 1.5"),
    BadInput(
      "a text as boolean", #""spares_powered": true"#, is: #""spares_powered": "yes""#, .refuses,
      tells: #"4:86: /cluster/spares_powered: must be true or false, not "yes""#),
    BadInput(
      "a number as boolean", #""spares_powered": true"#, is: #""spares_powered": 1"#, .refuses,
      tells: "4:86: /cluster/spares_powered: must be true or false, not 1"),
    BadInput(
      "a text as number", #""fixes": 0.9"#, is: #""fixes": "90%""#, .refuses,
      tells: #"9:83: /repair/routes/swap/0/fixes: must be a number between 0 and 1, not "90%""#),
    BadInput(
      "a text as object", #""maintenance": { "every": "10d", "downtime": "1h" }"#,
      is: #""maintenance": "10d""#, .refuses,
      tells: #"13:18: /maintenance: must be an object, not "10d""#),
    BadInput(
      "a list as object", #""job": { "nodes": 500 }"#, is: #""job": [500]"#, .refuses,
      tells: "10:10: /job: must be an object, not a list"),
    BadInput(
      "an object as list", #"[ { "stage": "replace", "time": "24h", "fixes": 0.9 } ]"#,
      is: #"{ "stage": "replace" }"#, .refuses,
      tells: "9:35: /repair/routes/swap: must be a list, not an object"),
    BadInput(
      "a text as element of a list", #"{ "stage": "replace", "time": "24h", "fixes": 0.9 }"#,
      is: #""replace""#, .refuses,
      tells: #"9:37: /repair/routes/swap/0: must be an object, not "replace""#),
    BadInput(
      "a text as lifetime", #"{ "distribution": "weibull", "shape": 0.75, "mean": "50000h" }"#,
      is: #""50000h""#, .refuses,
      tells: #"7:19: /faults/0/lifetime: must be an object such as {"distribution":"#),
    BadInput(
      "null as lifetime", #"{ "distribution": "weibull", "shape": 0.75, "mean": "50000h" }"#,
      is: "null", .refuses,
      tells: #"7:19: /faults/0/lifetime: must be an object such as {"distribution":"#),
    BadInput(
      "a number as distribution", #""distribution": "weibull""#,
      is: #""distribution": 1"#, .refuses,
      tells: #"7:37: /faults/0/lifetime/distribution: must be "exponential", "weibull""#),
    BadInput(
      "a boolean as duration or law", #""swap": "1min""#, is: #""swap": true"#, .refuses,
      tells: #"12:55: /recovery/swap: must be a duration such as "10min" or a distribution"#),
    BadInput(
      "a number as choice", #""per": "gpu""#, is: #""per": 8"#, .refuses,
      tells: #"6:29: /faults/0/per: must be "gpu", "node", "rack", "power_domain", "#),
  ]
}
