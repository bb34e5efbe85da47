import Testing

@testable import Reporting

@Suite("Replications that are read back") struct StoredReplicationsTests {
  private func read(_ change: (String) -> String) throws -> Int? {
    var files = try SampleRun.files()
    files["replications.csv"] = files["replications.csv"].map(change)
    let run = try SampleRun.stored("r", files)
    return try run.values(of: Array(run.result.metrics.keys))?.replications.count
  }

  @Test("They come back whole, and with line ends of another system")
  func readsWhole() throws {
    #expect(try read { $0 } == 40)
    #expect(try read { $0.replacing("\n", with: "\r\n") } == 40)
  }

  /// What is done to the table, and what is said of it.
  static let damages: [(@Sendable (String) -> String, String)] = [
    ({ $0.replacing("0.9", with: "nan") }, "is not a number"),
    ({ $0.replacing("0.9", with: "inf") }, "is not a number"),
    ({ $0.replacing("0.9", with: "=1+0.9") }, "is not a number"),
    ({ $0.replacing("sample,7,", with: "sample,6,") }, "is not the number of the next replication"),
    (
      { $0.replacing("sample,7,", with: "sample,-7,") }, "is not the number of the next replication"
    ),
    ({ $0.replacing("sample,7,", with: "sample,7.5,") }, "is not the number of the next"),
    ({ $0.replacing("replication", with: "number") }, "there is no column replication"),
    ({ String($0.prefix(4000)) }, "cells, where the header has"),
    ({ $0.split(separator: "\n").prefix(21).joined(separator: "\n") }, "has 20 replications"),
    ({ $0.replacing(",0.9", with: ",0.7") }, "has another mean than in result.json"),
    ({ $0 + "\"" }, "a quote is not closed"),
    ({ _ in "" }, "the table has no header"),
  ]

  @Test("Damaged ones are told in one line", arguments: damages)
  func refusesDamage(change: @Sendable (String) -> String, message: String) throws {
    let error = #expect(throws: ResultError.self) { try read(change) }
    let text = try #require(error?.description)
    #expect(text.hasPrefix("r/replications.csv"), "\(text)")
    #expect(text.contains(message), "\(text)")
    #expect(!text.contains("\n"))
  }
}
