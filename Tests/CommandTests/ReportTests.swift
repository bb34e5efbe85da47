import Foundation
import Testing

@Suite("Pages of results") struct ReportTests {
  /// A folder with a run in `Results/example` and its page, as `run --report` made it, in `run.html`.
  private func example() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(ExampleScenario.text, to: "example.json")
    let outcome = try Command.run(
      "run", "example.json", "--replications", "40", "--quiet", "--report", "run.html", in: folder)
    #expect(outcome == Command.Outcome(exitCode: 0, output: "", errors: ""))
    return folder
  }

  @Test("report makes the page of run --report, to the byte, wherever it is written to")
  func sameBytes() throws {
    let folder = try example()
    let page = try folder.text("run.html")
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.utf8.count < 300_000)
    for arguments in [["example"], ["Results/example/"], ["example", "--output", "-"]] {
      let outcome = try Command.run(["report"] + arguments, in: folder)
      #expect(outcome == Command.Outcome(exitCode: 0, output: page, errors: ""))
    }
    #expect(
      try Command.run("report", "example", "--output", "again.html", in: folder).exitCode == 0)
    #expect(try folder.text("again.html") == page)
    let scenarioless = try Command.run(
      "run", "example.json", "--replications", "40", "--no-files", "--report", "-", in: folder)
    #expect(scenarioless.output.hasPrefix("<!DOCTYPE html>"))
  }

  @Test(
    "No page is written over a file that it is made from",
    arguments: ["result.json", "summary.csv", "ettr.vl.json"])
  func keepsInputs(file: String) throws {
    let folder = try example()
    let place = "Results/example/\(file)"
    let before = try? folder.text(place)
    let outcome = try Command.run("report", "example", "--output", place, in: folder)
    #expect(outcome.exitCode == 73)
    #expect(outcome.errors.hasSuffix("it is one of the result files\n"))
    #expect((try? folder.text(place)) == before)
  }

  @Test("What is no result, or one of other files, is refused in one line")
  func refusals() throws {
    let folder = try example()
    let missing = try Command.run("report", "nothing", in: folder)
    #expect(missing.exitCode == 66)
    #expect(missing.errors.hasPrefix("clustersim: error: nothing: no result is there; "))
    let manifest = try folder.text("Results/example/manifest.json")
    try folder.write(
      manifest.replacing("\"name\": \"example\"", with: "\"name\": \"other\""),
      to: "Results/example/manifest.json")
    let foreign = try Command.run("report", "example", in: folder)
    #expect(foreign.exitCode == 65)
    #expect(
      foreign.errors
        == "clustersim: error: Results/example/manifest.json: /scenario/name: is not \"example\","
        + " as in result.json\n")
    try folder.write(
      manifest.replacing("\"nodes\": ", with: "\"nodes\": 1"), to: "Results/example/manifest.json")
    let altered = try Command.run("report", "example", in: folder)
    #expect(altered.exitCode == 65)
    #expect(altered.errors.contains("/scenario: is not the one that scenario_sha256 is of"))
  }

  @Test("Several results stand on one page, runs among them side by side; Markdown has no charts")
  func several() throws {
    let folder = try example()
    let outcome = try Command.run(
      "run", "example.json", "--replications", "40", "--seed", "2", "--quiet", "--output", "two",
      in: folder)
    #expect(outcome.exitCode == 0)
    let page = try Command.run("report", "example", "two", in: folder)
    #expect(page.exitCode == 0 && page.output.contains("<h2>Side by side</h2>"))
    let markdown = try Command.run("report", "example", "two", "--markdown", in: folder)
    #expect(markdown.exitCode == 0 && markdown.output.contains("\n## Side by side\n"))
    #expect(!markdown.output.contains("<svg"))
  }
}
