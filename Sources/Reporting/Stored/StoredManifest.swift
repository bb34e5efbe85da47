import ScenarioFormat

/// What `manifest.json` says of how a result is made again.
struct StoredManifest: Decodable, Sendable {
  struct Program: Decodable, Sendable {
    let name: String
    let version: String
  }

  let program: Program
  let modelVersion: Int
  let gslVersion: String
  let commandLine: [String]
  let scenarioSha256: String?
  let pointsSha256: String?
  let missing: String?

  /// The scenario as it was simulated, whole; nil if it can't be read as one any more.
  static func document(of scenario: JSONValue, settings: [Setting]) -> ScenarioDocument? {
    try? ScenarioReader.read(
      ScenarioSource(name: Manifest.fileName, bytes: Array(scenario.text().utf8)),
      earlier: settings)
  }

  /// The scenario's text, whole; nil if the manifest has none.
  static func scenarioText(in bytes: [UInt8]) -> JSONValue? {
    guard let node = try? JSONReader.read(bytes, limit: ResultSource.maximumBytes) else {
      return nil
    }
    return JSONValue(node)["scenario"]
  }
}
