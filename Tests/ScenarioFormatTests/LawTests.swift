import ClusterModel
import Testing

@testable import ScenarioFormat

private let hour = 3600.0
private let day = 86400.0
private let year = 365.25 * day

// Means from the formulas of each law; Weibull: Γ(1 + 1/0.75) = 1.190639348758999
// (scipy.special.gamma(1 + 1/0.75)), lognormal: median · exp(σ²/2).
private let lawMeans: [(String, Double)] = [
  (#""exponential", "mean": "5h""#, 5 * hour),
  (#""weibull", "shape": 0.75, "scale": "1h""#, 1.190639348758999 * hour),
  (#""weibull", "shape": 0.75, "mean": "2h""#, 2 * hour),
  (#""gamma", "shape": 2.5, "scale": "2h""#, 5 * hour),
  (#""gamma", "shape": 2.5, "mean": "3h""#, 3 * hour),
  (#""lognormal", "median": "1h", "sigma": 1"#, 1.6487212707001282 * hour),
  (#""lognormal", "mean": "1h", "sigma": 1"#, hour),
  (#""erlang", "stages": 4, "mean": "2h""#, 2 * hour),
  (#""pareto", "shape": 3, "scale": "2h""#, 3 * hour),
  (#""pareto", "shape": 3, "mean": "2h""#, 2 * hour),
  (#""uniform", "low": "1h", "high": "3h""#, 2 * hour),
  (#""deterministic", "value": "3h""#, 3 * hour),
  (#""empirical", "values": ["1h", "3h", "5h", "1h"]"#, 2.5 * hour),
  (
    #"""
    "mixture",
    "parts": [{"weight": 3, "law": "1h"},
              {"weight": 1, "law": {"distribution": "exponential", "mean": "5h"}}]
    """#,
    2 * hour
  ),
  (
    #"""
    "competing",
    "of": [{"distribution": "exponential", "mean": "2h"},
           {"distribution": "exponential", "mean": "6h"}]
    """#,
    1.5 * hour
  ),
]

private let publishedRates: [(String, Double, Double)] = [
  (#""exponential", "observed": 148, "units": 16384, "over": "54d""#, 54 * day, 148.0 / 16384),
  (
    #""exponential", "observed": 10, "units": 5, "over": "10d", "at_risk_share": 0.5"#,
    10 * day, 4
  ),
  (#""exponential", "afr": 0.061"#, year, 0.061),
  (#""exponential", "per_1000_node_days": 6.5"#, 1000 * day, 6.5),
  (#""weibull", "shape": 0.75, "afr": 0.061"#, year, 0.061),
  (#""weibull", "shape": 3, "afr": 2"#, year, 2),
  (
    #""weibull", "shape": 0.75, "observed": 148, "units": 16384, "over": "54d""#, 54 * day,
    148.0 / 16384
  ),
]

@Suite("Laws of durations and lifetimes") struct LawTests {
  @Test("Each distribution has the mean that its parameters give", arguments: lawMeans)
  func hasMean(_ text: String, _ mean: Double) throws {
    let swap = #""recovery": {"swap": {"distribution": \#(text)}}"#
    let law = try read(scenario(swap)).scenario.recovery.swap
    // The integral behind the mean of competing risks is good to 1e-9.
    #expect(abs(law.mean - mean) <= 1e-8 * mean, "\(law.mean)")
  }

  @Test(
    "A published rate fixes the expected failures of a new unit in its window",
    arguments: publishedRates)
  func takesRates(_ text: String, _ window: Double, _ hazard: Double) throws {
    let document = try read(fault(#""lifetime": {"distribution": \#(text)}"#))
    guard case .lifetime(let law) = document.scenario.faults.first?.process else {
      Issue.record("the class has a lifetime")
      return
    }
    #expect(abs(law.cumulativeHazard(window) - hazard) <= 1e-12 * hazard)
  }

  @Test("A list of instants is taken as it is")
  func takesInstants() throws {
    let text = fault(#""lifetime": {"distribution": "at", "times": ["0s", "1h", "1h", "2d"]}"#)
    #expect(try read(text).scenario.faults.first?.process == .instants([0, 3600, 3600, 172_800]))
  }

  @Test("A mixture may hold competing risks, and those a mixture")
  func nestsLaws() throws {
    let inner = #"{"distribution": "exponential", "mean": "2h"}"#
    let mixture = #"{"distribution": "mixture", "parts": [{"weight": 1, "law": \#(inner)}]}"#
    let risks = #"{"distribution": "competing", "of": [\#(mixture), \#(mixture)]}"#
    let text = fault(
      #""lifetime": {"distribution": "mixture", "parts": [{"weight": 2, "law": \#(risks)}]}"#)
    guard case .lifetime(let law) = try read(text).scenario.faults.first?.process else {
      Issue.record("the class has a lifetime")
      return
    }
    #expect(abs(law.cumulativeHazard(7200) - 2) <= 1e-12)
  }
}
