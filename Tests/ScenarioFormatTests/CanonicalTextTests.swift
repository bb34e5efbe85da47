import ClusterModel
import Foundation
import Testing

@testable import ScenarioFormat

/// The scenarios that ship, read as the program reads them.
private enum Shipped {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Scenarios", directoryHint: .isDirectory).standardized

  static let names = Result {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }

  static func source(_ name: String) throws -> ScenarioSource {
    let bytes = try Data(contentsOf: folder.appending(path: name + ".json"))
    return ScenarioSource(name: name, bytes: Array(bytes))
  }

  static let base = BaseScenario { path, _ throws(BaseScenario.Unavailable) in
    guard let source = try? source(path) else { throw BaseScenario.Unavailable("no such file") }
    return source
  }

  static func document(_ name: String, set settings: [Setting] = []) throws -> ScenarioDocument {
    try ScenarioReader.read(try source(name), settings: settings, base: base)
  }
}

/// What a scenario became, or why it was refused, without the places in its text.
private struct Outcome {
  var scenario: Scenario?
  /// In an order of their own: assumptions and problems are told in that of the text.
  let texts: [String]

  init(_ read: () throws -> ScenarioDocument) {
    do {
      let document = try read()
      scenario = document.scenario
      let assumptions = document.assumptions.map { "\($0.path) \($0.value) \($0.source)" }
      texts =
        [document.name, document.title, document.canonical.canonicalText()]
        + document.sources + document.references + document.calibratedOn
        + document.knownDisagreements.flatMap { [$0.figure, $0.why] }
        + document.settings.map(\.label) + assumptions.sorted()
        + document.warnings.map { $0.path + $0.message }.sorted()
    } catch let problems as ScenarioProblems {
      texts =
        ["\(problems.count)"]
        + problems.diagnostics.map { $0.path + ": " + $0.message }.sorted()
    } catch {
      texts = ["\(error)"]
    }
  }

  /// Expects the same scenario, with the same texts beside it, or the same problems.
  static func expectSame(_ rebuilt: Outcome, _ original: Outcome, _ name: String) {
    let isSame = rebuilt.scenario == original.scenario
    #expect(isSame, "\(name)")
    let difference = rebuilt.texts.difference(from: original.texts)
    #expect(difference.isEmpty, "\(name)")
  }
}

extension Scenario {
  /// The scenario with crews and routes in the order of their names.
  fileprivate var sorted: Scenario {
    func order(_ names: [String]) -> [Int] {
      names.indices.sorted { names[$0] < names[$1] }
    }
    let (crews, routes) = (order(repair.crews.map(\.name)), order(repairRoutes.map(\.name)))
    var scenario = self
    scenario.repair.crews = crews.map { repair.crews[$0] }
    scenario.repairRoutes = routes.map { repairRoutes[$0] }
    for route in scenario.repairRoutes.indices {
      for stage in scenario.repairRoutes[route].stages.indices {
        let crew = scenario.repairRoutes[route].stages[stage].crew
        scenario.repairRoutes[route].stages[stage].crew = crew.flatMap(crews.firstIndex)
      }
    }
    for fault in faults.indices {
      scenario.faults[fault].repairRoute = faults[fault].repairRoute.flatMap(routes.firstIndex)
    }
    return scenario
  }
}

@Suite("A scenario is rebuilt from its canonical text") struct CanonicalTextTests {
  /// Settings that many scenarios take, contradict what stands in them, take something away, or
  /// are refused.
  static let settings = [
    [], ["checkpoint.interval=10min"], ["checkpoint={}", "checkpoint.interval=young"],
    ["cluster.spare_nodes=7", "cluster.spare_nodes=8"], ["horizon=null", "job.work=20d"],
    ["faults.0.lifetime.mean=40000h"], ["faults.gpu.lifetime.mean=40000h"],
    ["faults.gpu=null"], ["faults.0=null"], ["faults=[]"], ["faults.0.lifetime.observed=7"],
    ["faults.0.lifetime.observed=null"], ["faults.0.lifetime.mean=null"],
    [
      #"faults.0.lifetime={"distribution":"weibull","shape":0.7,"mean":"9000h"}"#,
      "faults.0.lifetime.shape=1.5",
    ],
    ["lemons.fraction=0.1"], [#"lemons={"fraction":0.01,"multiplier":20}"#],
    [#"frailty={"variance":1}"#], ["frailty=null"], ["recovery=null"],
    ["recovery.policy=restart"], ["repair.retire=null"], ["cost.gpu_hour=3"],
    ["name=other", #"title="a, \"b\"\n""#], ["name=other", #"title="a, \"b\"""#],
    ["references=[]", "calibrated_on=null"], ["no.such.key=1"], ["extends=llama3"],
  ]

  @Test("Whatever ships is the same when its text is written and read again, without its bases")
  func isReadAgain() throws {
    let names = try Shipped.names.get()
    #expect(names.count > 20)
    for name in names {
      let document = try Shipped.document(name)
      let text = document.canonical.text()
      let again = try read(text)
      #expect(again.canonical == document.canonical, "\(name)")
      #expect(again.assumptions == document.assumptions, "\(name)")
      Outcome.expectSame(Outcome { again }, Outcome { document }, name)
    }
  }

  @Test("With its keys sorted it is the same but for the order of crews and of routes")
  func isReadAgainSorted() throws {
    for name in try Shipped.names.get() {
      let document = try Shipped.document(name)
      var again = Outcome { try read(document.canonical.canonicalText()) }
      var original = Outcome { document }
      again.scenario = again.scenario?.sorted
      original.scenario = original.scenario?.sorted
      Outcome.expectSame(again, original, name)
    }
  }

  @Test("Settings make of the written text what they make of the scenario", arguments: settings)
  func takesSettings(_ arguments: [String]) throws {
    let settings = try arguments.map { try Setting($0) }
    for name in try Shipped.names.get() {
      let text = try Shipped.document(name).canonical.text()
      let source = ScenarioSource(name: name, bytes: Array(text.utf8))
      let original = Outcome { try Shipped.document(name, set: settings) }
      let rebuilt = Outcome { try ScenarioReader.read(source, settings: settings) }
      Outcome.expectSame(rebuilt, original, name)
    }
  }

  /// A base and what extends it, where each gives another one of keys that exclude each other.
  static let replacements = [
    "faults.0.lifetime.mean=null", "faults.0.lifetime.observed=null", "faults.0.lifetime.units=7",
    "faults.0.lifetime.mean=9y", "lemons.fraction=0.1", "lemons=null", "frailty=null",
    "lemons.fraction=null",
  ]

  @Test("What an extending scenario has replaced does not come back", arguments: replacements)
  func keepsReplacements(_ argument: String) throws {
    let lower = ScenarioSource(
      name: "lower",
      bytes: Array(
        scenario(
          #"""
          "lemons": {"fraction": 0.2, "multiplier": 9},
          "faults": [{"name": "f", "per": "node",
                      "lifetime": {"distribution": "exponential", "mean": "5y"}}]
          """#
        ).utf8))
    let upper = ScenarioSource(
      name: "upper",
      bytes: Array(
        #"""
        {"extends": "lower", "name": "upper",
         "frailty": {"variance": 1},
         "faults": [{"name": "f", "lifetime": {"observed": 5, "units": 4, "over": "30d"}}]}
        """#.utf8))
    let base = BaseScenario { _, _ throws(BaseScenario.Unavailable) in lower }
    let settings = [try Setting(argument)]
    let text = try ScenarioReader.read(upper, base: base).canonical.text()
    let source = ScenarioSource(name: "text", bytes: Array(text.utf8))
    Outcome.expectSame(
      Outcome { try ScenarioReader.read(source, settings: settings) },
      Outcome { try ScenarioReader.read(upper, settings: settings, base: base) }, argument)
  }
}
