import ClusterModel
import Experiments
import Foundation
import ScenarioFormat
import Statistics
import Testing

/// The scenarios that ship against what they were calibrated on.
@Suite("The scenarios that ship give the published counts")
struct PublishedClustersTests {
  static func run(_ name: String, replications: Int) throws -> RunResult {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appending(path: "Scenarios/\(name).json")
    let source = ScenarioSource(name: name, bytes: Array(try Data(contentsOf: path)))
    return Run.simulate(
      try ScenarioReader.read(source).scenario,
      settings: RunSettings(replications: replications, threads: 4))
  }

  static let llama3 = Result { try run("llama3", replications: 10_000) }

  static func values(_ result: RunResult, _ metric: String) -> [Double] {
    result.metrics.first { $0.metric.identifier == metric }?.values.compactMap(\.self) ?? []
  }

  /// Grattafiori et al. 2024, Table 5.
  static let meta: KeyValuePairs = [
    "gpu": 148, "hbm3": 72, "software_bug": 54, "network": 35, "host_maintenance": 32, "sram": 19,
    "gpu_system_processor": 17, "nic": 7, "nccl_watchdog": 7, "silent_data_corruption": 6,
    "thermal": 6, "ssd": 3, "power_supply": 3, "chassis": 2, "io_board": 2, "dependency": 2,
    "cpu": 2, "system_memory": 2,
  ]

  @Test("llama3: 419 unexpected and 47 planned interruptions, the 18 causes, over 90 % effective")
  func llama3() throws {
    let result = try Self.llama3.get()
    let unexpected = try #require(Summary(Self.values(result, "unexpected_interruptions")))
    #expect(abs(unexpected.mean - 419) < 4 * unexpected.standardError)
    #expect(Self.values(result, "planned_interruptions").allSatisfy { $0 == 47 })
    #expect(Self.values(result, "failures") == Self.values(result, "unexpected_interruptions"))

    #expect(result.faults.map(\.fault.name) == Self.meta.map(\.key))
    let counts = result.faults.map { Double($0.jobFailures.reduce(0, +)) }
    let expected = Self.meta.map { Double($0.value) * 10_000 }
    let test = GoodnessOfFit.chiSquare(observed: counts, expected: expected, constraints: 0)
    #expect(test.pValue > 6e-5)  // 4 σ

    let ettr = try #require(Summary(Self.values(result, "ettr")))
    #expect(ettr.p05 > 0.9)
  }

  @Test("llama3: counts spread as a Poisson process with dead times does")
  func spread() throws {
    // A fault of class c is followed by a time D_c in which none can strike, so the count is that
    // of a renewal process of mean μ = 1/λ + E[D] and variance 1/λ² + Var D between events; its
    // variance over its mean tends to their ratio (1/λ² + Var D) / μ² (Cox 1962, section 4.5).
    let result = try Self.llama3.get()
    let deadTimes = [(317.456, 356.0), (257.456, 56.0), (827.456, 7.0)]
    let mean = deadTimes.reduce(0) { $0 + $1.0 * $1.1 } / 419
    let square = deadTimes.reduce(0) { $0 + $1.0 * $1.0 * $1.1 } / 419
    let between = 4_490_076.0 / 419
    let dispersion =
      (between * between + square - mean * mean) / ((between + mean) * (between + mean))
    let counts = Self.values(result, "unexpected_interruptions")
    let summary = try #require(Summary(counts))
    let variance = summary.standardDeviation * summary.standardDeviation
    // Near a normal law the standard error of a variance is √(2/n) of it.
    let error = variance * (2.0 / 10_000).squareRoot()
    #expect(abs(variance - dispersion * 419) < 4 * error)
  }

  @Test("imbue: 3 % of the machines break in a week")
  func imbue() throws {
    let result = try Self.run("imbue", replications: 2000)
    let broken = try #require(Summary(Self.values(result, "nodes_broken_per_week_percent")))
    #expect(abs(broken.mean - 3) < 4 * broken.standardError)
  }
}
