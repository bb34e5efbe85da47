import DiscreteEvents

/// How nodes wait for a crew, and how it works them off.
///
/// Out of line: whoever has no crews does not pay for them.
extension ClusterState {
  /// A node comes to a stage that a crew does: work begins, or the node waits.
  @inline(never)
  mutating func comeToCrew(
    _ crew: Int, node: Int, stage: Int, route: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    let visit = CrewState.Visit(node: Int32(node), stage: UInt16(stage))
    guard repairs.crews[crew].takeOn(visit, at: simulator.now) else { return }
    beginWork(of: crew, on: visit, route: route, in: &simulator)
  }

  /// One of a crew is done and goes on to the node that has waited longest.
  @inline(never)
  mutating func freeOne(of crew: Int, in simulator: inout Simulator<ClusterEvent>) {
    guard let next = repairs.crews[crew].finishOne(at: simulator.now) else { return }
    let route = Int(inventory.record(of: Int(next.node)).route)
    beginWork(of: crew, on: next, route: route, in: &simulator)
  }

  private mutating func beginWork(
    of crew: Int, on visit: CrewState.Visit, route: Int,
    in simulator: inout Simulator<ClusterEvent>
  ) {
    let (node, stage) = (Int(visit.node), Int(visit.stage))
    let time = routes[route].time(ofStage: stage)
    let end = repairs.crews[crew].end(ofWork: time, from: simulator.now)
    scheduleStageEnd(node: node, stage: stage, at: end, in: &simulator)
  }
}
