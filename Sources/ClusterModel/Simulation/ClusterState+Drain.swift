import DiscreteEvents

/// Nodes that are out of service together for one repair, as a rack is drained for a switch tray.
///
/// The first of them goes through the route; the others wait for it, and come back with it or when it
/// is retired.
extension ClusterState {
  /// Takes all of some nodes that are in service out of it for one repair.
  mutating func breakDownTogether(
    _ nodes: Range<Int>, route: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    guard let leader = nodes.first(where: { inventory.isInService($0) }) else { return }
    drains.set(leader, to: Drain(nodes: nodes))
    for node in nodes where leavesService(node, route: route, in: &simulator) {
      inventory.letWait(node, for: leader)
    }
    beginRepair(of: leader, route: route, in: &simulator)
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
