import ClusterModel
import Experiments
import ScenarioFormat
import Statistics

/// A run or a sweep that is to be carried out: its scenarios, and what else decides the result.
///
/// Threads, paths, shards and the time do not: whoever carries the plan out, wherever, comes to the
/// same bytes.
public struct ExperimentPlan: Sendable {
  /// The paths that a sweep varies, in the words of the command line; nil for a run.
  public struct Variation: Sendable, Equatable {
    /// The arguments of `--vary`.
    public let vary: [String]
    /// The arguments of `--zip`.
    public let zip: [String]

    /// Holds the arguments.
    public init(vary: [String], zip: [String]) {
      self.vary = vary
      self.zip = zip
    }
  }

  /// The scenario's text after all that it extends and after `--set`, before any path varies.
  public let text: JSONValue
  /// What was set for all points.
  public let settings: [Setting]
  /// What varies; nil for a run.
  public let variation: Variation?
  /// The points' values, a setting a path; one point without any for a run.
  public let points: [[Setting]]
  /// The first point's scenario as it was read, with its names.
  public let document: ScenarioDocument
  /// The scenarios, one a point.
  public let scenarios: [Scenario]
  /// What is odd about one of the points, each told once.
  public let warnings: [String]
  /// The first two points whose scenarios are written alike; nil if all differ.
  public let samePoints: (Int, Int)?
  /// SHA-256 of the canonical texts of all points' scenarios; of a run that of its scenario.
  public let digest: String
  /// How often, and by which seed, they are simulated.
  public let run: RunSettings

  /// Plans a run.
  public init(_ document: ScenarioDocument, run: RunSettings) {
    text = document.canonical
    settings = document.settings
    variation = nil
    points = [[]]
    self.document = document
    scenarios = [document.scenario]
    warnings = document.warnings.map(\.description)
    samePoints = nil
    digest = Digest.text(of: Array(document.canonical.canonicalText().utf8))
    self.run = run
  }

  /// Plans a sweep; reads the scenario for each of its points.
  ///
  /// - Parameters:
  ///   - settings: what is set for all points.
  ///   - grid: the points.
  ///   - read: the scenario with more settings, which come last.
  public init<Problem: Error>(
    text: JSONValue, settings: [Setting], variation: Variation, grid: SweepGrid, run: RunSettings,
    read: ([Setting]) throws(Problem) -> ScenarioDocument
  ) throws(Problem) {
    self.text = text
    self.settings = settings.lastOfEachPath
    self.variation = variation
    self.run = run
    points = grid.points
    var gathering = PointGathering()
    for point in grid.points { gathering.add(try read(point)) }
    guard let first = gathering.first else { preconditionFailure("a sweep without points") }
    document = first
    scenarios = gathering.scenarios
    warnings = gathering.warnings
    samePoints = gathering.same
    digest = gathering.digest
  }

  /// Name of the scenario.
  public var name: String { document.name }

  /// Names of the files that its results are written to.
  public func fileNames(withCharts: Bool) -> [String] {
    ExperimentReport.fileNames(isSweep: variation != nil, withCharts: withCharts)
  }

  /// What the plan is: `run` or `sweep`.
  public var kind: String { variation == nil ? "run" : "sweep" }

  /// The experiment of a shard.
  public func experiment(_ shard: Shard = .whole) -> Experiment {
    Experiment(points: scenarios, settings: run, shard: shard)
  }

  /// Everything that decides the result, by name.
  ///
  /// Two shards are of one experiment if all members are the same.
  public var identity: JSONValue {
    .object([
      ("kind", .string(kind)),
      ("name", .string(name)),
      ("model_version", JSONValue(ModelVersion.current)),
      ("gsl_version", .string(GSLVersion.string)),
      ("scenario_sha256", .string(digest)),
      ("settings", .array(settings.map { .string("\($0.path)=\($0.value)") })),
      ("vary", .array(variation?.vary.map(JSONValue.string) ?? [])),
      ("zip", .array(variation?.zip.map(JSONValue.string) ?? [])),
      ("seed", JSONValue(run.seed)),
      ("replications", JSONValue(run.replications)),
      ("precision", run.precision.map(Self.json) ?? .null),
      ("interval", .string(run.interval.rawValue)),
    ])
  }

  static func json(_ precision: Precision) -> JSONValue {
    .object([
      ("metric", .string(precision.metric)),
      // To the last digit: it decides where a point ends.
      ("relative", .number(precision.rule.relativePrecision.description)),
    ])
  }
}
