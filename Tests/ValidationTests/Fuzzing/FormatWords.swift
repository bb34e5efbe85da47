import ScenarioFormat

/// The words of the format, from its JSON Schema, and values at the edge of what it allows.
struct FormatWords {
  /// Keys of all objects, with those that are refused for now.
  private(set) var keys: [String] = []
  /// Keys that can be given in this version.
  private(set) var knownKeys: [String] = []
  /// Words that certain keys ask for.
  private(set) var values: [String] = []

  init() {
    gather(scenarioSchema())
  }

  private mutating func gather(_ schema: JSONValue) {
    switch schema {
    case .array(let elements): for element in elements { gather(element) }
    case .object(let members):
      for (key, value) in members {
        switch (key, value) {
        case ("properties", .object(let properties)):
          for (key, value) in properties {
            keys.append(key)
            if value["not"] == nil { knownKeys.append(key) }
            gather(value)
          }
        case ("enum", .array(let words)):
          for case .string(let word) in words { values.append(word) }
        case ("const", .string(let word)): values.append(word)
        default: gather(value)
        }
      }
    case .null, .bool, .number, .string: break
    }
  }

  /// Values that are odd, extreme, or meant for elsewhere.
  static let extremes: [JSONValue] =
    [
      .null, .bool(true), .bool(false), .array([]), .object([]), "", "-", ".", "a.b", "../x",
    ] + numbers.map(JSONValue.number) + (durations + sizes + texts).map(JSONValue.string)

  private static let numbers = [
    "0", "-0", "-1", "1", "2", "0.1", "0.2", "1e-6", "1e308", "1e309", "-1e999", "4.9e-324",
    "1e-400",
    "2147483647", "2147483648", "10000000", "10000001", "9007199254740993", "9223372036854775807",
    "99999999999999999999", "1.0000000000000002", "1E+2", "100", "1000", "1024", "1e9",
  ]

  private static let durations = [
    "0s", "1ms", "0.999ms", "1000y", "1000.0000001y", "1e9y", "1e999y", "1e-999s", "5", "5m",
    "-5s", " 5s", "5s ", "5  s", ".5h", "5.h", "٣s", "5é", "9999999999999999999999999y",
    "99999999999999999999999999s", "1h30min", "young", "daly",
  ]

  private static let sizes = [
    "5TB", "0B", "1B", "1000PB", "1000.0000001PB", "1e999PB", "5tb", "5 TiB", "5T", "-5TB",
    "1e-999B", "9999999999999999999999999PiB", "2TB/s", "0B/s", "1B/s", "400Gb/s", "400Gbps",
    "2tb/s", "TB/s",
  ]

  private static let texts = [
    "\u{0}", "\u{7F}", "\u{202E}abc", "\u{2028}", "\u{FEFF}", "\u{E000}", "\u{10FFFF}", "e\u{301}",
    "\"", "\\", "/", "~", "\r\n", String(repeating: "x", count: 65),
    String(repeating: "漢", count: 501), "-name", "name.with.dots", "USd",
  ]
}
