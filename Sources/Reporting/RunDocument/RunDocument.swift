import Charts
import Experiments
import ScenarioFormat

/// Makes the report of a run from its files, section by section.
struct RunDocument {
  let run: StoredRun
  /// All published figures that there are, for the units of the field.
  let references: [Reference]
  /// Begins the names of sections and pictures, so that several runs can stand on one page.
  let prefix: String

  /// The whole report.
  func document() throws -> ReportDocument {
    ReportDocument(
      title: title, subtitle: subtitle, warnings: run.result.warnings,
      sections: try sections.compactMap { try $0() })
  }

  private typealias Section = ReportDocument.Section

  private var sections: [() throws -> Section?] {
    [
      { headline }, { time }, { try distribution() }, { faults }, { try course() },
      { try timeline() }, { field }, { units }, { assumptions }, { reproduction },
    ]
  }

  /// The scenario's title, or its name.
  var title: String { run.result.title.isEmpty ? run.name : run.result.title }

  private var subtitle: String {
    let count = run.result.replications
    let settings = run.result.settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let start = title == run.name ? [] : [run.name]
    return
      (start + settings + [
        "\(HumaneText.grouped(count)) replication\(count == 1 ? "" : "s")",
        "seed \(run.result.seed)",
      ]).joined(separator: " · ")
  }

  /// A picture, unless there is nothing in it.
  func picture(_ chart: some Chart, id: String, caption: String) -> ReportDocument.Block? {
    .picture(chart, id: self.id(id), caption: caption)
  }

  /// The name of a section of this run.
  func id(_ name: String) -> String { "\(prefix)\(name)" }

  /// The currency of the scenario's prices; nil if it has none.
  var currency: String? { run.result.metrics["cost_lost"]?.unit }
}
