import Foundation
import Testing

@Suite("The same bytes") struct DeterminismTests {
  /// The texts of all files of a run of the example, but for when and how it was started.
  private func files(
    _ options: String..., scenario: String = ExampleScenario.text,
    environment: [String: String] = [:]
  ) throws -> [String: String] {
    let folder = try TemporaryFolder()
    try folder.write(scenario, to: "example.json")
    let outcome = try Command.run(
      ["run", "example.json", "--replications", "200", "--quiet", "--output", "out"] + options,
      in: folder, environment: environment)
    #expect(outcome == Command.Outcome(exitCode: 0, output: "", errors: ""))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.place("out").path)
    return try Dictionary(
      uniqueKeysWithValues: names.map { name in
        let text = try folder.text("out/\(name)")
        return (name, name == "manifest.json" ? Self.lastingPart(ofManifest: text) : text)
      })
  }

  private static func lastingPart(ofManifest text: String) -> String {
    text.replacing(/"created": "[^"]*"/, with: "").replacing(
      /"command_line": \[[^\]]*\]/, with: "")
  }

  @Test("come from every run, on any number of threads, in any language and time zone")
  func areTheSameEverywhere() throws {
    let first = try files("--threads", "1")
    #expect(first.count == 8)
    #expect(try files("--threads", "1") == first)
    #expect(try files("--threads", "2") == first)
    #expect(try files("--threads", "16") == first)
    let abroad = ["LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Asia/Tokyo"]
    #expect(try files(environment: abroad) == first)
    #expect(try files("--seed", "2")["summary.csv"] != first["summary.csv"])
  }

  @Test("come from a scenario with its keys in another order and its times in other units")
  func doNotDependOnSpelling() throws {
    let names = [
      "summary.csv", "replications.csv", "faults.csv", "timeline.csv", "trajectories.csv",
      "result.json",
    ]
    let written = try files()
    let rewritten = try files(scenario: ExampleScenario.rewritten)
    for name in names { #expect(rewritten[name] == written[name], "\(name)") }
  }

  @Test("A replication does not depend on how many there are")
  func doNotDependOnNumber() throws {
    let many = try #require(try files()["replications.csv"])
    let few = try #require(try files("--replications", "50")["replications.csv"])
    #expect(few.split(separator: "\n").count == 51)
    #expect(many.hasPrefix(few))
  }

  #if os(Linux) && arch(x86_64)
    @Test(
      "come from processors without fused multiply-add and wide vectors",
      arguments: ["llama3", "imbue"])
    func doNotDependOnProcessor(scenario: String) throws {
      let folder = try TemporaryFolder()
      let arguments = ["run", scenario, "--replications", "200", "--json", "-", "--no-files"]
      let usual = try Command.run(arguments, in: folder)
      #expect(usual.exitCode == 0)
      let plain = try Command.run(
        arguments, in: folder,
        environment: ["GLIBC_TUNABLES": "glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2"])
      #expect(plain == usual)
    }
  #endif
}
