import Reporting
import ScenarioFormat

/// Why a verb could not do its work: the lines for standard error and the exit code (sysexits).
struct Failure: Error {
  /// One line a problem; empty when there is nobody left to tell.
  let lines: [String]
  /// Exit code of the process.
  let exitCode: Int32

  init(_ message: String, exitCode: Int32) {
    lines = [message]
    self.exitCode = exitCode
  }

  /// What is wrong with a scenario.
  init(_ problems: ScenarioProblems) {
    lines = problems.description.split(separator: "\n").map(String.init)
    exitCode = 65
  }

  /// An input that can't be read.
  init(_ error: InputError) {
    self.init(error.description, exitCode: error.exitCode)
  }

  /// An output that can't be written; silent when the reader of a pipe has left.
  init(_ error: OutputError) {
    lines = error.isReaderGone ? [] : [error.description]
    exitCode = error.exitCode
  }

  /// The same problem, said to be that of a point of a sweep unless the line names what varies.
  func of(_ point: [Setting]) -> Failure {
    let values = point.map { TerminalText.plain("\($0.path)=\($0.value)") }.joined(separator: ", ")
    return Failure(
      lines: lines.map {
        $0.hasPrefix("--vary") || $0.hasPrefix("--zip") ? $0 : "\($0) (at \(values))"
      }, exitCode: exitCode)
  }

  init(lines: [String], exitCode: Int32) {
    self.lines = lines
    self.exitCode = exitCode
  }

  /// Whatever went wrong while an experiment was carried out, or its results were read.
  init(anyOf error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as OutputError: self.init(error)
    case let error as InputError: self.init(error)
    case let error as ResultError: self.init(error.description, exitCode: error.exitCode)
    case let error as RecordError: self.init("\(error)", exitCode: error.exitCode)
    default: self.init("\(error)", exitCode: 74)
    }
  }

  /// Longer lines lose their middle: they repeat what somebody gave, and end with the reason.
  private static let longestLine = 900

  /// Prints the problems on standard error.
  func tell() {
    for line in lines { StandardError.write("clustersim: error: \(Self.shortened(line))\n") }
  }

  private static func shortened(_ line: String) -> String {
    guard line.count > longestLine else { return line }
    return line.prefix(longestLine / 2) + "…" + line.suffix(longestLine / 2)
  }
}
