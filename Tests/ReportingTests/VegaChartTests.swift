import Experiments
import Foundation
import Testing

@testable import Reporting
@testable import ScenarioFormat

@Suite("Charts as Vega-Lite specifications") struct VegaChartTests {
  private static func sweep(_ vary: String..., zip: [String] = []) throws -> SweepReport {
    let grid = try SweepGrid(vary: vary, zip: zip)
    let document = try SampleRun.report().document
    let plan = ExperimentPlan(
      text: .object([]), settings: [], variation: .init(vary: vary, zip: zip), grid: grid,
      run: RunSettings(replications: 40, seed: 1, threads: 1)
    ) { _ in document }
    return SweepReport(plan: plan, points: [])
  }

  /// All objects in a value.
  private static func objects(_ value: JSONValue) -> [[(key: String, value: JSONValue)]] {
    switch value {
    case .array(let elements): elements.flatMap(objects)
    case .object(let members): [members] + members.flatMap { objects($0.value) }
    default: []
    }
  }

  private static func charts() throws -> [VegaChart] {
    try SampleRun.report().charts + [
      sweep("checkpoint.interval=5min,10min,30min").chart,
      sweep("checkpoint.interval=5min,10min", "cluster.spare_nodes=0..9:10").chart,
      sweep("checkpoint.interval=5min,10min", "cluster.spare_nodes=0,9").chart,
      sweep("checkpoint.interval=young,daly").chart,
    ]
  }

  @Test("No object has a key twice, and each chart says what it shows in words")
  func areWellFormed() throws {
    for chart in try Self.charts() {
      for members in Self.objects(chart.json) {
        #expect(Set(members.map(\.key)).count == members.count, "\(chart.fileName) \(members)")
      }
      #expect(chart.description.count > 50 && chart.description.hasSuffix("."))
      #expect(chart.json["$schema"] == "https://vega.github.io/schema/vega-lite/v5.json")
    }
  }

  @Test("Tables are named by the files that lie beside the charts")
  func nameTables() throws {
    let tables = Set(
      try Self.charts().flatMap { Self.objects($0.json) }.flatMap(\.self)
        .filter { $0.key == "url" }.compactMap(\.value.string))
    #expect(tables.isSubset(of: RunReport.fileNames + SweepReport.fileNames))
    #expect(try SampleRun.report().charts.map(\.fileName) == RunReport.chartNames)
    #expect(try [Self.sweep("horizon=1d,2d").chart.fileName] == SweepReport.chartNames)
  }

  @Test("Whatever a path or a text holds, it is one literal of the expression")
  func quoteTexts() {
    #expect(VegaExpression.column(#"a.b"] + alert(1) + ["#) == #"datum["a.b\"] + alert(1) + ["]"#)
    #expect(VegaExpression.text("a\\\n\u{2028}'") == #""a\\\n\u2028'""#)
    #expect(
      VegaExpression.percent("a", of: "b")
        == #"isValid(toNumber(datum["a"])) ? 100 * toNumber(datum["a"]) / toNumber(datum["b"]) : null"#
    )
  }

  // MARK: Layouts of sweeps

  @Test("The first path of numbers is the abscissa, the others make lines")
  func layOutLines() throws {
    let layout = SweepLayout(
      try Self.sweep("recovery.detect.crash=30s", "checkpoint.interval=1h,2h", "name=a,b"))
    #expect(layout.abscissa?.title == "checkpoint.interval (min)")
    #expect(layout.others == [2])
    #expect(layout.seriesCount == 2)
    #expect(layout.ordinate == nil)
  }

  @Test("Two paths of numbers are a table, unless they change in step or one has words")
  func layOutTables() throws {
    let spares = "cluster.spare_nodes=0,1,2"
    let table = SweepLayout(try Self.sweep("checkpoint.interval=5min,10min", spares))
    #expect(table.ordinate?.column == "cluster.spare_nodes_value")
    #expect(table.seriesCount == 3)
    let steps = SweepLayout(
      try Self.sweep(zip: ["checkpoint.interval=5min,10min,15min", spares]))
    #expect(steps.others.isEmpty)
    #expect(steps.seriesCount == 1)
    #expect(steps.ordinate == nil)
    let words = SweepLayout(try Self.sweep("checkpoint.interval=5min,10min,young", spares))
    #expect(words.abscissa?.column == "checkpoint.interval_seconds")
    #expect(words.seriesCount == 3)
    #expect(words.ordinate == nil)
    #expect(SweepLayout(try Self.sweep("checkpoint.interval=young,daly")).abscissa == nil)
  }

  @Test(
    "An axis is logarithmic where that spreads its numbers more evenly",
    arguments: [
      ("cluster.spare_nodes=1..1000:log4", true), ("cluster.spare_nodes=1..1000:4", false),
      ("cluster.spare_nodes=0,1,10,100", false), ("cluster.spare_nodes=5,10,30", true),
      ("checkpoint.interval=1min..60min:log12", true), ("cluster.spare_nodes=3,4", false),
    ])
  func chooseScales(_ vary: String, _ isLogarithmic: Bool) throws {
    #expect(SweepLayout(try Self.sweep(vary)).abscissa?.isLogarithmic == isLogarithmic)
  }

  @Test(
    "Durations are shown in a unit that suits the longest",
    arguments: [
      ("checkpoint.interval=10s,5min", "checkpoint.interval (s)"),
      ("checkpoint.interval=10s,3h", "checkpoint.interval (min)"),
      ("horizon=1d,5d", "horizon (h)"), ("horizon=1d,54d", "horizon (d)"),
      ("cluster.spare_nodes=1,2", "cluster.spare_nodes"),
    ])
  func chooseUnits(_ vary: String, _ title: String) throws {
    #expect(SweepLayout(try Self.sweep(vary)).abscissa?.title == title)
  }
}
