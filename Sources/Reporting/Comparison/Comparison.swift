import ClusterModel
import Experiments

/// The published figures that a scenario names, each beside what the simulation makes of it.
///
/// - A *count* is compared with what a run of the same exposure shows. When the scenario's job has
///   the figure's exposure (GPU-days, within 0.1 %), that is the distribution over replications;
///   otherwise a Poisson law about the scaled mean. The observation has its exact Garwood interval.
/// - *Counts by class* are compared by Pearson's chi-square test of their mix.
/// - A *share* or a *rate* is compared over replications, as it is: shares and rates need no
///   scaling, but their spread is that of the scenario's own exposure.
/// - A *bound* holds in a share of the replications.
///
/// `Verdict` says what follows from each.
public struct Comparison: Sendable {
  /// The figures, in the order of the references and of the figures in each.
  public let rows: [ComparisonRow]
  /// What is odd about the scenario's list of figures it was calibrated on.
  public let warnings: [String]

  /// Compares a result with references.
  ///
  /// - Parameter calibratedOn: the figures that the scenario was fitted to, each as
  ///   `<reference>:<figure id>`; all others are predicted.
  public init(result: RunResult, references: [Reference], calibratedOn: [String]) {
    let comparer = FigureComparer(result: result)
    var rows: [ComparisonRow] = []
    for reference in references {
      for figure in reference.figures {
        let isCalibrated = calibratedOn.contains("\(reference.name):\(figure.id)")
        rows.append(
          comparer.row(
            for: figure, of: reference, evidence: isCalibrated ? .calibrated : .predicted))
      }
    }
    self.rows = rows
    warnings = Self.warnings(calibratedOn: calibratedOn, references: references)
  }

  /// What is odd about a list of figures that a scenario says it was calibrated on.
  public static func warnings(calibratedOn: [String], references: [Reference]) -> [String] {
    let known = Set(
      references.flatMap { reference in reference.figures.map { "\(reference.name):\($0.id)" } })
    return calibratedOn.filter { !known.contains($0) }.map {
      "the scenario says that it is calibrated on \"\($0)\", which none of its references has"
    }
  }

  /// What was published about one fault class, if a list of counts by class has the exposure of
  /// the scenario, so that the two numbers can stand side by side.
  public struct PublishedCount: Sendable, Equatable {
    /// How many were observed.
    public let observed: Int
    /// What agreement is worth.
    public let evidence: ComparisonRow.Evidence
  }

  /// What was published about a fault class; nil if nothing was, or for another exposure.
  public func published(fault: String) -> PublishedCount? {
    for row in rows where row.hasSameExposure {
      guard case .counts(let classes, _) = row.figure.kind,
        let match = classes.first(where: { $0.fault == fault })
      else { continue }
      return PublishedCount(observed: match.observed, evidence: row.evidence)
    }
    return nil
  }
}
