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

/// Gathers the problems and the warnings of one file.
struct ProblemList {
  /// Name of the file, for messages.
  let file: String
  private(set) var errors: [Diagnostic] = []
  private(set) var errorCount = 0
  private(set) var warnings: [Diagnostic] = []

  init(file: String) {
    self.file = file
  }

  /// Notes a problem; the message is put together only if it will be told.
  mutating func error(_ place: Place, _ message: @autoclosure () -> String) {
    errorCount += 1
    guard errors.count < ScenarioProblems.mostTold else { return }
    errors.append(Diagnostic(file: file, place: place, message: message()))
  }

  /// Notes what is odd but possible.
  mutating func warning(_ place: Place, _ message: @autoclosure () -> String) {
    guard warnings.count < ScenarioProblems.mostTold else { return }
    warnings.append(
      Diagnostic(file: file, place: place, message: message(), severity: .warning))
  }

  /// Whether the scenario can be used.
  var isEmpty: Bool { errorCount == 0 }

  /// The problems in the order of the text, those of the command line last.
  var all: ScenarioProblems {
    let ordered = errors.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      return (a.line ?? Int.max, a.column ?? Int.max, left.offset)
        < (b.line ?? Int.max, b.column ?? Int.max, right.offset)
    }
    return ScenarioProblems(diagnostics: ordered.map(\.element), count: errorCount)
  }
}
