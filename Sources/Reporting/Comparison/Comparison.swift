import ClusterModel
import Experiments
import ScenarioFormat

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
/// - A *value* is no metric of a run: it is told where references are listed, and never compared.
///
/// `Verdict` says what follows from each.
public struct Comparison: Sendable {
  /// The figures, in the order of the references and of the figures in each.
  public let rows: [ComparisonRow]
  /// What is odd about the figures that the scenario says something of.
  public let warnings: [String]

  /// Compares a result with references.
  ///
  /// - Parameters:
  ///   - calibratedOn: the figures that the scenario was fitted to, each as
  ///     `<reference>:<figure id>`; all others are predicted.
  ///   - knownDisagreements: the figures that it is known not to agree with, and why.
  public init(
    result: RunResult, references: [Reference], calibratedOn: [String],
    knownDisagreements: [KnownDisagreement] = []
  ) {
    let comparer = FigureComparer(result: result)
    var rows: [ComparisonRow] = []
    for reference in references {
      rows += reference.figures.compactMap { figure in
        let name = "\(reference.name):\(figure.id)"
        return comparer.row(
          for: figure, of: reference,
          evidence: calibratedOn.contains(name) ? .calibrated : .predicted,
          explanation: knownDisagreements.first { $0.figure == name }?.why)
      }
    }
    self.rows = rows
    warnings = Self.warnings(
      calibratedOn: calibratedOn, knownDisagreements: knownDisagreements, references: references)
  }

  /// What is odd about the figures that a scenario says it was calibrated on, or is known not to
  /// agree with.
  public static func warnings(
    calibratedOn: [String], knownDisagreements: [KnownDisagreement], references: [Reference]
  ) -> [String] {
    let known = Set(
      references.flatMap { reference in
        reference.figures.filter(\.isComparable).map { "\(reference.name):\($0.id)" }
      })
    func warnings(_ claim: String, _ figures: [String]) -> [String] {
      figures.filter { !known.contains($0) }.map {
        "the scenario says that it \(claim) \"\($0)\", which none of its references has"
      }
    }
    return warnings("is calibrated on", calibratedOn)
      + warnings("does not agree with", knownDisagreements.map(\.figure))
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
