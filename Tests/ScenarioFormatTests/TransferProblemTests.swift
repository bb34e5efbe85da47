import Testing

@testable import ScenarioFormat

@Suite("Problems of transfers") struct TransferProblemTests {
  @Test(
    "Each problem of a size or a bandwidth is told with its place",
    arguments: BadScenario.table(transfers))
  func tellsProblem(_ bad: BadScenario) throws {
    #expect(try problems(bad.text) == bad.problems)
  }

  @Test("What is odd but possible is read with a warning", arguments: oddScenarios)
  func warns(_ members: String, _ expected: String) throws {
    let warnings = try read(scenario(members)).warnings
    #expect(warnings.map(\.description) == ["x.json:" + expected])
  }
}

/// Members of an otherwise good scenario with sizes and bandwidths.
private let transfers = #"""
  "checkpoint": {"save": {}}
    2:24: /checkpoint/save: give "bytes" or "parameters" with "bytes_per_parameter"
    2:24: /checkpoint/save: give "bandwidth", "bandwidth_per_node" or "bandwidth_per_gpu"
  "checkpoint": {"save": {"bytes": "5TB"}}
    2:24: /checkpoint/save: give "bandwidth", "bandwidth_per_node" or "bandwidth_per_gpu"
  "checkpoint": {"save": {"bandwidth": "5TB/s"}}
    2:24: /checkpoint/save: give "bytes" or "parameters" with "bytes_per_parameter"
  "checkpoint": {"save": {"bytes": "5tb", "bandwidth": "2 Tbps"}}
    2:34: /checkpoint/save/bytes: "5tb" has the unknown unit "tb"; did you mean "TB"? units
        are B, kB, MB, GB, TB, PB, KiB, MiB, GiB, TiB, PiB
    2:54: /checkpoint/save/bandwidth: "2 Tbps" has the unknown unit "Tbps"; did you mean
        "Tb/s"? units are B/s, kB/s, MB/s, GB/s, TB/s, PB/s, KiB/s, MiB/s, GiB/s, TiB/s, PiB/s,
        Mb/s, Gb/s, Tb/s
  "checkpoint": {"write": {"bytes": 5e12, "bandwidth": 2}}
    2:35: /checkpoint/write/bytes: "5e12" has no unit; write "5e12GB" or "5e12TB"
    2:54: /checkpoint/write/bandwidth: "2" has no unit; write "2GB/s" or "2TB/s"
  "checkpoint": {"write": {"bytes": "5TB/s", "bandwidth": "2TB"}}
    2:35: /checkpoint/write/bytes: "5TB/s" has the unknown unit "TB/s"; did you mean "TB"?
        units are B, kB, MB, GB, TB, PB, KiB, MiB, GiB, TiB, PiB
    2:57: /checkpoint/write/bandwidth: "2TB" has the unknown unit "TB"; did you mean "TB/s"?
        units are B/s, kB/s, MB/s, GB/s, TB/s, PB/s, KiB/s, MiB/s, GiB/s, TiB/s, PiB/s, Mb/s,
        Gb/s, Tb/s
  "checkpoint": {"load": {"bytes": "-5TB", "bandwidth": "fast"}}
    2:34: /checkpoint/load/bytes: "-5TB" is negative
    2:55: /checkpoint/load/bandwidth: "fast" is no bandwidth; write it like "2TB/s" or
        "400Gb/s"
  "checkpoint": {"load": {"bytes": "0B", "bandwidth": "1001PB/s"}}
    2:34: /checkpoint/load/bytes: "0B" is out of range; it must be between 1B and 1000PB
    2:53: /checkpoint/load/bandwidth: "1001PB/s" is out of range; it must be between 1B/s and
        1000PB/s
  "checkpoint": {"load": {"bytes": [], "bandwidth": null}}
    2:34: /checkpoint/load/bytes: must be a size such as "5TB", not a list
    2:51: /checkpoint/load/bandwidth: must be a bandwidth such as "2TB/s", not null
  "checkpoint": {"load": {"bytes": "1GB", "bandwidth": "2gb/s"}}
    2:54: /checkpoint/load/bandwidth: "2gb/s" has the unknown unit "gb/s"; did you mean "GB/s"
        or "Gb/s"? units are B/s, kB/s, MB/s, GB/s, TB/s, PB/s, KiB/s, MiB/s, GiB/s, TiB/s, PiB/s,
        Mb/s, Gb/s, Tb/s
  "checkpoint": {"load": {"bytes": "12345678901234567890123456B", "bandwidth": "2GB/s"}}
    2:34: /checkpoint/load/bytes: "12345678901234567890123456B" has more digits than a size
        can have
  "checkpoint": {"load": {"distribution": "exponential", "bytes": "5TB"}}
    2:24: /checkpoint/load: give "mean"
    2:56: /checkpoint/load/bytes: unknown key; an exponential distribution has "mean"
  "checkpoint": {"load": [], "write": true}
    2:24: /checkpoint/load: must be a duration, a distribution object, or {"bytes": "5TB",
        "bandwidth": "2TB/s"}, not a list
    2:37: /checkpoint/write: must be a duration such as "10min" or a transfer such as
        {"bytes": "5TB", "bandwidth": "2TB/s"}, not true
  "checkpoint": {"save": {"parameters": 405e9, "bandwidth": "2TB/s"}}
    2:24: /checkpoint/save/bytes_per_parameter: is missing: "parameters" can't do without it
  "checkpoint": {"save": {"bytes": "5TB", "bytes_per_parameter": 12, "bandwidth": "2TB/s"}}
    2:64: /checkpoint/save/bytes_per_parameter: give either "bytes" or "bytes_per_parameter",
        not both
  "checkpoint": {"save": {"parameters": 0.5, "bytes_per_parameter": 65, "bandwidth": "2TB/s"}}
    2:39: /checkpoint/save/parameters: must be a number between 1 and 1e15, not 0.5
    2:67: /checkpoint/save/bytes_per_parameter: must be a number between 0.1 and 64, not 65
  "checkpoint": {"save": {"parameters": "405B", "bytes_per_parameter": "12B", "bandwidth": "2TB/s"}}
    2:39: /checkpoint/save/parameters: must be a number between 1 and 1e15, not "405B"
    2:70: /checkpoint/save/bytes_per_parameter: must be a number between 0.1 and 64, not "12B"
  "checkpoint": {"save": {"bytes": "5TB", "bandwidth": "2TB/s", "bandwidth_per_gpu": "1GB/s"}}
    2:84: /checkpoint/save/bandwidth_per_gpu: give either "bandwidth" or "bandwidth_per_gpu",
        not both
  "checkpoint": {"save": {"bytes": "5TB", "bandwith": "2TB/s"}}
    2:24: /checkpoint/save: give "bandwidth", "bandwidth_per_node" or "bandwidth_per_gpu"
    2:41: /checkpoint/save/bandwith: unknown key; did you mean "bandwidth"?
  "checkpoint": {"save": {"bytes": "1000PB", "bandwidth": "1B/s"}}
    2:24: /checkpoint/save: the transfer takes longer than 1000y; are the units right?
  "checkpoint": {"bytes": "5TB", "bandwidth": "2TB/s"}
    2:16: /checkpoint/bytes: unknown key here; "bytes" belongs in "save", "write" or "load"
    2:32: /checkpoint/bandwidth: unknown key here; "bandwidth" belongs in "save", "write" or
        "load"
  "recovery": {"image": {"bytes": "5TB", "bandwidth_per_rack": "2TB/s"}}
    2:23: /recovery/image: give "bandwidth", "bandwidth_per_node" or "bandwidth_per_gpu"
    2:40: /recovery/image/bandwidth_per_rack: unknown key; did you mean "bandwidth_per_node"?
  "recovery": {"image": false, "swap": {"bytes": "5TB", "bandwidth": "2TB/s"}}
    2:23: /recovery/image: must be a duration, a distribution object, or {"bytes": "5TB",
        "bandwidth": "2TB/s"}, not false
    2:38: /recovery/swap/distribution: is missing; write a duration such as "10min" or a
        distribution object
  """#

private let oddScenarios: [(String, String)] = [
  (
    #""checkpoint": {"load": {"bytes": "5PB", "bandwidth": "50GB/s"}}"#,
    #"2:24: /checkpoint/load: the transfer takes 100000 s; are the units right?"#
  )
]
