import DiscreteEvents
import Statistics

/// How new nodes take the place of retired ones, and their numbers.
struct Restocking: ~Copyable {
  private var leadTime: StepTime?

  init(_ leadTime: Lifetime?) {
    self.leadTime = leadTime.map { StepTime($0, name: "repair/restock") }
  }

  var isOn: Bool { leadTime != nil }

  /// Begins the stream of a replication.
  mutating func begin(seed: UInt64, replication: UInt64) {
    leadTime?.begin(seed: seed, replication: replication)
  }

  /// Draws a lead time in seconds; nil if nothing is ordered.
  mutating func nextLeadTime() -> Double? { leadTime?.next() }
}

/// How nodes are replaced by new ones.
extension ClusterState {
  /// Orders the node that will take the place of a retired one, if that is done at all.
  mutating func orderNewNode(for node: Int, in simulator: inout Simulator<ClusterEvent>) {
    guard let leadTime = repairs.restocking.nextLeadTime() else { return }
    let arrival = simulator.now + leadTime
    guard arrival <= horizon, arrival < .infinity else { return }
    simulator.schedule(ClusterEvent(kind: .restock, index: Int32(node)), at: arrival)
  }

  /// A new node arrives and waits as a spare, or fills the gap if the job is starved.
  mutating func restock(_ node: Int, in simulator: inout Simulator<ClusterEvent>) {
    outcome.restockedNodes += 1
    inventory.restock(node, at: simulator.now)
    record(.restocked, at: simulator.now, node: node)
    repairs.history.forget(node)
    beginLives(ofNewNode: node, in: &simulator)
    // Those that waited for the old node are gone with it, other than what lives on a rack.
    wakeInstances(at: node, in: &simulator)
    nodesCame(node..<node + 1, in: &simulator)
  }
}
