import Testing

@testable import Reporting

@Suite("Results that are read back") struct StoredRunTests {
  private func files() throws -> [String: String] {
    let report = try SampleRun.report()
    let manifest = Manifest(
      plan: ExperimentPlan(report.document, run: report.result.settings), version: "1.0.0",
      commandLine: ["clustersim", "run", "sample"], created: "2026-01-01T00:00:00Z")
    let files = Dictionary(zip(RunReport.fileNames, report.fileTexts)) { $1 }
    return files.merging([Manifest.fileName: manifest.json.text()]) { $1 }
  }

  private func run(_ files: [String: String]) throws -> StoredRun? {
    guard case .run(let run) = try StoredResult(ResultSource(place: "r", files: files)) else {
      return nil
    }
    return run
  }

  @Test("All that the report knows is there again")
  func isWhole() throws {
    let report = try SampleRun.report()
    let run = try #require(try run(files()))
    #expect(run.name == "sample" && run.result.seed == report.result.settings.seed)
    #expect(run.result.metrics.count == report.result.metrics.count)
    for entry in report.result.metrics {
      let stored = try #require(run.result.metrics[entry.metric.identifier])
      #expect(stored.title == entry.metric.title)
      #expect((stored.summary.mean == nil) == (entry.summary == nil))
    }
    let values = try run.values(of: ["ettr", "mtti_hours", "nothing"])
    #expect(values?.replications == Array(0..<40))
    #expect(values?.values["ettr"]?.count == 40 && values?.values["nothing"] == nil)
    #expect(run.result.badput.map(\.state).first == "checkpoint_save")
    let shares = run.result.badput.reduce(0) { $0 + $1.share }
    let ettr = try #require(run.mean("ettr"))
    #expect(abs(shares + ettr - 1) < 1e-6)
  }

  @Test("Files that are not there are left out; the manifest and the result must be there")
  func missingFiles() throws {
    var files = try files()
    files["replications.csv"] = nil
    #expect(try run(files)?.values(of: ["ettr"]) == nil)
    files["manifest.json"] = nil
    let error = #expect(throws: ResultError.self) { try run(files) }
    #expect(error?.description == "r/manifest.json: is missing")
  }

  @Test(
    "Damage is told with file and place",
    arguments: [
      ("\"ettr\": {", "\"ettr\": 7, \"x\": {", "/metrics/ettr"),
      ("\"replications\": 40", "\"replications\": \"40\"", "/replications: is of another type"),
      (
        "\"clustersim-result/1\"", "\"clustersim-result/9\"",
        "/format: \"clustersim-result/9\" is not"
      ),
      ("\"faults\": [", "\"faultz\": [", "/faults: is missing"), ("{\n", "", "is not JSON"),
    ])
  func damage(old: String, new: String, message: String) throws {
    var files = try files()
    let text = try #require(files["result.json"])
    let place = try #require(text.firstRange(of: old))
    files["result.json"] = text.replacingCharacters(in: place, with: new)
    let error = #expect(throws: ResultError.self) { try run(files) }
    #expect(error?.description.hasPrefix("r/result.json: ") == true)
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test("A page made of files in memory is that of the files read back, and so is its Markdown")
  func pages() throws {
    let run = StoredResult.run(try #require(try run(files())))
    let page = try ResultPage([run], references: [])
    #expect(page.html == (try ResultPage([run], references: []).html))
    #expect(page.html.contains("Sample: 54 days on 16,384 H100 GPUs"))
    #expect(page.markdown.hasPrefix("# Sample: 54 days on 16,384 H100 GPUs\n"))
  }
}
