import ScenarioFormat
import Testing

@testable import ClusterModel
@testable import Experiments
@testable import Reporting
@testable import ScenarioFormat

@Suite("Comparisons as they are printed") struct TerminalComparisonTests {
  private func comparison(
    _ label: String = "b", currency: String = "USD"
  ) throws -> RunComparison {
    var scenario = SampleRun.scenario
    scenario.cost = Cost(gpuHour: 2.5, currency: currency)
    return try RunComparison([
      SampleRun.stored("Results/a", SampleRun.files(scenario: scenario)),
      SampleRun.stored(
        "Results/\(label)",
        SampleRun.files(scenario: scenario, outcome: SampleRun.quickerOutcome)),
    ])
  }

  @Test("Better is green and worse is red, and only on a terminal that takes it")
  func coloursVerdicts() throws {
    let comparison = try comparison()
    let style = TerminalReport.Style(isColoured: true)
    let coloured = TerminalComparison(comparison, style: style).report
    #expect(coloured.contains("\u{1B}[32mbetter\u{1B}[0m"))
    #expect(!coloured.contains("\u{1B}[31m"))
    let plain = TerminalComparison(comparison).report
    #expect(!plain.contains("\u{1B}"))
    #expect(plain.contains("  ETTR, %"))
    #expect(plain.contains("+0.8991  ± 0.0080"))
    let backwards = try RunComparison([
      SampleRun.stored("b", SampleRun.files(outcome: SampleRun.quickerOutcome)),
      SampleRun.stored("a", SampleRun.files()),
    ])
    #expect(
      TerminalComparison(backwards, style: style).report.contains("\u{1B}[31mworse\u{1B}[0m"))
  }

  @Test("Hostile texts are no markup, no escape sequence and no second cell")
  func isSafe() throws {
    let hostile = "a|`b`<img src=x onerror=alert(1)>\u{1B}[31m\n\u{202E}[c](javascript:d)"
    let comparison = try comparison(hostile, currency: "<b>|$|")
    let markdown = ComparisonDocument(comparison).markdown
    #expect(!markdown.contains("<") && !markdown.contains("\u{1B}"))
    let escaped = #"a\|\`b\`&lt;img src=x onerror=alert(1)&gt; \[c\](javascript:d)"#
    #expect(markdown.contains("| B | \(escaped) |"))
    let cells = markdown.replacing("\\|", with: "").split(separator: "\n").filter {
      $0.hasPrefix("|")
    }.map { $0.count { $0 == "|" } }
    #expect(Set(cells).isSubset(of: [6, 8, 7]))
    let terminal = TerminalComparison(comparison).report
    #expect(!terminal.contains("\u{1B}") && !terminal.contains("\u{202E}"))
  }

  /// Unit of the results, largest mean, half the interval, and what a table shows.
  static let scales: [(String, Double, Double, String, String)] = [
    ("ratio", 0.91, 0.00018, "%", "91.000"), ("hours", 2.78, 0.01, "h", "2.780"),
    ("hours", 0.09, 0.001, "min", "5.400"), ("seconds", 1800, 10, "min", "30.00"),
    ("hours", 2000, 24, "d", "83.3"), ("count", 419.8, 1.5, "", "419.8"),
    ("gpu_hours", 1_823_000, 900, "M GPU-hours", "1.8230"),
    ("EUR", 123_456, 1000, "k EUR", "123.5"), ("count", 5, 1e-9, "", "5.0000"),
  ]

  @Test("Units are handy, and the margin of a change has two digits", arguments: scales)
  func choosesScales(
    unit: String, mean: Double, margin: Double, shown: String, text: String
  ) throws {
    let differences = [-1.0, 1.0].map { $0 * margin / 12.706204736 }
    let change = try #require(MeanChange(pairs: differences, interval: .student))
    let scale = ChangeScale(unit: unit, means: [mean], change: change)
    #expect(scale.unit == shown)
    #expect(scale.value(mean) == text)
    #expect(scale.value(nil) == "–")
  }
}
