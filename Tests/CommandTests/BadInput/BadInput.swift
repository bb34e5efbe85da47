import Foundation
import Testing

/// An input that is refused, and what has to be said about it.
struct BadInput: Sendable, CustomTestStringConvertible {
  /// What the JSON Schema can know of it.
  enum Schema: Sendable {
    case refuses
    /// It is left to the reader: ranges of durations, names that must exist, sums that must fit.
    case accepts
    /// It is no JSON text, or not the scenario is what is wrong.
    case isNotAsked
  }

  /// The name of the scenario's file.
  static let file = "scenario.json"

  /// What kind of mistake it is.
  let kind: String
  /// Puts the scenario, and what else there is, into the folder of the run.
  let prepare: @Sendable (TemporaryFolder) throws -> Void
  let arguments: [String]
  /// The file that is standard input.
  let input: String
  let exitCode: Int32
  /// What the first lines on standard error begin with, after `clustersim: error: `.
  let problems: [String]
  /// How many such lines there are.
  let lines: Int
  let schema: Schema

  var testDescription: String { kind }

  init(
    _ kind: String, _ arguments: [String], input: String = "/dev/null", exitCode: Int32,
    lines: Int = 1, schema: Schema = .isNotAsked, tells problems: [String],
    prepare: @escaping @Sendable (TemporaryFolder) throws -> Void = { try $0.write(good, to: file) }
  ) {
    self.kind = kind
    self.prepare = prepare
    self.arguments = arguments
    self.input = input
    self.exitCode = exitCode
    self.problems = problems
    self.lines = lines
    self.schema = schema
  }
}

// MARK: Scenarios

extension BadInput {
  /// The scenario that the tables change.
  static let good = """
    {
      "name": "base",
      "horizon": "30d",
      "cluster": { "nodes": 512, "gpus_per_node": 8, "spare_nodes": 4, "spares_powered": true },
      "faults": [
        { "name": "gpu", "per": "gpu", "takes_down": "node", "repair": "swap",
          "lifetime": { "distribution": "weibull", "shape": 0.75, "mean": "50000h" } }
      ],
      "repair": { "routes": { "swap": [ { "stage": "replace", "time": "24h", "fixes": 0.9 } ] } },
      "job": { "nodes": 500 },
      "checkpoint": { "interval": "30min", "save": "10s" },
      "recovery": { "detect": { "crash": "30s" }, "swap": "1min" },
      "maintenance": { "every": "10d", "downtime": "1h" },
      "cost": { "gpu_hour": 2.5, "currency": "USD" }
    }
    """

  /// The good scenario with a piece of it replaced.
  init(
    _ kind: String, _ piece: String, is other: String, _ schema: Schema, tells problems: String...
  ) {
    self.init(kind, schema: schema, tells: problems) {
      try #require(Self.good.split(separator: piece).count == 2, "\(piece) occurs once")
      return Array(Self.good.replacing(piece, with: other).utf8)
    }
  }

  /// The good scenario with these settings.
  static func setting(_ kind: String, _ settings: [String], _ problem: String) -> BadInput {
    BadInput(
      kind, ["run", file] + settings.flatMap { ["--set", $0] }, exitCode: 65, tells: [problem])
  }

  /// A scenario whose text is this.
  init(
    _ kind: String, text: String, _ schema: Schema = .isNotAsked, tells problems: String...
  ) {
    self.init(kind, schema: schema, tells: problems) { Array(text.utf8) }
  }

  /// A scenario of these bytes.
  init(_ kind: String, bytes: [UInt8], tells problem: String) {
    self.init(kind, tells: [problem]) { bytes }
  }

  /// A scenario whose bytes are put together when they are needed.
  init(
    _ kind: String, lines: Int? = nil, schema: Schema = .isNotAsked, tells problems: [String],
    bytes: @escaping @Sendable () throws -> [UInt8]
  ) {
    self.init(
      kind, ["run", Self.file], exitCode: 65, lines: lines ?? problems.count, schema: schema,
      tells: problems.map { "\(Self.file):\($0)" }
    ) { folder in
      try Data(bytes()).write(to: folder.place(Self.file))
    }
  }
}
