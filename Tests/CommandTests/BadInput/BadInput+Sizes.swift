import Foundation

extension BadInput {
  /// The longest text that is read, in bytes.
  private static let most = 4 << 20

  /// Texts that are too long, or as long as they may be.
  static let sizes: [BadInput] = [
    BadInput("a text a byte too long", tells: [" longer than 4 MiB"]) { repeated(" ", most + 1) },
    BadInput(
      "a text of 1 GB", ["run", file], exitCode: 65, tells: ["\(file): longer than 4 MiB"]
    ) { folder in
      try folder.write("{", to: file)
      try FileHandle(forWritingTo: folder.place(file)).truncate(atOffset: 1 << 30)
    },
    BadInput("4 MiB of blanks", tells: ["1:4194305: the text is empty"]) { repeated(" ", most) },
    BadInput("4 MiB of lines", tells: [#"4194304:1: "x" is no JSON value"#]) {
      repeated("\n", most - 1, and: "x")
    },
    BadInput("4 MiB of one text", tells: ["1:52: /name: must be a name of 1 to 64 letters"]) {
      repeated(
        "x", most - 80, between: #"{"horizon": "1d", "cluster": {"nodes": 1}, "name": ""#,
        and: #""}"#)
    },
    BadInput("4 MiB of one number", tells: [#"1:1: the number "1111"#]) { repeated("1", most) },
    BadInput("4 MiB of one key", lines: 4, tells: ["1:1: /name: is missing"]) {
      repeated("k", most - 10, between: "{\"", and: "\": 1}")
    },
    BadInput("4 MiB of numbers", tells: ["1:60: /sources: has 2000001 elements"]) {
      repeated("1,", 2_000_000, between: scenario + #","sources":["#, and: "1]}")
    },
    BadInput("4 MiB of empty lists", tells: ["1:59: /faults: has 1300001 elements"]) {
      repeated("[],", 1_300_000, between: scenario + #","faults":["#, and: "[]]}")
    },
    BadInput("4 MiB of one key over and over", lines: 21, tells: ["1:50: /name: key given twice"]) {
      repeated(#","name":1"#, 460_000, between: scenario, and: "}")
    },
    BadInput("100,000 unknown keys", lines: 21, tells: ["1:50: /k0: unknown key"]) {
      Array((scenario + (0..<100_000).map { #","k\#($0)":1"# }.joined() + "}").utf8)
    },
    BadInput("100,000 empty fault classes", schema: .refuses, tells: ["1:59: /faults: has 100000"])
    {
      repeated(",{}", 99_999, between: scenario + #","faults":[{}"#, and: "]}")
    },
    BadInput(
      "10,000 empty fault classes", lines: 21, schema: .refuses, tells: ["1:60: /faults/0/name: "]
    ) {
      repeated(",{}", 9_999, between: scenario + #","faults":[{}"#, and: "]}")
    },
    BadInput(
      "100,000 instants, of which the last descends", schema: .accepts,
      tells: ["1:500121: /faults/0/lifetime/times/99999: the instants must ascend"]
    ) {
      lifetime(
        repeated(#""1h","#, 99_999, between: #"{"distribution":"at","times":["#, and: #""1s"]}"#))
    },
    BadInput("800,000 instants", tells: ["1:125: /faults/0/lifetime/times: has 800000 elements"]) {
      lifetime(
        repeated(#""1h","#, 799_999, between: #"{"distribution":"at","times":["#, and: #""1s"]}"#))
    },
  ]

  /// Texts that are deep.
  static let depths: [BadInput] = [
    BadInput("lists 100,000 deep", tells: ["1:129: nested more than 128 levels deep"]) {
      repeated("[", 100_000)
    },
    BadInput("objects 100,000 deep", tells: ["1:641: nested more than 128 levels deep"]) {
      repeated(#"{"a":"#, 100_000)
    },
    BadInput("mixtures 100 deep", tells: ["1:2304: nested more than 128 levels deep"]) {
      lifetime(repeated(mixture, 100, and: "1" + String(repeating: "}]}", count: 100)))
    },
    BadInput(
      "a mistake in mixtures 30 deep", schema: .refuses,
      tells: ["1:1686: /faults/0/lifetime/parts/0/law/parts/0/law/parts/0/law/parts/0/law/parts"]
    ) {
      lifetime(repeated(mixture, 30, and: "1" + String(repeating: "}]}", count: 30)))
    },
  ]

  private static let mixture = #"{"distribution":"mixture","parts":[{"weight":1,"law":"#

  /// A scenario without its last brace.
  private static let scenario = #"{"name":"a","horizon":"1d","cluster":{"nodes":1}"#

  private static func repeated(
    _ piece: String, _ count: Int, between start: String = "", and end: String = ""
  ) -> [UInt8] {
    Array((start + String(repeating: piece, count: count) + end).utf8)
  }

  /// A scenario of one fault class with this lifetime.
  private static func lifetime(_ law: [UInt8]) -> [UInt8] {
    Array((scenario + #","faults":[{"name":"a","per":"job","lifetime": "#).utf8) + law + "}]}".utf8
  }
}
