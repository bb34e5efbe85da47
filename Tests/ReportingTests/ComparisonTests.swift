import ClusterModel
import Experiments
import ScenarioFormat
import Testing

@testable import Reporting

/// Expected values are from scipy 1.17.1, by the calls beside them.
@Suite("Comparison with the field")
struct ComparisonTests {
  private func row(
    _ figure: String, of result: RunResult, calibratedOn: [String] = []
  ) throws -> ComparisonRow {
    let references = try SampleRun.library.load(["llama3-2024", "imbue-2024"])
    let comparison = Comparison(
      result: result, references: references, calibratedOn: calibratedOn)
    return try #require(comparison.rows.first { $0.figure.id == figure })
  }

  @Test("A count has its exact Poisson interval")
  func garwood() throws {
    let row = try row("unexpected_interruptions", of: SampleRun.result())
    // chi2.ppf(0.025, 838) / 2, chi2.isf(0.025, 840) / 2
    let interval = try #require(row.observedInterval)
    #expect(abs(interval.lowerBound / 379.83592495596707 - 1) < 1e-10)
    #expect(abs(interval.upperBound / 461.10591269136671 - 1) < 1e-10)
  }

  @Test("With the exposure of the figure the replications themselves predict")
  func sameExposure() throws {
    let row = try row("unexpected_interruptions", of: SampleRun.result())
    let simulated = try #require(row.simulated)
    #expect(row.hasSameExposure)
    #expect(simulated.basis == .replications)
    #expect(abs(simulated.mean - 419.5) < 1e-9)
    // Quantiles of 400 … 439: 400 + 39 · 0.05 and 400 + 39 · 0.95.
    #expect(abs((simulated.interval90?.lowerBound ?? 0) - 401.95) < 1e-9)
    #expect(abs((simulated.interval90?.upperBound ?? 0) - 437.05) < 1e-9)
    #expect(row.verdict == .agrees)
  }

  @Test("With another exposure the mean is scaled by GPU-days, and a Poisson law predicts")
  func otherExposure() throws {
    let scenario = SampleRun.scenario(faults: SampleRun.scenario.faults, nodes: 1900)
    let row = try row("unexpected_interruptions", of: SampleRun.result(scenario: scenario))
    let simulated = try #require(row.simulated)
    #expect(!row.hasSameExposure)
    #expect(simulated.basis == .poisson)
    // m = 419.5 * 2048 / 1900
    #expect(abs(simulated.mean / 452.17684210526318 - 1) < 1e-12)
    // poisson.ppf([0.05, 0.95], m)
    #expect(simulated.interval90 == 417...487)
    // 2 * poisson.cdf(419, m)
    #expect(abs((simulated.pValue ?? 0) / 0.121660786275233 - 1) < 1e-9)
    #expect(row.verdict == .agrees)
  }

  @Test(
    "The Poisson interval is made of quantiles",
    arguments: [(0.3, 0.0, 1.0), (3.2, 1, 6), (1e5, 99_480, 100_520), (0, 0, 0)])
  func poissonQuantiles(mean: Double, low: Double, high: Double) {
    // poisson.ppf([0.05, 0.95], mean)
    #expect(Prediction(poissonMean: mean)?.interval90 == low...high)
  }

  @Test("A mean that is no number predicts nothing")
  func noPrediction() {
    #expect(Prediction(poissonMean: .nan) == nil)
    #expect(Prediction(poissonMean: .infinity) == nil)
    #expect(Prediction(replications: []) == nil)
  }

  @Test("The predictive p-value counts the observation as one more draw")
  func predictiveTails() throws {
    let prediction = try #require(Prediction(replications: (0..<99).map(Double.init)))
    // 0, 1 and 2 are not above 2: twice (1 + 3) of (1 + 99).
    #expect(abs(prediction.pValue(of: 2...2) - 0.08) < 1e-15)
    #expect(abs(prediction.pValue(of: 96...96) - 0.08) < 1e-15)
    #expect(prediction.pValue(of: 49...49) == 1)
    #expect(abs(prediction.pValue(of: 1000...1000) - 0.02) < 1e-15)
    // A range reaches as far as its nearer end.
    #expect(abs(prediction.pValue(of: 97.5...200) - 0.04) < 1e-15)
  }

  /// A run with Meta's 18 classes, each with the same count in every replication.
  private func tableRun(_ change: (String, Int) -> Int) throws -> RunResult {
    let references = try SampleRun.library.load(["llama3-2024"])
    let table = try #require(
      references.first?.figures.lazy.compactMap { figure in
        if case .counts(let classes, _) = figure.kind { classes } else { nil }
      }.first)
    let faults = table.map { SampleRun.fault($0.fault, $0.title, $0.category) }
    let counts = table.map { [Int](repeating: change($0.fault, $0.observed), count: 40) }
    return SampleRun.result(
      scenario: SampleRun.scenario(faults: faults), faultCounts: counts)
  }

  @Test("Meta's own counts fit its table without a remainder")
  func ownCounts() throws {
    let row = try row("root_causes", of: try tableRun { $1 })
    let simulated = try #require(row.simulated)
    #expect(simulated.mean == 419)
    #expect(simulated.chiSquare?.statistic == 0)
    #expect(simulated.chiSquare?.degreesOfFreedom == 17)
    #expect(simulated.pValue == 1)
    #expect(row.verdict == .agrees)
  }

  @Test("Thirty failures moved from memories to GPUs give scipy's chi-square")
  func movedCounts() throws {
    let result = try tableRun { $0 == "gpu" ? $1 + 30 : $0 == "hbm3" ? $1 - 30 : $1 }
    let simulated = try #require(try row("root_causes", of: result).simulated)
    // s = chisquare(observed, [178, 42] + observed[2:]).statistic / (1 + 1 / 40), as the expectations
    // are means of 40 runs; chi2.sf(s, 17)
    #expect(abs((simulated.chiSquare?.statistic ?? 0) / 25.838781662294956 - 1) < 1e-12)
    #expect(abs((simulated.pValue ?? 0) / 0.077448270627735 - 1) < 1e-9)
  }

  @Test("The mix of causes does not depend on how many failures there are")
  func doubledCounts() throws {
    let row = try row("root_causes", of: try tableRun { 2 * $1 })
    #expect(row.simulated?.mean == 838)
    #expect((row.simulated?.chiSquare?.statistic ?? 1) < 1e-20)
  }

  @Test("A cause that was observed but never simulated contradicts")
  func missingCause() throws {
    let row = try row("root_causes", of: try tableRun { $0 == "sram" ? 0 : $1 })
    #expect(row.simulated?.pValue == 0)
    #expect(row.verdict == .disagrees)
  }

  @Test("Without all of the classes nothing is said about the table and the share")
  func otherClasses() throws {
    for figure in ["root_causes", "hardware_share"] {
      let row = try row(figure, of: SampleRun.result())
      #expect(row.simulated == nil)
      #expect(row.verdict == .notSimulated)
      #expect(!row.verdict.isContradiction)
    }
  }

  @Test("A share is that of the classes taken in all faults of the job")
  func share() throws {
    let row = try row("hardware_share", of: try tableRun { $1 })
    #expect(abs((row.simulated?.mean ?? 0) - 321.0 / 419) < 1e-12)
    // All replications are alike and none rounds to 78 %: twice 1 / 41.
    #expect(abs((row.simulated?.pValue ?? 0) - 2.0 / 41) < 1e-12)
    #expect(row.verdictText == "disagrees, 2 % lower")
  }

  @Test("Without maintenance no planned interruption is predicted, not even none")
  func noPlan() throws {
    var scenario = SampleRun.scenario
    scenario.maintenance = nil
    let row = try row("planned_interruptions", of: SampleRun.result(scenario: scenario))
    #expect(row.verdict == .notSimulated)
  }

  @Test(
    "A bound holds, holds sometimes, or does not",
    arguments: [
      (0, Verdict.holds, "holds"), (2, .holds, "holds"),
      (3, .holdsSometimes(share: 0.925), "holds in 93 % of runs"),
      (39, .doesNotHold, "does not hold"), (40, .doesNotHold, "does not hold"),
    ])
  func bound(failing: Int, verdict: Verdict, text: String) throws {
    let result = SampleRun.result { replication in
      var outcome = SampleRun.outcome(replication)
      if replication < failing {
        outcome.ledger[.productive] = 0.9 * outcome.wallSeconds
      }
      return outcome
    }
    let row = try row("effective_training_time", of: result)
    #expect(row.verdict == verdict)
    #expect(row.verdictText == text)
    #expect(row.simulated?.shareHolding == Double(40 - failing) / 40)
    #expect(row.simulated?.pValue == nil)
  }

  @Test("A rate says how far off it is, and agrees with all that rounds to it")
  func rate() throws {
    let row = try row("machines_broken_per_week", of: SampleRun.result())
    // 100 · 421.5 / (2048 · 54 / 7)
    #expect(abs((row.simulated?.mean ?? 0) / 2.667914496527778 - 1) < 1e-12)
    #expect(row.verdict == .agrees)
    #expect(row.verdictText == "agrees, 11 % lower")
    #expect(row.shortVerdictText == "11 % lower")
  }

  @Test("Agreement with a figure that the scenario was fitted to is no evidence")
  func calibrated() throws {
    let name = "llama3-2024:unexpected_interruptions"
    let row = try row(
      "unexpected_interruptions", of: SampleRun.result(), calibratedOn: [name])
    #expect(row.evidence == .calibrated)
    #expect(row.simulated?.pValue != nil)
    #expect(row.verdictText == "agrees, no evidence")
    #expect(
      try self.row("effective_training_time", of: SampleRun.result(), calibratedOn: [name])
        .evidence == .predicted)
  }

  @Test("A calibration on a figure that there is not is told")
  func unknownCalibration() throws {
    let comparison = Comparison(
      result: SampleRun.result(), references: try SampleRun.library.load(["imbue-2024"]),
      calibratedOn: ["imbue-2024:machines_broken_per_week", "imbue-2024:nothing"])
    #expect(comparison.warnings.count == 1)
    #expect(comparison.warnings.first?.contains("imbue-2024:nothing") == true)
  }

  @Test("A known disagreement has its reason beside the verdict, which stays as it is")
  func knownDisagreement() throws {
    let known = ["effective_training_time", "unexpected_interruptions"].map {
      KnownDisagreement(figure: "llama3-2024:\($0)", why: "It is \($0).")
    }
    let result = SampleRun.result { replication in
      var outcome = SampleRun.outcome(replication)
      outcome.ledger[.productive] = 0.8 * outcome.wallSeconds
      return outcome
    }
    let comparison = Comparison(
      result: result, references: try SampleRun.library.load(["llama3-2024", "imbue-2024"]),
      calibratedOn: [], knownDisagreements: known)
    let rows = Dictionary(uniqueKeysWithValues: comparison.rows.map { ($0.figure.id, $0) })
    #expect(comparison.warnings.isEmpty)
    let explained = try #require(rows["effective_training_time"])
    #expect(explained.verdict == .doesNotHold)
    #expect(explained.explanation == "It is effective_training_time.")
    #expect(explained.standing == .disagreesAsKnown)
    #expect(rows["unexpected_interruptions"]?.standing == .noLongerDisagrees)
    #expect(rows["machines_broken_per_week"]?.standing == .agrees)
    #expect(rows["machines_broken_per_week"]?.explanation == nil)
    #expect(rows["root_causes"]?.standing == .undecided)
  }

  @Test("A known disagreement with a figure that there is not is told")
  func unknownDisagreement() throws {
    let comparison = Comparison(
      result: SampleRun.result(), references: try SampleRun.library.load(["imbue-2024"]),
      calibratedOn: [],
      knownDisagreements: [KnownDisagreement(figure: "imbue-2024:nothing", why: "none")])
    #expect(
      comparison.warnings == [
        "the scenario says that it does not agree with \"imbue-2024:nothing\", "
          + "which none of its references has"
      ])
  }

  @Test("Published counts stand beside simulated ones only for the same exposure")
  func publishedCounts() throws {
    let references = try SampleRun.library.load(["llama3-2024"])
    let same = Comparison(result: SampleRun.result(), references: references, calibratedOn: [])
    #expect(
      same.published(fault: "gpu")
        == Comparison.PublishedCount(observed: 148, evidence: .predicted))
    #expect(same.published(fault: "unheard_of") == nil)
    let smaller = SampleRun.scenario(faults: SampleRun.scenario.faults, nodes: 1900)
    let other = Comparison(
      result: SampleRun.result(scenario: smaller), references: references, calibratedOn: [])
    #expect(other.published(fault: "gpu") == nil)
  }
}
