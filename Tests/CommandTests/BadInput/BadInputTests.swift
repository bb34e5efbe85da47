import Foundation
import Testing

@Suite("Bad input") struct BadInputTests {
  /// Of a process, in bytes.
  private static let mostMemory = 200_000_000
  /// Of a process of a release build, in seconds.
  private static let mostTime = 2.0

  @Test("The scenario that the tables change is a good one")
  func startsFromGood() throws {
    let folder = try TemporaryFolder()
    try folder.write(BadInput.good, to: BadInput.file)
    let outcome = try Command.run(
      "run", BadInput.file, "--replications", "30", "--set", "horizon=1d", "--set",
      "maintenance.every=1h", "--no-files", "--quiet", in: folder)
    #expect(outcome == Command.Outcome(exitCode: 0, output: "", errors: ""))
  }

  @Test("is told in one line a problem, with its exit code, and leaves nothing", arguments: all)
  func isRefused(input: BadInput) throws {
    let folder = try TemporaryFolder()
    try input.prepare(folder)
    let before = try folder.contents
    let (outcome, end) = try Command.measure(
      input.arguments, in: folder,
      input: URL(filePath: input.input, relativeTo: folder.url).absoluteURL.path)
    #expect(outcome.exitCode == input.exitCode)
    #expect(outcome.output.isEmpty)
    expectLines(of: outcome, tell: input)
    #expect(try folder.contents == before)
    // A child's peak counts from that of the tests, see `ChildProcess.End`.
    #expect(end.peakMemory <= max(Self.mostMemory, ChildProcess.ownPeakMemory))
    if Command.isChosen { #expect(end.processorSeconds <= Self.mostTime) }
  }

  private func expectLines(of outcome: Command.Outcome, tell input: BadInput) {
    let errors = outcome.errorLines.filter { $0.hasPrefix("clustersim: error: ") }
    let warnings = outcome.errorLines.filter { $0.hasPrefix("clustersim: warning: ") }
    #expect(errors.count == input.lines)
    #expect(errors.count + warnings.count == outcome.errorLines.count, "\(outcome.errors)")
    for (line, problem) in zip(errors, input.problems) {
      #expect(line.hasPrefix("clustersim: error: \(problem)"), "expected: \(problem)")
    }
    #expect(outcome.errors.hasSuffix("\n"))
    for line in outcome.errorLines {
      #expect(line.unicodeScalars.count <= 1000)
      #expect(line.unicodeScalars.allSatisfy(Self.isHarmless), "\(line)")
    }
  }

  /// Whether a terminal only shows it: neither a control character nor a mark that hides or turns
  /// text.
  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }

  /// All tables.
  static let all =
    BadInput.syntax + BadInput.encodings + BadInput.types + BadInput.ranges + BadInput.units
    + BadInput.contradictions + BadInput.words + BadInput.hostile + BadInput.sizes + BadInput.depths
    + BadInput.commandLines + BadInput.settings + BadInput.files + BadInput.bases
    + BadInput.refusals + BadInput.hazards + BadInput.hazardsTogether + BadInput.checkpoints
    + BadInput.transfers + BadInput.policies + BadInput.policiesTogether
}
