import ScenarioFormat

/// What was done differently in the runs of a comparison.
struct SetupDifferences: Sendable {
  /// One thing that differs.
  struct Difference: Sendable, Equatable {
    /// A path of the scenario, or what else it is: `seed`, `replications` …
    let path: String
    /// The value in each run, as it was written; nil where there is none.
    let values: [String?]
  }

  /// What was run how often: title, seed, replications, interval, version of the model.
  let runs: [Difference]
  /// Paths at which the scenarios differ; what was set on the command line is in them. Nil if a
  /// manifest does not tell its scenario.
  let scenarios: [Difference]?
  /// What was set on the command line.
  let settings: [Difference]

  init(_ runs: [StoredRun]) {
    self.runs = Self.differing([
      ("title", runs.map(\.result.title)),
      ("seed", runs.map { String($0.result.seed) }),
      ("replications", runs.map { String($0.result.replications) }),
      ("interval", runs.map(\.result.interval)),
      ("model_version", runs.map { String($0.manifest.modelVersion) }),
    ])
    let paths = Set(runs.flatMap(\.result.settings.keys)).sorted()
    settings = Self.differing(paths.map { path in (path, runs.map { $0.result.settings[path] }) })
    let texts = runs.compactMap(\.scenarioText)
    scenarios =
      texts.count == runs.count ? ScenarioDifferences(texts).differences : nil
  }

  /// What of the scenarios is told: their texts, or the settings where these are not known.
  var changes: [Difference] { scenarios ?? settings }

  private static func differing(_ entries: [(String, [String?])]) -> [Difference] {
    entries.filter { Set($0.1).count > 1 }.map { Difference(path: $0.0, values: $0.1) }
  }
}
