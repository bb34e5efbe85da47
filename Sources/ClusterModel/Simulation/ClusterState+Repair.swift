import DiscreteEvents
import Statistics

/// A repair route with its streams of random numbers.
struct RouteState {
  /// What a stage comes to, other than its time.
  private struct Rule: BitwiseCopyable {
    let fixes: Double
    let falseFix: Double
    let crew: Int32

    init(_ stage: RepairRoute.Stage) {
      fixes = stage.fixes
      falseFix = stage.falseFix
      crew = Int32(stage.crew ?? -1)
    }
  }

  private var times: [StepTime]
  private let rules: [Rule]
  private let cureStream: StreamIdentifier
  private let falseFixStream: StreamIdentifier
  private var cures: RandomStream
  private var falseFixes: RandomStream

  init(_ route: RepairRoute) {
    times = route.stages.enumerated().map { index, stage in
      StepTime(stage.time, name: "repair/\(route.name)/\(index)/time")
    }
    rules = route.stages.map(Rule.init)
    cureStream = StreamIdentifier("repair/\(route.name)/cure")
    falseFixStream = StreamIdentifier("repair/\(route.name)/false_fix")
    cures = RandomStream(seed: 0, replication: 0, stream: cureStream)
    falseFixes = cures
  }

  var stages: Int { rules.count }

  mutating func begin(seed: UInt64, replication: UInt64) {
    for index in times.indices { times[index].begin(seed: seed, replication: replication) }
    cures = RandomStream(seed: seed, replication: replication, stream: cureStream)
    falseFixes = RandomStream(seed: seed, replication: replication, stream: falseFixStream)
  }

  mutating func time(ofStage stage: Int) -> Double { times[stage].next() }

  /// Whether a stage is said to cure the fault that it is tried on.
  mutating func cures(atStage stage: Int) -> Bool { cures.uniform() < rules[stage].fixes }

  /// Whether it is only said to.
  @inline(__always)
  mutating func curesFalsely(atStage stage: Int) -> Bool {
    rules[stage].falseFix > 0 && falseFixes.uniform() < rules[stage].falseFix
  }

  /// The crew that does a stage, if it needs one.
  @inline(__always)
  func crew(ofStage stage: Int) -> Int? {
    rules[stage].crew >= 0 ? Int(rules[stage].crew) : nil
  }
}

/// How nodes leave service and come back.
extension ClusterState {
  /// Takes those of some nodes out of service that are not out already, for a fault of a class that
  /// struck at one of them.
  mutating func breakDown(
    _ nodes: Range<Int>, around center: Int, by source: Int,
    in simulator: inout Simulator<ClusterEvent>
  ) {
    let route = Int(sources[source].repairRoute)
    if copies.areTracked, nodes.count > 1, nodes.contains(where: { inventory.isInJob($0) }) {
      loseCopies(with: sources[source].takesDown, at: simulator.now)
    }
    if sources[source].isRepairedTogether, nodes.count > 1 {
      return breakDownTogether(nodes, around: center, by: source, in: &simulator)
    }
    for node in nodes where leavesService(node, route: route, in: &simulator) {
      beginRepair(of: node, route: route, in: &simulator)
    }
  }

  /// Takes a node out of service; false if it is out already.
  @inline(__always)
  mutating func leavesService(
    _ node: Int, route: Int, in simulator: inout Simulator<ClusterEvent>
  ) -> Bool {
    guard inventory.isInService(node) else { return false }
    if replicas.isOn { replicaLoses(node, in: &simulator) }
    if copies.areTracked, inventory.isInJob(node) { loseCopies(with: .node, at: simulator.now) }
    inventory.sendToRepair(node, route: route, at: simulator.now)
    if !latentFaults.isEmpty { cureLatentFaults(of: node, in: &simulator) }
    return true
  }

  /// A node that is out of service begins its route, unless it broke for the last time.
  mutating func beginRepair(
    of node: Int, route: Int, countsBreakdown: Bool = true,
    in simulator: inout Simulator<ClusterEvent>
  ) {
    if countsBreakdown, repairs.history.isLastBreakdown(of: node, at: simulator.now) {
      return retire(node, atBreakdown: true, in: &simulator)
    }
    record(.repairStarted, at: simulator.now, node: node)
    beginRepairStage(node: node, stage: 0, route: route, in: &simulator)
  }

  private mutating func beginRepairStage(
    node: Int, stage: Int, route: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    if !repairs.crews.isEmpty, let crew = routes[route].crew(ofStage: stage) {
      return comeToCrew(crew, node: node, stage: stage, route: route, in: &simulator)
    }
    let end = simulator.now + routes[route].time(ofStage: stage)
    scheduleStageEnd(node: node, stage: stage, at: end, in: &simulator)
  }

  @inline(__always)
  mutating func scheduleStageEnd(
    node: Int, stage: Int, at end: Double, in simulator: inout Simulator<ClusterEvent>
  ) {
    guard end <= horizon, end < .infinity else { return }
    let event = ClusterEvent(
      kind: .repairStageEnd, stage: UInt16(stage), index: Int32(node))
    simulator.schedule(event, at: end)
  }

  /// A stage is over: the node is cured, goes on to the next stage, or is retired.
  mutating func finishRepairStage(
    node: Int, stage: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    let route = Int(inventory.record(of: node).route)
    if !repairs.crews.isEmpty, let crew = routes[route].crew(ofStage: stage) {
      freeOne(of: crew, in: &simulator)
    }
    if routes[route].cures(atStage: stage) {
      let isCured = !routes[route].curesFalsely(atStage: stage)
      if !isCured { outcome.falseFixes += 1 }
      nodeReturns(node, isCured: isCured, in: &simulator)
    } else if stage + 1 < routes[route].stages {
      beginRepairStage(node: node, stage: stage + 1, route: route, in: &simulator)
    } else {
      retire(node, in: &simulator)
    }
  }

  /// A node comes back, and those that were out of service for its repair.
  private mutating func nodeReturns(
    _ node: Int, isCured: Bool, in simulator: inout Simulator<ClusterEvent>
  ) {
    bringBack(node, in: &simulator)
    if repairs.returnsMultiplier != 1 { nodeIsMended(node, truly: isCured, in: &simulator) }
    let nodes = endDrain(by: node, in: &simulator)
    nodesCame(nodes, in: &simulator)
  }

  /// Nodes are in service that the job may be waiting for.
  mutating func nodesCame(_ nodes: Range<Int>, in simulator: inout Simulator<ClusterEvent>) {
    if phase == .starved {
      leaveStarvationIfPossible(with: nodes, in: &simulator)
    } else if replicas.isOn, phase.isTraining {
      replaceInReplicas(with: nodes, in: &simulator)
    }
  }

  /// A node is in service again.
  mutating func bringBack(_ node: Int, in simulator: inout Simulator<ClusterEvent>) {
    outcome.repairs += 1
    inventory.returnFromRepair(node, at: simulator.now)
    record(.repaired, at: simulator.now, node: node)
    if !renewals.isEmpty { wakeInstances(at: node, in: &simulator) }
  }

  /// Takes a node out for good, with all that lives on it, as it breaks or at the end of its route.
  private mutating func retire(
    _ node: Int, atBreakdown isBreakdown: Bool = false, in simulator: inout Simulator<ClusterEvent>
  ) {
    outcome.retiredNodes += 1
    inventory.retire(node, at: simulator.now)
    record(.retired, at: simulator.now, node: node)
    orderNewNode(for: node, in: &simulator)
    let nodes = endDrain(by: node, in: &simulator)
    // Others came back only if they were out of service with it. A job that was up is still to
    // suffer what broke the node: it takes them after that.
    if phase == .starved || (nodes.count > 1 && !isBreakdown) {
      nodesCame(nodes, in: &simulator)
    }
    stopIfStalled(in: &simulator)
  }
}
