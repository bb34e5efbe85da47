import ClusterModel
import ScenarioFormat
import Testing

@testable import ClusterModel
@testable import Experiments
@testable import Reporting
@testable import ScenarioFormat

/// Expected numbers are by NumPy 2 and SciPy 1.17.1 from the formulas of `SampleRun`, for 40
/// replications r: lost work (400 + r)·600 s in the first run and (400 + r)·500 s in the second.
@Suite("Runs side by side") struct RunComparisonTests {
  private static func compare(
    _ first: [String: String], _ others: [String: String]...
  ) throws -> RunComparison {
    let files = [first] + others
    return try RunComparison(
      files.enumerated().map { try SampleRun.stored("Results/run\($0)", $1) })
  }

  private func expect(
    _ change: MeanChange?, _ difference: Double, error: Double? = nil, _ low: Double,
    _ high: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let change = try #require(change, sourceLocation: sourceLocation)
    let interval = try #require(change.interval95, sourceLocation: sourceLocation)
    var pairs = [
      (change.difference, difference), (interval.lowerBound, low), (interval.upperBound, high),
    ]
    if let error { pairs.append((change.standardError ?? .nan, error)) }
    // Files have nine digits, of which differences and intervals lose a few.
    for (found, expected) in pairs {
      #expect(
        (found / expected - 1).magnitude < 2e-5, "\(found) is not \(expected)",
        sourceLocation: sourceLocation)
    }
  }

  @Test("Runs of one seed are paired, as SciPy's ttest_rel pairs")
  func pairs() throws {
    let comparison = try Self.compare(
      SampleRun.files(), SampleRun.files(outcome: SampleRun.quickerOutcome))
    let change = comparison.changes[0]
    #expect(change.method == .paired)
    #expect(change.pairs == 40)
    let lost = try #require(change["lost_work_hours"])
    try expect(
      lost.change, -11.652777777777777, error: 0.05134507641856215, -11.756632997638196,
      -11.548922557917358)
    #expect(lost.verdict == .better)
    let ettr = try #require(change["ettr"])
    try expect(
      ettr.change, 0.008991340877914944, error: 3.961811452049659e-05, 0.00891120567740536,
      0.00907147607842453)
    #expect(ettr.verdict == .better)
    #expect((try #require(ettr.relative) - 0.00899134 / (ettr.baseline.summary.mean ?? 0)) < 1e-7)
    let same = try #require(change["unexpected_interruptions"])
    #expect(same.change?.interval95 == 0...0)
    #expect(same.verdict == .notSeen)
    #expect(comparison.warnings.isEmpty)
  }

  @Test("Runs of two seeds are independent, as SciPy's ttest_ind has them with unequal variances")
  func separates() throws {
    let change = try Self.compare(
      SampleRun.files(), SampleRun.files(seed: 8, outcome: SampleRun.quickerOutcome)
    ).changes[0]
    #expect(change.method == .independent)
    #expect(change.pairs == nil)
    let lost = try #require(change["lost_work_hours"]?.change)
    try expect(
      lost, -11.652777777777779, error: 0.40101786645747717, -12.451552143770055,
      -10.854003411785502)
    #expect((try #require(lost.degreesOfFreedom) - 75.54346694429985).magnitude < 1e-5)
    let cause = try #require(change.causes.first { $0.state == .lostWork })
    try expect(
      cause.share, -0.00899134087791495, -0.00960767912327936, -0.00837500263255054)
  }

  @Test("Where the time went is told as shares and GPU-hours, the largest change first")
  func tellsCauses() throws {
    let change = try Self.compare(
      SampleRun.files(), SampleRun.files(outcome: SampleRun.quickerOutcome)
    ).changes[0]
    #expect(change.causes.count == 5)
    #expect(Set(change.causes.prefix(2).map(\.state)) == [.productive, .lostWork])
    let cause = try #require(change.causes.first { $0.state == .lostWork })
    try expect(
      cause.share, -0.008991340877914951, error: 3.9618114520495564e-05, -0.009071476078424534,
      -0.008911205677405368)
    try expect(
      cause.hours, -190919.1111111111, error: 841.2377320417222, -192620.6750333042,
      -189217.547188918)
    #expect(cause.verdict == .better)
    let sum = change.causes.reduce(0) { $0 + ($1.share?.difference ?? .nan) }
    #expect(sum.magnitude < 1e-8)
  }

  @Test("Shares of runs of varying length are ratios of means, in pairs only")
  func takesRatios() throws {
    func longer(_ replication: Int) -> Outcome {
      var outcome = SampleRun.quickerOutcome(replication)
      outcome.wallSeconds += 3600 * Double(replication)
      outcome.ledger[.productive] += 3600 * Double(replication)
      return outcome
    }
    let first = try SampleRun.files()
    let paired = try Self.compare(first, SampleRun.files(outcome: longer)).changes[0]
    for cause in paired.causes {
      let share = try #require(cause.share)
      #expect((share.difference - (cause.shares.run - cause.shares.baseline)).magnitude < 1e-8)
    }
    let apart = try Self.compare(first, SampleRun.files(seed: 9, outcome: longer))
    #expect(
      apart.changes[0].causes.allSatisfy {
        $0.share?.interval95 == nil && $0.verdict == nil && $0.hours?.interval95 != nil
      })
    #expect(apart.warnings.contains { $0.hasPrefix("A and B last 54 d and 54 d 20 h:") })
  }

  @Test("A metric without a mean in one run is there, without a change")
  func tellsMissing() throws {
    func spared(_ replication: Int) -> Outcome {
      var outcome = SampleRun.outcome(replication)
      if replication == 3 { outcome.firstFailure = nil }
      return outcome
    }
    for seed in [7, 8] as [UInt64] {
      let change = try Self.compare(
        SampleRun.files(), SampleRun.files(seed: seed, outcome: spared)
      ).changes[0]
      let first = try #require(change["first_failure_hours"])
      #expect(first.change == nil && first.verdict == nil && first.relative == nil)
      #expect(first.baseline.summary.mean == 1)
    }
  }

  @Test("A single replication has differences, but no intervals and no verdicts")
  func needsSpread() throws {
    for seed in [7, 8] as [UInt64] {
      let change = try Self.compare(
        SampleRun.files(replications: 1),
        SampleRun.files(seed: seed, replications: 1, outcome: SampleRun.quickerOutcome)
      ).changes[0]
      let lost = try #require(change["lost_work_hours"])
      #expect((try #require(lost.change).difference + 100.0 * 400 / 3600).magnitude < 1e-6)
      #expect(lost.change?.interval95 == nil)
      #expect(lost.verdict == nil)
    }
  }

  @Test("Runs of different lengths are paired over what both have, which is said")
  func pairsWhatBothHave() throws {
    let comparison = try Self.compare(
      SampleRun.files(replications: 40), SampleRun.files(replications: 30))
    #expect(comparison.changes[0].pairs == 30)
    #expect(comparison.changes[0]["failures"]?.change?.interval95 == 0...0)
    #expect(
      comparison.warnings == [
        "changes from A to B are over the 30 replications that both have, their means over all"
      ])
  }

  @Test("Without its replications a run of the same seed is no pair, which is said")
  func needsReplications() throws {
    var files = try SampleRun.files(outcome: SampleRun.quickerOutcome)
    files["replications.csv"] = nil
    let comparison = try Self.compare(SampleRun.files(), files)
    #expect(comparison.changes[0].method == .independent)
    #expect(comparison.warnings.count == 1)
    #expect(comparison.warnings[0].hasPrefix("A and B have the same seed, but not both"))
  }

  @Test("Other money can't be compared, which is said")
  func minesCurrencies() throws {
    func priced(_ currency: String) throws -> [String: String] {
      var scenario = SampleRun.scenario
      scenario.cost = Cost(gpuHour: 2, currency: currency)
      return try SampleRun.files(scenario: scenario)
    }
    let comparison = try Self.compare(priced("USD"), priced("EUR"))
    #expect(comparison.changes[0]["cost_lost"]?.change == nil)
    #expect(
      comparison.warnings == ["cost_lost is in USD in A, in EUR in B: it can't be compared"])
  }

  @Test("The published figures are told with what each run makes of them")
  func comparesFigures() throws {
    let figures = try Self.compare(
      SampleRun.files(), SampleRun.files(outcome: SampleRun.quickerOutcome)
    ).figures
    let count = try SampleRun.library.load(["llama3-2024", "imbue-2024"]).flatMap(\.figures)
      .filter(\.isComparable).count
    #expect(figures.count == count)
    let interruptions = try #require(
      figures.first { $0.figure.figure == "unexpected_interruptions" })
    #expect(interruptions.figure.observed == 419)
    #expect(interruptions.entries.compactMap { $0?.simulated } == [419.5, 419.5])
    #expect(interruptions.entries.compactMap { $0?.kind } == ["calibrated", "calibrated"])
  }
}
