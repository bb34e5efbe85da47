import ClusterModel
import Testing

@testable import Reporting

@Suite("Terminal report")
struct TerminalReportTests {
  @Test("The report of a run reads as agreed")
  func golden() throws {
    let text = TerminalReport(try SampleRun.report(), elapsed: "0.3 s on 2 threads").text
    #expect(text == Self.golden)
  }

  static let golden = """
    sample · Sample: 54 days on 16,384 H100 GPUs
    40 replications · seed 7 · 0.3 s on 2 threads

      Effective time (ETTR)  92.4 % ± 0.06 %   90 % of runs: 92.1 … 92.7 %
        by formula           94.5 %            Meta's first-order formula: 94.5 %
      Interrupted every      2 h 47 min        467 times: 420 failures, 47 planned
      Lost                   1.62 M GPU-hours  4.04 M USD
      Fewest spares left     40 of 64          worst run: 40; never empty

    Where the time went          GPU-hours
      productive         92.4 %     19.6 M  █████████████████████████████████████
      lost work           5.4 %     1.15 M  ██▏
      restart             1.6 %      344 k  ▋
      planned             0.6 %      128 k  ▎
      checkpoint saves  < 0.1 %        137  ▏
      none: detection, diagnosis, replacement, starved, load, degraded

    Failures in 54 d  simulated  90 % of runs  observed
      Faulty GPU          147.5     130 … 165       148  predicted
      Software bug         54.0       54 … 54        54  predicted
      SSD                   2.0         0 … 4         3  predicted

    Against the field             simulated   90 % of runs  observed
     predicted: agreement is evidence
      Meta, 47 planned                 47.0        47 … 47        47  agrees
      Meta, 18 root causes                –                      419  not simulated
      Meta, about 78 % hardware           –                     78 %  not simulated
      Meta, > 90 % effective         92.4 %  92.1 … 92.7 %    > 90 %  holds
      Imbue, 3 % of nodes a week     2.67 %  2.56 … 2.78 %       3 %  11 % lower
     calibrated: the scenario was fitted to these, agreement is no evidence
      Meta, 419 unexpected            419.5      402 … 437       419  agrees

    What it means
      A fault interrupts the job every 3 h 5 min. Of 21.2 M GPU-hours 1.62 M are
      lost (7.6 % or 4.04 M USD), most of them to lost work (5.4 %) and restart
      (1.6 %).

    """

  @Test("No line is wider than it may be", arguments: [80, 100])
  func widths(width: Int) throws {
    let report = try SampleRun.report(replications: 3)
    let text = TerminalReport(report, style: TerminalReport.Style(width: width)).text
    for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
  }

  @Test("Colour is only there when asked for, and changes no other character")
  func colour() throws {
    let report = try SampleRun.report()
    let plain = TerminalReport(report).text
    let coloured = TerminalReport(report, style: TerminalReport.Style(isColoured: true)).text
    #expect(!plain.unicodeScalars.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[32mholds\u{1B}[0m"))
    let lines = coloured.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.map { TerminalText.plain(String($0)) }.joined(separator: "\n") == plain)
  }

  @Test("With fewer than 30 replications the intervals are called unreliable")
  func fewReplications() throws {
    #expect(try SampleRun.report(replications: 30).warnings.isEmpty)
    let text = TerminalReport(try SampleRun.report(replications: 29)).text
    #expect(text.contains("Note: with 29 replications (fewer than 30)"))
  }

  @Test("A run in which nothing happens has no figure that is not a number")
  func nothingHappens() throws {
    let result = SampleRun.result(
      replications: 1, faultCounts: SampleRun.faultCounts.map { $0.map { _ in 0 } }
    ) { _ in
      var outcome = Outcome()
      outcome.wallSeconds = SampleRun.wall
      outcome.ledger[.productive] = SampleRun.wall
      return outcome
    }
    let report = RunReport(
      document: try SampleRun.document(), result: result,
      references: try SampleRun.library.load(["llama3-2024", "imbue-2024"]))
    let text = TerminalReport(report).text
    #expect(text.contains("Interrupted            never"))
    #expect(text.contains("No fault interrupts the job."))
    let words = text.split { !$0.isLetter }.map { $0.lowercased() }
    #expect(!words.contains("nan") && !words.contains("inf"))
  }

  @Test("Without references there is neither a comparison nor a column of observations")
  func noReferences() throws {
    let report = RunReport(
      document: try SampleRun.document(), result: SampleRun.result(), references: [])
    let text = TerminalReport(report).text
    #expect(!text.contains("Against the field"))
    #expect(text.contains("Failures in 54 d  simulated  90 % of runs\n"))
  }

  @Test("A title can't command the terminal")
  func hostileTitle() throws {
    let report = RunReport(
      document: try SampleRun.document(title: "\u{1B}]0;owned\u{07}A\u{1B}[2J title\nin two lines"),
      result: SampleRun.result(), references: [])
    let text = TerminalReport(report).text
    #expect(text.hasPrefix("sample · A title in two lines\n40 replications"))
  }
}
