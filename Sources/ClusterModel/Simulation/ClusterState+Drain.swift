import DiscreteEvents

/// Nodes that are out of service together for one repair, as a rack is drained for a switch tray.
///
/// The one at which the fault struck goes through the route, or the first of them; the others wait for
/// it, and come back with it or when it is retired. A fault of the domain itself is no breakdown of
/// that node.
extension ClusterState {
  /// Takes all of some nodes that are in service out of it for one repair.
  mutating func breakDownTogether(
    _ nodes: Range<Int>, around center: Int, by source: Int,
    in simulator: inout Simulator<ClusterEvent>
  ) {
    let leader = inventory.isInService(center) ? center : nodes.first { inventory.isInService($0) }
    guard let leader else { return }
    let route = Int(sources[source].repairRoute)
    drains.set(leader, to: Drain(nodes: nodes))
    for node in nodes where leavesService(node, route: route, in: &simulator) {
      inventory.letWait(node, for: leader)
      if node != leader { record(.repairStarted, at: simulator.now, node: node) }
    }
    beginRepair(
      of: leader, route: route, countsBreakdown: sources[source].instancesOnNode > 0,
      in: &simulator)
  }

  /// The repair of a node has ended: those that were out of service for it come back. Returns the
  /// nodes that were repaired together.
  @inline(__always)
  mutating func endDrain(by leader: Int, in simulator: inout Simulator<ClusterEvent>) -> Range<Int>
  {
    guard drains.count > 0, let drain = drains[leader], !drain.nodes.isEmpty else {
      return leader..<leader + 1
    }
    drains.set(leader, to: Drain(nodes: 0..<0))
    for node in drain.nodes where inventory.waits(node, for: leader) {
      bringBack(node, in: &simulator)
      if repairs.returnsMultiplier != 1 { nodeIsMended(node, truly: true, in: &simulator) }
    }
    return drain.nodes
  }
}

/// The nodes that were taken out of service for the repair of one of them.
struct Drain: BitwiseCopyable {
  private let first: Int
  private let end: Int

  init(nodes: Range<Int>) {
    (first, end) = (nodes.lowerBound, nodes.upperBound)
  }

  var nodes: Range<Int> { first..<end }
}
