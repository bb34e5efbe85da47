import Statistics

/// The fault classes of a scenario, and the pools of their instances, before anything has happened.
struct FaultSetUp {
  private(set) var hazards = [ClassHazard]()
  private(set) var sources = [FaultSource]()
  private(set) var pools = [InstancePool]()
  /// Groups of nodes of all pools that have such.
  private(set) var groups = 0
  /// How nodes differ; with one multiplier for all where the scenario says nothing.
  let frailty: Frailty

  private let cluster: Cluster
  private let cohorts: [Cohort]

  init(_ scenario: Scenario) {
    cluster = scenario.cluster
    cohorts = scenario.cluster.cohorts
    frailty = scenario.frailty ?? Frailty(.lemons(fraction: 0, multiplier: 1), faults: [])
    var instances = 0
    for (index, fault) in scenario.faults.enumerated() {
      hazards.append(hazard(of: fault))
      let isFrail = frailty.faults.contains(index)
      let first = pools.count
      addPools(of: fault, index: index, isFrail: isFrail)
      let source = FaultSource(
        fault, hazard: hazards[index], isFrail: isFrail, cluster: cluster, offset: instances,
        pools: first..<pools.count, horizon: scenario.horizon ?? ClusterSimulation.longestRun)
      precondition(!isFrail || source.instancesOnNode > 0, "\(fault.name) does not live on nodes")
      sources.append(source)
      instances += source.instances
    }
  }

  private func hazard(of fault: FaultClass) -> ClassHazard {
    guard case .lifetime(let law) = fault.process else {
      return ClassHazard(.zero, factor: 1, schedule: [])
    }
    return ClassHazard(law, factor: cluster.rateFactor, schedule: fault.schedule)
  }

  /// Adds a pool for each cohort if its age matters or its nodes differ, otherwise one for all.
  private mutating func addPools(of fault: FaultClass, index: Int, isFrail: Bool) {
    let kind = FaultSource.kind(of: fault)
    let areOneAge = kind != .renewing && kind != .minimalRepair && !isFrail
    let topology = Topology(cluster)
    var firstNode = 0
    for (cohort, nodes) in cohorts.enumerated() {
      let first = areOneAge ? 0 : topology.firstUnit(of: fault.per, from: firstNode)
      firstNode += nodes.nodes
      let end = topology.firstUnit(of: fault.per, from: areOneAge ? cluster.allNodes : firstNode)
      let age = areOneAge || fault.per == .job ? 0 : nodes.age
      pools.append(
        InstancePool(
          source: index, cohort: cohort, instances: first * fault.count..<end * fault.count,
          born: -age, outlived: age > 0 ? hazards[index].cumulative(at: 0, born: -age) : 0,
          firstGroup: isFrail ? groups : -1))
      if isFrail { groups += MultiplierBin.bins(of: frailty.law).count }
      if areOneAge { return }
    }
  }
}
