// What a replication of the main job costs, and what it costs on a cluster of any size.
//
// Prints the time of a replication on one thread, the time a fault, and the peak memory, for
// `llama3` as it ships and for the same failures on 10,000,000 GPUs. Times depend on the machine:
// compare them side by side; for a number that repeats count instructions (see the README there).
import ClusterModel
import Experiments
import Foundation
import ScenarioFormat

/// The scenario with as many failures on `factor` times the nodes.
func scaled(_ scenario: Scenario, by factor: Int) -> Scenario {
  var scenario = scenario
  scenario.cluster.nodes *= factor
  scenario.job.nodes *= factor
  for index in scenario.faults.indices where scenario.faults[index].per != .job {
    guard case .lifetime(let law) = scenario.faults[index].process else { continue }
    scenario.faults[index].process = .lifetime(
      .exponential(.init(mean: law.mean * Double(factor))))
  }
  // The restart is that of the original, so that as much time is at risk.
  return scenario
}

/// Peak resident memory of this process in MiB.
func peakMemory() -> Double {
  var usage = rusage()
  #if canImport(Glibc)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  #else
    getrusage(RUSAGE_SELF, &usage)
    return Double(usage.ru_maxrss) / 1024 / 1024
  #endif
}

func measure(_ name: String, _ scenario: Scenario, replications: Int) {
  let clock = ContinuousClock()
  var faults = 0.0
  let elapsed = clock.measure {
    let settings = RunSettings(replications: replications, threads: 1)
    let result = Run.simulate(scenario, settings: settings)
    faults = result.metrics.first { $0.metric.identifier == "failures" }?.summary?.mean ?? 0
  }
  let microseconds = elapsed / .microseconds(1) / Double(replications)
  let gpus = scenario.job.nodes * scenario.cluster.gpusPerNode
  let fields = [
    "\(gpus) GPUs", "\(Int(faults.rounded())) faults", "\(Int(microseconds.rounded())) µs",
    "\(Int((1000 * microseconds / faults).rounded())) ns a fault",
    "\(Int(peakMemory().rounded())) MiB at the peak",
  ]
  print(name, fields.joined(separator: " · "))
}

let replications = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 2000 : 2000
let path = "Scenarios/llama3.json"
let document = try ScenarioReader.read(
  ScenarioSource(name: path, bytes: Array(Data(contentsOf: URL(filePath: path)))))
measure("llama3:", document.scenario, replications: replications)
measure("as many failures on:", scaled(document.scenario, by: 611), replications: replications)
