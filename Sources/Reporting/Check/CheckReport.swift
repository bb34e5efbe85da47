import ClusterModel
import Experiments
import ScenarioFormat

/// What a scenario means, in plain words, for people at a terminal: nothing is simulated.
public struct CheckReport: Sendable {
  let document: ScenarioDocument
  let estimate: ScenarioEstimate
  let style: TerminalReport.Style

  /// Estimates a scenario.
  public init(_ document: ScenarioDocument, style: TerminalReport.Style = TerminalReport.Style()) {
    self.document = document
    self.style = style
    estimate = ScenarioEstimate(document.scenario)
  }

  /// The whole text, each line ended by a line feed.
  public var text: String {
    let sections = [
      header, setting, rates, interruptions, recovery, checkpoints, spares, evidence, assumptions,
    ]
    let lines = sections.filter { !$0.isEmpty }.joined(separator: [""])
    return lines.map { TerminalText.trimmed($0) + "\n" }.joined()
  }

  var scenario: Scenario { estimate.scenario }

  private var header: [String] {
    let name = TerminalText.plain(document.name)
    let title = TerminalText.plain(document.title)
    let first = title == name ? name : "\(name) · \(title)"
    let bold = TerminalPalette(isColoured: style.isColoured)
      .apply(.bold, to: TerminalText.fitted(first, to: style.width))
    return [bold]
      + paragraph("What the scenario says, and what formulas make of it; nothing is simulated.")
  }

  /// The sentences as lines; those that are empty are left out.
  func paragraph(_ sentences: String..., width: Int? = nil) -> [String] {
    let text = sentences.filter { !$0.isEmpty }.joined(separator: " ")
    return TerminalText.wrapped(text, to: width ?? style.width).map { line in
      String(line.map { $0 == "\u{A0}" ? " " : $0 })
    }
  }

  /// A duration that stays on one line of a paragraph.
  static func duration(_ seconds: Double) -> String {
    String(HumaneText.duration(seconds).map { $0 == " " ? "\u{A0}" : $0 })
  }

  func table(_ title: String, _ header: [String], _ rows: [TerminalTable.Row]) -> [String] {
    TerminalTable(title: title, header: header, groups: [TerminalTable.Group(rows: rows)])
      .lines(width: style.width, palette: TerminalPalette(isColoured: style.isColoured))
  }

  /// "1 node", "2,048 nodes".
  static func count(_ count: Int, _ noun: String) -> String {
    "\(HumaneText.grouped(count))\u{A0}\(noun)\(count == 1 ? "" : "s")"
  }
}
