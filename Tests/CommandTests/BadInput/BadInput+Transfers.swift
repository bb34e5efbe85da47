extension BadInput {
  /// Sizes, bandwidths and what they are given of.
  static let transfers: [BadInput] = [
    BadInput(
      "a transfer of nothing", #""save": "10s""#,
      is: #""save": {}"#, .refuses,
      tells: #"11:48: /checkpoint/save: give "bytes" or "parameters" with "bytes_per_parameter""#,
      #"11:48: /checkpoint/save: give "bandwidth", "bandwidth_per_node" or "bandwidth_per_gpu""#),
    BadInput(
      "a size without a bandwidth", #""save": "10s""#,
      is: #""save": { "bytes": "5TB" }"#, .refuses,
      tells:
        #"11:48: /checkpoint/save: give "bandwidth", "bandwidth_per_node" or "bandwidth_per_gpu""#),
    BadInput(
      "a bandwidth without a size", #""save": "10s""#,
      is: #""save": { "bandwidth": "2TB/s" }"#, .refuses,
      tells: #"11:48: /checkpoint/save: give "bytes" or "parameters" with "bytes_per_parameter""#),
    BadInput(
      "two sizes", #""save": "10s""#,
      is: #""save": { "bytes": "5TB", "parameters": 4e11, "bytes_per_parameter": 12, "#
        + #""bandwidth": "2TB/s" }"#, .refuses,
      tells: #"11:80: /checkpoint/save/parameters: give either "bytes" or "parameters", not both"#),
    BadInput(
      "two bandwidths", #""save": "10s""#,
      is: #""save": { "bytes": "5TB", "bandwidth": "2TB/s", "#
        + #""bandwidth_per_node": "1GB/s" }"#, .refuses,
      tells:
        #"11:110: /checkpoint/save/bandwidth_per_node: give either "bandwidth" or "bandwidth_per_"#),
    BadInput(
      "parameters without their bytes", #""save": "10s""#,
      is: #""save": { "parameters": 4e11, "bandwidth": "2TB/s" }"#, .refuses,
      tells:
        #"11:48: /checkpoint/save/bytes_per_parameter: is missing: "parameters" can't do without "#),
    BadInput(
      "billions of parameters as a text", #""save": "10s""#,
      is: #""save": { "parameters": "405B", "bytes_per_parameter": 12, "#
        + #""bandwidth": "2TB/s" }"#, .refuses,
      tells: #"11:64: /checkpoint/save/parameters: must be a number between 1 and 1e15, not "405B""#
    ),
    BadInput(
      "more bytes a parameter than can be", #""save": "10s""#,
      is: #""save": { "parameters": 4e11, "bytes_per_parameter": 640, "#
        + #""bandwidth": "2TB/s" }"#, .refuses,
      tells:
        #"11:93: /checkpoint/save/bytes_per_parameter: must be a number between 0.1 and 64, not 6"#),
    BadInput(
      "a size in small letters", #""save": "10s""#,
      is: #""save": { "bytes": "5tb", "bandwidth": "2TB/s" }"#, .refuses,
      tells:
        #"11:59: /checkpoint/save/bytes: "5tb" has the unknown unit "tb"; did you mean "TB"? unit"#),
    BadInput(
      "a size in bits", #""save": "10s""#,
      is: #""save": { "bytes": "5Tb", "bandwidth": "2TB/s" }"#, .refuses,
      tells:
        #"11:59: /checkpoint/save/bytes: "5Tb" has the unknown unit "Tb"; did you mean "TB"? unit"#),
    BadInput(
      "a size without a unit", #""save": "10s""#,
      is: #""save": { "bytes": 5e12, "bandwidth": "2TB/s" }"#, .refuses,
      tells: #"11:59: /checkpoint/save/bytes: "5e12" has no unit; write "5e12GB" or "5e12TB""#),
    BadInput(
      "a size a second", #""save": "10s""#,
      is: #""save": { "bytes": "5TB/s", "bandwidth": "2TB/s" }"#, .refuses,
      tells:
        #"11:59: /checkpoint/save/bytes: "5TB/s" has the unknown unit "TB/s"; did you mean "TB"? "#),
    BadInput(
      "a negative size", #""save": "10s""#,
      is: #""save": { "bytes": "-5TB", "bandwidth": "2TB/s" }"#, .refuses,
      tells: #"11:59: /checkpoint/save/bytes: "-5TB" is negative"#),
    BadInput(
      "no bytes", #""save": "10s""#,
      is: #""save": { "bytes": "0TB", "bandwidth": "2TB/s" }"#, .accepts,
      tells:
        #"11:59: /checkpoint/save/bytes: "0TB" is out of range; it must be between 1B and 1000PB"#),
    BadInput(
      "a size beyond measure", #""save": "10s""#,
      is: #""save": { "bytes": "1e999PB", "bandwidth": "2TB/s" }"#, .accepts,
      tells: #"11:59: /checkpoint/save/bytes: "1e999PB" has more digits than a size can have"#),
    BadInput(
      "a size of too many digits", #""save": "10s""#,
      is: #""save": { "bytes": "12345678901234567890123456B", "bandwidth": "2TB/s" }"#, .accepts,
      tells:
        #"11:59: /checkpoint/save/bytes: "12345678901234567890123456B" has more digits than a siz"#),
    BadInput(
      "a size in words", #""save": "10s""#,
      is: #""save": { "bytes": "big", "bandwidth": "2TB/s" }"#, .refuses,
      tells: #"11:59: /checkpoint/save/bytes: "big" is no size; write it like "5TB" or "800GB""#),
    BadInput(
      "a list as size", #""save": "10s""#,
      is: #""save": { "bytes": ["5TB"], "bandwidth": "2TB/s" }"#, .refuses,
      tells: #"11:59: /checkpoint/save/bytes: must be a size such as "5TB", not a list"#),
    BadInput(
      "a size with a comma", #""save": "10s""#,
      is: #""save": { "bytes": "1,5TB", "bandwidth": "2TB/s" }"#, .refuses,
      tells:
        #"11:59: /checkpoint/save/bytes: "1,5TB" has the unknown unit ",5TB"; units are B, kB, MB"#),
    BadInput(
      "a bandwidth in small letters", #""save": "10s""#,
      is: #""save": { "bytes": "5TB", "bandwidth": "2tb/s" }"#, .refuses,
      tells:
        #"11:79: /checkpoint/save/bandwidth: "2tb/s" has the unknown unit "tb/s"; did you mean "T"#),
    BadInput(
      "a bandwidth as it is often written", #""save": "10s""#,
      is: #""save": { "bytes": "5TB", "bandwidth": "400Gbps" }"#, .refuses,
      tells:
        #"11:79: /checkpoint/save/bandwidth: "400Gbps" has the unknown unit "Gbps"; did you mean "#),
    BadInput(
      "a bandwidth without its time", #""save": "10s""#,
      is: #""save": { "bytes": "5TB", "bandwidth": "2TB" }"#, .refuses,
      tells:
        #"11:79: /checkpoint/save/bandwidth: "2TB" has the unknown unit "TB"; did you mean "TB/s""#),
    BadInput(
      "a bandwidth without a unit", #""save": "10s""#,
      is: #""save": { "bytes": "5TB", "bandwidth": 2 }"#, .refuses,
      tells: #"11:79: /checkpoint/save/bandwidth: "2" has no unit; write "2GB/s" or "2TB/s""#),
    BadInput(
      "no bandwidth", #""save": "10s""#,
      is: #""save": { "bytes": "5TB", "bandwidth": "0B/s" }"#, .accepts,
      tells:
        #"11:79: /checkpoint/save/bandwidth: "0B/s" is out of range; it must be between 1B/s and "#),
    BadInput(
      "a transfer that never ends", #""save": "10s""#,
      is: #""save": { "bytes": "1000PB", "bandwidth": "1B/s" }"#, .accepts,
      tells: #"11:48: /checkpoint/save: the transfer takes longer than 1000y; are the units right?"#
    ),
    BadInput(
      "a bandwidth of each rack", #""save": "10s""#,
      is: #""save": { "bytes": "5TB", "bandwidth_per_rack": "2TB/s" }"#, .refuses,
      tells:
        #"11:48: /checkpoint/save: give "bandwidth", "bandwidth_per_node" or "bandwidth_per_gpu""#,
      #"11:66: /checkpoint/save/bandwidth_per_rack: unknown key; did you mean "bandwidth_per_no"#),
    BadInput(
      "a law as save", #""save": "10s""#,
      is: #""save": { "distribution": "exponential", "mean": "5s" }"#, .refuses,
      tells: #"11:48: /checkpoint/save: give "bytes" or "parameters" with "bytes_per_parameter""#,
      #"11:48: /checkpoint/save: give "bandwidth", "bandwidth_per_node" or "bandwidth_per_gpu""#,
      #"11:50: /checkpoint/save/distribution: unknown key; a transfer has "bytes", "parameters""#,
      #"11:81: /checkpoint/save/mean: unknown key here; "mean" belongs in /faults/…/lifetime, /"#),
    BadInput(
      "a transfer with a law", #""save": "10s""#,
      is: #""load": { "distribution": "uniform", "bytes": "5TB" }"#, .refuses,
      tells: #"11:48: /checkpoint/load/low: is missing, and has no default"#,
      #"11:48: /checkpoint/load/high: is missing, and has no default"#,
      #"11:77: /checkpoint/load/bytes: unknown key; a uniform distribution has "low", "high""#),
    BadInput(
      "a transfer where there is none", #""swap": "1min""#,
      is: #""swap": { "bytes": "5TB", "bandwidth": "2TB/s" }"#, .refuses,
      tells:
        #"12:55: /recovery/swap/distribution: is missing; write a duration such as "10min" or a d"#),
    BadInput(
      "a size outside of a transfer", #""save": "10s""#,
      is: #""bytes": "5TB""#, .refuses,
      tells:
        #"11:40: /checkpoint/bytes: unknown key here; "bytes" belongs in "save", "write" or "load"#),
  ]
}
