/// One published figure beside what the simulation makes of it.
public struct ComparisonRow: Sendable {
  /// What agreement with a figure is worth.
  public enum Evidence: String, Sendable, CaseIterable {
    /// The scenario was fitted to the figure: agreement is no evidence.
    case calibrated
    /// The scenario was made without the figure: agreement is evidence.
    case predicted
  }

  /// Where the simulation's interval and p-value come from.
  public enum Basis: String, Sendable, CaseIterable {
    /// The replications, whose exposure is that of the figure within 0.1 % (or which needs none).
    case replications
    /// A Poisson law about the mean, scaled to the exposure of the figure by GPU-days.
    case poisson
    /// Pearson's chi-square test, the mean counts of the replications being the expected ones.
    case chiSquare = "chi_square"
  }

  /// What was simulated, in the unit of the figure.
  public struct Simulated: Sendable {
    /// Mean over replications.
    public var mean: Double
    /// 5 % and 95 % quantiles of what one run may show; nil for counts by class.
    public var interval90: ClosedRange<Double>?
    /// Where the interval and the p-value come from.
    public var basis: Basis
    /// Two-sided predictive p-value, or that of the chi-square test; nil for a bound.
    public var pValue: Double?
    /// Share of the replications for which a bound holds; nil for all else.
    public var shareHolding: Double?
    /// Statistic and degrees of freedom of the chi-square test; nil for all else.
    public var chiSquare: (statistic: Double, degreesOfFreedom: Int)?
  }

  /// Name of the reference.
  public let reference: String
  /// Publisher and title of the figure: "Meta, 419 unexpected".
  public let title: String
  /// The figure.
  public let figure: Figure
  /// Unit of all values: that of the metric, or `count` or `ratio`.
  public let unit: String
  /// What was observed: a number, the sum of a list of counts, or a limit.
  public let observed: Double
  /// Exact 95 % Poisson (Garwood) interval of a count; for a rounded number all that round to it;
  /// nil for a list of counts and for a bound.
  public let observedInterval: ClosedRange<Double>?
  /// Whether observed and simulated values belong to the same exposure, or need none.
  public let hasSameExposure: Bool
  /// What was simulated; nil if the scenario has not what the figure counts.
  public let simulated: Simulated?
  /// What agreement is worth.
  public let evidence: Evidence
  /// What the comparison came to.
  public let verdict: Verdict
  /// Why the two are known not to agree, in the scenario's words; nil if that is not known.
  public let explanation: String?

  /// Simulated over observed, minus one; nil where either is missing or the observed one is 0.
  public var relativeDifference: Double? {
    guard let simulated, observed != 0 else { return nil }
    return simulated.mean / observed - 1
  }
}
