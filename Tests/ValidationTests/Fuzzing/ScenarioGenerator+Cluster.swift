import ClusterModel
import ScenarioFormat
import Statistics

extension ScenarioGenerator {
  /// A cluster, of whole racks if the job is to lie on them.
  static func cluster(
    span: Double, isOnRacks: Bool, isEndless: Bool, _ stream: inout RandomStream
  ) -> Cluster {
    let perRack = stream.count(upTo: isOnRacks ? 18 : 64)
    let unit = isOnRacks ? perRack : 1
    // A job on whole racks looks for one among all of them.
    let nodes = unit * stream.count(upTo: isOnRacks ? 20 : 3000)
    let spares = stream.chance(0.3) ? 0 : unit * stream.count(upTo: nodes / unit / 4 + 2)
    var cluster = Cluster(
      nodes: nodes, gpusPerNode: stream.count(upTo: 16), nodesPerRack: perRack,
      racksPerPod: stream.count(upTo: 64), racksPerPowerDomain: stream.count(upTo: 16),
      racksPerCoolingDomain: stream.count(upTo: 16), spareNodes: spares)
    if stream.chance(0.3) {
      var rest = cluster.allNodes
      for _ in 0...stream.index(below: 4) where rest > 0 {
        let cohort = stream.count(upTo: rest)
        let age = stream.chance(0.1) ? 0 : span * stream.magnitude(1e-3, 3)
        cluster.installed.append(Cohort(nodes: cohort, age: age))
        rest -= cohort
      }
    }
    if stream.chance(0.2) { cluster.burnIn = span * stream.magnitude(1e-3, 1) }
    if stream.chance(0.2) {
      let limit = stream.count(upTo: 2 * cluster.nodes * cluster.gpusPerNode)
      let size = Double(cluster.nodes * cluster.gpusPerNode) / Double(limit)
      let exponent = 1.5 * (stream.uniform() - 0.3) / max(1, PortableMath.log(size))
      cluster.rateScale = RateScale(
        rateExponent: min(isEndless ? 0.5 : 5, exponent), overGPUs: limit)
    }
    return cluster
  }

  /// How much nodes differ; not so much that a run with a lemon would be another one.
  static func frailty(isEndless: Bool, _ stream: inout RandomStream) -> Frailty.Law {
    guard stream.chance(0.6) else {
      // Of more, some nodes have next to no hazard, and steep laws are thinned for ever.
      return .gamma(variance: stream.magnitude(0.01, isEndless ? 0.5 : 1))
    }
    let multiplier = stream.magnitude(0.01, isEndless ? 2 : 100)
    let share = stream.uniform() * min(1, 2 / max(1, multiplier - 1))
    return .lemons(
      fraction: stream.chance(0.1) ? 0 : share, multiplier: multiplier)
  }

  /// The greatest age of what is on a node when the run begins.
  var greatestAge: Double { cluster.cohorts.map(\.age).max() ?? 0 }

  /// How many times as many faults there are in all as without what multiplies hazards.
  var growth: Double {
    let mean = frailty.map { Frailty($0, faults: []).mean } ?? 1
    return max(1, cluster.rateFactor) * max(1, mean)
  }

  mutating func clusterObject() -> JSONValue {
    var members: Members = [
      ("nodes", JSONValue(cluster.nodes)), ("gpus_per_node", JSONValue(cluster.gpusPerNode)),
      ("nodes_per_rack", JSONValue(cluster.nodesPerRack)),
      ("racks_per_pod", JSONValue(cluster.racksPerPod)),
      ("racks_per_power_domain", JSONValue(cluster.racksPerPowerDomain)),
      ("racks_per_cooling_domain", JSONValue(cluster.racksPerCoolingDomain)),
      ("spare_nodes", JSONValue(cluster.spareNodes)),
    ]
    if stream.chance(0.5) { members.append(("spares_powered", .bool(stream.chance(0.5)))) }
    if stream.chance(0.3) {
      members.append(("spare_activation", delay(span / faults * stream.magnitude(1e-4, 0.2))))
      members.append(("warm_spares", JSONValue(stream.index(below: cluster.spareNodes + 2))))
    }
    if !cluster.installed.isEmpty {
      let cohorts = cluster.installed.map { cohort -> JSONValue in
        ["nodes": JSONValue(cohort.nodes), "age": duration(cohort.age)]
      }
      members.append(("installed", .array(cohorts)))
    }
    if cluster.burnIn > 0 { members.append(("burn_in", duration(cluster.burnIn))) }
    if let scale = cluster.rateScale {
      members.append(
        (
          "scale",
          [
            "rate_exponent": .number("\(scale.rateExponent)"),
            "over_gpus": JSONValue(scale.overGPUs),
          ]
        ))
    }
    members.shuffle(using: &stream)
    return .object(members)
  }

  /// How nodes differ, for all classes or for those that it names.
  mutating func differences(_ law: Frailty.Law) -> (key: String, value: JSONValue) {
    var members: Members
    switch law {
    case .lemons(let fraction, let multiplier):
      members = [("fraction", .number("\(fraction)")), ("multiplier", .number("\(multiplier)"))]
    case .gamma(let variance): members = [("variance", .number("\(variance)"))]
    }
    if !named.isEmpty, stream.chance(0.4) {
      let names = named.filter { _ in stream.chance(0.6) }
      members.append(("faults", .array((names.isEmpty ? named : names).map(JSONValue.string))))
    }
    if case .lemons = law { return ("lemons", .object(members)) }
    return ("frailty", .object(members))
  }
}
