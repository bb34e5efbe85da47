import Experiments

/// Scenarios against all published figures that they name: what `validate` tells.
///
/// The comparisons are those of the scenarios' runs; nothing is compared in another way here.
public struct ValidationReport: Sendable {
  /// One scenario and the figures that it is compared with.
  public struct Part: Sendable {
    /// Name of the scenario.
    public let name: String
    /// Its name for people.
    public let title: String
    /// The figures.
    public let comparison: Comparison

    /// Takes the comparison of a run.
    public init(_ report: RunReport) {
      name = report.document.name
      title = report.document.title
      comparison = report.comparison
    }
  }

  /// A published figure that no scenario is compared with.
  public struct OpenFigure: Sendable {
    /// Name of its reference.
    public let reference: String
    /// Publisher and title.
    public let title: String
    /// The figure.
    public let figure: Figure
  }

  /// The scenarios, in the order in which they were run.
  public let parts: [Part]
  /// How often, and by which seed, they were simulated.
  public let settings: RunSettings
  /// The figures that none of them simulates, of all that ship; nil if not all scenarios were run.
  public let openFigures: [OpenFigure]?

  /// Puts scenarios together.
  ///
  /// - Parameter library: all references that ship; nil if not all scenarios were run.
  public init(_ parts: [Part], settings: RunSettings, library: [Reference]?) {
    self.parts = parts
    self.settings = settings
    let simulated = Set(
      parts.flatMap(\.comparison.rows).filter { $0.simulated != nil }.map(\.identifier))
    openFigures = library.map { references in
      references.flatMap { reference in
        reference.figures.filter { !simulated.contains("\(reference.name):\($0.id)") }.map {
          OpenFigure(
            reference: reference.name, title: "\(reference.publisher), \($0.title)", figure: $0)
        }
      }
    }
  }

  /// What the comparisons come to, counted.
  public var summary: ValidationSummary {
    ValidationSummary(parts.flatMap(\.comparison.rows))
  }

  /// What has to be looked at, a line each: a disagreement that no scenario explains, and an
  /// explanation of what agrees.
  public var problems: [String] {
    parts.flatMap { part in
      part.comparison.rows.filter(\.standing.isProblem).map { row in
        let figure = "\(part.name): \(row.title) (\(row.identifier))"
        return row.standing == .disagrees
          ? "\(figure) \(row.verdictText), and the scenario does not say why"
          : "\(figure) is among its known_disagreements, but \(row.verdictText)"
      }
    }
  }
}

extension ComparisonRow {
  /// The figure as scenarios name it: `reference:figure`.
  public var identifier: String { "\(reference):\(figure.id)" }
}
