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
  /// Takes a node out of service, unless it is out already.
  mutating func breakDown(
    _ node: Int, route: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    switch inventory.record(of: node).state {
    case .training: missingNodes += 1
    case .spare: break
    case .inRepair, .retired: return
    }
    inventory.sendToRepair(node, route: route, at: simulator.now)
    if !latentFaults.isEmpty { cureLatentFaults(of: node, in: &simulator) }
    if repairs.history.isLastBreakdown(of: node, at: simulator.now) {
      return retire(node, in: &simulator)
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
      if routes[route].curesFalsely(atStage: stage) { nodeReturnsBadlyMended(node) }
      nodeReturns(node, in: &simulator)
    } else if stage + 1 < routes[route].stages {
      beginRepairStage(node: node, stage: stage + 1, route: route, in: &simulator)
    } else {
      retire(node, in: &simulator)
    }
  }

  /// A node comes back with its fault still in it.
  private mutating func nodeReturnsBadlyMended(_ node: Int) {
    outcome.falseFixes += 1
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
    outcome.retiredNodes += 1
    inventory.retire(node, at: simulator.now)
    record(.retired, at: simulator.now, node: node)
    orderNewNode(for: node, in: &simulator)
    stopIfStalled(in: &simulator)
  }
}
