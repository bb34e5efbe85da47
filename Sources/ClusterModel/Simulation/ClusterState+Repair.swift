import DiscreteEvents
import Statistics

/// A repair route with its streams of random numbers.
struct RouteState {
  private var times: [StepTime]
  private let fixes: [Double]
  private let cureStream: StreamIdentifier
  private var cures: RandomStream

  init(_ route: RepairRoute) {
    times = route.stages.enumerated().map { index, stage in
      StepTime(stage.time, name: "repair/\(route.name)/\(index)/time")
    }
    fixes = route.stages.map(\.fixes)
    cureStream = StreamIdentifier("repair/\(route.name)/cure")
    cures = RandomStream(seed: 0, replication: 0, stream: cureStream)
  }

  var stages: Int { fixes.count }

  mutating func begin(seed: UInt64, replication: UInt64) {
    for index in times.indices { times[index].begin(seed: seed, replication: replication) }
    cures = RandomStream(seed: seed, replication: replication, stream: cureStream)
  }

  mutating func time(ofStage stage: Int) -> Double { times[stage].next() }

  /// Whether a stage cures the fault that it is tried on.
  mutating func cures(atStage stage: Int) -> Bool { cures.uniform() < fixes[stage] }
}

/// How nodes leave service and come back.
extension ClusterState {
  /// Takes a node out of service; false when it was out already.
  mutating func breakDown(
    _ node: Int, route: Int, renewal: Int?, in simulator: inout Simulator<ClusterEvent>
  ) -> Bool {
    switch inventory.record(of: node).state {
    case .inRepair, .retired: return false
    case .training: missingNodes += 1
    case .spare: break
    }
    inventory.sendToRepair(
      node, route: route, renewal: Int32(truncatingIfNeeded: renewal ?? -1), at: simulator.now)
    record(.repairStarted, at: simulator.now, node: node)
    beginRepairStage(node: node, stage: 0, route: route, in: &simulator)
    return true
  }

  private mutating func beginRepairStage(
    node: Int, stage: Int, route: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    let end = simulator.now + routes[route].time(ofStage: stage)
    guard end <= horizon, end < .infinity else { return }
    let event = ClusterEvent(
      kind: .repairStageEnd, stage: UInt16(truncatingIfNeeded: stage),
      index: Int32(truncatingIfNeeded: node))
    simulator.schedule(event, at: end)
  }

  /// A stage is over: the node is cured, goes on to the next stage, or is retired.
  mutating func finishRepairStage(
    node: Int, stage: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    let record = inventory.record(of: node)
    let route = Int(record.route)
    if routes[route].cures(atStage: stage) {
      nodeReturns(node, renewal: Int(record.renewal), in: &simulator)
    } else if stage + 1 < routes[route].stages {
      beginRepairStage(node: node, stage: stage + 1, route: route, in: &simulator)
    } else {
      retire(node, renewal: Int(record.renewal), in: &simulator)
    }
  }

  private mutating func nodeReturns(
    _ node: Int, renewal: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    outcome.repairs += 1
    inventory.returnFromRepair(node, at: simulator.now)
    record(.repaired, at: simulator.now, node: node)
    if renewal >= 0 { renew(renewal, in: &simulator) }
    if phase == .starved { leaveStarvationIfPossible(in: &simulator) }
  }

  private mutating func retire(
    _ node: Int, renewal: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    inventory.retire(node, at: simulator.now)
    record(.retired, at: simulator.now, node: node)
    // A switch outlives the node that it took down; what lives on the node goes with it.
    if renewal >= 0, sources[Int(renewals[renewal].source)].per > .node {
      renew(renewal, in: &simulator)
    }
    stopIfStalled(in: &simulator)
  }
}
