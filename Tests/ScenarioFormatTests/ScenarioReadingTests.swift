import ClusterModel
import Foundation
import Statistics
import Testing

@testable import ScenarioFormat

@Suite("Reading a scenario") struct ScenarioReadingTests {
  @Test("Every scenario that ships is read without a warning, under the name of its file")
  func readsShippedScenarios() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Scenarios").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") }
    #expect(!files.isEmpty)
    let base = BaseScenario { name, _ throws(BaseScenario.Unavailable) in
      guard let data = try? Data(contentsOf: folder.appending(path: name + ".json")) else {
        throw BaseScenario.Unavailable("\(name): no such file")
      }
      return ScenarioSource(name: name, bytes: [UInt8](data))
    }
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: file)))
      let document = try ScenarioReader.read(ScenarioSource(name: file, bytes: bytes), base: base)
      #expect(document.warnings.isEmpty && document.name + ".json" == file)
    }
  }

  @Test("The scenario of the documentation is read as it is meant")
  func readsLlama3() throws {
    let document = try read(llama3)
    let scenario = document.scenario
    #expect(document.name == "llama3" && document.title.hasPrefix("Llama 3 405B"))
    #expect(document.references == ["llama3-2024", "imbue-2024"])
    #expect(document.calibratedOn == ["llama3-2024:unexpected_interruptions"])
    #expect(document.sources.count == 1 && document.warnings.isEmpty)
    #expect(
      scenario.cluster
        == Cluster(
          accelerator: "H100", nodes: 2048, gpusPerNode: 8, nodesPerRack: 2, racksPerPod: 192,
          spareNodes: 64))
    #expect(scenario.job == Job(nodes: 2048))
    #expect(scenario.horizon == 4_665_600.0)
    #expect(scenario.cost == Cost(gpuHour: 2.5))
    let checkpoint = scenario.checkpoint
    #expect(checkpoint.interval == 1800 && checkpoint.save == 10 && checkpoint.write == 60)
    #expect(checkpoint.savesAtEnd)
    #expect(scenario.maintenance?.every == 54.0 * 86400 / 47)
    #expect(scenario.maintenance?.first == 27.0 * 86400 / 47)
    #expect(scenario.maintenance?.downtime == 600)
    #expect(scenario.repairRoutes.map(\.name) == ["hardware"])
    #expect(scenario.repairRoutes[0].stages.map(\.name) == ["reboot", "replace"])
    #expect(scenario.repairRoutes[0].stages.map(\.fixes) == [0.6, 1])
    #expect(scenario.repairRoutes[0].stages[0].time.mean == 1200)
  }

  @Test("Fault classes are read with their rates and their routes")
  func readsFaults() throws {
    let faults = try read(llama3).scenario.faults
    #expect(faults.map(\.name) == ["gpu", "software_bug"])
    #expect(faults.map(\.title) == ["Faulty GPU", "Software bug"])
    #expect(faults.map(\.per) == [.gpu, .job])
    #expect(faults.map(\.takesDown) == [.node, .job])
    #expect(faults.map(\.repairRoute) == [0, nil])
    let means = faults.map(meanLifetime)
    let span = 54.0 * 86400
    #expect(means == [span / (148.0 / 16384), span / 54])
  }

  private func meanLifetime(_ fault: FaultClass) -> Double? {
    if case .lifetime(let law) = fault.process { law.mean } else { nil }
  }

  @Test("The steps of a recovery are read, its restart with the GPUs of the job")
  func readsRecovery() throws {
    let scenario = try read(llama3).scenario
    let recovery = scenario.recovery
    #expect(recovery.detectCrash.mean == 30 && recovery.detectHang.mean == 600)
    #expect(recovery.diagnose.mean == 0 && recovery.swap.mean == 60)
    #expect(scenario.storage.map(\.load.mean) == [30])
    #expect(recovery.restart.mean == 50 + 0.009 * 16384)
    #expect(recovery.isExposed)
  }

  @Test("Faults that the job runs on with are read, and how they are found")
  func readsLatentFaults() throws {
    let law = #""lifetime": {"distribution": "exponential", "mean": "9d"}"#
    let slow = fault(law + #", "symptom": "slow", "speed": 0.5"#, per: "node")
    let byDefault = try read(slow)
    #expect(byDefault.scenario.faults[0].symptom == .slow)
    #expect(byDefault.scenario.faults[0].speed == 0.5)
    let defaults = byDefault.scenario.recovery
    #expect(defaults.detectSlow.mean == 1800 && defaults.detectCorrupt.mean == 6 * 3600)
    #expect(defaults.misdiagnosis.missed == 0 && defaults.misdiagnosis.wrong == 0)
    #expect(defaults.misdiagnosis.recurs == .exponential(Exponential(mean: 3600)))
    #expect(defaults.healthCheck == nil)
    let recovery = try read(
      scenario(
        #"""
        "recovery": {"detect": {"slow": "1min", "corrupt": "2min"},
          "diagnose": {"missed": 0.7, "wrong": 0.3, "recurs": "3min"},
          "health_checks": {"time": "4min", "finds": 0.9}}
        """#)
    ).scenario.recovery
    #expect(recovery.detectSlow.mean == 60 && recovery.detectCorrupt.mean == 120)
    #expect(recovery.misdiagnosis.missed == 0.7 && recovery.misdiagnosis.wrong > 0.3 - 1e-15)
    #expect(recovery.misdiagnosis.recurs.mean == 180)
    #expect(recovery.healthCheck?.time.mean == 240 && recovery.healthCheck?.finds == 0.9)
  }

  @Test("A default is an assumption only where it has an effect")
  func assumesWhatMatters() throws {
    func assumed(_ symptom: String, _ members: String = "") throws -> Set<String> {
      let law = #""lifetime": {"distribution": "exponential", "mean": "9d"}"#
      let text = fault(law + ", \"symptom\": \"\(symptom)\"" + members, per: "node")
      return Set(try read(text).assumptions.map { $0.path.joined(separator: ".") })
    }
    #expect(try assumed("crash").isDisjoint(with: ["recovery.detect.slow"]))
    #expect(
      try assumed("slow", #", "speed": 0.5"#).subtracting(assumed("crash"))
        == ["recovery.detect.slow"])
    #expect(
      try assumed("corrupt").subtracting(assumed("crash")) == ["recovery.detect.corrupt"])
    #expect(try !assumed("crash").contains("recovery.diagnose.recurs"))
  }

  @Test("Every key but the name, the nodes and the end of the run has a default")
  func fillsInDefaults() throws {
    let document = try read(#"{"name": "a", "horizon": "1d", "cluster": {"nodes": 4}}"#)
    let scenario = document.scenario
    #expect(document.title == "a" && document.sources.isEmpty && document.references.isEmpty)
    #expect(scenario.cluster == Cluster(nodes: 4))
    #expect(scenario.job == Job(nodes: 4))
    #expect(scenario.faults.isEmpty && scenario.repairRoutes.isEmpty)
    #expect(
      scenario.repair == RepairPolicy(returnsMultiplier: 20)
        && scenario.cluster.spareActivation == .zero)
    #expect(scenario.maintenance == nil && scenario.cost == nil)
    #expect(scenario.checkpoint.interval == 1800 && scenario.checkpoint.save == 10)
    #expect(scenario.checkpoint.write == 0 && scenario.storage[0].load.mean == 30)
    #expect(scenario.recovery.detectCrash.mean == 30 && scenario.recovery.detectHang.mean == 600)
    #expect(scenario.recovery.diagnose.mean == 0 && scenario.recovery.swap.mean == 60)
    #expect(scenario.recovery.restart.mean == 50 + 0.009 * 32)
  }

  @Test("Crews, retirement, restocking and spares are read as they are meant")
  func readsRepair() throws {
    let text = scenario(
      #"""
      "repair": {
        "crews": {
          "vendor": 2,
          "technicians": {"size": 4, "hours": {"days": ["sun", "mon"], "from": "8h", "to": "24h"}},
          "day_shift": {"size": 1, "hours": {"from": "8h", "to": "18h"}}
        },
        "routes": {"r": [
          {"stage": "a", "time": "1h", "crew": "technicians"}, {"stage": "b", "time": "1h"}]},
        "retire": {"failures": 3, "within": "7d"},
        "restock": {"lead_time": {"distribution": "uniform", "low": "5d", "high": "15d"}}
      },
      "job": {"nodes": 3, "spare_choice": "fewest_failures"}
      """#)
    let scenario = try read(
      text, set: ["cluster.spare_activation=5min", "repair.crews.vendor=3"]
    ).scenario
    let hour = 3600.0
    let weekdays: Set<WorkingHours.Day> = [.monday, .tuesday, .wednesday, .thursday, .friday]
    #expect(
      scenario.repair.crews == [
        RepairCrew(name: "vendor", size: 3),
        RepairCrew(
          name: "technicians", size: 4,
          hours: WorkingHours(days: [.monday, .sunday], from: 8 * hour, to: 24 * hour)),
        RepairCrew(
          name: "day_shift", size: 1,
          hours: WorkingHours(days: weekdays, from: 8 * hour, to: 18 * hour)),
      ])
    #expect(scenario.repairRoutes[0].stages.map(\.crew) == [1, nil])
    #expect(scenario.repair.retirement == .init(failures: 3, within: 7 * 24 * hour))
    #expect(scenario.repair.restock?.mean == 10 * 24 * hour)
    #expect(scenario.cluster.spareActivation.mean == 300)
    #expect(scenario.job == Job(nodes: 3, spareChoice: .fewestFailures))
  }

  @Test("The blast radius is by default the domain itself, at least a node")
  func defaultsBlastRadius() throws {
    for (per, expected) in [
      ("gpu", .node), ("node", .node), ("rack", .rack), ("cluster", .cluster), ("job", .job),
    ] as [(String, Domain)] {
      let text = fault(#""lifetime": {"distribution": "exponential", "mean": "9d"}"#, per: per)
      #expect(try read(text).scenario.faults.first?.takesDown == expected)
    }
  }

  @Test("The same scenario in other units and another order is equal")
  func doesNotDependOnSpelling() throws {
    let other = #"""
      {
        "cost": {"currency": "USD", "gpu_hour": 25e-1},
        "maintenance": {"downtime": "600s", "over": "1296h", "count": 47.0},
        "recovery": {"exposed": true, "restart": {"per_gpu": "0.009s", "base": "50000ms"},
                     "swap": {"distribution": "deterministic", "value": "60s"},
                     "detect": {"hang": "600s", "crash": "0.5min"}},
        "checkpoint": {"load": "0.5min", "write": "1min", "save": "10000ms", "interval": "0.5h"},
        "repair": {"routes": {"hardware": [
          {"fixes": 6e-1, "time": "1200s", "stage": "reboot"},
          {"stage": "replace",
           "time": {"sigma": 1.4, "median": "1d", "distribution": "lognormal"}}]}},
        "faults": [
          {"repair": "hardware", "name": "gpu", "title": "Faulty GPU", "category": "gpu",
           "per": "gpu", "lifetime": {"over": "4665600s", "units": 16384, "observed": 148,
                                      "distribution": "exponential"}},
          {"name": "software_bug", "title": "Software bug", "category": "software",
           "per": "job", "lifetime": {"distribution": "exponential", "mean": "24h"}}],
        "cluster": {"spare_nodes": 64, "racks_per_pod": 192, "nodes_per_rack": 2,
                    "nodes": 2048, "accelerator": "H100"},
        "horizon": "77760min", "name": "llama3"
      }
      """#
    #expect(try read(other).scenario == read(llama3).scenario)
  }

  @Test("Any object may carry a source and notes")
  func takesAnnotations() throws {
    let text = scenario(
      #"""
      "notes": "a", "source": "b", "repair": {"source": "c", "routes": {"notes": "d"}},
      "job": {"notes": "two\nlines"},
      "recovery": {"swap": {"source": "e", "distribution": "exponential", "mean": "1h"}}
      """#)
    #expect(try problems(text).isEmpty)
  }

  @Test("Without a horizon the job's work ends the run")
  func takesWork() throws {
    let text = #"{"name": "a", "cluster": {"nodes": 4}, "job": {"nodes": 3, "work": "2d"}}"#
    let scenario = try read(text).scenario
    #expect(scenario.horizon == nil && scenario.job == Job(nodes: 3, work: 2 * 86400))
  }

  @Test("Maintenance every so often comes first after that time")
  func takesMaintenanceEvery() throws {
    let text = scenario(#""maintenance": {"every": "27h", "downtime": "0s"}"#)
    let expected = Maintenance(every: 27 * 3600, first: 27 * 3600, downtime: 0)
    #expect(try read(text).scenario.maintenance == expected)
  }

  @Test("Restart and other steps may be a duration or a distribution")
  func takesDistributions() throws {
    for (text, mean) in [
      (#""5min""#, 300.0), (#"{"distribution": "erlang", "stages": 3, "mean": "1h"}"#, 3600),
      (#"{"per_gpu": "1s"}"#, 32),
    ] {
      let document = try read(scenario(#""recovery": {"restart": \#(text)}"#))
      let law = document.scenario.recovery.restart
      #expect(abs(law.mean - mean) <= 4 * mean.ulp)
    }
  }

  @Test("What is odd but possible is read with a warning", arguments: oddScenarios)
  func warns(_ text: String, _ expected: String) throws {
    let warnings = try read(text).warnings
    #expect(warnings.map(\.description) == ["x.json:" + expected])
    #expect(warnings.allSatisfy { $0.severity == .warning })
  }
}

private let oddScenarios: [(String, String)] = [
  (
    scenario(#""checkpoint": {"interval": "6d"}"#),
    "2:28: /checkpoint/interval: the interval is longer than the run: nothing is saved in it"
  ),
  (
    scenario(#""checkpoint": {"save": "1h"}"#),
    "2:24: /checkpoint/save: saving takes longer than the interval"
  ),
  (
    scenario(#""checkpoint": {"write": "31min"}"#),
    "2:25: /checkpoint/write: a copy takes longer to write than the interval: every save waits for "
      + "the one before"
  ),
  (
    scenario(#""maintenance": {"every": "24min", "downtime": "10min"}"#),
    #"2:26: /maintenance/every: "24min" is unusually short; is the unit right?"#
  ),
  (
    fault(#""lifetime": {"distribution": "exponential", "mean": "40s"}"#),
    "2:53: /faults/0/lifetime: one instance fails every 40 s on average; is that its own lifetime?"
  ),
  (
    #"{"name": "a", "horizon": "1d", "cluster": {"nodes": 4, "spare_nodes": 5}}"#,
    "1:71: /cluster/spare_nodes: more nodes wait (5) than the job may use (4)"
  ),
]
