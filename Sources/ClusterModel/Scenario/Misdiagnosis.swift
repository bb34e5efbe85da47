import Statistics

/// How often a diagnosis goes wrong: the node that has the fault stays in the job.
///
/// Concerns faults that hit the job and need a repair.
public struct Misdiagnosis: Sendable, Equatable {
  /// Probability that no node is blamed.
  public var missed: Double
  /// Probability that another node of the job is sent to repair.
  public var wrong: Double
  /// Training after a restart until the fault that is still there strikes again, in seconds.
  public var recurs: Lifetime

  /// Every diagnosis is right.
  public static let never = Misdiagnosis(missed: 0, wrong: 0, recurs: .zero)

  /// Creates the chances of a diagnosis; `missed` and `wrong` together are at most 1.
  public init(missed: Double, wrong: Double, recurs: Lifetime) {
    precondition(missed >= 0 && wrong >= 0 && missed + wrong <= 1)
    self.missed = missed
    self.wrong = wrong
    self.recurs = recurs
  }
}
