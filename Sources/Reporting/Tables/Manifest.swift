import Experiments
import ScenarioFormat
import Statistics

/// What is needed to make a result again: `manifest.json`.
public struct Manifest: Sendable {
  /// What the first key of a manifest says.
  public static let format = "clustersim-manifest/1"
  /// Name of the file.
  public static let fileName = "manifest.json"

  /// What was carried out. Its threads are left out, as no result depends on them.
  public let plan: ExperimentPlan
  /// Version of the program.
  public let version: String
  /// The command that gives the result, a word an element.
  public let commandLine: [String]
  /// Which parts are missing, in words; nil when the result is whole.
  public let missing: String?
  /// When the result was made, in ISO 8601 and UTC; the only thing in any file that depends on it.
  public let created: String

  /// Creates a manifest; `created` is `Timestamp.now` but for tests.
  public init(
    plan: ExperimentPlan, version: String, commandLine: [String], missing: String? = nil,
    created: String
  ) {
    self.missing = missing
    self.plan = plan
    self.version = version
    self.commandLine = commandLine
    self.created = created
  }

  /// The manifest as JSON.
  public var json: JSONValue {
    .object(
      [
        ("format", .string(Self.format)),
        ("created", .string(created)),
        ("program", .object([("name", "clustersim"), ("version", .string(version))])),
        ("model_version", JSONValue(ModelVersion.current)),
        ("gsl_version", .string(GSLVersion.string)),
        ("command_line", .array(commandLine.map(JSONValue.string))),
        ("kind", .string(plan.kind)),
      ] + variation + [
        ("seed", JSONValue(plan.run.seed)),
        ("replications", JSONValue(plan.run.replications)),
        ("precision", plan.run.precision.map(ExperimentPlan.json) ?? .null),
        ("interval", .string(plan.run.interval.rawValue)),
        // A result is that of all shards.
        ("shard", .null),
        ("missing", missing.map(JSONValue.string) ?? .null),
        (plan.variation == nil ? "scenario_sha256" : "points_sha256", .string(plan.digest)),
        ("scenario", plan.text),
      ])
  }

  private var variation: [(key: String, value: JSONValue)] {
    guard let variation = plan.variation else { return [] }
    return [
      ("vary", .array(variation.vary.map(JSONValue.string))),
      ("zip", .array(variation.zip.map(JSONValue.string))),
    ]
  }
}
