import Foundation
import Testing

/// `make coverage` measures the tables of Documentation/Intervals.md anew and prints them.
@Suite("The measured tables of intervals")
struct CoverageTableTests {
  private static let isWanted =
    ProcessInfo.processInfo.environment["CLUSTERSIM_COVERAGE"] == "1"
  private static let experiments = 10_000
  private static let precisions: [(OutputLaw, [Double])] = [
    (.normal, [0.05, 0.02, 0.01, 0.005]), (.exponential, [0.2, 0.1, 0.05]),
    (.lognormal(sigma: 1), [0.2, 0.1]), (.lognormal(sigma: 2), [0.2]),
    (.completion(segments: 1), [0.2, 0.1]), (.completion(segments: 5), [0.1, 0.05]),
    (.worstWait, [0.1, 0.05]), (.rareEvent, [0.3]),
  ]

  private func expectInDocument(_ line: String) throws {
    print(line)
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Documentation/Intervals.md").standardized
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.contains { $0 == line }, "\(line)")
  }

  @Test("Of a given number of values", .enabled(if: isWanted))
  func givenCount() throws {
    for law in OutputLaw.all {
      for count in [30, 100, 1000] {
        let experiment = FixedCountExperiment(law: law, count: count)
        try expectInDocument(experiment.line(experiments: Self.experiments))
      }
    }
  }

  @Test("Of as many values as the sequential rule asks for", .enabled(if: isWanted))
  func sequential() throws {
    for (law, precisions) in Self.precisions {
      for precision in precisions {
        let experiment = SequentialExperiment(law: law, relativePrecision: precision)
        try expectInDocument(experiment.line(experiments: Self.experiments))
      }
    }
  }
}
