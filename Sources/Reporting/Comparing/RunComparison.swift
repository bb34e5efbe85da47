import Experiments
import Statistics

/// Runs side by side: what each is more or less than the first.
///
/// Runs of one seed and model version met the same random numbers, whatever differs between them:
/// their differences are taken replication by replication. Others are independent, and their means
/// are compared by Welch's t.
public struct RunComparison: Sendable {
  /// More would need another name than a letter.
  public static let mostRuns = 26

  /// The runs; the first one is what the others are compared with.
  let runs: [ComparedRun]
  /// The other runs against the first.
  let changes: [RunChange]
  /// What was done differently.
  let differences: SetupDifferences
  /// The published figures that one of the runs was compared with.
  let figures: [ComparedFigures]
  /// What a reader should mind.
  public let warnings: [String]

  /// Compares two runs or more.
  ///
  /// - Throws: when a file of one can't be read or makes no sense.
  public init(_ stored: [StoredRun]) throws {
    precondition(stored.count > 1, "one run is beside nothing")
    runs = ComparedRun.labelled(stored)
    let baseline = stored[0]
    let metrics = baseline.result.metrics.keys.sorted()
    let isPairedWith = stored.map { $0.hasRandomNumbers(of: baseline) }
    let values = isPairedWith.dropFirst().contains(true) ? try baseline.values(of: metrics) : nil
    var changes: [RunChange] = []
    for (place, run) in stored.enumerated().dropFirst() {
      let others = values != nil && isPairedWith[place] ? try run.values(of: metrics) : nil
      let paired = values.flatMap { values in
        others.map { PairedRuns($0, with: values, interval: run.interval(with: baseline)) }
      }
      changes.append(
        RunChange(
          place, run, less: baseline, paired: paired.flatMap { $0.count > 0 ? $0 : nil }))
    }
    self.changes = changes
    differences = SetupDifferences(stored)
    figures = ComparedFigures.all(of: stored)
    warnings = Self.warnings(runs, changes)
  }

  /// The letter of a run, by its place.
  static func letter(_ place: Int) -> String {
    Unicode.Scalar(UInt32(65 + place)).map(String.init) ?? "?"
  }
}

extension StoredRun {
  /// Whether both drew from the same streams.
  func hasRandomNumbers(of other: StoredRun) -> Bool {
    result.seed == other.result.seed && manifest.modelVersion == other.manifest.modelVersion
  }

  /// How intervals of differences are computed: as those of both runs are.
  fileprivate func interval(with other: StoredRun) -> MeanInterval {
    result.interval == other.result.interval
      ? MeanInterval(rawValue: result.interval) ?? .student : .student
  }
}
