import ClusterModel
import Statistics
import Testing

@testable import ScenarioFormat

private let day = 86_400.0

/// Four classes: a GPU, a node, a switch of the rack, and instants.
private let classes = #"""
  "faults": [
    {"name": "gpu", "per": "gpu", "lifetime": {"distribution": "exponential", "mean": "9y"}},
    {"name": "host", "per": "node", "lifetime": {"distribution": "exponential", "mean": "9y"}},
    {"name": "switch", "per": "rack", "lifetime": {"distribution": "exponential", "mean": "9y"}},
    {"name": "log", "per": "node", "lifetime": {"distribution": "at", "times": ["1d"]}}]
  """#

@Suite("Reading how nodes differ") struct NodeDifferenceTests {
  @Test("Lemons concern what is per GPU or node, or the classes that they name")
  func readsLemons() throws {
    let all = try read(scenario(classes + #", "lemons": {"fraction": 0.012, "multiplier": 20}"#))
    #expect(
      all.scenario.frailty == Frailty(.lemons(fraction: 0.012, multiplier: 20), faults: [0, 1]))
    #expect(all.warnings.isEmpty)
    let some = #""lemons": {"fraction": 1, "multiplier": 0.5, "faults": ["host"]}"#
    #expect(
      try read(scenario(classes + ", " + some)).scenario.frailty
        == Frailty(.lemons(fraction: 1, multiplier: 0.5), faults: [1]))
    #expect(try read(scenario(classes)).scenario.frailty == nil)
  }

  @Test("A frailty is read in the same way")
  func readsFrailty() throws {
    let text = scenario(classes + #", "frailty": {"variance": 2.5, "faults": ["gpu", "host"]}"#)
    #expect(try read(text).scenario.frailty == Frailty(.gamma(variance: 2.5), faults: [0, 1]))
  }

  @Test("A setting of the one takes the place of the other, and null takes either away")
  func settlesPrecedence() throws {
    let text = scenario(classes + #", "frailty": {"variance": 2}"#)
    let set = try read(text, set: [#"lemons={"fraction": 0.1, "multiplier": 20}"#])
    #expect(set.scenario.frailty?.law == .lemons(fraction: 0.1, multiplier: 20))
    let back = try read(
      text, set: ["lemons.fraction=0.1", "lemons.multiplier=20", "frailty.variance=3"])
    #expect(back.scenario.frailty?.law == .gamma(variance: 3))
    #expect(try read(text, set: ["frailty=null"]).scenario.frailty == nil)
  }

  @Test("Lemons of an extending scenario take the place of a base's frailty")
  func extendsFrailty() throws {
    let base = BaseScenario { _, _ throws(BaseScenario.Unavailable) in
      let text = scenario(classes + #", "frailty": {"variance": 2}"#)
      return ScenarioSource(name: "base.json", bytes: Array(text.utf8))
    }
    let text = #"{"extends": "b", "name": "c", "lemons": {"fraction": 0.1, "multiplier": 20}}"#
    let document = try ScenarioReader.read(
      ScenarioSource(name: "x.json", bytes: Array(text.utf8)), base: base)
    #expect(document.scenario.frailty?.law == .lemons(fraction: 0.1, multiplier: 20))
  }

  @Test("Ages, burn-in, warm spares and the scale of rates are read as they are meant")
  func readsCluster() throws {
    let text = #"""
      {"name": "a", "horizon": "5d",
       "cluster": {"nodes": 4, "gpus_per_node": 4, "spare_nodes": 2, "spare_activation": "5min",
         "warm_spares": 1, "burn_in": "48h",
         "installed": [{"nodes": 3, "age": "2y"}, {"nodes": 1, "age": "0s"}],
         "scale": {"rate_exponent": 0.5, "over_gpus": 4}}}
      """#
    let cluster = try read(text).scenario.cluster
    #expect(cluster.warmSpares == 1 && cluster.burnIn == 2 * day)
    #expect(
      cluster.installed == [Cohort(nodes: 3, age: 2 * 365.25 * day), Cohort(nodes: 1, age: 0)])
    #expect(cluster.cohorts.map(\.nodes) == [3, 1, 2])
    #expect(cluster.rateScale == RateScale(rateExponent: 0.5, overGPUs: 4))
    #expect(cluster.rateFactor == 2)
    let plain = try read(scenario("")).scenario.cluster
    #expect(plain == Cluster(nodes: 4) && plain.rateFactor == 1)
  }

  @Test("A job on whole racks needs as many nodes as they give, if it does not say how many")
  func readsPlacement() throws {
    func job(_ cluster: String, _ job: String) throws -> Job {
      try read(#"{"name": "a", "horizon": "5d", "cluster": {\#(cluster)}, "job": {\#(job)}}"#)
        .scenario.job
    }
    let racks = #""nodes": 40, "nodes_per_rack": 18, "spare_nodes": 14"#
    let byDefault = try job(racks, #""placement": {"nodes_of_rack": 16}"#)
    #expect(byDefault == Job(nodes: 32, nodesOfRack: 16))
    let fewer = try job(racks, #""nodes": 16, "placement": {"nodes_of_rack": 16}"#)
    #expect(fewer == Job(nodes: 16, nodesOfRack: 16))
    #expect(try job(racks, "") == Job(nodes: 40))
  }

  @Test("False fixes are read, and the guess of what follows is told where there are any")
  func readsFalseFixes() throws {
    func text(_ falseFix: String) -> String {
      fault(
        #"""
        "repair": "r", "lifetime": {"distribution": "exponential", "mean": "9d"}}],
        "repair": {"routes": {"r": [{"stage": "s", "time": "1h"\#(falseFix)}]}}, "sources": [{}
        """#
      ).replacing(#", "sources": [{}}]"#, with: "")
    }
    let some = try read(text(#", "false_fix": 0.25"#))
    #expect(some.scenario.repairRoutes[0].stages[0].falseFix == 0.25)
    #expect(some.scenario.repair.returnsMultiplier == 20)
    let path = ["repair", "returns_multiplier"]
    #expect(some.assumptions.contains { $0.path == path })
    #expect(try !read(text("")).assumptions.contains { $0.path == path })
    let given = try read(text(#", "false_fix": 0.25"#), set: ["repair.returns_multiplier=50"])
    #expect(given.scenario.repair.returnsMultiplier == 50)
    #expect(!given.assumptions.contains { $0.path == path })
  }

  @Test("What has no effect is read with a warning", arguments: idle)
  func warns(_ text: String, _ expected: String) throws {
    #expect(try read(text).warnings.map(\.description) == ["x.json:" + expected])
  }
}

private let idle: [(String, String)] = [
  (
    scenario(#""lemons": {"fraction": 0.1, "multiplier": 20}"#),
    "2:11: /lemons: no fault class with a lifetime is per gpu or node: nodes do not differ"
  ),
  (
    #"{"name": "a", "horizon": "1d", "cluster": {"nodes": 4, "warm_spares": 2}}"#,
    "1:71: /cluster/warm_spares: without spare_activation every spare is ready at once: nothing "
      + "is kept warm"
  ),
  (
    scenario(
      #""repair": {"returns_multiplier": 5, "routes": {"r": [{"stage": "s", "time": "1h"}]}}"#),
    "2:34: /repair/returns_multiplier: no stage has a false_fix: nothing comes back that is not "
      + "fixed"
  ),
]
