import ClusterModel
import Testing

@testable import Reporting

@Suite("The field's units") struct FieldUnitsTests {
  /// The shared page of published figures gives Meta's 419 in all of these: 3.79 failures in 1,000
  /// node-days, 50,677 GPU-hours a failure, 2.65 % of nodes a week.
  @Test("Meta's 419 failures in 54 days are what others would have called them")
  func metaInAllUnits() throws {
    let rate = try #require(FailureRate(419, in: .countAtMeta))
    #expect((rate.value(in: .perThousandNodeDays) * 100).rounded() == 379)
    #expect(rate.value(in: .gpuHours).rounded() == 50_677)
    #expect((rate.value(in: .nodesPerWeek) * 100).rounded() == 265)
    #expect(rate.value(in: .gpuDays).rounded() == 2112)
  }

  @Test("A rate comes back from any unit", arguments: FailureRate.Unit.allCases)
  func roundTrip(unit: FailureRate.Unit) throws {
    let rate = try #require(FailureRate(perGPUHour: 2.5e-5))
    let back = try #require(FailureRate(rate.value(in: unit), in: unit))
    #expect(abs(back.perGPUHour / rate.perGPUHour - 1) < 1e-14)
    #expect(FailureRate(0, in: unit) == nil && FailureRate(.infinity, in: unit) == nil)
  }

  private func reference(_ name: String, _ kinds: [Figure.Kind]) -> Reference {
    Reference(
      name: name, publisher: name, title: "T", year: 2024, link: "", place: "", isFirstHand: true,
      figures: kinds.enumerated().map {
        Figure(id: "f\($0)", title: "f\($0)", source: "s", isFirstHand: true, kind: $1)
      })
  }

  @Test("Limits of a time are limits of a rate the other way round, told as they were published")
  func limits() throws {
    let metric = "gpu_hours_per_failure"
    let units = try #require(
      FieldUnits(
        run: FailureRate(perGPUHour: 1e-5), label: "run",
        references: [
          reference(
            "both",
            [.bound(metric: metric, .above(48_000)), .bound(metric: metric, .below(120_000))]),
          reference("least", [.bound(metric: "failures_per_1000_node_days", .above(0.8))]),
          reference("none", [.rate(metric: "ettr", observed: Figure.RoundedValue(0.9))]),
        ]))
    #expect(units.rows.map(\.publisher) == ["both 2024", "", "least 2024"])
    #expect(units.rows[0].text(in: .gpuHours) == "48,000 … 120 k")
    #expect(units.rows[0].text(in: .gpuDays) == "2,000 … 5,000")
    #expect(units.rows[0].text(in: .nodesPerWeek) == "1.12 … 2.80 %")
    #expect(units.rows[2].text(in: .perThousandNodeDays) == "> 0.80")
    #expect(units.rows[2].text(in: .gpuHours) == "< 240 k")
  }

  @Test("A range is named by what both of its limits are of")
  func names() throws {
    let metric = "gpu_hours_per_failure"
    var range = reference(
      "S", [.bound(metric: metric, .above(48_000)), .bound(metric: metric, .below(120_000))])
    range.figures[0].title = "H100 > 2,000 GPU-days"
    range.figures[1].title = "H100 < 5,000 GPU-days"
    let units = try #require(
      FieldUnits(run: FailureRate(perGPUHour: 1e-5), label: "run", references: [range]))
    #expect(units.rows.map(\.label) == ["S 2024: H100", "run"])
    #expect(units.rows[0].publisher == "S H100 2024")
  }

  @Test("A run without failures has no rate, and so no rows")
  func noFailures() {
    #expect(FieldUnits(run: FailureRate(perGPUHour: 0), label: "run", references: []) == nil)
  }

  @Test("Every state but the productive has a name of Google's, or none that would mislead")
  func goodputNames() {
    let unnamed = TimeState.allCases.filter { $0.goodputName == nil }
    #expect(unnamed == [.productive, .degraded, .planned])
  }
}
