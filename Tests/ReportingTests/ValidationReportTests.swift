import Experiments
import Foundation
import ScenarioFormat
import Testing

@testable import ClusterModel
@testable import Reporting

private let schemaFile = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../Schemas/validation.schema.json").standardized

@Suite("Validation of scenarios against the field")
struct ValidationReportTests {
  static let ettr = "llama3-2024:effective_training_time"
  static let total = "llama3-2024:unexpected_interruptions"
  static let rate = "imbue-2024:machines_broken_per_week"

  /// The sample run: of the figures that it simulates, the total and the rate agree, the bound
  /// holds, and with `ettr` the bound does not.
  static func part(
    ettr: Double? = nil, known: [String] = [], replications: Int = 40
  ) throws -> ValidationReport.Part {
    let result = SampleRun.result(replications: replications) { replication in
      var outcome = SampleRun.outcome(replication)
      if let ettr { outcome.ledger[.productive] = ettr * outcome.wallSeconds }
      return outcome
    }
    return ValidationReport.Part(
      RunReport(
        document: try SampleRun.document(
          calibratedOn: [total, "llama3-2024:planned_interruptions"],
          knownDisagreements: known.map { KnownDisagreement(figure: $0, why: "Because of \($0).") }),
        result: result,
        references: try SampleRun.library.load(["llama3-2024", "imbue-2024"])))
  }

  static func report(
    _ parts: [ValidationReport.Part], library: [Reference]? = nil
  ) -> ValidationReport {
    ValidationReport(
      parts, settings: RunSettings(replications: 40, seed: 7, threads: 1), library: library)
  }

  @Test("What agrees is counted, what was calibrated apart, and there is no problem")
  func agreement() throws {
    let report = Self.report([try Self.part()])
    #expect(report.problems.isEmpty)
    let summary = report.summary
    #expect(summary.predictions.compared == 2)
    #expect(summary.predictions.agree == 2)
    #expect(summary.calibrations.compared == 2)
    #expect(summary.notSimulated + summary.undecided + summary.compared == 6)
  }

  @Test("A disagreement that is not explained is a problem, an explained one is not")
  func disagreement() throws {
    let unexplained = Self.report([try Self.part(ettr: 0.5)])
    #expect(unexplained.problems.count == 1)
    #expect(unexplained.problems.first?.contains(Self.ettr) == true)
    #expect(unexplained.problems.first?.contains("does not hold") == true)
    #expect(unexplained.summary.predictions.disagree == 1)

    let explained = Self.report([try Self.part(ettr: 0.5, known: [Self.ettr])])
    #expect(explained.problems.isEmpty)
    #expect(explained.summary.predictions.disagreeAsKnown == 1)
    #expect(explained.summary.predictions.agree == 1)
  }

  @Test("A known disagreement that agrees after all is a problem")
  func revival() throws {
    let report = Self.report([try Self.part(known: [Self.ettr, Self.total])])
    #expect(report.problems.count == 2)
    #expect(report.problems.allSatisfy { $0.contains("known_disagreements") })
    #expect(report.summary.predictions.noLongerDisagree == 1)
    #expect(report.summary.calibrations.noLongerDisagree == 1)
    #expect(report.summary.predictions.agree == 2)
  }

  @Test("With too few replications nothing is decided, and nothing is a problem")
  func tooFew() throws {
    let report = Self.report([try Self.part(known: [Self.total], replications: 20)])
    #expect(report.problems.isEmpty)
    #expect(report.summary.undecided > 0)
    #expect(report.summary.sentences.contains { $0.contains("need more replications") })
  }

  @Test("The summary says how many tests fail by chance")
  func chance() throws {
    let parts = try (0..<20).map { _ in try Self.part() }
    // The rate of Imbue has a p-value, the bound has none.
    let tests = Self.report(parts).summary.tests
    #expect(tests == 20)
    #expect(
      Self.report(parts).summary.sentences.last
        == "Of 20 tests of predictions at 5 % at most 1.0 would fail by chance if all scenarios "
        + "were right.")
  }

  @Test("Figures that nothing simulates are counted, with those that no metric answers to")
  func open() throws {
    let library = try SampleRun.library.load(["imbue-2024", "hpn-2024", "gemini-2.5-2025"])
    let report = Self.report([try Self.part()], library: library)
    let open = try #require(report.openFigures)
    #expect(
      open.map(\.reference) == ["imbue-2024", "imbue-2024", "hpn-2024", "hpn-2024"] + [
        "gemini-2.5-2025"
      ])
    #expect(open.map(\.reason).filter { $0 == "no scenario" }.count == 1)
    #expect(
      report.openText
        == "5 more published figures that no scenario simulates, 4 of them no metric of a run")
    #expect(open[1].valueText == "10 … 20 %")
    #expect(open[4].valueText == "93.4 %")
    #expect(open[2].markedTitle.hasSuffix(" ~"))
    #expect(Self.report([try Self.part()]).openText == nil)
  }

  @Test("No line is longer than 80 columns, and explanations are wrapped")
  func width() throws {
    let library = try SampleRun.library.load(["delta-2025", "ft-hsdp-times-2026"])
    let report = Self.report(
      [try Self.part(ettr: 0.5, known: [Self.ettr])], library: library)
    for isLong in [false, true] {
      let text = TerminalValidation(
        report, style: TerminalReport.Style(), listsOpenFigures: isLong
      ).text
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
      #expect(text.contains("    Because of \(Self.ettr)."))
      #expect(text.contains("predicted: does not hold, known"))
      #expect(!text.contains("\u{1B}"))
      #expect(text.contains("88,768 GPU-hours (no metric of a run)") == isLong)
    }
  }

  @Test("A hostile name leaves neither a tag nor a cell of its own in Markdown")
  func markdown() throws {
    let document = try SampleRun.document(title: "t")
    let part = ValidationReport.Part(
      RunReport(
        document: document, result: SampleRun.result(),
        references: [
          Reference(
            name: "r", publisher: "<script>|a`b", title: "t", year: 2024, link: "l", place: "p",
            isFirstHand: true,
            figures: [
              Figure(
                id: "f", title: "x\n# y", source: "s", isFirstHand: true,
                kind: .rate(metric: "ettr", observed: .init(0.9, roundedTo: 0.1)))
            ])
        ]))
    let text = Self.report([part]).markdown()
    let row = try #require(text.split(separator: "\n").first { $0.contains("script") })
    #expect(row.hasPrefix("| sample | &lt;script&gt;\\|a\\`b, x \\# y | 90 % (85 … 95 %) |"))
    #expect(row.replacing("\\|", with: "").count { $0 == "|" } == 8)
  }

  @Test("The table has the columns of comparison.csv, and rows of all scenarios")
  func table() throws {
    let part = try Self.part(ettr: 0.5, known: [Self.ettr])
    let table = Self.report([part, part]).table
    #expect(table.header.first == "scenario")
    #expect(table.header.suffix(2) == ["first_hand", "explanation"])
    #expect(table.rows.count == 2 * part.comparison.rows.count)
    #expect(table.rows.contains { $0.last == .text("Because of \(Self.ettr).") })
  }

  /// `WRITE_SCHEMAS=1 swift test --filter ValidationReportTests` writes the file anew.
  @Test("Its JSON has the keys of the schema, which is the file in Schemas")
  func schema() throws {
    let text = validationSchema().text()
    if ProcessInfo.processInfo.environment["WRITE_SCHEMAS"] != nil {
      try Data(text.utf8).write(to: schemaFile)
    }
    #expect(try String(contentsOf: schemaFile, encoding: .utf8) == text)
    let json = Self.report(
      [try Self.part(ettr: 0.5)], library: try SampleRun.library.load(["hpn-2024"])
    ).json
    #expect(json["format"] == "clustersim-validation/1")
    #expect(json["predictions"]?["disagree"] == JSONValue(1))
    guard case .array(let problems)? = json["problems"] else {
      Issue.record("problems is a list")
      return
    }
    #expect(problems.count == 1)
  }
}
