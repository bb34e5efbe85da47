import Experiments
import ScenarioFormat
import Statistics

/// The first line of a file of records: which experiment its batches are of.
public struct RecordHeader: Sendable {
  /// What the first key says.
  public static let format = "clustersim-records/1"

  /// The experiment (see `ExperimentPlan.identity`).
  public let identity: JSONValue
  /// Which part of it the file holds.
  public let shard: Shard
  /// The text of the scenario, from which the experiment is planned again.
  let text: JSONValue
  /// The command that gives the whole result.
  let commandLine: [String]

  /// The header of a shard of a planned experiment.
  public init(_ plan: ExperimentPlan, shard: Shard, commandLine: [String]) {
    identity = plan.identity
    text = plan.text
    self.shard = shard
    self.commandLine = commandLine
  }

  /// The text of the members of its line.
  var members: String {
    let object = JSONValue.object([
      ("format", .string(Self.format)),
      ("identity", identity),
      ("shard", .string(shard.description)),
      ("command_line", .array(commandLine.map(JSONValue.string))),
      ("columns", .array(OutcomeColumn.all.map { .string($0.name) })),
      ("scenario", text),
    ])
    return String(object.line.dropFirst().dropLast())
  }

  /// Identifies the experiment's lines.
  var key: String { Digest.text(of: Array(identity.line.utf8)) }

  /// Reads a header; nil if it is none.
  init?(_ node: JSONNode) {
    guard node["format"]?.text == Self.format, let identity = node["identity"],
      let shard = node["shard"]?.text.flatMap(Shard.init), let text = node["scenario"],
      let commandLine = node["command_line"]?.texts,
      node["columns"]?.texts == OutcomeColumn.all.map(\.name)
    else { return nil }
    self.identity = JSONValue(identity)
    self.shard = shard
    self.text = JSONValue(text)
    self.commandLine = commandLine
  }

  /// How another experiment differs from this one, in words; nil if it is the same.
  func difference(from other: JSONValue) -> String? {
    guard identity != other else { return nil }
    for (name, title) in Self.titles {
      let (mine, theirs) = (identity[name], other[name])
      guard mine != theirs else { continue }
      // Digests tell people nothing.
      return name == "scenario_sha256"
        ? title : "\(title) (\(Self.text(mine)), not \(Self.text(theirs)))"
    }
    return "another experiment"
  }

  /// With which other version of the model or of GSL the records were made; nil if with this one.
  var differenceOfVersions: String? {
    let versions: [(String, JSONValue)] = [
      ("model_version", JSONValue(ModelVersion.current)),
      ("gsl_version", .string(GSLVersion.string)),
    ]
    return versions.first { identity[$0.0] != $0.1 }.map { name, mine in
      "version \(Self.text(identity[name])) of \(name == "gsl_version" ? "GSL" : "the model")"
        + ", not \(Self.text(mine))"
    }
  }

  private static let titles = [
    ("kind", "another kind of experiment"), ("name", "another scenario"),
    ("model_version", "another version of the model"), ("gsl_version", "another version of GSL"),
    ("settings", "other settings"), ("vary", "other values of --vary"),
    ("zip", "other values of --zip"), ("seed", "another seed"),
    ("replications", "another number of replications"), ("precision", "another precision"),
    ("interval", "other intervals"), ("scenario_sha256", "another scenario"),
  ]

  private static func text(_ value: JSONValue?) -> String {
    guard let text = value?.line else { return "none" }
    return text.count > 60 ? "\(text.prefix(60))…" : text
  }
}

extension Shard {
  /// Reads a shard as it is written: `2/4`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]) else { return nil }
    self.init(index: index, count: count)
  }
}
