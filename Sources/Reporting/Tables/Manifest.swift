import Crypto
import Experiments
import ScenarioFormat
import Statistics

/// What is needed to make a result again: `manifest.json`.
public struct Manifest: Sendable {
  /// What the first key of a manifest says.
  public static let format = "clustersim-manifest/1"

  /// The scenario as it was run.
  public let document: ScenarioDocument
  /// Seed and replications; the threads are left out, as no result depends on them.
  public let settings: RunSettings
  /// Version of the program.
  public let version: String
  /// The command line as given, a word an element.
  public let commandLine: [String]
  /// When the result was made, in ISO 8601 and UTC; the only thing in any file that depends on it.
  public let created: String

  /// Creates a manifest; `created` is `Timestamp.now` but for tests.
  public init(
    document: ScenarioDocument, settings: RunSettings, version: String, commandLine: [String],
    created: String
  ) {
    self.document = document
    self.settings = settings
    self.version = version
    self.commandLine = commandLine
    self.created = created
  }

  /// SHA-256 of the scenario's canonical text, in hexadecimal.
  public var scenarioDigest: String {
    let digest = SHA256.hash(data: Array(document.canonical.canonicalText().utf8))
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The manifest as JSON.
  public var json: JSONValue {
    .object([
      ("format", .string(Self.format)),
      ("created", .string(created)),
      ("program", .object([("name", "clustersim"), ("version", .string(version))])),
      ("gsl_version", .string(GSLVersion.string)),
      ("command_line", .array(commandLine.map(JSONValue.string))),
      ("seed", JSONValue(settings.seed)),
      ("replications", JSONValue(settings.replications)),
      ("shard", .null),
      ("scenario_sha256", .string(scenarioDigest)),
      ("scenario", document.canonical),
    ])
  }
}
