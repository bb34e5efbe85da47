// What a replication of the main job costs, and what it costs on a cluster of any size.
//
// Prints the time of a replication on one thread, the time a fault, and the peak memory, for
// `llama3` as it ships, for the same failures on 10,000,000 GPUs, for `llama3` with a checkpoint every
// hour, every 10 s, and every 10 s of three levels, and for 300,000 GPUs on which nodes
// differ, parts age, repairs do not cure, and racks, pods and the fabric fail. Times depend on the machine:
// compare them side by side; for a number that repeats count instructions (see the README there).
import Checkpointing
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

/// The scenario with a checkpoint every `interval` seconds of work, and perhaps two more levels: one
/// every six checkpoints, one every hour.
func saving(_ scenario: Scenario, every interval: Double, levels: Bool = false) -> Scenario {
  var scenario = scenario
  scenario.checkpoint = CheckpointPolicy(interval: interval, save: 0.5)
  guard levels else { return scenario }
  scenario.checkpoint.furtherLevels = [
    CheckpointLevel(every: 6, save: 1), CheckpointLevel(every: 360, save: 10, write: 60),
  ]
  let places: [(String, Domain)] = [("host", .job), ("peer", .node), ("remote", .cluster)]
  scenario.storage = places.map { name, domain in
    CheckpointStorage(name: name, load: .deterministic(.init(value: 30)), survives: domain)
  }
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

/// 300,000 GPUs for 100 days on which nodes differ, parts age, and racks, pods and the fabric fail.
func differing(_ frailty: Frailty.Law?) -> Scenario {
  func rate(_ yearly: Double) -> FaultClass.Process {
    .lifetime(.exponential(.init(mean: 365.25 * 86_400 / yearly)))
  }
  let year = 365.25 * 86_400
  let faults = [
    FaultClass(name: "gpu", per: .gpu, process: rate(0.061), repairRoute: 0),
    FaultClass(name: "hbm", per: .gpu, process: rate(0.03), repairRoute: 0),
    FaultClass(name: "sram", per: .gpu, process: rate(0.0078), repairRoute: 0),
    FaultClass(
      name: "early", per: .gpu, process: .lifetime(.weibull(.init(shape: 0.7, scale: 60 * year))),
      repairRoute: 0),
    FaultClass(name: "nic", per: .node, count: 8, process: rate(0.003), repairRoute: 0),
    FaultClass(
      name: "fan", per: .node, process: .lifetime(.weibull(.init(shape: 3, scale: 8 * year))),
      repairRoute: 0),
    FaultClass(name: "host", per: .node, process: rate(0.04), repairRoute: 0),
    FaultClass(name: "switch", per: .rack, process: rate(0.006), repairRoute: 0),
    FaultClass(name: "power", per: .pod, process: rate(0.02), repairRoute: 0),
    FaultClass(name: "fabric", per: .cluster, process: rate(4), takesDown: .job),
    FaultClass(
      name: "link", per: .gpu, process: rate(0.014), takesDown: .job,
      bursts: Bursts(meanSize: 2, delay: .exponential(.init(mean: 600)))),
  ]
  return Scenario(
    cluster: Cluster(
      nodes: 37_500, nodesPerRack: 4, racksPerPod: 50, spareNodes: 2000,
      installed: [Cohort(nodes: 20_000, age: year)]),
    faults: faults, frailty: frailty.map { Frailty($0, faults: [0, 1, 2, 3, 4, 5, 6]) },
    repairRoutes: [
      RepairRoute(
        name: "swap",
        stages: [
          .init(
            name: "swap", time: .exponential(.init(mean: 86_400)), fixes: 1, falseFix: 0.3)
        ])
    ],
    repair: RepairPolicy(returnsMultiplier: 20), job: Job(nodes: 37_500),
    checkpoint: .init(interval: 300, save: 5),
    recovery: Recovery(detectCrash: .deterministic(.init(value: 30))), horizon: 100 * 86_400)
}

let replications = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 2000 : 2000
let path = "Scenarios/llama3.json"
let document = try ScenarioReader.read(
  ScenarioSource(name: path, bytes: Array(Data(contentsOf: URL(filePath: path)))))
measure("llama3:", document.scenario, replications: replications)
measure("as many failures on:", scaled(document.scenario, by: 611), replications: replications)
// Who counts instructions gives a number, and wants those of the main job alone.
if CommandLine.arguments.count > 1 { exit(0) }
let hourly = saving(document.scenario, every: 3600)
measure("a checkpoint every hour:", hourly, replications: replications)
let frequent = saving(document.scenario, every: 10)
measure("every 10 s:", frequent, replications: replications)
let leveled = saving(document.scenario, every: 10, levels: true)
measure("every 10 s, three levels:", leveled, replications: replications)
measure("alike nodes:", differing(nil), replications: 100)
measure("lemons:", differing(.lemons(fraction: 0.02, multiplier: 20)), replications: 100)
measure("gamma frailty:", differing(.gamma(variance: 2)), replications: 100)
