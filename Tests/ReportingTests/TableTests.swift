import Experiments
import ScenarioFormat
import Testing

@testable import Reporting

@Suite("Tables and JSON")
struct TableTests {
  /// The records of a text after RFC 4180, with line feeds for line ends; nil if it breaks a rule.
  static func records(of text: String) -> [[String]]? {
    var records: [[String]] = []
    var record: [String] = []
    var rest = text.unicodeScalars[...]
    while !rest.isEmpty {
      var field = String.UnicodeScalarView()
      if rest.first == "\"" {
        rest.removeFirst()
        while true {
          guard let scalar = rest.popFirst() else { return nil }
          if scalar != "\"" {
            field.append(scalar)
          } else if rest.first == "\"" {
            field.append(rest.removeFirst())
          } else {
            break
          }
        }
      } else {
        while let scalar = rest.first, scalar != ",", scalar != "\n" {
          guard scalar != "\"", scalar != "\r" else { return nil }
          field.append(rest.removeFirst())
        }
      }
      record.append(String(field))
      switch rest.popFirst() {
      case ",": continue
      case "\n":
        records.append(record)
        record = []
      default: return nil
      }
    }
    return record.isEmpty ? records : nil
  }

  @Test("Texts come back from a table as they went in")
  func roundTrip() throws {
    let texts = ["plain", "a,b", "say \"so\"", "two\nlines", "cr\r\nlf", "", "Zürich", " spaced "]
    var table = CSVTable(header: texts)
    table.append(texts.map(CSVTable.Cell.text))
    let records = try #require(Self.records(of: table.text()))
    #expect(records == [texts, texts])
    #expect(
      table.text(withHeader: false).unicodeScalars.count * 2 == table.text().unicodeScalars.count)
  }

  @Test(
    "A text that looks like a formula is made harmless, a number is not",
    arguments: [
      (CSVTable.Cell.text("=1+1"), "'=1+1"), (.text("+a"), "'+a"), (.text("-a"), "'-a"),
      (.text("@a"), "'@a"), (.text("\ta"), "'\ta"), (.text("\ra"), "\"'\ra\""),
      (.text("a=1"), "a=1"), (.number(-1.5), "-1.5"), (.integer(-2), "-2"),
      (.text("=\"a\""), "\"'=\"\"a\"\"\""),
    ])
  func formulas(cell: CSVTable.Cell, text: String) {
    #expect(cell.csv == text)
  }

  @Test(
    "Numbers have nine significant digits, and what is not finite is no value",
    arguments: [
      (1.0 / 3, "0.333333333"), (2.0 / 3e7, "6.66666667e-8"), (123_456_789_012, "123456789000"),
      (0, "0"), (-0.0, "0"), (.nan, ""), (.infinity, ""),
    ])
  func numbers(value: Double, text: String) {
    #expect(CSVTable.Cell.number(value).csv == text)
  }

  @Test("Every table of a run is well formed, and its rows are as long as its header")
  func wellFormed() throws {
    let report = try SampleRun.report(settings: ["checkpoint.interval=10min", "name==cmd"])
    let tables = [
      report.summaryTable, report.replicationsTable, report.faultsTable, report.comparisonTable,
      report.timelineTable, report.wideTable,
    ]
    for table in tables {
      let records = try #require(Self.records(of: table.text()))
      #expect(records.count == table.rows.count + 1)
      #expect(records.allSatisfy { $0.count == table.header.count })
    }
    #expect(report.summaryTable.rows.count == report.result.metrics.count)
    #expect(report.replicationsTable.rows.count == 40)
  }

  @Test("The summary has the agreed columns")
  func summary() throws {
    let lines = try SampleRun.report().summaryTable.text().split(separator: "\n")
    #expect(
      lines.first
        == "scenario,metric,unit,mean,standard_error,ci95_low,ci95_high,sd,min,p05,p25,p50,p75,p95,max"
    )
    // 400 … 439: mean 419.5, sd √(40 · 41 / 12), Student's t of 39 degrees of freedom 2.02269092.
    let row =
      "sample,unexpected_interruptions,count,419.5,1.84842275,415.761212,423.238788,11.6904519,"
      + "400,401.95,409.75,419.5,429.25,437.05,439"
    #expect(lines.contains(Substring(row)))
  }

  @Test("The wide row holds each setting as a column")
  func wide() throws {
    let table = try SampleRun.report(settings: ["checkpoint.interval=10min"]).wideTable
    #expect(
      table.header.prefix(7) == [
        "scenario", "checkpoint.interval", "seed", "replications", "ettr_mean", "ettr_ci95_low",
        "ettr_ci95_high",
      ])
    #expect(table.text(withHeader: false).hasPrefix("sample,10min,7,40,0.923816872,"))
    #expect(table.rows.count == 1)
  }

  @Test("Fault classes have their published count, and the timeline its events")
  func faultsAndTimeline() throws {
    let report = try SampleRun.report(calibratedOn: ["llama3-2024:root_causes"])
    let faults = report.faultsTable.text().split(separator: "\n")
    #expect(
      faults.dropFirst().first
        == "sample,gpu,Faulty GPU,gpu,148,147.5,129.95,165.05,0.724815725,148.5,148,calibrated")
    #expect(
      report.timelineTable.text() == """
        time_seconds,event,fault,node,phase,lost_seconds,progress_seconds
        0,phase,,,training,0,0
        3600,interruption,gpu,17,detection,600,3000

        """)
  }

  @Test("A metric that some replication lacks has empty cells and nulls")
  func missingValues() throws {
    let result = SampleRun.result { replication in
      var outcome = SampleRun.outcome(replication)
      if replication == 3 { outcome.firstFailure = nil }
      return outcome
    }
    let report = RunReport(document: try SampleRun.document(), result: result, references: [])
    let lines = report.summaryTable.text().split(separator: "\n")
    #expect(lines.contains("sample,first_failure_hours,hours,,,,,,,,,,,,"))
    let metric = report.resultJSON["metrics"]?["first_failure_hours"]
    #expect(metric?["mean"] == .null)
    #expect(metric?["ci95"] == .null)
  }

  @Test("The result is JSON, and begins as agreed")
  func result() throws {
    let text = try SampleRun.report().resultJSON.text()
    _ = try JSONReader.read(Array(text.utf8))
    let json = try SampleRun.report().resultJSON
    #expect(json["format"] == "clustersim-result/1")
    #expect(json["metrics"]?["ettr"]?["mean"] == 0.923816872)
    #expect(json["metrics"]?["cost_lost"]?["unit"] == "USD")
    guard case .array(let rows) = json["comparison"] else {
      Issue.record("no comparison")
      return
    }
    #expect(rows.first?["figure"] == "unexpected_interruptions")
    #expect(rows.first?["observed"] == 419)
    #expect(rows.first?["kind"] == "calibrated")
    #expect(rows.first?["verdict"] == "agrees, no evidence")
  }

  @Test("The manifest names everything that decides a result")
  func manifest() throws {
    let manifest = Manifest(
      plan: ExperimentPlan(
        try SampleRun.document(), run: RunSettings(replications: 40, seed: 7, threads: 2)),
      version: "1.0.0", commandLine: ["clustersim", "run", "sample"],
      created: Timestamp.text(secondsSince1970: 1_721_746_805))
    // printf '%s' '{"horizon":"54d","name":"sample"}' | sha256sum
    #expect(
      manifest.plan.digest
        == "37475c0855214859742dab6ac814010ee70f99ea3cbf31061febcd3db2557153")
    let json = manifest.json
    #expect(json["created"] == "2024-07-23T15:00:05Z")  // date -u -d @1721746805 +%FT%TZ
    #expect(json["seed"] == 7)
    #expect(json["kind"] == "run")
    #expect(json["shard"] == .null)
    #expect(json["missing"] == .null)
    #expect(json["precision"] == .null)
    #expect(json["scenario"]?["horizon"] == "54d")
    #expect(!json.text().contains("threads"))
  }

  @Test("A run writes its seven files, and nothing else stays in the folder")
  func files() throws {
    let temporary = try TemporaryFolder()
    let report = try SampleRun.report()
    let manifest = Manifest(
      plan: ExperimentPlan(report.document, run: report.result.settings), version: "1.0.0",
      commandLine: [], created: Timestamp.now)
    let whole = ExperimentReport.run(report)
    try whole.write(to: OutputFolder(creating: temporary.path), manifest: manifest)
    #expect(whole.fileNames().count == 7)
    #expect(FolderListing.names(in: temporary.path) == whole.fileNames().sorted())
    let result = try InputFile.read("\(temporary.path)/result.json")
    #expect(String(decoding: result, as: UTF8.self) == report.resultJSON.text())
  }
}
