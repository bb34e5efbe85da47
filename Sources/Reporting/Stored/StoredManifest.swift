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

  /// Refuses a manifest of another result: of a scenario with another name, or another text than
  /// its digest is of.
  func checkScenario(
    _ text: JSONValue?, named name: String, path: String
  ) throws(ResultError) {
    guard let text else { return }
    guard case .string(name)? = text["name"] else {
      throw ResultError("\(path): /scenario/name: is not \"\(name)\", as in result.json")
    }
    guard let digest = scenarioSha256 else { return }
    guard Digest.text(of: Array(text.canonicalText().utf8)) == digest else {
      throw ResultError("\(path): /scenario: is not the one that scenario_sha256 is of")
    }
  }

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
