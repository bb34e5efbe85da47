import Statistics
import Testing

@testable import ScenarioFormat

private func values(_ text: String) throws -> [String] {
  try VariedPath(text, option: "--vary").values
}

@Suite("A path of a sweep and its values") struct VariedPathTests {
  @Test(
    "Commas divide values, but not inside JSON lists, objects and strings",
    arguments: [
      ("5min,10min", ["5min", "10min"]), ("5", ["5"]), (" 5min , 10 min ", ["5min", "10 min"]),
      ("[1,2],[3,4]", ["[1,2]", "[3,4]"]), (#""a,b""#, [#""a,b""#]),
      (#"{"a":[1,"],"]},null"#, [#"{"a":[1,"],"]}"#, "null"]),
      (#""\",",true"#, [#""\",""#, "true"]), (#""\\",b"#, [#""\\""#, "b"]),
      ("young,a]b,c", ["young", "a]b", "c"]), ("a[1,2]", ["a[1", "2]"]), ("a=b,c", ["a=b", "c"]),
      ("\u{301},a,\u{301}b", ["\u{301}", "a", "\u{301}b"]),
    ])
  func dividesLists(_ list: String, _ expected: [String]) throws {
    let path = try VariedPath("some.path=" + list, option: "--vary")
    #expect(path.path == "some.path")
    #expect(path.values == expected)
  }

  @Test(
    "A range has both ends and equal steps, in the fewest digits",
    arguments: [
      ("5min..60min:12", (1...12).map { "\($0 * 5)min" }),
      ("0..1:5", ["0", "0.25", "0.5", "0.75", "1"]),
      ("0.1..0.3:3", ["0.1", "0.2", "0.3"]), ("0.1..1:10", (1...9).map { "0.\($0)" } + ["1"]),
      ("60min..5min:3", ["60min", "32.5min", "5min"]),
      ("-0.1..0.2:4", ["-0.1", "0", "0.1", "0.2"]),
      ("1..2:4", ["1", "1.33333333", "1.66666667", "2"]), ("5 min..1e1 min:2", ["5min", "10min"]),
      ("100GB..1TB:3", ["100GB", "550GB", "1000GB"]),
      ("30s..5min:5", ["30s", "97.5s", "165s", "232.5s", "300s"]),
      ("1min..1d:4", ["1min", "480.666667min", "960.333333min", "1440min"]),
      ("1TB..100GB:2", ["1TB", "0.1TB"]), ("100ms..1h:2", ["100ms", "3600000ms"]),
      ("1s..1000y:2", ["1s", "31557600000s"]), ("1kB..1024KiB:2", ["1kB", "1048.576kB"]),
      ("400Gb/s..100GB/s:3", ["400Gb/s", "600Gb/s", "800Gb/s"]),
      ("1e308..-1e308:5", ["1e308", "5e307", "0", "-5e307", "-1e308"]),
    ])
  func dividesEvenly(_ range: String, _ expected: [String]) throws {
    #expect(try values("x=" + range) == expected)
  }

  @Test(
    "A range of equal ratios",
    arguments: [
      ("1..1000:log4", ["1", "10", "100", "1000"]),
      ("1min..16min:log3", ["1min", "4min", "16min"]),
      ("1e-300..1e300:log3", ["1e-300", "1", "1e300"]), ("8..1:log4", ["8", "4", "2", "1"]),
      ("1h..64h:log2", ["1h", "64h"]), ("30s..2min:log3", ["30s", "60s", "120s"]),
    ])
  func dividesByRatios(_ range: String, _ expected: [String]) throws {
    #expect(try values("x=" + range) == expected)
  }

  @Test("A list may mix values and ranges, and keeps what is no range")
  func mixes() throws {
    #expect(
      try values("checkpoint.interval=5min,10min..60min:6,young,1h..4h:log3")
        == ["5min"] + (1...6).map { "\($0 * 10)min" } + ["young", "1h", "2h", "4h"])
    for value in ["../base.json", "a..b", "..", "v1..2", #""1..2:3""#, "1..b", ".5..1", "a..b:c"] {
      #expect(try values("x=\(value),1") == [value, "1"])
    }
  }

  @Test(
    "Values of a range are whole where the format has only whole numbers",
    arguments: [
      ("cluster.spare_nodes=0..10:5", ["0", "3", "5", "8", "10"]),
      ("job.nodes=128..16384:log8", (7...14).map { "\(1 << $0)" }),
      ("faults.gpu.count=1..4:2", ["1", "4"]), ("faults.0.lifetime.observed=1..2:2", ["1", "2"]),
      ("repair.crews.technicians=1..4:3", ["1", "3", "4"]),
      ("faults.gpu.lifetime.stages=1..10:4", ["1", "4", "7", "10"]),
      ("repair.crews.technicians.size=1..4:3", ["1", "3", "4"]),
      ("faults.a.lifetime.of.0.parts.1.law.stages=1..2:2", ["1", "2"]),
      ("faults.gpu.lifetime.shape=1..2:3", ["1", "1.5", "2"]),
      ("lemons.fraction=0..1:3", ["0", "0.5", "1"]), ("no.such=0..1:3", ["0", "0.5", "1"]),
      ("cluster.nodes.x=0..1:3", ["0", "0.5", "1"]), ("cluster=0..1:3", ["0", "0.5", "1"]),
      ("cluster.nodes=1.5,1..2:2", ["1.5", "1", "2"]),
      (
        "cluster.nodes=1234567890123..1234567890125:3",
        ["1234567890123", "1234567890124", "1234567890125"]
      ),
      ("cluster.nodes=-1e300..1e300:3", ["-1e300", "0", "1e300"]),
      ("cluster.nodes=1s..2s:3", ["1s", "1.5s", "2s"]),
    ])
  func roundsToWholeNumbers(_ text: String, _ expected: [String]) throws {
    #expect(try values(text) == expected)
  }

  @Test("What a range gives is a value of the format, in its shortest form too")
  func fitsTheFormat() throws {
    for text in [
      "checkpoint.interval=1ms..1000y:log40", "cluster.spare_nodes=0..100:7",
      "recovery.exposed=true,false", "checkpoint.save=0s..1min:7", "horizon=30d..1y:7",
    ] {
      for setting in try VariedPath(text, option: "--vary").settings {
        let source = ScenarioSource(name: "x.json", bytes: Array(llama3.utf8))
        let document = try ScenarioReader.read(source, settings: [setting])
        #expect(document.settings == [setting])
      }
    }
  }

  @Test(
    "What is wrong is told with the argument",
    arguments: [
      ("checkpoint", "must be PATH=VALUES, such as checkpoint.interval=5min,10min"),
      ("=5", "must be PATH=VALUES, such as checkpoint.interval=5min,10min"),
      ("a..b=5", "must be PATH=VALUES, such as checkpoint.interval=5min,10min"),
      ("", "must be PATH=VALUES, such as checkpoint.interval=5min,10min"),
      ("x=", #"has an empty value; write "" for an empty text"#),
      ("x=5,,6", #"has an empty value; write "" for an empty text"#),
      ("x=5, ", #"has an empty value; write "" for an empty text"#),
      ("x=[1,2", #""[1,2" has a bracket or a quotation mark without its end"#),
      (
        "x=5min..60min",
        #""5min..60min" lacks the number of values; write "5min..60min:12" or "5min..60min:log12""#
      ),
      ("x=1..5:", #""1..5:" does not end with a number of values such as ":12" or ":log12""#),
      ("x=1..5:-3", #""1..5:-3" does not end with a number of values such as ":12" or ":log12""#),
      ("x=1..5:log", #""1..5:log" does not end with a number of values such as ":12" or ":log12""#),
      ("x=1..5:1", "a range has 2 to 100000 values, not 1"),
      ("x=1..5:log0", "a range has 2 to 100000 values, not 0"),
      ("x=1..5:100001", "a range has 2 to 100000 values, not 100001"),
      (
        "x=1..5:99999999999999999999", "a range has 2 to 100000 values, not 99999999999999999999"
      ),
      ("x=a..5:3", #""a" is no number; write a range like 5min..60min:12"#),
      ("x=..5:3", #""" is no number; write a range like 5min..60min:12"#),
      ("x=.5..1:3", #"".5" is no number; write a range like 5min..60min:12"#),
      ("x=5min..:3", #""" is no number; write a range like 5min..60min:12"#),
      ("x=5...10:3", #"".10" is no number; write a range like 5min..60min:12"#),
      ("x=1..inf:3", #""inf" is no number; write a range like 5min..60min:12"#),
      ("x=1..1e400:3", #""1e400" has more digits than a number can have"#),
      ("x=1..1e4000:3", #""1e4000" has more digits than a number can have"#),
      ("x=5m..10min:3", #""5m" has the unknown unit "m"; did you mean "min"?"#),
      ("x=1GBps..10GB/s:3", #""1GBps" has the unknown unit "GBps"; did you mean "GB/s"?"#),
      ("x=1%..5%:3", #""1%" has the unknown unit "%""#),
      ("x=5..10min:3", #""5" and "10min" must both have a unit, or neither"#),
      ("x=5min..10GB:3", #""5min" and "10GB" are of different quantities"#),
      ("x=1GB..1GB/s:3", #""1GB" and "1GB/s" are of different quantities"#),
      ("x=0..10:log3", #"the ends of a range of equal ratios must be above 0, not "0""#),
      ("x=10s..-1s:log3", #"the ends of a range of equal ratios must be above 0, not "-1s""#),
      (
        "x=1e308ms..1e308y:log3,1e-400..1:log2",
        #"the ends of a range of equal ratios must be above 0, not "1e-400""#
      ),
      ("x=1e-320ms..1e300y:log3", #"the ends of "1e-320ms..1e300y:log3" are too far apart"#),
      ("cluster.nodes=128..130:9", "128..130:9 has fewer than 9 whole numbers"),
      ("x=5..5:3", "both ends of 5..5:3 are the same"),
      ("x=1..2:60000,1..2:60000", "has more than 100000 values"),
    ])
  func tellsProblems(_ text: String, _ expected: String) {
    let error = #expect(throws: Diagnostic.self) { try VariedPath(text, option: "--vary") }
    #expect(error?.description == "--vary \(visible(text)): " + expected)
  }

  /// Texts of the letters that ranges and lists are made of, and of any bytes.
  private static func text(_ stream: inout RandomStream) -> String {
    let length = stream.index(below: 24)
    guard stream.index(below: 4) > 0 else {
      let bytes = (0..<length).map { _ in UInt8(stream.index(below: 256)) }
      return String(decoding: bytes, as: UTF8.self)
    }
    let parts = [
      "x=", "cluster.nodes=", ".", "..", ":", ":log", "1", "5", "99", "0", "e", "-", "min", "GB",
      "s", " ", ",", "[", "]", "{", "}", "\"", "\\", "1e308", "1..2:3", "y", "=", "\u{301}", "é",
    ]
    return (0..<length / 2).map { _ in parts[stream.index(below: parts.count)] }.joined()
  }

  @Test("No argument traps: it is read, or refused in a plain line")
  func neverTraps() {
    var stream = RandomStream(
      seed: 20, replication: 0, stream: StreamIdentifier("arguments of a sweep"))
    var read = 0
    for _ in 0..<100_000 {
      let text = Self.text(&stream)
      do {
        let path = try VariedPath("x=" + text, option: "--vary")
        read += 1
        let isPlain = path.values.allSatisfy { !$0.isEmpty && !$0.contains("nan") }
        if !isPlain { Issue.record("\(text)") }
        _ = try SweepGrid(vary: [text], zip: [text])
      } catch {
        if error.description.contains(where: \.isNewline) { Issue.record("\(text)") }
      }
    }
    #expect(read > 10_000)
  }
}
