/// A published figure that a scenario is known not to agree with, and the reason.
public struct KnownDisagreement: Sendable, Equatable {
  /// The figure, as `reference:figure`.
  public let figure: String
  /// Why it does not agree, for people.
  public let why: String

  /// States that a figure does not agree.
  public init(figure: String, why: String) {
    self.figure = figure
    self.why = why
  }
}
