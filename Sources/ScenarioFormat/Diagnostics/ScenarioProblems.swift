/// All that is wrong with a scenario, told in one go.
public struct ScenarioProblems: Error, Sendable, CustomStringConvertible {
  /// More problems than this are only counted.
  public static let mostTold = 20

  /// The first problems, in the order of the text; never empty, at most `mostTold`.
  public let diagnostics: [Diagnostic]
  /// How many problems there are in all.
  public let count: Int

  /// A problem a line, and a last line that counts those which are left out.
  public var description: String {
    let untold = count - diagnostics.count
    let rest = untold == 0 ? [] : ["and \(untold) more \(untold == 1 ? "problem" : "problems")"]
    return (diagnostics.map(\.description) + rest).joined(separator: "\n")
  }
}

/// Gathers the problems and the warnings of a scenario.
struct ProblemList {
  /// What the scenario is made of, for messages.
  var layers: Layers
  private var errors: [(place: Place, diagnostic: Diagnostic)] = []
  private(set) var errorCount = 0
  private(set) var warnings: [Diagnostic] = []

  init(layers: Layers) {
    self.layers = layers
  }

  /// Notes a problem; the message is put together only if it will be told.
  mutating func error(_ place: Place, _ message: @autoclosure () -> String) {
    errorCount += 1
    guard errors.count < ScenarioProblems.mostTold else { return }
    errors.append((place, Diagnostic(layers, place, message: message())))
  }

  /// Notes what is odd but possible.
  mutating func warning(_ place: Place, _ message: @autoclosure () -> String) {
    guard warnings.count < ScenarioProblems.mostTold else { return }
    warnings.append(Diagnostic(layers, place, message: message(), severity: .warning))
  }

  /// Whether the scenario can be used.
  var isEmpty: Bool { errorCount == 0 }

  /// The problems in the order of the texts: those of the scenario, of what it extends, and of the
  /// settings.
  var all: ScenarioProblems {
    let ordered = errors.enumerated().sorted { left, right in
      let (a, b) = (left.element.place.origin, right.element.place.origin)
      return (Self.rank(a), a.position.line, a.position.column, left.offset)
        < (Self.rank(b), b.position.line, b.position.column, right.offset)
    }
    return ScenarioProblems(diagnostics: ordered.map(\.element.diagnostic), count: errorCount)
  }

  private static func rank(_ origin: Origin) -> Int32 {
    origin.layer > 0 ? .max : -origin.layer
  }
}
