import DiscreteEvents
import Statistics

/// A repair route with its streams of random numbers.
struct RouteState {
  private var times: [StepTime]
  private let fixes: [Double]
  private let falseFixes: [Double]
  /// The crews that do the stages, if they need one.
  let crews: [Int?]
  private let cureStream: StreamIdentifier
  private let falseFixStream: StreamIdentifier
  private var cures: RandomStream
  private var falseCures: RandomStream

  init(_ route: RepairRoute) {
    times = route.stages.enumerated().map { index, stage in
      StepTime(stage.time, name: "repair/\(route.name)/\(index)/time")
    }
    fixes = route.stages.map(\.fixes)
    falseFixes = route.stages.map(\.falseFix)
    crews = route.stages.map(\.crew)
    cureStream = StreamIdentifier("repair/\(route.name)/cure")
    falseFixStream = StreamIdentifier("repair/\(route.name)/false_fix")
    cures = RandomStream(seed: 0, replication: 0, stream: cureStream)
    falseCures = cures
  }

  var stages: Int { fixes.count }

  mutating func begin(seed: UInt64, replication: UInt64) {
    for index in times.indices { times[index].begin(seed: seed, replication: replication) }
    cures = RandomStream(seed: seed, replication: replication, stream: cureStream)
    falseCures = RandomStream(seed: seed, replication: replication, stream: falseFixStream)
  }

  mutating func time(ofStage stage: Int) -> Double { times[stage].next() }

  /// Whether a stage cures the fault that it is tried on.
  mutating func cures(atStage stage: Int) -> Bool { cures.uniform() < fixes[stage] }

  /// Whether a stage only says so.
  mutating func curesFalsely(atStage stage: Int) -> Bool {
    falseFixes[stage] > 0 && falseCures.uniform() < falseFixes[stage]
  }
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
    if repairs.history.isLastBreakdown(of: node, at: simulator.now) {
      return retire(node, in: &simulator)
    }
    record(.repairStarted, at: simulator.now, node: node)
    beginRepairStage(node: node, stage: 0, route: route, in: &simulator)
  }

  /// A node comes to a stage, whose crew it may have to wait for.
  private mutating func beginRepairStage(
    node: Int, stage: Int, route: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    let crew = crew(ofStage: stage, route: route)
    if let crew {
      let visit = CrewState.Visit(node: Int32(node), stage: UInt16(stage))
      guard repairs.crews[crew].takeOn(visit, at: simulator.now) else { return }
    }
    workOn(node, stage: stage, route: route, crew: crew, in: &simulator)
  }

  /// The crew that does a stage, if it needs one.
  @inline(__always)
  private func crew(ofStage stage: Int, route: Int) -> Int? {
    repairs.crews.isEmpty ? nil : routes[route].crews[stage]
  }

  @inline(__always)
  private mutating func workOn(
    _ node: Int, stage: Int, route: Int, crew: Int?, in simulator: inout Simulator<ClusterEvent>
  ) {
    let time = routes[route].time(ofStage: stage)
    var end = simulator.now + time
    if let crew { end = repairs.crews[crew].end(ofWork: time, from: simulator.now) }
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
    if let crew = crew(ofStage: stage, route: route) { freeOne(of: crew, in: &simulator) }
    if routes[route].cures(atStage: stage) {
      if routes[route].curesFalsely(atStage: stage) { nodeReturnsBadlyMended(node) }
      nodeReturns(node, in: &simulator)
    } else if stage + 1 < routes[route].stages {
      beginRepairStage(node: node, stage: stage + 1, route: route, in: &simulator)
    } else {
      retire(node, in: &simulator)
    }
  }

  /// One of a crew is done and goes on to the node that has waited longest.
  private mutating func freeOne(of crew: Int, in simulator: inout Simulator<ClusterEvent>) {
    guard let next = repairs.crews[crew].finishOne(at: simulator.now) else { return }
    let node = Int(next.node)
    workOn(
      node, stage: Int(next.stage), route: Int(inventory.record(of: node).route), crew: crew,
      in: &simulator)
  }

  /// A node comes back with its fault still in it.
  private mutating func nodeReturnsBadlyMended(_ node: Int) {
    outcome.falseFixes += 1
  }

  private mutating func nodeReturns(
    _ node: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    outcome.repairs += 1
    let waiting = inventory.returnFromRepair(node, at: simulator.now)
    record(.repaired, at: simulator.now, node: node)
    renewInstances(waiting: waiting, for: node, in: &simulator)
    if phase == .starved { leaveStarvationIfPossible(in: &simulator) }
  }

  /// Takes a node out for good, with all that lives on it.
  private mutating func retire(_ node: Int, in simulator: inout Simulator<ClusterEvent>) {
    outcome.retiredNodes += 1
    inventory.retire(node, at: simulator.now)
    record(.retired, at: simulator.now, node: node)
    orderNewNode(for: node, in: &simulator)
    stopIfStalled(in: &simulator)
  }
}
