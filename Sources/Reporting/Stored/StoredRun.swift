import Experiments
import ScenarioFormat

/// A run as its files tell it.
///
/// Pages and comparisons are made from this alone, so that they come out the same of a run just
/// made and of one read back.
public struct StoredRun: Sendable {
  /// `result.json`.
  struct Result: Decodable, Sendable {
    let scenario: String
    let title: String
    let settings: [String: String]
    let seed: UInt64
    let replications: Int
    let interval: String
    let metrics: [String: StoredMetric]
    let badput: [Badput]
    let faults: [Fault]
    let comparison: [ComparedFigure]
    let warnings: [String]
  }

  /// Time in which the job did not get on.
  struct Badput: Decodable, Sendable {
    let state: String
    let title: String
    let hours: Double
    let share: Double
    let gpuHours: Double
    let cost: Double?
    let goodputName: String?
  }

  /// A fault class.
  struct Fault: Decodable, Sendable {
    let name: String
    let title: String
    let category: String
    let count: StoredSummary
    let share: Double?
    let published: Int?
    let kind: String?
  }

  /// A published figure beside the simulation.
  struct ComparedFigure: Decodable, Sendable {
    let reference: String
    let figure: String
    let title: String
    let source: String
    let metric: String?
    let bound: String?
    let unit: String
    let observed: Double
    let observedInterval: [Double]?
    let simulated: Double?
    let simulatedInterval: [Double]?
    let basis: String?
    let pValue: Double?
    let chiSquare: Double?
    let degreesOfFreedom: Int?
    let shareHolding: Double?
    let kind: String
    let verdict: String
    let firstHand: Bool
    let explanation: String?
  }

  /// Where its files are.
  public let source: ResultSource
  let result: Result
  let manifest: StoredManifest
  /// The scenario's text as it was simulated; nil if the manifest has none.
  let scenarioText: JSONValue?
  /// The scenario; nil if this program can't read it any more.
  let document: ScenarioDocument?

  /// Name of the scenario.
  public var name: String { result.scenario }

  init(_ source: ResultSource, json: [UInt8]) throws {
    self.source = source
    let file = "\(source.place)/result.json"
    result = try ResultDecoder.decode(Result.self, from: json, of: file)
    let path = "\(source.place)/\(Manifest.fileName)"
    guard let bytes = try source.bytes(of: Manifest.fileName) else {
      throw ResultError("\(path): is missing")
    }
    manifest = try ResultDecoder.decode(StoredManifest.self, from: bytes, of: path)
    let settings = result.settings.sorted { $0.key < $1.key }.compactMap {
      try? Setting(path: $0.key, value: $0.value)
    }
    scenarioText = StoredManifest.scenarioText(in: bytes)
    try manifest.checkScenario(scenarioText, named: result.scenario, path: path)
    document = scenarioText.flatMap { StoredManifest.document(of: $0, settings: settings) }
  }

  /// Name of the scenario as tables have it.
  var csvName: String { CSVTable.Cell.defused(name) }

  /// The summary of a metric; nil if the scenario has no such metric.
  func summary(_ metric: String) -> StoredSummary? { result.metrics[metric]?.summary }

  /// The mean of a metric.
  func mean(_ metric: String) -> Double? { summary(metric)?.mean }
}

/// A result that was read: of a run or of a sweep.
public enum StoredResult: Sendable {
  case run(StoredRun)
  case sweep(StoredSweep)

  /// Refuses an output that would be written over one of its files.
  public func checkOutput(_ path: String) throws {
    let (place, isSweep) =
      switch self {
      case .run(let run): (run.source.place, false)
      case .sweep(let sweep): (sweep.source.place, true)
      }
    try OutputFile.check(
      path, besides: ExperimentReport.fileNames(isSweep: isSweep, withCharts: true),
      in: OutputFolder(creating: place))
  }

  private struct Header: Decodable {
    let format: String
  }

  /// Reads `result.json` and `manifest.json`; other files are read when they are asked for.
  public init(_ source: ResultSource) throws {
    let file = "\(source.place)/result.json"
    guard let bytes = try source.bytes(of: "result.json") else {
      throw ResultError("\(file): is missing")
    }
    switch try ResultDecoder.decode(Header.self, from: bytes, of: file).format {
    case RunReport.resultFormat: self = .run(try StoredRun(source, json: bytes))
    case SweepReport.resultFormat: self = .sweep(try StoredSweep(source, json: bytes))
    case let format: throw ResultError("\(file): /format: \"\(format)\" is not known here")
    }
  }
}
