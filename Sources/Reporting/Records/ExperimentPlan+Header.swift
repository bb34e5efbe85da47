import Experiments
import Statistics
import ScenarioFormat

extension ExperimentPlan {
  /// Plans an experiment again from what a file of records tells of it.
  ///
  /// - Parameter threads: does not change the result.
  /// - Throws: `BadPlan` if this version of the program reads the scenario otherwise.
  public init(_ header: RecordHeader, threads: Int) throws {
    let identity = header.identity
    guard let settings = identity["settings"]?.texts, let vary = identity["vary"]?.texts,
      let zip = identity["zip"]?.texts, let run = Self.runSettings(identity, threads: threads)
    else { throw BadPlan() }
    let source = ScenarioSource(name: "the recorded scenario", bytes: Array(header.text.line.utf8))
    let all = try settings.map { text throws(Diagnostic) in try Setting(text) }
    func read(_ point: [Setting]) throws(ScenarioProblems) -> ScenarioDocument {
      try ScenarioReader.read(source, settings: point, earlier: all)
    }
    if identity["kind"] == "run" {
      self.init(try read([]), run: run)
    } else {
      try self.init(
        text: header.text, settings: all, variation: Variation(vary: vary, zip: zip),
        grid: SweepGrid(vary: vary, zip: zip), run: run, read: read)
    }
    guard self.identity == identity else { throw BadPlan() }
  }

  /// A header from which the experiment that it names does not follow.
  public struct BadPlan: Error {}

  private static func runSettings(_ identity: JSONValue, threads: Int) -> RunSettings? {
    guard let seed = identity["seed"]?.numberText.flatMap(UInt64.init),
      let replications = identity["replications"]?.numberText.flatMap({ Int($0) }),
      1...RunSettings.mostReplications ~= replications,
      let interval = identity["interval"]?.string.flatMap(MeanInterval.init(rawValue:))
    else { return nil }
    return RunSettings(
      replications: replications, seed: seed, threads: threads, interval: interval,
      precision: identity["precision"].flatMap(precision))
  }

  private static func precision(_ value: JSONValue) -> Precision? {
    guard let metric = value["metric"]?.string,
      let relative = value["relative"]?.numberText.flatMap({ Double($0) }),
      relative > 0, relative < 1
    else { return nil }
    return Precision(metric: metric, rule: SequentialRule(relativePrecision: relative))
  }
}

extension JSONValue {
  /// A text.
  var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// A number as it is written.
  var numberText: String? {
    guard case .number(let text) = self else { return nil }
    return text
  }

  /// A list of texts.
  var texts: [String]? {
    guard case .array(let elements) = self else { return nil }
    let texts = elements.compactMap(\.string)
    return texts.count == elements.count ? texts : nil
  }
}
