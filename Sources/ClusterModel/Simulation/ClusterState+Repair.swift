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
  /// Takes a node out of service, unless it is out already.
  mutating func breakDown(
    _ node: Int, route: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    guard inventory.isInService(node) else { return }
    if inventory.isInJob(node) { missingNodes += 1 }
    inventory.sendToRepair(node, route: route, at: simulator.now)
    if !latentFaults.isEmpty { cureLatentFaults(of: node, in: &simulator) }
    record(.repairStarted, at: simulator.now, node: node)
    beginRepairStage(node: node, stage: 0, route: route, in: &simulator)
  }

  private mutating func beginRepairStage(
    node: Int, stage: Int, route: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    let end = simulator.now + routes[route].time(ofStage: stage)
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
    if routes[route].cures(atStage: stage) {
      nodeReturns(node, in: &simulator)
    } else if stage + 1 < routes[route].stages {
      beginRepairStage(node: node, stage: stage + 1, route: route, in: &simulator)
    } else {
      retire(node, in: &simulator)
    }
  }

  private mutating func nodeReturns(
    _ node: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    outcome.repairs += 1
    inventory.returnFromRepair(node, at: simulator.now)
    record(.repaired, at: simulator.now, node: node)
    wakeInstances(at: node, in: &simulator)
    if phase == .starved { leaveStarvationIfPossible(in: &simulator) }
  }

  /// Takes a node out for good, with all that lives on it.
  private mutating func retire(_ node: Int, in simulator: inout Simulator<ClusterEvent>) {
    inventory.retire(node, at: simulator.now)
    record(.retired, at: simulator.now, node: node)
    stopIfStalled(in: &simulator)
  }
}
