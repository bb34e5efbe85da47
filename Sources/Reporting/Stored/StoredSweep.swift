/// A sweep as its files tell it.
public struct StoredSweep: Sendable {
  /// `result.json`.
  struct Result: Decodable, Sendable {
    let scenario: String
    let title: String
    let settings: [String: String]
    let paths: [String]
    let pathUnits: [String: String?]?
    let seed: UInt64
    let interval: String
    let points: [Point]
    let warnings: [String]
  }

  /// One point.
  struct Point: Decodable, Sendable {
    let point: Int
    let values: [String: String]
    let coordinates: [String: Double?]?
    let replications: Int
    let metrics: [String: StoredPointMetric]
  }

  /// Where its files are.
  public let source: ResultSource
  let result: Result
  let manifest: StoredManifest

  init(_ source: ResultSource, json: [UInt8]) throws {
    self.source = source
    result = try ResultDecoder.decode(
      Result.self, from: json, of: "\(source.place)/result.json")
    let path = "\(source.place)/\(Manifest.fileName)"
    guard let bytes = try source.bytes(of: Manifest.fileName) else {
      throw ResultError("\(path): is missing")
    }
    manifest = try ResultDecoder.decode(StoredManifest.self, from: bytes, of: path)
  }
}

/// A metric at a point of a sweep.
struct StoredPointMetric: Decodable, Sendable {
  let metric: StoredMetric
  /// This point less the first, replication by replication.
  let difference: StoredSummary

  private enum CodingKeys: String, CodingKey {
    case difference
  }

  init(from decoder: any Decoder) throws {
    metric = try StoredMetric(from: decoder)
    difference = try decoder.container(keyedBy: CodingKeys.self)
      .decode(StoredSummary.self, forKey: .difference)
  }
}
